/**
 * The device's own English voices, and one of them as our speaker.
 *
 * Some browsers offer voices that send every word to a company's server; those are no choice here.
 */

import { signal } from "@preact/signals";
import { type Speaker, pickVoice } from "./voice";

/** Voices that can say our English texts and live on this device; empty when it has none. */
export const englishVoices = signal<readonly SpeechSynthesisVoice[]>([]);

const synth: SpeechSynthesis | undefined = "speechSynthesis" in window ? window.speechSynthesis : undefined;

function look(): void {
  englishVoices.value = (synth?.getVoices() ?? []).filter(
    (voice) => voice.localService && /^en\b/i.test(voice.lang),
  );
}

/** Devices tell their voices late; listen until they do. */
export function watchVoices(): void {
  look();
  synth?.addEventListener("voiceschanged", look);
}

export class DeviceSpeaker implements Speaker {
  name = "";
  rate = 1;

  speak(words: string, over: () => void): void {
    const voice = pickVoice(englishVoices.value, this.name);
    if (!synth || !voice) {
      over();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = this.rate;
    utterance.onend = over;
    utterance.onerror = over;
    synth.speak(utterance);
  }

  cancel(): void {
    synth?.cancel();
  }

  /** Phones let a page speak only after a tap in which it has already done so. */
  unlock(): void {
    if (!synth) return;
    const silence = new SpeechSynthesisUtterance(" ");
    silence.volume = 0;
    synth.speak(silence);
  }
}
