/** Where things stand in a chart. Nothing here judges: what a number means comes from the server. */

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const DAY_MS = 86_400_000;

/** Whole days since 1970 of an ISO date: no time zone can shift it. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
}

export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** A straight line from what is counted to where it is drawn. */
export function linear(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const span = from[1] - from[0] || 1;
  return (value) => to[0] + ((value - from[0]) / span) * (to[1] - to[0]);
}

const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
const long = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });

/** "3 Mar" */
export const shortDate = (iso: string): string => short.format(new Date(`${iso}T00:00:00Z`));
/** "Tue 3 March" */
export const longDate = (iso: string): string => long.format(new Date(`${iso}T00:00:00Z`));

export interface Tick {
  readonly day: number;
  readonly words: string;
}

/** Marks along the days, as many as there is room for: first days of months, or every few weeks. */
export function dayTicks(first: number, last: number, room: number): readonly Tick[] {
  const most = Math.max(2, room);
  const days = last - first;
  if (days > 120) {
    const starts = range(first, last).filter((day) => isoOf(day).endsWith("-01"));
    const step = Math.ceil(starts.length / most);
    return starts.filter((_, n) => n % step === 0).map((day) => ({ day, words: month.format(new Date(day * DAY_MS)) }));
  }
  const step = [1, 2, 7, 14, 28, 56].find((one) => days / one < most) ?? 56;
  return range(first, last)
    .filter((day) => (day - first) % step === 0)
    .map((day) => ({ day, words: shortDate(isoOf(day)) }));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A line through spots; where more than `gap` lies between two of them the pen is lifted. */
export function line(spots: readonly Spot[], gap = Infinity): string {
  return spots
    .map(({ x, y }, n) => {
      const before = spots[n - 1];
      const pen = before === undefined || x - before.x > gap ? "M" : "L";
      return `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}

/** The one of these nearest to a place. */
export function nearest<T>(all: readonly T[], where: number, at: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || Math.abs(at(one) - where) < Math.abs(at(best) - where) ? one : best),
    undefined,
  );
}
