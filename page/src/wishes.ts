/** What is to be otherwise in the plan of the day; the server decides what of it may be. */

import type { Wishes } from "./wire";

export type Wished = Required<Wishes>;

export function keep(): Wished {
  return { without: [], wanted: [], steps: {} };
}

export function isOtherwise(now: Wished): boolean {
  return now.without.length + now.wanted.length + Object.keys(now.steps).length > 0;
}

export function want(now: Wished, exercise: string): Wished {
  return { ...now, wanted: [...others(now.wanted, exercise), exercise], without: others(now.without, exercise) };
}

export function without(now: Wished, exercise: string): Wished {
  return { ...now, without: [...others(now.without, exercise), exercise], wanted: others(now.wanted, exercise) };
}

export function swap(now: Wished, exercise: string, other: string): Wished {
  return other ? want(without(now, exercise), other) : now;
}

/** Steps add up: easier twice is two steps; harder is one step at most. */
export function easier(now: Wished, exercise: string, by: 1 | -1): Wished {
  const steps = Math.min((now.steps[exercise] ?? 0) + by, 1);
  return { ...now, steps: { ...now.steps, [exercise]: steps } };
}

function others(all: readonly string[], exercise: string): string[] {
  return all.filter((each) => each !== exercise);
}
