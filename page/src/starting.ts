/** Between the screens before a session and the session itself. */

import { signal } from "@preact/signals";
import type { Adjustment } from "./wire";

/** The session just begun by a tap on this page: it needs no second tap to start. */
export const started = signal("");

/** What that session does otherwise than was asked, and why. */
export const adjusted = signal<readonly Adjustment[]>([]);
