/** Plays a schedule: moves the tape, says and rings what it holds, and tells the record. */

import { batch, computed, signal } from "@preact/signals";
import type { Bell } from "./bells";
import type { Outbox } from "./outbox";
import { type Step, Tape, indexAt } from "./tape";
import { toneAt } from "./tones";
import type { Urgency } from "./voice";
import type { Cue, Schedule, Segment } from "./wire";

export type Status =
  /** Not yet begun, or reloaded: waits for a tap. */
  | "waiting"
  /** Getting back into position before time runs on. */
  | "leading_in"
  | "playing"
  | "paused"
  /** The machine slept; nothing was skipped. */
  | "slept"
  | "hurting"
  | "stopping"
  | "ended";

/** What a person may tell of a pain: 0 to 10, and where. */
export type Hurt = { readonly pain: number } | { readonly where: string };

export interface Sounds {
  say(words: string, urgency: Urgency): void;
  hush(): void;
  ring(bell: Bell): void;
}

/** The big number and the ring say these already. */
const SHOWN: readonly Cue["kind"][] = ["count", "three_two_one", "breathe_in", "breathe_out"];

const HEARTBEAT_MS = 1000;

export class Player {
  readonly status = signal<Status>("waiting");
  readonly position_s = signal(0);
  readonly caption = signal("");
  readonly schedule = signal<Schedule>({ total_s: 0, segments: [], cues: [] });
  readonly lead_s = signal(0);
  private readonly index = signal(0);
  readonly segment = computed(() => this.schedule.value.segments[this.index.value]);
  private tape: Tape;
  private begun: boolean;
  private lastBeat = 0;
  private leadUntil = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private frame = 0;
  /** Whether more about the latest pain is being told. */
  private telling = false;

  constructor(
    schedule: Schedule,
    at_s: number,
    private readonly outbox: Outbox,
    private readonly sounds: Sounds,
    private readonly speed: number,
    private readonly onEnd: () => void,
  ) {
    this.tape = new Tape(schedule.total_s, at_s, speed);
    this.begun = at_s > 0;
    this.load(schedule, at_s);
  }

  /** The first tap, or the one after a reload. */
  start(): void {
    this.outbox.add(this.begun ? "resumed" : "started", this.position_s.value);
    this.leadIn(!this.begun);
    this.begun = true;
  }

  toggle(): void {
    if (this.status.value === "playing" || this.status.value === "leading_in") this.pause();
    else this.resume();
  }

  pause(): void {
    this.halt("paused", "Paused.");
    this.outbox.add("paused", this.position_s.value);
  }

  resume(): void {
    if (this.status.value === "waiting") {
      this.start();
      return;
    }
    this.outbox.add("resumed", this.position_s.value);
    this.leadIn(false);
  }

  /** A hand held up: pauses or goes on; after a pain only a tap goes on. */
  heed(toGoOn: string): void {
    const status = this.status.value;
    if (status === "playing" || status === "leading_in") {
      this.halt("paused", `Paused. ${toGoOn}`);
      this.outbox.add("paused", this.position_s.value);
      this.sounds.ring("hold_end");
    } else if (status === "paused" || status === "slept" || status === "waiting") {
      this.resume();
      this.sounds.ring("start");
    }
  }

  back(): void {
    this.leap("back", this.segment.value?.back_s);
  }

  skip(): void {
    this.leap("skipped", this.segment.value?.skip_s);
  }

  repeat(): void {
    this.leap("repeated", this.segment.value?.repeat_s);
  }

  /** Stops at once; nothing goes on before the person says so. */
  hurts(): void {
    this.halt("hurting", "Stop. Let go slowly, and rest.");
    // On its way at once: whatever happens next, this is on record.
    this.outbox.add("hurt", this.position_s.value);
    this.telling = false;
  }

  /** How much and where, for whoever wants to tell; part of what is on record about this pain. */
  tellHurt(told: Hurt): void {
    if (!this.telling) this.outbox.begin("hurt_told", this.position_s.value);
    this.telling = true;
    this.outbox.amend(told);
  }

  /** Stands still while the person decides whether to end here. */
  askToStop(): void {
    this.halt("stopping", "");
    this.outbox.add("paused", this.position_s.value);
  }

  stop(): void {
    this.outbox.add("stopped", this.position_s.value);
    this.leave();
    this.onEnd();
  }

  /** Goes on with a new schedule from a new place; the old one is gone. */
  change(schedule: Schedule, at_s: number, why: string): void {
    this.tape = new Tape(schedule.total_s, at_s, this.speed);
    this.load(schedule, at_s);
    this.run();
    if (this.segment.value?.say.startsWith(why)) {
      this.arrive(at_s, "now");
    } else {
      this.tell(why, "now");
      this.arrive(at_s, "next");
    }
    this.go();
  }

