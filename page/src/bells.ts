/** Soft bells, told apart with closed eyes by pitch and number of strokes. */

export type Bell = "start" | "move" | "hold_end" | "switch" | "finish" | "tick";

/** Each stroke: pitch in Hz and when it is struck, in seconds. */
const STROKES: Readonly<Record<Bell, readonly (readonly [hz: number, at_s: number])[]>> = {
  start: [[523.25, 0]],
  move: [[659.25, 0]],
  hold_end: [
    [523.25, 0],
    [392, 0.24],
  ],
  switch: [
    [440, 0],
    [587.33, 0.28],
  ],
  finish: [
    [392, 0],
    [523.25, 0.35],
    [659.25, 0.7],
  ],
  tick: [[880, 0]],
};

/** A bell's partials over its pitch, with loudness and how long each rings in seconds. */
const PARTIALS = [
  [1, 0.5, 1.6],
  [2.01, 0.18, 0.9],
  [3.02, 0.07, 0.5],
] as const;

/** What comes often is quiet. */
const LOUDNESS: Readonly<Partial<Record<Bell, number>>> = { tick: 0.2, move: 0.35 };

export class Bells {
  private context: AudioContext | undefined;

  /** Browsers let a page sound only after a tap; call this within one. */
  unlock(): void {
    this.context ??= newContext();
    if (this.context?.state === "suspended") void this.context.resume().catch(() => undefined);
  }

  ring(bell: Bell): void {
    const context = this.context;
    if (context?.state !== "running") return;
    const loudness = LOUDNESS[bell] ?? 1;
    for (const [hz, at_s] of STROKES[bell]) strike(context, hz, context.currentTime + at_s, loudness);
  }
}

function newContext(): AudioContext | undefined {
  try {
    return new AudioContext();
  } catch {
    return undefined; // a device without sound: captions and the picture carry on
  }
}

function strike(context: AudioContext, hz: number, at_s: number, loudness: number): void {
  for (const [ratio, share, rings_s] of PARTIALS) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hz * ratio;
    volume.gain.setValueAtTime(0, at_s);
    volume.gain.linearRampToValueAtTime(share * loudness * 0.5, at_s + 0.012);
    volume.gain.exponentialRampToValueAtTime(0.0001, at_s + rings_s);
    tone.connect(volume).connect(context.destination);
    tone.start(at_s);
    tone.stop(at_s + rings_s);
  }
}
