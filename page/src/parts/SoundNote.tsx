/** Says beforehand how the session will be heard, so that nobody waits for a voice in vain. */

import { englishVoices } from "../speech";
import { settings } from "../state";

export function SoundNote() {
  const mode = settings.value?.voice_mode ?? "voice";
  return <p class="soft">{words(mode, englishVoices.value.length > 0)}</p>;
}

function words(mode: string, has: boolean): string {
  if (mode === "silent") return "Silent: all words are on the screen.";
  if (mode === "bells") return "Bells only: all words are on the screen.";
  if (has) return "A voice leads you. You can close your eyes.";
  return "This device has no English voice of its own. Bells will lead you, and all words are on the screen.";
}
