/** Where in a breath the tape is: read from the schedule, never decided here. */

import type { Cue, Schedule, Segment } from "./wire";

export interface Breath {
  readonly word: string;
  /** 0: breathed out; 1: full. */
  readonly fullness: number;
}

const EASY: Breath = { word: "", fullness: 0.5 };

/** The breath at this second: a whole move goes with one breath, a hold with those it is cued. */
export function breathAt(schedule: Schedule, segment: Segment | undefined, at_s: number): Breath {
  if (!segment) return EASY;
  if (segment.breathe !== "easy")
    return breath(segment.breathe === "in", (at_s - segment.start_s) / (segment.end_s - segment.start_s));
  const cues = schedule.cues.filter(
    (cue) => isBreath(cue) && cue.at_s >= segment.start_s && cue.at_s < segment.end_s,
  );
  const now = cues.findLast((cue) => cue.at_s <= at_s);
  if (now) {
    const until_s = cues.find((cue) => cue.at_s > at_s)?.at_s ?? segment.end_s;
    return breath(now.kind === "breathe_in", (at_s - now.at_s) / (until_s - now.at_s));
  }
  return EASY;
}

function isBreath(cue: Cue): boolean {
  return cue.kind === "breathe_in" || cue.kind === "breathe_out";
}

/** Slow at both ends, as lungs are. */
function breath(inwards: boolean, part: number): Breath {
  const eased = (1 - Math.cos(Math.PI * Math.min(Math.max(part, 0), 1))) / 2;
  return { word: inwards ? "Breathe in" : "Breathe out", fullness: inwards ? eased : 1 - eased };
}
