/** Whether this person asked their device for stillness: then key poses stand instead of moving. */

import { signal } from "@preact/signals";

const asked = matchMedia("(prefers-reduced-motion: reduce)");

export const still = signal(asked.matches);

asked.addEventListener("change", () => (still.value = asked.matches));