  /** Silent and still, for whoever leaves the screen. */
  leave(): void {
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
    this.timer = undefined;
    this.tape.pause();
    this.sounds.hush();
  }

  private load(schedule: Schedule, at_s: number): void {
    batch(() => {
      this.schedule.value = schedule;
      this.position_s.value = at_s;
      this.index.value = indexAt(schedule.segments, at_s);
    });
  }

  /** A timer besides the frames, because a hidden page gets no frames. */
  private run(): void {
    if (this.timer !== undefined) return;
    this.timer = setInterval(() => {
      this.look();
    }, 200);
    const draw = (): void => {
      this.look();
      this.frame = requestAnimationFrame(draw);
    };
    this.frame = requestAnimationFrame(draw);
  }

  private halt(status: Status, words: string): void {
    this.tape.pause();
    this.sounds.hush();
    this.status.value = status;
    this.lead_s.value = 0;
    if (words) this.tell(words, "now");
  }

  private leap(kind: "back" | "skipped" | "repeated", to_s: number | undefined): void {
    if (to_s === undefined) return;
    const moves = this.status.value === "playing" || this.status.value === "leading_in";
    this.outbox.add(kind, this.position_s.value, { to_s });
    this.tape.jump(to_s);
    this.arrive(this.tape.position_s, "now");
    if (moves) this.go();
    else if (this.status.value !== "waiting") this.status.value = "paused";
  }

  private leadIn(begins: boolean): void {
    this.run();
    const lead_s = begins ? 0 : (this.segment.value?.lead_in_s ?? 0) / this.speed;
    if (lead_s <= 0) {
      this.arrive(this.position_s.value, "now");
      this.go();
      return;
    }
    this.leadUntil = performance.now() + lead_s * 1000;
    this.lead_s.value = lead_s;
    this.status.value = "leading_in";
    this.tell(this.segment.value?.caption ?? "", "now");
  }

  private go(): void {
    this.lead_s.value = 0;
    this.status.value = "playing";
    this.tape.play();
  }

  private look(): void {
    if (this.status.value === "leading_in") {
      this.lead_s.value = Math.max((this.leadUntil - performance.now()) / 1000, 0);
      if (this.lead_s.value === 0) this.go();
    }
    const step = this.tape.tick();
    if (step.kind === "slept") this.wake();
    if (step.kind === "moved") this.move(step);
    this.beat();
  }

  private wake(): void {
    this.halt("slept", "This device was asleep. I waited for you.");
    this.outbox.add("paused", this.position_s.value, { why: "slept" });
  }

  private move(step: Extract<Step, { kind: "moved" }>): void {
    const { segments, cues } = this.schedule.value;
    const before = this.index.value;
    const after = indexAt(segments, step.to_s);
    for (let done = before; done < after; done += 1) this.finished(done);
    batch(() => {
      this.position_s.value = step.to_s;
      this.index.value = after;
      if (after !== before) this.enter(segments[after], "next");
      for (const cue of cues) {
        if (cue.at_s > step.from_s && cue.at_s <= step.to_s) this.cue(cue);
      }
    });
    if (this.tape.ended) this.end(after);
  }

  private finished(index: number): void {
    const segment = this.schedule.value.segments[index];
    if (!segment) return;
    this.outbox.add("segment_done", segment.end_s, { segment: index });
  }

  private end(index: number): void {
    this.finished(index);
    this.outbox.add("finished", this.position_s.value);
    this.status.value = "ended";
    this.leave();
    this.onEnd();
  }

  private arrive(at_s: number, urgency: Urgency): void {
    batch(() => {
      this.position_s.value = at_s;
      this.index.value = indexAt(this.schedule.value.segments, at_s);
      this.enter(this.segment.value, urgency);
      for (const cue of this.schedule.value.cues) if (cue.at_s === at_s) this.cue(cue);
    });
  }

  private enter(segment: Segment | undefined, urgency: Urgency): void {
    if (!segment) return;
    this.tell(segment.say, urgency);
  }

  private cue(cue: Cue): void {
    if (cue.kind === "bell") this.sounds.ring(toneAt(this.schedule.value.segments, cue.at_s));
    if (cue.kind === "three_two_one") this.sounds.ring("tick");
    if (cue.words) this.sounds.say(cue.words, "if_quiet");
    if (cue.words && !SHOWN.includes(cue.kind)) this.caption.value = cue.words;
  }

  private tell(words: string, urgency: Urgency): void {
    if (words) this.caption.value = words;
    this.sounds.say(words, urgency);
  }

  private beat(): void {
    const now = performance.now();
    if (now - this.lastBeat < HEARTBEAT_MS || this.status.value === "waiting") return;
    this.lastBeat = now;
    this.outbox.beat(this.position_s.value);
  }
}
