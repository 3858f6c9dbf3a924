import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Speaker, Voice, pickVoice } from "../src/voice";

const nothing = (): void => {
  // until something is said there is nothing to end
};

/** A device that says what it is given and is done when the test says so. */
class Mouth implements Speaker {
  readonly said: string[] = [];
  cancelled = 0;
  done: () => void = nothing;

  speak(words: string, over: () => void): void {
    this.said.push(words);
    this.done = over;
  }

  cancel(): void {
    this.cancelled += 1;
    const over = this.done;
    over(); // a real device also tells the end of what was cut off
  }
}

describe("the voice", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const speaking = () => {
    const mouth = new Mouth();
    return { mouth, voice: new Voice(mouth, () => Date.now()) };
  };

  it("never speaks over itself: what comes next waits its turn", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift your hips.");
    voice.say("Slowly down.");
    expect(mouth.said).toEqual(["Lift your hips."]);
    mouth.done();
    expect(mouth.said).toEqual(["Lift your hips.", "Slowly down."]);
  });

  it("leaves counts unsaid while it is speaking, since late they are wrong", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift your hips.");
    voice.say("three", "if_quiet");
    mouth.done();
    expect(mouth.said).toEqual(["Lift your hips."]);
    voice.say("two", "if_quiet");
    expect(mouth.said).toEqual(["Lift your hips.", "two"]);
  });

  it("drops what is being said, and all that waits, when something must be said now", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift your hips.");
    voice.say("Slowly down.");
    voice.say("Stop.", "now");
    mouth.done();
    expect(mouth.said).toEqual(["Lift your hips.", "Stop."]);
    expect(mouth.cancelled).toBe(1);
  });

  it("leaves unsaid what waited too long", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift your hips, and keep your feet and your shoulders pressing into the ground.");
    voice.say("Slowly down.");
    vi.advanceTimersByTime(4500);
    mouth.done();
    expect(mouth.said).toHaveLength(1);
  });

  it("goes on when the device never says that it ended", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift.");
    vi.advanceTimersByTime(60_000);
    voice.say("Slowly down.");
    expect(mouth.said).toEqual(["Lift.", "Slowly down."]);
  });

  it("is silent at once when hushed", () => {
    const { mouth, voice } = speaking();
    voice.say("Lift your hips.");
    voice.say("Slowly down.");
    voice.hush();
    expect(mouth.said).toEqual(["Lift your hips."]);
    expect(mouth.cancelled).toBe(1);
  });
});

describe("choosing a voice", () => {
  const voices = [{ name: "Anna" }, { name: "Brian" }];

  it("takes the one the person chose, else the device's first, else none", () => {
    expect(pickVoice(voices, "Brian")).toBe(voices[1]);
    expect(pickVoice(voices, "Gone since")).toBe(voices[0]);
    expect(pickVoice(voices.slice(2), "Brian")).toBeUndefined();
  });
});
