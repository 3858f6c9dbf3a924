/** The sign for whoever lies far from the screen: a hand held up. */

import { settings } from "../state";

/** Whether the person wants it to mean something. */
export function handCounts(): boolean {
  return settings.value?.hand_pauses ?? true;
}

export const TO_START = "Lie down, then hold a hand up to start. It pauses, too.";
export const TO_GO_ON = "Hold a hand up to go on.";
