/**
 * What happened in a session, on its way to the record.
 *
 * Every event is numbered and kept on this device until the server says it has it, so neither a
 * reload nor a server that was away loses one, and sending twice does no harm.
 */

import { signal } from "@preact/signals";
import { Refused, Unreachable } from "./api";
import type { SessionEvent } from "./wire";

export type Happening = Required<SessionEvent>;
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Says the last number the server has; throws when it can't be reached or refuses. */
export type Post = (events: readonly Happening[]) => Promise<number>;

interface Kept {
  readonly next_seq: number;
  readonly events: readonly Happening[];
}

const AT_MOST = 200; // in one letter; the rest follows in the next

const KEY = "unkink.outbox.";

/** The sessions whose events still wait on this device. */
export function waitingSessions(shelf: Storage): string[] {
  return Object.keys(shelf)
    .filter((key) => key.startsWith(KEY))
    .map((key) => key.slice(KEY.length));
}

export class Outbox {
  /** True while the server can't be reached; the session goes on by the clock. */
  readonly away = signal(false);
  private next_seq: number;
  private events: readonly Happening[];
  private sending: Promise<void> | undefined;
  private open: number | undefined;
  private readonly key: string;

  constructor(
    session_id: string,
    last_seq: number,
    private readonly post: Post,
    private readonly shelf: Shelf,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.key = KEY + session_id;
    const kept = this.read();
    this.events = kept.events.filter((event) => event.seq > last_seq);
    this.next_seq = Math.max(kept.next_seq, last_seq + 1);
  }

  get waiting(): number {
    return this.events.length;
  }

  add(kind: Happening["kind"], position_s: number, data: Happening["data"] = {}): void {
    const happening = { seq: this.number(), kind, position_s, at: this.now().toISOString(), data };
    this.events = [...this.events, happening];
    this.keep();
    void this.flush();
  }

  /** Happened, and may still be told more of: kept at once, and on its way with whatever comes next. */
  begin(kind: Happening["kind"], position_s: number): void {
    const happening = { seq: this.number(), kind, position_s, at: this.now().toISOString(), data: {} };
    this.events = [...this.events, happening];
    this.open = happening.seq;
    this.keep();
  }

  /** More about what was begun; too late once it is on its way. */
  amend(data: Happening["data"]): void {
    this.events = this.events.map((event) =>
      event.seq === this.open ? { ...event, data: { ...event.data, ...data } } : event,
    );
    this.keep();
  }

  /** A sign of life; while the server is away the newest says all, so only that one is kept. */
  beat(position_s: number): void {
    if (this.sending || this.open !== undefined) return;
    const last = this.events.at(-1);
    if (last?.kind !== "heartbeat") {
      this.add("heartbeat", position_s);
      return;
    }
    this.events = [...this.events.slice(0, -1), { ...last, position_s, at: this.now().toISOString() }];
    this.keep();
    void this.flush();
  }

  /** Sends all that waits, one letter at a time. True when nothing is left waiting. */
  async flush(): Promise<boolean> {
    this.open = undefined;
    this.sending ??= this.send().finally(() => (this.sending = undefined));
    await this.sending;
    return this.events.length === 0;
  }

  /**
   * Lets the server write an event of its own under the next number, after all that came before it.
   * Throws `Unreachable` when what waits could not be delivered first.
   */
  async inTurn<T>(act: (seq: number) => Promise<T>): Promise<T> {
    if (!(await this.flush())) throw new Unreachable("Unkink is away.");
    const acting = act(this.number());
    const settled = acting.then(
      () => undefined,
      () => undefined,
    );
    this.sending = settled.finally(() => (this.sending = undefined));
    return acting;
  }

  /** All but what may still be told more of. */
  private get ready(): readonly Happening[] {
    return this.events.filter((event) => event.seq !== this.open);
  }

  private number(): number {
    this.next_seq += 1;
    return this.next_seq - 1;
  }

  private async send(): Promise<void> {
    for (let first = this.ready[0]; first; first = this.ready[0]) {
      try {
        const last_seq = await this.post(this.ready.slice(0, AT_MOST));
        this.events = this.events.filter((event) => event.seq > last_seq);
        this.away.value = false;
      } catch (error) {
        // A refusal stands however often we ask: the session was closed elsewhere.
        if (error instanceof Refused) this.events = [];
        this.away.value = !(error instanceof Refused);
      }
      this.keep();
      if (this.away.value || this.ready[0] === first) return;
    }
  }

  private keep(): void {
    try {
      if (this.events.length === 0) this.shelf.removeItem(this.key);
      else this.shelf.setItem(this.key, JSON.stringify({ next_seq: this.next_seq, events: this.events }));
    } catch {
      // no room, or storage switched off: the events still wait in this page
    }
  }

  private read(): Kept {
    try {
      const text = this.shelf.getItem(this.key);
      if (text !== null) return JSON.parse(text) as Kept;
    } catch {
      // not ours or broken: the server's own record stands
    }
    return { next_seq: 1, events: [] };
  }
}
