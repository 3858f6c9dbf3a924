/** What the server is told to watch, from what the player plays. */

import type { FromPage } from "../live/wire";
import type { Status } from "../player";
import type { Segment } from "../wire";

/** A segment of the schedule, in the words of the live socket. */
export function segmentOf({ kind, item, exercise, movement }: Segment): FromPage {
  return { kind: "watch", part: kind, item, exercise, movement };
}

/** Whatever stands still is not judged; going on with the same goes on counting. */
export function wantedOf(segment: Segment | undefined, status: Status): FromPage[] {
  if (!segment) return [{ kind: "rest" }];
  const watch = segmentOf(segment);
  return status === "playing" ? [watch] : [watch, { kind: "rest" }];
}
