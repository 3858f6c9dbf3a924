/** What is remembered of the camera on this device: whether it was wanted, which one, how it is turned. */

import { signal } from "@preact/signals";
import type { Turn } from "./talk";

interface Remembered {
  readonly camera: string;
  readonly turn: Turn;
}

const KEPT = "unkink.camera";
const WANTED = "unkink.camera.wanted";
const SESSION = "unkink.camera.session";
const TURNS: readonly unknown[] = [0, 90, 180, 270];

/** Whether this device was asked to use the camera the last time; off until somebody says so. */
export const wantsCamera = signal(read(localStorage, WANTED) === "yes");

export function wantCamera(wanted: boolean): void {
  wantsCamera.value = wanted;
  write(localStorage, WANTED, wanted ? "yes" : "no");
}

/** The session that the camera watches, also after a reload; empty when none. */
export const watched = signal(read(sessionStorage, SESSION));

export function watchWithCamera(session_id: string): void {
  watched.value = session_id;
  write(sessionStorage, SESSION, session_id);
}

export function remembered(): Remembered {
  const [camera = "", turn = "0"] = read(localStorage, KEPT).split(" ");
  const known = Number(turn);
  return { camera, turn: TURNS.includes(known) ? (known as Turn) : 0 };
}

export function remember({ camera, turn }: Remembered): void {
  write(localStorage, KEPT, `${camera} ${String(turn)}`);
}

function read(storage: Storage, key: string): string {
  try {
    return storage.getItem(key) ?? "";
  } catch {
    return ""; // storage switched off: asked anew each time
  }
}

function write(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // likewise
  }
}
