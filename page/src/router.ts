/** Where in the page we are: the part of the address after `#`, so that "back" works. */

import { computed, signal } from "@preact/signals";

const hash = signal(location.hash);

addEventListener("hashchange", () => (hash.value = location.hash));

/** `#/exercises/bridge` is `["exercises", "bridge"]`; Today is empty. */
export const place = computed(() =>
  hash.value
    .replace(/^#\/?/, "")
    .split("/")
    .filter(Boolean)
    .map(decodeURIComponent),
);

export function go(...parts: readonly string[]): void {
  location.hash = `#/${parts.map(encodeURIComponent).join("/")}`;
}

/** Goes on without leaving a step to come back to. */
export function goInstead(...parts: readonly string[]): void {
  location.replace(`#/${parts.map(encodeURIComponent).join("/")}`);
}

/** Time runs this many times faster, to try a session out: `?speed=20`. */
export const speed = Math.min(
  Math.max(Number(new URLSearchParams(location.search).get("speed")) || 1, 0.25),
  200,
);
