/**
 * Speaks one thing at a time, never over itself, and never makes anyone wait for it.
 *
 * The device's own speech is unreliable: it may have no voice, never say it ended, or fail. So each
 * utterance also has a time by which we take it as over, and what is too late is left unsaid.
 */

export interface Speaker {
  /** Starts to speak and calls `over` when done or failed; it may never call. */
  speak(words: string, over: () => void): void;
  cancel(): void;
}

export type Urgency =
  /** At once, instead of anything being said: the tape stopped or jumped. */
  | "now"
  /** In turn: what to do next. */
  | "next"
  /** Only if nothing is being said: counts and breaths, worthless when late. */
  | "if_quiet";

interface Waiting {
  readonly words: string;
  readonly until_ms: number;
}

const PATIENCE_MS = 4000;
const LONGEST_QUEUE = 2;

/** A generous guess at how long the words take, so that a voice that never ends can't mute us. */
function longest_ms(words: string, rate: number): number {
  return 2500 + (words.length * 110) / Math.max(rate, 0.1);
}

export class Voice {
  private waiting: Waiting[] = [];
  private turn = 0;
  private speaking = false;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  rate = 1;

  constructor(
    private readonly speaker: Speaker,
    private readonly now: () => number = () => performance.now(),
  ) {}

  say(words: string, urgency: Urgency = "next"): void {
    if (words.trim() === "") return;
    if (urgency === "now") this.hush();
    if (!this.speaking) {
      this.start(words);
    } else if (urgency === "next") {
      this.waiting.push({ words, until_ms: this.now() + PATIENCE_MS });
      while (this.waiting.length > LONGEST_QUEUE) this.waiting.shift();
    }
  }

  /** Silence at once, and nothing left over. */
  hush(): void {
    this.waiting = [];
    this.over(this.turn);
    this.speaker.cancel();
  }

  private start(words: string): void {
    this.turn += 1;
    this.speaking = true;
    const turn = this.turn;
    this.watchdog = setTimeout(() => {
      this.speaker.cancel();
      this.over(turn);
    }, longest_ms(words, this.rate));
    this.speaker.speak(words, () => {
      this.over(turn);
    });
  }

  private over(turn: number): void {
    if (turn !== this.turn || !this.speaking) return;
    clearTimeout(this.watchdog);
    this.speaking = false;
    const fresh = this.waiting.filter((item) => item.until_ms >= this.now());
    const next = fresh.shift();
    this.waiting = fresh;
    if (next) this.start(next.words);
  }
}

/** The chosen voice; else the device's first; else none. */
export function pickVoice<V extends { readonly name: string }>(
  voices: readonly V[],
  name: string,
): V | undefined {
  return voices.find((voice) => voice.name === name) ?? voices[0];
}
