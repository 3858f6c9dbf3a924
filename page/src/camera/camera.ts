/**
 * The camera in use: its picture, what was seen in it, and what the server says to that.
 *
 * One for the page, so that the picture goes on from setting up to the session. Nothing of it is
 * loaded before somebody wants it. The picture itself never leaves this page.
 */

import { batch, effect, signal, untracked } from "@preact/signals";
import { api } from "../api";
import type { FromPage, Judged, Landmark, ToPage } from "../live/wire";
import { place } from "../router";
import { CameraRefused, type CameraChoice, WORDS, cameras, openCamera } from "./device";
import { Eyes } from "./eyes";
import { Link, sessionSocket } from "./link";
import type { Progress } from "./loading";
import { remember, remembered } from "./memory";
import { Pace } from "./pace";
import type { Seen, Turn } from "./talk";

export type State = "off" | "opening" | "on" | "failed";
type Said<K extends ToPage["kind"]> = Extract<ToPage, { kind: K }>;
/** What the server says of what somebody does. */
export type Word = Exclude<ToPage, { kind: "welcome" | "refused" | "placed" | "watching" }>;

/** Until the server says how many pictures a second are enough. */
const PER_S = 15;
const LOOK_MS = 15;
/** A camera whose picture has stood still for so long is lost. */
const STILL_MS = 5000;

export class Camera {
  readonly state = signal<State>("off");
  /** Why it doesn't work, in plain words; empty when it does. */
  readonly trouble = signal("");
  /** The browser's own words for it, for whoever helps. */
  readonly why = signal("");
  readonly choices = signal<readonly CameraChoice[]>([]);
  readonly chosen = signal("");
  readonly turn = signal<Turn>(0);
  readonly mirrored = signal(true);
  /** The model is there, so that somebody can be found. */
  readonly looks = signal(false);
  /** How far what finds people is loaded; null before it is asked for. */
  readonly loading = signal<Progress | null>(null);
  /** The joints of the one who is coached, to be drawn. */
  readonly followed = signal<readonly Landmark[] | null>(null);
  /** Pictures looked at in the last seconds, a second. */
  readonly per_s = signal(0);
  readonly judged = signal<Judged | null>(null);
  readonly placed = signal<Said<"placed"> | null>(null);
  readonly watching = signal<Said<"watching"> | null>(null);
  /** The server doesn't answer just now. */
  readonly away = signal(false);
  readonly video = document.createElement("video");
  /** Hears what the server says of what somebody does. */
  onWord: ((words: Word) => void) | undefined;
  /** Gets every picture's joints, too: for a test that is judged as a whole. */
  onSeen: ((seen: Seen) => void) | undefined;
  private stream: MediaStream | undefined;
  private eyes: Eyes | undefined;
  private link: Link | undefined;
  private session_id = "";
  private wanted: readonly FromPage[] = [];
  private pace = new Pace(PER_S);
  private timer: ReturnType<typeof setInterval> | undefined;
  private looked_ms = 0;
  private moved_ms = 0;
  private shown_s = -1;
  private times: number[] = [];
  private opening = 0;

  constructor() {
    this.video.muted = true;
    this.video.playsInline = true;
  }

  /** Watches this session from now on; at once true again after a reload. */
  async start(session_id: string): Promise<void> {
    if (this.session_id === session_id && this.state.value !== "off" && this.state.value !== "failed") return;
    this.stop();
    this.session_id = session_id;
    await this.open(remembered().camera);
  }

  /** Another camera instead. */
  async choose(id: string): Promise<void> {
    const { session_id, wanted } = this;
    this.stop();
    this.session_id = session_id;
    this.wanted = wanted;
    await this.open(id);
  }

  turnOn(): void {
    this.turn.value = ((this.turn.value + 90) % 360) as Turn;
    this.followed.value = null;
    remember({ camera: this.chosen.value, turn: this.turn.value });
  }

  /** What is done now; the server knows what that means for judging. */
  watch(...wanted: readonly FromPage[]): void {
    this.wanted = wanted;
    this.link?.want(wanted);
  }

  /** Its light goes out; nothing is kept. */
  stop(): void {
    this.opening += 1;
    this.close();
    batch(() => {
      this.state.value = "off";
      this.trouble.value = "";
    });
    this.session_id = "";
    this.wanted = [];
  }

