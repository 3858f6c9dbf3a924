/** The camera's picture as one sees oneself in it, with the skeleton over it. */

import { useEffect, useRef } from "preact/hooks";
import { drawBones, drawPicture, turnedSize } from "./bones";
import { camera } from "./camera";

interface ViewfinderProps {
  /** How many points wide it is drawn; the screen stretches it. */
  readonly width: number;
  readonly label: string;
}

export function Viewfinder({ width, label }: ViewfinderProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let frame = 0;
    let drawn: readonly unknown[] = [];
    const draw = (): void => {
      frame = requestAnimationFrame(draw);
      const { current } = canvas;
      if (!current) return;
      // Nothing new to be seen is not drawn again.
      const turn = camera.turn.peek();
      const now = [camera.video.currentTime, camera.followed.peek(), turn];
      if (now.every((one, index) => one === drawn[index])) return;
      drawn = now;
      drawAll(current);
    };
    draw();
    return () => { cancelAnimationFrame(frame); };
  }, []);
  return (
    <div role="img" aria-label={label}>
      <canvas ref={canvas} class="viewfinder" width={width} height={Math.round((width * 3) / 4)} />
    </div>
  );
}

function drawAll(canvas: HTMLCanvasElement): void {
  const shown = { turn: camera.turn.peek(), mirrored: camera.mirrored.peek() };
  if (turnedSize(camera.video, shown.turn)[0] === 0) return;
  drawPicture(canvas, camera.video, shown);
  const person = camera.followed.peek();
  if (person) drawBones(canvas, person, shown);
}
