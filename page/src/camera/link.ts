/**
 * The live socket, seen from the page: it opens, sends what was seen, and comes back by itself.
 *
 * docs/live.md tells what travels. Whatever fails here, the session goes on by its clock.
 */

import { type FromPage, type Judged, type Picture, type ToPage, VERSION, decodeJudged, encodePicture } from "../live/wire";

/** As much of a `WebSocket` as is used. */
export interface Socket {
  binaryType: BinaryType;
  send(content: string | ArrayBuffer): void;
  close(): void;
  onmessage: ((event: MessageEvent<string | ArrayBuffer>) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
}

export type Welcome = Extract<ToPage, { kind: "welcome" }>;

type Seen = Omit<Picture, "t_ms">;

export interface Told {
  /** The answer to what was seen. */
  judged(judged: Judged, seen: Seen): void;
  said(words: Exclude<ToPage, { kind: "welcome" | "refused" }>): void;
  welcome(words: Welcome): void;
  /** The server doesn't answer; it is tried again quietly. */
  away(): void;
  /** This session can't be watched from here; it isn't tried again. */
  refused(words: string): void;
}

/** Ours to give when the server speaks a version of the wire that this page doesn't know. */
const OUTDATED = "Unkink was updated. Reload the page to go on with the camera.";
const AGAIN_MS = [500, 1000, 2000, 4000, 8000];
/** An answer takes milliseconds; after this the connection is taken as lost. */
const PATIENCE_MS = 8000;
/** Codes of docs/live.md after which trying again is of no use. */
const FINAL: readonly number[] = [4404, 4409];
/** So often a message of ours may be called no good before it isn't tried again. */
const MOST_BAD = 3;
const BAD = 4400;

export class Link {
  private socket: Socket | undefined;
  private open = false;
  private begun_ms = 0;
  private last_ms = -1;
  private unanswered: (readonly [t_ms: number, seen: Seen])[] = [];
  private most = 1;
  private wanted: readonly FromPage[] = [];
  private tries = 0;
  private bad = 0;
  private why = "";
  private over = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connect: () => Socket,
    private readonly told: Told,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.dial();
  }

  /** What is to be watched from now on, one after the other; told again after a lost connection. */
  want(wanted: readonly FromPage[]): void {
    const before = this.wanted.map((one) => JSON.stringify(one));
    const now = wanted.map((one) => JSON.stringify(one));
    const goesOn = before.every((one, index) => one === now[index]);
    this.wanted = wanted;
    if (this.open) for (const one of goesOn ? now.slice(before.length) : now) this.socket?.send(one);
  }

  /** Sends what was seen at *at_ms* of the page's clock, unless the server is still busy. */
  see(at_ms: number, seen: Seen): boolean {
    const waits_ms = this.now() - this.begun_ms - (this.unanswered[0]?.[0] ?? Infinity);
    if (this.open && waits_ms > PATIENCE_MS) this.socket?.close();
    if (!this.open || this.unanswered.length >= this.most) return false;
    const t_ms = Math.round(at_ms - this.begun_ms);
    if (t_ms <= this.last_ms) return false;
    this.last_ms = t_ms;
    this.unanswered.push([t_ms, seen]);
    this.socket?.send(encodePicture({ ...seen, t_ms }));
    return true;
  }

  close(): void {
    this.over = true;
    this.open = false;
    clearTimeout(this.again);
    this.socket?.close();
  }

  private dial(): void {
    const socket = this.connect();
    this.socket = socket;
    this.why = "";
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => {
      if (this.over || socket !== this.socket) return;
      if (typeof data === "string") this.hear(JSON.parse(data) as ToPage);
      else this.answered(data);
    };
    socket.onclose = ({ code }) => {
      if (!this.over && socket === this.socket) this.lost(code);
    };
  }

  private hear(words: ToPage): void {
    if (words.kind === "welcome") this.begin(words);
    else if (words.kind === "refused") this.why = [words.error, words.what_to_do].filter(Boolean).join(" ");
    else this.told.said(words);
  }

  private begin(welcome: Welcome): void {
    if (welcome.version !== VERSION) {
      this.end(OUTDATED);
      return;
    }
    this.open = true;
    this.tries = 0;
    this.begun_ms = this.now();
    this.last_ms = -1;
    this.unanswered = [];
    this.most = welcome.most_unanswered;
    this.told.welcome(welcome);
    for (const one of this.wanted) this.socket?.send(JSON.stringify(one));
  }

  private answered(bytes: ArrayBuffer): void {
    const judged = decodeJudged(bytes);
    if (!judged) return;
    const [, seen] = this.unanswered.find(([t_ms]) => t_ms === judged.t_ms) ?? [];
    // It stands for all pictures before it, too.
    this.unanswered = this.unanswered.filter(([t_ms]) => t_ms > judged.t_ms);
    if (seen) this.told.judged(judged, seen);
  }

  private lost(code: number): void {
    this.open = false;
    if (code === BAD) this.bad += 1;
    if (FINAL.includes(code) || this.bad >= MOST_BAD) {
      this.end(this.why);
      return;
    }
    this.told.away();
    const wait_ms = AGAIN_MS[Math.min(this.tries, AGAIN_MS.length - 1)];
    this.tries += 1;
    this.again = setTimeout(() => { this.dial(); }, wait_ms);
  }

  private end(words: string): void {
    this.close();
    this.told.refused(words);
  }
}

/** The socket of one session, on the server this page came from. */
export function sessionSocket(session_id: string): Socket {
  // Without a session nothing is kept: to place the camera, or to measure.
  const path = session_id === "" ? "/api/live" : `/api/live/${encodeURIComponent(session_id)}`;
  const address = new URL(path, location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return new WebSocket(address);
}
