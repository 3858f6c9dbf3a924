import { describe, expect, it } from "vitest";
import { Tape, indexAt } from "../src/tape";

/** Two clocks a test can move: the machine's, and the calendar's. */
function hands() {
  let steady_ms = 0;
  let calendar_ms = 1_000_000;
  return {
    clocks: { steady: () => steady_ms, calendar: () => calendar_ms },
    pass: (ms: number) => {
      steady_ms += ms;
      calendar_ms += ms;
    },
    sleep: (ms: number) => {
      calendar_ms += ms;
    },
  };
}

describe("the tape", () => {
  it("moves with the clock, and as many times faster as asked", () => {
    const { clocks, pass } = hands();
    const tape = new Tape(100, 10, 20, clocks);
    tape.play();
    pass(250);
    expect(tape.tick()).toEqual({ kind: "moved", from_s: 10, to_s: 15 });
  });

  it("stands while paused, however long that is, and goes on from there", () => {
    const { clocks, pass } = hands();
    const tape = new Tape(100, 10, 1, clocks);
    tape.play();
    pass(1000);
    tape.tick();
    tape.pause();
    pass(60_000);
    expect(tape.tick()).toEqual({ kind: "standing" });
    tape.play();
    pass(500);
    tape.tick();
    expect(tape.position_s).toBe(11.5);
  });

  it("stops where it was when the tab was frozen, instead of jumping ahead", () => {
    const { clocks, pass } = hands();
    const tape = new Tape(100, 10, 1, clocks);
    tape.play();
    pass(40_000);
    expect(tape.tick()).toEqual({ kind: "slept", for_s: 40 });
    expect(tape.position_s).toBe(10);
    expect(tape.playing).toBe(false);
  });

  it("notices a closed lid even where the machine's own clock stood still meanwhile", () => {
    const { clocks, sleep } = hands();
    const tape = new Tape(100, 10, 1, clocks);
    tape.play();
    sleep(40_000);
    expect(tape.tick()).toEqual({ kind: "slept", for_s: 40 });
  });

  it("ends at the end and never beyond", () => {
    const { clocks, pass } = hands();
    const tape = new Tape(11, 10, 1, clocks);
    tape.play();
    pass(2000);
    tape.tick();
    expect(tape.position_s).toBe(11);
    expect(tape.ended).toBe(true);
  });

  it("jumps only to places it has", () => {
    const tape = new Tape(100);
    tape.jump(-5);
    expect(tape.position_s).toBe(0);
    tape.jump(500);
    expect(tape.position_s).toBe(100);
  });
});

describe("finding the span of a second", () => {
  const spans = [{ end_s: 3 }, { end_s: 6 }, { end_s: 9 }];

  it("gives a boundary to the span that begins there, and the end to the last", () => {
    expect([0, 2.9, 3, 8.9, 9, 50].map((at_s) => indexAt(spans, at_s))).toEqual([0, 0, 1, 2, 2, 2]);
  });
});
