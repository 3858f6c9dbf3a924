/** A film is numbers: this reads the picture at any moment between two of its frames. */

interface Shape {
  readonly id: string;
  readonly commands: string;
}

export interface FilmFrame {
  readonly order: readonly number[];
  readonly numbers: readonly (readonly number[])[];
}

export interface Film<S extends Shape = Shape> {
  readonly view_box: readonly number[];
  readonly defs: string;
  readonly shapes: readonly S[];
  readonly frames_per_stage: number;
  readonly stages: number;
  readonly frames: readonly FilmFrame[];
}

/** How many numbers each letter of an SVG path takes. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** The frame at `position` (0 = start pose, k = arrived at stage k), blended between its neighbours. */
export function frameAt(film: Film, position: number): FilmFrame {
  const last = film.frames.length - 1;
  const at = Math.min(Math.max(position * film.frames_per_stage, 0), last);
  const before = film.frames[Math.floor(at)];
  const after = film.frames[Math.ceil(at)];
  if (!before || !after) throw new Error("a film without frames");
  const part = at - Math.floor(at);
  if (part === 0) return before;
  return {
    order: part < 0.5 ? before.order : after.order,
    numbers: before.numbers.map((row, i) => blend(row, after.numbers[i] ?? row, part)),
  };
}

function blend(from: readonly number[], to: readonly number[], part: number): number[] {
  return from.map((value, i) => value + ((to[i] ?? value) - value) * part);
}

/** The `d` of an SVG path from its letters and numbers, to a hundredth of a unit. */
export function pathOf(commands: string, numbers: readonly number[]): string {
  let used = 0;
  let d = "";
  for (const letter of commands) {
    const takes = TAKES[letter.toUpperCase()];
    if (takes === undefined) throw new Error(`unknown path command ${letter}`);
    d += letter + numbers.slice(used, used + takes).map(short).join(" ");
    used += takes;
  }
  return d;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export interface FilmSpan {
  readonly film_from: number;
  readonly film_to: number;
  readonly start_s: number;
  readonly end_s: number;
}

/** Where in the film a span of time has come to; it may count on through several rounds. */
export function filmPosition({ film_from, film_to, start_s, end_s }: FilmSpan, at_s: number): number {
  if (end_s <= start_s) return film_to;
  const part = Math.min(Math.max((at_s - start_s) / (end_s - start_s), 0), 1);
  return film_from + (film_to - film_from) * part;
}

/** A position counted through several rounds, in the one round a film has. */
export function inOneRound(position: number, stages: number): number {
  return position <= stages ? position : position % stages;
}
