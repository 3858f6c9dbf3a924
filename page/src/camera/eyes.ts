/** Gives the worker one picture at a time, always the newest: none waits, none piles up. */

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
  ready(): void;
  seen(seen: Seen): void;
  failed(why: string): void;
}

/** Loading the model may take a slow device long; one picture may not. */
const MODEL_PATIENCE_MS = 90_000;
const PICTURE_PATIENCE_MS = 30_000;

export class Eyes {
  private busy = true;
  private closed = false;
  private watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly port: Port,
    private readonly heard: Heard,
    private readonly now: () => number = () => performance.now(),
  ) {
    port.onmessage = ({ data }) => { this.hear(data); };
    port.onerror = (event) => { this.fail(event.message || "the worker did not start"); };
    port.onmessageerror = () => { this.fail("the worker could not be understood"); };
    this.expect(MODEL_PATIENCE_MS);
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

  private isClosed(): boolean {
    return this.closed;
  }

  private hear(words: FromWorker): void {
    if (this.closed) return;
    clearTimeout(this.watchdog);
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
