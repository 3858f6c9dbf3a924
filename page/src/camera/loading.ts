/** Loads what finds people in a picture, tells how far it is, and tries again while the server is away. */

export interface Progress {
  readonly loaded_bytes: number;
  /** 0 until it is known. */
  readonly total_bytes: number;
  /** The server doesn't answer just now; it is tried again. */
  readonly away: boolean;
}

export interface Means {
  fetch(url: string): Promise<Response>;
  wait(ms: number): Promise<void>;
  now(): number;
  told(progress: Progress): void;
}

const AGAIN_MS = [500, 1000, 2000, 4000, 8000];
/** More often nobody can see it move. */
const TELL_MS = 100;

/** What the server says no to: trying again is of no use. */
export class NotThere extends Error {}

interface File {
  loaded: number;
  total: number;
  away: boolean;
}

/** Gives the files' contents, in their order; fails only where the server has no such file. */
export async function loadAll(urls: readonly string[], means: Means): Promise<Uint8Array<ArrayBuffer>[]> {
  const files = urls.map((): File => ({ loaded: 0, total: 0, away: false }));
  let told_ms = -Infinity;
  const tell = (atOnce: boolean): void => {
    if (!atOnce && means.now() - told_ms < TELL_MS) return;
    told_ms = means.now();
    means.told(together(files));
  };
  const loaded = await Promise.all(
    urls.map((url, index) => load(url, means, (changes) => {
      const before = files[index];
      if (!before) return;
      const away = changes.away ?? before.away;
      files[index] = { ...before, ...changes };
      tell(away !== before.away);
    })),
  );
  tell(true);
  return loaded;
}

function together(files: readonly File[]): Progress {
  const known = files.every(({ total }) => total > 0);
  return {
    loaded_bytes: files.reduce((sum, { loaded }) => sum + loaded, 0),
    total_bytes: known ? files.reduce((sum, { total }) => sum + total, 0) : 0,
    away: files.some(({ away }) => away),
  };
}

type Tell = (changes: Partial<File>) => void;

async function load(url: string, means: Means, tell: Tell): Promise<Uint8Array<ArrayBuffer>> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await loadOnce(url, means, tell);
    } catch (error) {
      if (error instanceof NotThere) throw error;
      tell({ loaded: 0, away: true });
      await means.wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 0);
    }
  }
}

async function loadOnce(url: string, means: Means, tell: Tell): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await means.fetch(url);
  if (!answer.ok) throw new NotThere(`${url}: ${String(answer.status)}`);
  tell({ loaded: 0, total: Number(answer.headers.get("content-length") ?? 0), away: false });
  if (!answer.body) return new Uint8Array(await answer.arrayBuffer());
  const parts: Uint8Array[] = [];
  let loaded = 0;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    loaded += part.value.length;
    tell({ loaded });
  }
  return joined(parts, loaded);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
