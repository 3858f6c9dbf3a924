/** The tape a session plays on: a position in seconds that moves with the clock, and nothing else. */

/** Longer than any busy moment of a browser, shorter than anyone could miss: then we slept. */
const ASLEEP_AFTER_MS = 3000;

export interface Clocks {
  /** Milliseconds that never jump back; may stand still while the machine sleeps. */
  steady(): number;
  /** Milliseconds of the calendar; goes on while the machine sleeps. */
  calendar(): number;
}

const deviceClocks: Clocks = {
  steady: () => performance.now(),
  calendar: () => Date.now(),
};

/** What happened since the last look: time passed, or the machine slept and the tape now stands. */
export type Step =
  | { readonly kind: "moved"; readonly from_s: number; readonly to_s: number }
  | { readonly kind: "slept"; readonly for_s: number }
  | { readonly kind: "standing" };

export class Tape {
  position_s: number;
  playing = false;
  private lastSteady = 0;
  private lastCalendar = 0;

  constructor(
    readonly total_s: number,
    position_s = 0,
    private readonly speed = 1,
    private readonly clocks: Clocks = deviceClocks,
  ) {
    this.position_s = this.within(position_s);
  }

  play(): void {
    this.lastSteady = this.clocks.steady();
    this.lastCalendar = this.clocks.calendar();
    this.playing = true;
  }

  pause(): void {
    this.playing = false;
  }

  jump(to_s: number): void {
    this.position_s = this.within(to_s);
  }

  /** Moves with the clock. A gap means the lid was closed: the tape stops where it was, unmoved. */
  tick(): Step {
    if (!this.playing) return { kind: "standing" };
    const steady = this.clocks.steady();
    const calendar = this.clocks.calendar();
    const passed_ms = steady - this.lastSteady;
    const gap_ms = Math.max(passed_ms, calendar - this.lastCalendar);
    this.lastSteady = steady;
    this.lastCalendar = calendar;
    if (gap_ms > ASLEEP_AFTER_MS) {
      this.playing = false;
      return { kind: "slept", for_s: gap_ms / 1000 };
    }
    const from_s = this.position_s;
    this.position_s = this.within(from_s + (passed_ms / 1000) * this.speed);
    return { kind: "moved", from_s, to_s: this.position_s };
  }

  get ended(): boolean {
    return this.position_s >= this.total_s;
  }

  private within(s: number): number {
    return Math.min(Math.max(s, 0), this.total_s);
  }
}

/** The index of the span that holds this second; the last one at and beyond the end. */
export function indexAt(spans: readonly { readonly end_s: number }[], at_s: number): number {
  const found = spans.findIndex((span) => at_s < span.end_s);
  return found === -1 ? spans.length - 1 : found;
}
