/** What several screens share: where the person stands, their settings, and the sounds. */

import { effect, signal } from "@preact/signals";
import { AGAIN_MS, Unreachable, api, wordsOf } from "./api";
import { Bells } from "./bells";
import { DeviceSpeaker, englishVoices } from "./speech";
import { type Wished, keep } from "./wishes";
import { Voice } from "./voice";
import type { NewSession, Settings, SettingsChange, Today } from "./wire";

export const today = signal<Today | null>(null);
export const settings = signal<Settings | null>(null);
/** One line when the server can't be reached or said no; empty when all is well. */
export const trouble = signal("");

export const bells = new Bells();
const speaker = new DeviceSpeaker();
export const voice = new Voice(speaker);

/** Reads where the person stands; says so when nobody answers, and before the first answer asks on. */
export async function refresh(): Promise<void> {
  try {
    const found = await api.today();
    today.value = found;
    settings.value = found.settings;
    trouble.value = "";
  } catch (error) {
    trouble.value = wordsOf(error);
    // A slow machine may still be starting: nobody should have to reload.
    if (error instanceof Unreachable && !today.value) setTimeout(() => void refresh(), AGAIN_MS);
  }
}

/** Takes effect at once; taken back if the server refuses. */
export async function change(changes: SettingsChange): Promise<void> {
  const before = settings.value;
  if (before) settings.value = { ...before, ...changes };
  try {
    settings.value = await api.change(changes);
    trouble.value = "";
  } catch (error) {
    settings.value = before;
    trouble.value = wordsOf(error);
  }
}

/** Whether words are spoken here and now: the person wants it and the device can. */
export function speaks(): boolean {
  return settings.value?.voice_mode === "voice" && englishVoices.value.length > 0;
}

export function rings(): boolean {
  return settings.value?.voice_mode !== "silent";
}

/** Within a tap: lets the page sound from now on. */
export function unlockSound(): void {
  if (rings()) bells.unlock();
  if (speaks()) speaker.unlock();
}

/** Settings take effect the moment they change; the look is remembered for the next first paint. */
export function applySettings(): void {
  effect(() => {
    const chosen = settings.value;
    if (!chosen) return;
    speaker.name = chosen.voice;
    speaker.rate = chosen.speech_rate;
    voice.rate = chosen.speech_rate;
    look(chosen.theme, chosen.text_size);
    try {
      localStorage.setItem("unkink.look", `${chosen.theme} ${chosen.text_size}`);
    } catch {
      // storage switched off: the look comes with the settings a moment later
    }
  });
}

export function look(theme: string, text: string): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.text = text;
}

/** What the person chose to do, while the questions before it are asked. */
export const wanted = signal<Pick<NewSession, "programme" | "exercises" | "minutes" | "high" | "wishes">>({});

/** What is to be otherwise in the plan of the day, until the page is closed. */
export const wishes = signal<Wished>(keep());

/** Minutes chosen for today; null: as the profile says. */
export const planMinutes = signal<number | null>(null);

/** Says words outside a session, when the voice is wanted and there is one. */
export function sayAloud(words: string): void {
  if (speaks()) voice.say(words, "now");
}
