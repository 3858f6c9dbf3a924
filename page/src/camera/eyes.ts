/** Gives the worker one picture at a time, always the newest: none waits, none piles up. */

import type { Progress } from "./loading";
import type { FromWorker, Look, Seen, Turn } from "./talk";

/** As much of a `Worker` as is used. */
export interface Port {
  postMessage(words: Look, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface Heard {
  loading(progress: Progress): void;
  ready(): void;
  seen(seen: Seen): void;
  failed(why: string): void;
}

/** Loading the model may take a slow device long; one picture may not. */
const MODEL_PATIENCE_MS = 90_000;
const PICTURE_PATIENCE_MS = 30_000;
const AGAIN_MS = [500, 1000, 2000, 4000, 8000];
/** A worker that does not start though the server is there will not start at all. */
const MOST_STARTS = 3;
const NOTHING: Progress = { loaded_bytes: 0, total_bytes: 0, away: false };

export class Eyes {
  private busy = true;
  private closed = false;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private port: Port;
  private begun = false;
  private starts = 0;
  private tries = 0;

  /**
   * @param make starts a worker; its program comes from the server, which may be away.
   * @param isThere whether the server answers.
   */
  constructor(
    private readonly make: () => Port,
    private readonly isThere: () => Promise<boolean>,
    private readonly heard: Heard,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.port = this.start();
  }

  /** True when a picture would be looked at right away. */
  get free(): boolean {
    return !this.busy && !this.closed;
  }

  /** Takes a picture now and has it looked at; does nothing while another one is. */
  async look(take: () => Promise<ImageBitmap>, turn: Turn): Promise<void> {
    if (!this.free) return;
    this.busy = true;
    const at_ms = this.now();
    let picture: ImageBitmap;
    try {
      picture = await take();
    } catch {
      this.busy = false; // the camera has just gone; whoever watches it says so
      return;
    }
    if (this.isClosed()) {
      picture.close();
      return;
    }
    this.expect(PICTURE_PATIENCE_MS);
    this.port.postMessage({ kind: "look", picture, turn, at_ms }, [picture]);
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.watchdog);
    this.port.terminate();
  }

  private start(): Port {
    const port = this.make();
    port.onmessage = ({ data }) => { this.hear(data); };
    port.onerror = (event) => { void this.stumble(event.message || "the worker did not start"); };
    port.onmessageerror = () => { this.fail("the worker could not be understood"); };
    this.expect(MODEL_PATIENCE_MS);
    return port;
  }

  /** Before its first word it may only be that the server is away: then it is started again. */
  private async stumble(why: string): Promise<void> {
    if (this.begun) {
      this.fail(why);
      return;
    }
    clearTimeout(this.watchdog);
    this.port.terminate();
    const isThere = await this.isThere();
    if (this.isClosed()) return;
    this.starts += isThere ? 1 : 0;
    if (this.starts >= MOST_STARTS) {
      this.fail(why);
      return;
    }
    if (!isThere) this.heard.loading({ ...NOTHING, away: true });
    const wait_ms = AGAIN_MS[Math.min(this.tries, AGAIN_MS.length - 1)];
    this.tries += 1;
    this.watchdog = setTimeout(() => { this.port = this.start(); }, wait_ms);
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private hear(words: FromWorker): void {
    if (this.closed) return;
    this.begun = true;
    clearTimeout(this.watchdog);
    if (words.kind === "loading") {
      // Nobody is called slow while the server is away.
      if (!words.away) this.expect(MODEL_PATIENCE_MS);
      this.heard.loading(words);
      return;
    }
    if (words.kind === "failed") {
      this.fail(words.why);
      return;
    }
    this.busy = false;
    if (words.kind === "ready") this.heard.ready();
    else this.heard.seen(words);
  }

  private expect(patience_ms: number): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => { this.fail("the worker does not answer"); }, patience_ms);
  }

  private fail(why: string): void {
    if (this.closed) return;
    this.close();
    this.heard.failed(why);
  }
}
