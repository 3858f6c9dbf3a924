/** All talk with the server on this machine; no other host is ever spoken to. */

import type {
  Answers,
  Catalogue,
  Day,
  Clearance,
  DirectionTestNow,
  EasierSession,
  ExerciseDetail,
  Filled,
  Film,
  Finish,
  Format,
  Kept,
  NewSession,
  NewTrial,
  PlanNow,
  Programme,
  Progress,
  SessionRecord,
  Refusal,
  SaidBounds,
  SaidDay,
  SaidDirection,
  SaidProfile,
  SelfTested,
  Screening,
  SessionEvent,
  SessionNow,
  SessionSummary,
  Settings,
  SettingsChange,
  StartedSession,
  TakenIn,
  Today,
  Way,
  Wishes,
  You,
} from "./wire";

/** The server understood and said no, with its reason in words for a person. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly what_to_do: string,
    /** The answers to look at again. */
    readonly about: readonly string[],
  ) {
    super(message);
  }
}

/** Nobody answered. */
export class Unreachable extends Error {}

const PATIENCE_MS = 15_000;
/** A record of years takes a while to be read and compared. */
const LONG_PATIENCE_MS = 300_000;

/** How long after nobody answered the same may be asked again. */
export const AGAIN_MS = 2_000;

async function call<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
  const whole = body instanceof Blob;
  const request: RequestInit = { method, signal: AbortSignal.timeout(whole ? LONG_PATIENCE_MS : PATIENCE_MS) };
  if (body !== undefined) {
    request.headers = { "content-type": whole ? "application/octet-stream" : "application/json" };
    request.body = whole ? body : JSON.stringify(body);
  }
  const answer = await fetch(path, request).catch(() => {
    throw new Unreachable("Unkink does not answer.");
  });
  if (answer.ok) return (await answer.json()) as T;
  if (answer.status >= 500) throw new Unreachable("Unkink had a problem of its own.");
  const said = (await answer.json().catch(() => ({}))) as Partial<Refusal>;
  throw new Refused(answer.status, said.error ?? "That did not work.", said.what_to_do ?? "", said.about ?? []);
}

const session = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

export const api = {
  today: () => call<Today>("GET", "/api/today"),
  screening: () => call<Screening>("GET", "/api/screening"),
  answer: (answers: Answers) => call<Clearance>("POST", "/api/screening", answers),
  programmes: () => call<Programme[]>("GET", "/api/programmes"),
  catalogue: () => call<Catalogue>("GET", "/api/catalogue"),
  exercise: (id: string) => call<ExerciseDetail>("GET", `/api/exercises/${encodeURIComponent(id)}`),
  film: (path: string) => call<Film>("GET", path),
  start: (wanted: NewSession) => call<StartedSession>("POST", "/api/sessions", wanted),
  session: (id: string) => call<SessionNow>("GET", session(id)),
  events: (id: string, events: readonly SessionEvent[]) =>
    call<{ last_seq: number }>("POST", `${session(id)}/events`, events),
  easier: (id: string, seq: number, position_s: number) =>
    call<EasierSession>("POST", `${session(id)}/easier`, { seq, position_s, at: new Date().toISOString() }),
  finish: (id: string, how: Finish) => call<SessionSummary>("POST", `${session(id)}/finish`, how),
  record: () => call<SessionRecord>("GET", "/api/record"),
  progress: () => call<Progress>("GET", "/api/progress"),
  day: (said: SaidDay) => call<Day>("PUT", "/api/day", said),
  fillIn: (instrument: string, answers: Filled) =>
    call<Progress>("POST", `/api/measures/${encodeURIComponent(instrument)}`, { answers }),
  /** What the camera read of a movement test; *pictures* are those of the live wire. */
  seen: (instrument: string, pictures: readonly ArrayBuffer[]) => {
    const parts = pictures.flatMap((one) => [new Uint8Array([one.byteLength & 255, one.byteLength >> 8]), one]);
    return call<SelfTested>("POST", `/api/measures/${encodeURIComponent(instrument)}/seen`, new Blob(parts));
  },
  supply: (instrument: string, text: string, source: string) =>
    call<Progress>("PUT", `/api/measures/${encodeURIComponent(instrument)}/wording`, { text, source }),
  beginTrial: (wanted: NewTrial) => call<Progress>("POST", "/api/trial", wanted),
  endTrial: () => call<Progress>("DELETE", "/api/trial"),
  kept: () => call<Kept>("GET", "/api/keeping"),
  formats: () => call<Format[]>("GET", "/api/keeping/formats"),
  add: (file: Blob) => call<TakenIn>("POST", "/api/keeping/add", file),
  restore: (file: Blob) => call<{ kept: string }>("POST", "/api/keeping/restore", file),
  erase: (words: string) => call<{ sessions: number }>("POST", "/api/keeping/erase", { words }),
  plan: (asked: { minutes: number | null; wishes: Wishes }) => call<PlanNow>("POST", "/api/plan", asked),
  undo: (change: string) => call<PlanNow>("POST", "/api/plan/undo", { change }),
  you: () => call<You>("GET", "/api/you"),
  saveProfile: (said: SaidProfile) => call<You>("PUT", "/api/you/profile", said),
  setBounds: (said: SaidBounds) => call<You>("PUT", "/api/you/bounds", said),
  directionTest: () => call<DirectionTestNow>("GET", "/api/direction-test"),
  keepDirections: (tried: Partial<Record<Way["direction"], SaidDirection>>) =>
    call<DirectionTestNow>("POST", "/api/direction-test", { tried }),
  settings: () => call<Settings>("GET", "/api/settings"),
  change: (changes: SettingsChange) => call<Settings>("PUT", "/api/settings", changes),
};

/** The address of one film; the same film always has the same address. */
export function filmPath(exercise: string, movement: string, side: string, range: number): string {
  const parts = [exercise, movement, side].map(encodeURIComponent).join("/");
  return `/api/films/${parts}${range === 1 ? "" : `?range=${String(range)}`}`;
}

/** The address of a picture of one exercise, in its most telling pose. */
export function picturePath(exercise: string): string {
  return `/api/pictures/${encodeURIComponent(exercise)}.svg`;
}

/** Words for a person from whatever went wrong. */
export function wordsOf(error: unknown): string {
  if (error instanceof Refused) return [error.message, error.what_to_do].filter(Boolean).join(" ");
  if (error instanceof Unreachable) return `${error.message} Is it still running on this machine?`;
  return "Something unexpected happened. Please load the page again.";
}
