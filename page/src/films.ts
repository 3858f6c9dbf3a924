/** Films already fetched: a session goes on with its pictures when the server is away. */

import { api, filmPath } from "./api";
import type { Film, Segment } from "./wire";

const kept = new Map<string, Promise<Film>>();

export function filmAt(path: string): Promise<Film> {
  const known = kept.get(path);
  if (known) return known;
  const coming = api.film(path);
  kept.set(path, coming);
  // A failure is not worth keeping: the next look asks again.
  coming.catch(() => kept.delete(path));
  return coming;
}

export function filmOf(segment: Segment): string {
  return filmPath(segment.exercise, segment.movement, segment.side, segment.range_fraction);
}

/** Fetches all films of a session ahead, one after another. */
export async function fetchAhead(segments: readonly Segment[]): Promise<void> {
  for (const path of new Set(segments.filter((each) => each.exercise).map(filmOf))) {
    await filmAt(path).catch(() => undefined);
  }
}
