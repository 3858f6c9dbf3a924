/** Which of our bells a bell of the schedule is: heard with closed eyes, it tells what begins or ends. */

import type { Bell } from "./bells";
import { indexAt } from "./tape";
import type { Segment } from "./wire";

const TONES: Readonly<Record<Segment["kind"], Bell>> = {
  change_position: "switch",
  get_ready: "start",
  move: "move",
  hold: "start",
  pause: "hold_end",
  warm_up: "start",
  walk: "start",
  switch_sides: "switch",
  rest: "hold_end",
  finish: "finish",
};

/** The bell that rings at this moment; straight from a hold into a move, the end of the hold is heard. */
export function toneAt(segments: readonly Segment[], at_s: number): Bell {
  const index = indexAt(segments, at_s);
  const here = segments[index];
  if (!here) return "move";
  const held = here.start_s === at_s && segments[index - 1]?.kind === "hold";
  return held && here.kind === "move" ? "hold_end" : TONES[here.kind];
}
