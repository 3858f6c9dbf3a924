import { describe, expect, it } from "vitest";
import { breathAt } from "../src/breath";
import type { Cue, Segment } from "../src/wire";

const segment = { start_s: 10, end_s: 20, breathe: "easy" } as Segment;
const cue = (kind: Cue["kind"], at_s: number): Cue => ({ kind, at_s, words: "" });
const schedule = { total_s: 30, segments: [segment], cues: [cue("breathe_in", 10), cue("count", 11), cue("breathe_out", 14)] };

describe("the breath", () => {
  it("fills from one cue to the next and empties to the end of the span", () => {
    expect(breathAt(schedule, segment, 10)).toEqual({ word: "Breathe in", fullness: 0 });
    expect(breathAt(schedule, segment, 12).fullness).toBeCloseTo(0.5);
    expect(breathAt(schedule, segment, 14)).toEqual({ word: "Breathe out", fullness: 1 });
    expect(breathAt(schedule, segment, 20).fullness).toBeCloseTo(0);
  });

  it("takes a whole move for one breath", () => {
    const lift = { ...segment, start_s: 20, end_s: 24, breathe: "out" } as Segment;
    expect(breathAt(schedule, lift, 20)).toEqual({ word: "Breathe out", fullness: 1 });
  });

  it("says nothing where breathing is easy", () => {
    const easy = { ...segment, start_s: 20, end_s: 24 };
    expect(breathAt(schedule, easy, 22).word).toBe("");
  });
});
