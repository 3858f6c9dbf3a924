/**
 * How often a picture is looked at: evenly, and as often as this device keeps up with.
 *
 * Uneven pictures tell the coach less than fewer even ones, and a device that is always busy gets
 * hot and stutters.
 */

/** Each divides a camera's thirty pictures a second evenly, or nearly. */
const STEPS_PER_S: readonly number[] = [15, 12, 10, 8];
/** Of the time between two pictures at most so much is spent looking. */
const BUSY = 0.8;
/** Faster again only where there is this much room. */
const ROOM = 1.15;
const MEASURED = 9;
const FIRST_PER_S = 10;

export class Pace {
  private per_s = FIRST_PER_S;
  private took_ms: readonly number[] = [];

  /** @param most_per_s more than these are of no use to the server. */
  constructor(public most_per_s: number) {}

  /** One picture took so long, from the camera to its joints. */
  took(ms: number): void {
    this.took_ms = [...this.took_ms, ms].slice(-MEASURED);
    if (this.took_ms.length < MEASURED) return;
    const middle = [...this.took_ms].sort((a, b) => a - b)[MEASURED >> 1] ?? 0;
    const can_per_s = (BUSY * 1000) / Math.max(middle, 1);
    const now_per_s = STEPS_PER_S.find((step) => step <= can_per_s / (step > this.per_s ? ROOM : 1));
    this.per_s = now_per_s ?? STEPS_PER_S.at(-1) ?? FIRST_PER_S;
  }

  /** Between one picture and the next. */
  get every_ms(): number {
    return 1000 / Math.min(this.per_s, this.most_per_s);
  }
}