  private async open(id: string): Promise<void> {
    this.opening += 1;
    const mine = this.opening;
    const isMine = (): boolean => mine === this.opening;
    batch(() => {
      this.state.value = "opening";
      this.trouble.value = "";
    });
    try {
      const stream = await openCamera(id);
      if (!isMine()) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      this.choices.value = await cameras();
      if (isMine()) this.begin(stream);
    } catch (error) {
      if (isMine()) this.fail(error instanceof CameraRefused ? error.message : WORDS.unable);
    }
  }

  private begin(stream: MediaStream): void {
    const [track] = stream.getVideoTracks();
    const { deviceId = "", facingMode = "" } = track?.getSettings() ?? {};
    track?.addEventListener("ended", () => { this.fail(WORDS.lost); });
    batch(() => {
      this.chosen.value = deviceId;
      // Facing the person it is a mirror to them; looking away from them it isn't.
      this.mirrored.value = facingMode !== "environment";
      this.turn.value = remembered().camera === deviceId ? remembered().turn : 0;
      this.state.value = "on";
    });
    remember({ camera: deviceId, turn: this.turn.value });
    this.moved_ms = performance.now();
    const worker = (): Worker => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    this.eyes = new Eyes(worker, isThere, {
      loading: (progress) => { this.loading.value = progress; },
      ready: () => { this.looks.value = true; },
      seen: (seen) => { this.take(seen); },
      failed: (why) => { this.fail(WORDS.unable, why); },
    });
    this.connect();
    this.timer = setInterval(() => { this.look(); }, LOOK_MS);
  }

  private connect(): void {
    const { session_id } = this;
    this.link = new Link(() => sessionSocket(session_id), {
      judged: (judged, { people }) => {
        batch(() => {
          this.judged.value = judged;
          this.followed.value = people[judged.person] ?? null;
        });
      },
      said: (words) => { this.hear(words); },
      welcome: ({ frames_per_s }) => {
        this.pace.most_per_s = frames_per_s;
        this.away.value = false;
      },
      away: () => {
        batch(() => {
          this.away.value = true;
          this.judged.value = null;
        });
      },
      refused: (words) => { this.fail(words); },
    });
    this.link.want(this.wanted);
  }

  private hear(words: Parameters<ConstructorParameters<typeof Link>[1]["said"]>[0]): void {
    if (words.kind === "placed") this.placed.value = words;
    else if (words.kind === "watching") this.watching.value = words;
    else this.onWord?.(words);
  }

  /** The newest picture, if it is time, there is a new one, and nobody is still looking. */
  private look(): void {
    const now = performance.now();
    if (this.video.currentTime !== this.shown_s) this.moved_ms = now;
    else if (now - this.moved_ms > STILL_MS && document.visibilityState === "visible") {
      this.fail(WORDS.lost);
      return;
    } else return;
    if (!this.eyes?.free || now - this.looked_ms < this.pace.every_ms - LOOK_MS / 2) return;
    this.shown_s = this.video.currentTime;
    this.looked_ms = now;
    void this.eyes.look(() => createImageBitmap(this.video), this.turn.value);
  }

  private take(seen: Seen): void {
    const { width, height, light, people, at_ms } = seen;
    this.pace.took(performance.now() - at_ms);
    this.times = [...this.times, at_ms].filter((one_ms) => at_ms - one_ms <= 3000);
    const first_ms = this.times[0] ?? at_ms;
    if (at_ms > first_ms) this.per_s.value = ((this.times.length - 1) * 1000) / (at_ms - first_ms);
    this.onSeen?.(seen);
    this.link?.see(at_ms, { width, height, light, people, mirrored: false });
    // Whom the server follows it tells with its answer.
    if (this.away.value) this.followed.value = people[0] ?? null;
    this.look();
  }

  private fail(words: string, why = ""): void {
    this.close();
    batch(() => {
      this.why.value = why;
      this.state.value = "failed";
      this.trouble.value = words;
    });
  }

  private close(): void {
    clearInterval(this.timer);
    this.eyes?.close();
    this.link?.close();
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.video.srcObject = null;
    this.stream = undefined;
    this.eyes = undefined;
    this.link = undefined;
    this.times = [];
    this.pace = new Pace(PER_S);
    batch(() => {
      this.followed.value = null;
      this.loading.value = null;
      this.judged.value = null;
      this.placed.value = null;
      this.watching.value = null;
      this.looks.value = false;
      this.away.value = false;
    });
  }
}

async function isThere(): Promise<boolean> {
  try {
    await api.today();
    return true;
  } catch {
    return false;
  }
}

export const camera = new Camera();

/** Its light goes out as soon as nobody sets it up or exercises with it. */
effect(() => {
  const [screen] = place.value;
  if (screen !== "camera" && screen !== "session") untracked(() => { camera.stop(); });
});
