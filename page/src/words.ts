/** Small pieces of wording that several screens share. */

import type { SessionSummary } from "./wire";

/** "12 min" or "1 h 20 min"; never less than one, because "0 min" reads like nothing was done. */
export function minutes(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds / 60));
  if (whole < 60) return `${String(whole)} min`;
  return whole % 60 === 0 ? `${String(whole / 60)} h` : `${String(Math.floor(whole / 60))} h ${String(whole % 60)} min`;
}

/** What is left of something: "25" seconds, or "2:05" from a minute on. */
export function countdown(left_s: number): string {
  const whole = Math.max(0, Math.ceil(left_s - 1e-6));
  if (whole < 60) return String(whole);
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, "0")}`;
}

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const longAgo = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

export function when(iso: string): string {
  const moment = new Date(iso);
  return `${day.format(moment)}, ${hour.format(moment)}`;
}

export function howFar(session: Pick<SessionSummary, "status" | "ended_by">): string {
  switch (session.status) {
    case "finished":
      return "Done to the end";
    case "stopped":
      if (session.ended_by === "emergency") return "Ended: an answer told of an emergency";
      return session.ended_by === "hurt" ? "Ended because it hurt" : "Ended early";
    case "partial":
      return "Kept in part";
    case "open":
      return "Not finished yet";
  }
}

export function times(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** What of these words is not on the screen yet, sentence by sentence. */
export function unsaid(words: string, shown: readonly string[]): string {
  const there = shown.flatMap(sentences).map(bare);
  return sentences(words)
    .filter((one) => !there.some((big) => `${big},`.startsWith(`${bare(one)},`)))
    .join(" ");
}

function sentences(words: string): string[] {
  return words.split(/(?<=[.!?])\s+/).filter(Boolean);
}

/** Without the stop at its end, nor what announces a name: "First: Bridge." is the name again. */
function bare(sentence: string): string {
  return sentence.replace(/[.!?]$/, "").replace(/^(First|Next|Last|Easier): /, "").toLowerCase();
}

/** Bytes as people read them. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1000)))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A day long ago, with its year. */
export function date(iso: string): string {
  return longAgo.format(new Date(iso));
}
