/**
 * What the worker does: one picture at a time, with whatever runs the model fastest here.
 *
 * It begins on the processor, which every device has. Only where that is too slow is the graphics
 * chip tried, on a few pictures; it stays when it was clearly faster. On some devices it is emulated
 * and hundreds of times slower, so that is never tried.
 */

import type { Landmark } from "../live/wire";
import type { Delegate, FromWorker, Look, Turn } from "./talk";

/** A picture upright, and how bright it is. */
export interface Upright<P> {
  readonly picture: P;
  readonly width: number;
  readonly height: number;
  readonly light: number;
}

export interface Model<P> {
  people(picture: P): Landmark[][];
  close(): void;
}

export interface Means<P> {
  /** Makes the model; slow, and fails where it can't run. */
  make(delegate: Delegate): Promise<Model<P>>;
  /** Turns a picture upright and measures its light. */
  upright(picture: ImageBitmap, turn: Turn): Upright<P>;
  /** Whether there is a real graphics chip. */
  hasChip(): boolean;
  now(): number;
  say(words: FromWorker): void;
}

/** Fifteen pictures a second are all that is asked for. */
const FAST_ENOUGH_MS = 1000 / 15;
const TRIED = 8;
/** The first pictures prepare what the others use, so they are not measured. */
const WARM_UP = 2;
const CLEARLY = 0.75;
/** So slow even once, and the trial is over. */
const HOPELESS_MS = 1500;

interface Runner<P> {
  readonly delegate: Delegate;
  readonly model: Model<P>;
  readonly took_ms: number[];
  looked: number;
}

export class Looking<P> {
  private current: Runner<P> | undefined;
  /** The other one, while both are compared. */
  private before: Runner<P> | undefined;
  private tried = false;

  constructor(private readonly means: Means<P>) {}

  async open(): Promise<void> {
    try {
      this.current = await this.run("CPU");
      this.means.say({ kind: "ready" });
    } catch (error) {
      this.means.say({ kind: "failed", why: String(error) });
    }
  }

  async look({ picture, turn, at_ms }: Look): Promise<void> {
    const runner = this.current;
    if (!runner) {
      picture.close();
      return;
    }
    const began = this.means.now();
    let people: Landmark[][] = [];
    let upright: Upright<P>;
    try {
      upright = this.means.upright(picture, turn);
      people = runner.model.people(upright.picture);
    } catch (error) {
      this.giveUp(runner, error);
      return;
    } finally {
      picture.close();
    }
    const took_ms = this.means.now() - began;
    const { width, height, light } = upright;
    this.means.say({ kind: "seen", at_ms, width, height, light, people, took_ms, delegate: runner.delegate });
    this.measured(runner, took_ms);
    await this.compare(runner);
  }

  private async run(delegate: Delegate): Promise<Runner<P>> {
    return { delegate, model: await this.means.make(delegate), took_ms: [], looked: 0 };
  }

  private measured(runner: Runner<P>, took_ms: number): void {
    runner.looked += 1;
    if (runner.looked <= WARM_UP) return;
    runner.took_ms.push(took_ms);
    if (runner.took_ms.length > TRIED) runner.took_ms.shift();
  }

  private async compare(runner: Runner<P>): Promise<void> {
    const { before } = this;
    const enough = runner.took_ms.length >= TRIED;
    if (before) {
      if (median(runner.took_ms.slice(-1)) > HOPELESS_MS) this.settle(before, runner);
      else if (enough)
        if (median(runner.took_ms) < CLEARLY * median(before.took_ms)) this.settle(runner, before);
        else this.settle(before, runner);
    } else if (enough && !this.tried && median(runner.took_ms) > FAST_ENOUGH_MS) {
      this.tried = true;
      if (this.means.hasChip()) await this.tryChip(runner);
    }
  }

  private async tryChip(runner: Runner<P>): Promise<void> {
    try {
      this.current = await this.run("GPU");
      this.before = runner;
    } catch {
      this.current = runner; // no harm done: the processor goes on
    }
  }

  private settle(kept: Runner<P>, left: Runner<P>): void {
    this.current = kept;
    this.before = undefined;
    left.model.close();
  }

  /** The chip's failure is no failure while the processor is there. */
  private giveUp(runner: Runner<P>, error: unknown): void {
    const { before } = this;
    if (!before) {
      this.means.say({ kind: "failed", why: String(error) });
      return;
    }
    this.settle(before, runner);
    this.means.say({ kind: "ready" });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
