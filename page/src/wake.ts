/** Keeps the screen on while a session runs, and tells when this device won't let us. */

import { signal } from "@preact/signals";

/** False once the device has refused: then the page says so, and what to do. */
export const staysOn = signal(true);

let lock: WakeLockSentinel | undefined;
let wanted = false;

const isWanted = (): boolean => wanted;

async function take(): Promise<void> {
  if (!wanted || lock || document.visibilityState !== "visible") return;
  try {
    const taken = await navigator.wakeLock.request("screen");
    staysOn.value = true;
    if (!isWanted()) {
      await taken.release(); // the session ended while we asked
      return;
    }
    lock = taken;
    taken.addEventListener("release", () => (lock = undefined));
  } catch {
    staysOn.value = false; // old browser, low battery or a setting: all ask the same of the person
  }
}

export function keepScreenOn(): void {
  wanted = true;
  document.addEventListener("visibilitychange", retake);
  void take();
}

export function letScreenSleep(): void {
  wanted = false;
  document.removeEventListener("visibilitychange", retake);
  void lock?.release();
  lock = undefined;
}

/** Hiding the page drops the lock; coming back takes it again. */
function retake(): void {
  void take();
}
