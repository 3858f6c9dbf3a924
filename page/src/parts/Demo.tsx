/** A movement shown round and round, or pose by pose for whoever wants stillness. */

import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { filmAt } from "../films";
import { still } from "../motion";
import type { Film, Movement } from "../wire";
import { Figure } from "./Figure";
import { Icon } from "./Icon";
import { Waiting } from "./Waiting";
import { useLoad } from "./useLoad";

const STAGE_S = 2.2;
const REST_S = 0.9; // stays a moment in each pose, so that it can be seen
const STILL_S = 3;

interface DemoProps {
  readonly movement: Movement;
  readonly name: string;
  /** One side is enough to show how it goes. */
  readonly oneSide?: boolean;
}

export function Demo({ movement, name, oneSide = false }: DemoProps) {
  const sides = Object.keys(movement.films);
  const [side, setSide] = useState(sides[0] ?? "left");
  const path = movement.films[side] ?? "";
  const film = useLoad(() => filmAt(path), path);
  return (
    <div class="demo">
      <div class="stage">{film.value ? <Moving film={film.value} label={`${name}, moving`} /> : <Waiting error={film.error} />}</div>
      {movement.sides !== "both" && !oneSide && (
        <fieldset class="pills">
          <legend class="visually-hidden">Side</legend>
          {sides.map((one) => (
            <label key={one} class="pill">
              <input type="radio" name="side" checked={one === side} onChange={() => { setSide(one); }} />
              <span>{one === "left" ? "Left" : "Right"}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Moving({ film, label }: { readonly film: Film; readonly label: string }) {
  const position = useSignal(0);
  const [moving, setMoving] = useState(!still.value);
  useEffect(() => {
    if (!moving) return undefined;
    return still.value ? poseByPose(film, (at) => (position.value = at)) : roundAndRound(film, (at) => (position.value = at));
  }, [film, moving, position]);
  return (
    <>
      <Figure film={film} position={position} label={label} />
      <button type="button" class="button quiet corner" onClick={() => { setMoving(!moving); }}>
        <Icon name={moving ? "pause" : "play"} />
        <span class="visually-hidden">{moving ? "Hold the figure still" : "Let the figure move"}</span>
      </button>
    </>
  );
}

type Show = (position: number) => void;

function roundAndRound(film: Film, show: Show): () => void {
  const began = performance.now();
  let frame = 0;
  const draw = (now: number): void => {
    const at = Math.max(0, now - began) / 1000 / (STAGE_S + REST_S);
    const stage = Math.floor(at) % film.stages;
    const part = Math.min(((at % 1) * (STAGE_S + REST_S)) / STAGE_S, 1);
    show(stage + part);
    frame = requestAnimationFrame(draw);
  };
  frame = requestAnimationFrame(draw);
  return () => {
    cancelAnimationFrame(frame);
  };
}

function poseByPose(film: Film, show: Show): () => void {
  let stage = 0;
  const timer = setInterval(() => {
    stage = (stage % film.stages) + 1;
    show(stage);
  }, STILL_S * 1000);
  return () => {
    clearInterval(timer);
  };
}
