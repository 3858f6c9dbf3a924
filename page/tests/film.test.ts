import { describe, expect, it } from "vitest";
import { type Film, filmPosition, frameAt, inOneRound, pathOf } from "../src/film";

const film: Film = {
  view_box: [0, 0, 10, 10],
  defs: "",
  shapes: [
    { id: "thigh", commands: "ML" },
    { id: "shin", commands: "ML" },
  ],
  frames_per_stage: 2,
  stages: 1,
  frames: [
    { order: [0, 1], numbers: [[0, 0, 1, 1], [5, 5, 6, 6]] },
    { order: [0, 1], numbers: [[2, 0, 3, 1], [5, 5, 6, 6]] },
    { order: [1, 0], numbers: [[4, 0, 5, 1], [5, 5, 6, 6]] },
  ],
};

describe("a film", () => {
  it("shows its own frames as they are", () => {
    expect(frameAt(film, 0)).toBe(film.frames[0]);
    expect(frameAt(film, 1)).toBe(film.frames[2]);
  });

  it("is blended evenly between two frames", () => {
    expect(frameAt(film, 0.25).numbers).toEqual([[1, 0, 2, 1], [5, 5, 6, 6]]);
  });

  it("changes what lies in front half way between two frames", () => {
    expect(frameAt(film, 0.74).order).toEqual([0, 1]);
    expect(frameAt(film, 0.76).order).toEqual([1, 0]);
  });

  it("stands at its ends for positions beyond them", () => {
    expect(frameAt(film, -1)).toBe(film.frames[0]);
    expect(frameAt(film, 9)).toBe(film.frames[2]);
  });
});

describe("a path", () => {
  it("deals the numbers out to its letters", () => {
    expect(pathOf("MCZ", [1, 2, 3, 4, 5, 6, 7, 8.004])).toBe("M1 2C3 4 5 6 7 8Z");
  });

  it("refuses a letter it does not know rather than draw nonsense", () => {
    expect(() => pathOf("MX", [1, 2, 3])).toThrow("unknown path command X");
  });
});

describe("a span of time in a film", () => {
  it("goes evenly from one position to the other", () => {
    const span = { film_from: 1, film_to: 2, start_s: 10, end_s: 14 };
    expect([9, 10, 12, 14, 15].map((at_s) => filmPosition(span, at_s))).toEqual([1, 1, 1.5, 2, 2]);
  });

  it("stands at its end where it takes no time", () => {
    expect(filmPosition({ film_from: 1, film_to: 1, start_s: 10, end_s: 10 }, 10)).toBe(1);
  });

  it("goes round and round in a film of two stages", () => {
    expect([0, 1.5, 2, 2.5, 5, 4.25].map((at) => inOneRound(at, 2))).toEqual([0, 1.5, 2, 0.5, 1, 0.25]);
  });
});
