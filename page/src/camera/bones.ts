/** Draws the camera's picture with the skeleton over it. */

import type { Landmark } from "../live/wire";
import type { Turn } from "./talk";

/** Which of BlazePose's landmarks are joined by a line: trunk, arms, legs; of the face only the head. */
const BONES: readonly (readonly [number, number])[] = [
  [11, 12], [11, 23], [12, 24], [23, 24],
  [11, 13], [13, 15], [12, 14], [14, 16],
  [23, 25], [25, 27], [27, 31], [24, 26], [26, 28], [28, 32],
];
const HEAD = 0;
const JOINTS: readonly number[] = [HEAD, ...new Set(BONES.flat())];
/** Drawn faintly below this: the model guesses there. */
const SURE = 0.5;

export interface Shown {
  readonly turn: Turn;
  /** As in a mirror. */
  readonly mirrored: boolean;
}

/** The picture's own size once it is turned. */
export function turnedSize(video: HTMLVideoElement, turn: Turn): readonly [width: number, height: number] {
  const { videoWidth: width, videoHeight: height } = video;
  return turn === 90 || turn === 270 ? [height, width] : [width, height];
}

export function drawPicture(canvas: HTMLCanvasElement, video: HTMLVideoElement, { turn, mirrored }: Shown): void {
  const context = canvas.getContext("2d", { alpha: false });
  const [wide, high] = turnedSize(video, turn);
  if (!context || wide === 0) return;
  const scale = canvas.width / wide;
  const height = Math.round(high * scale);
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(mirrored ? -1 : 1, 0, 0, 1, canvas.width / 2, height / 2);
  context.rotate((turn * Math.PI) / 180);
  const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
  context.drawImage(video, -w / 2, -h / 2, w, h);
}

export function drawBones(canvas: HTMLCanvasElement, person: readonly Landmark[], { mirrored }: Shown): void {
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) return;
  const { width, height } = canvas;
  context.setTransform(mirrored ? -width : width, 0, 0, height, mirrored ? width : 0, 0);
  const thick = Math.max(width / 130, 2);
  // A light line in a dark one is seen on every ground.
  for (const [colour, share] of [["#06201e", 2], ["#8fe0d2", 1]] as const) {
    context.strokeStyle = context.fillStyle = colour;
    for (const [from, to] of BONES) line(context, [person[from], person[to]], thick * share);
    for (const joint of JOINTS) dot(context, person[joint], thick * share * (joint === HEAD ? 1.3 : 0.8));
  }
  context.globalAlpha = 1;
}

type Ends = readonly [Landmark | undefined, Landmark | undefined];

function line(context: CanvasRenderingContext2D, [a, b]: Ends, thick: number): void {
  if (!a || !b) return;
  context.globalAlpha = Math.min(a.visibility, b.visibility) < SURE ? 0.35 : 1;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
  inPixels(context, () => {
    context.lineWidth = thick;
    context.lineCap = "round";
    context.stroke();
  });
}

function dot(context: CanvasRenderingContext2D, at: Landmark | undefined, radius: number): void {
  if (!at) return;
  const { x, y } = context.getTransform().transformPoint({ x: at.x, y: at.y });
  context.globalAlpha = at.visibility < SURE ? 0.35 : 1;
  inPixels(context, () => {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  });
}

/** Thickness is the same across and down, whatever the picture's shape. */
function inPixels(context: CanvasRenderingContext2D, draw: () => void): void {
  context.save();
  context.resetTransform();
  draw();
  context.restore();
}
