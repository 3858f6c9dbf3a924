/** What the page and its worker, which looks at the pictures, say to each other. */

import type { Landmark } from "../live/wire";
import type { Progress } from "./loading";

/** How far the picture is to be turned clockwise before anybody looks at it. */
export type Turn = 0 | 90 | 180 | 270;

/** What runs the pose model. */
export type Delegate = "CPU" | "GPU";

/** To the worker: find the people in this picture. The picture is the worker's from then on. */
export interface Look {
  readonly kind: "look";
  readonly picture: ImageBitmap;
  readonly turn: Turn;
  /** When it was taken, by the page's clock. */
  readonly at_ms: number;
}

/** From the worker: what finds people is on its way. */
export interface Loading extends Progress {
  readonly kind: "loading";
}

/** From the worker: pictures may come. */
export interface Ready {
  readonly kind: "ready";
}

/** From the worker: what was in the last picture; the next one may come. */
export interface Seen {
  readonly kind: "seen";
  readonly at_ms: number;
  /** Of the picture as it was looked at, turned. */
  readonly width: number;
  readonly height: number;
  /** Its mean brightness, 0 to 254. */
  readonly light: number;
  readonly people: readonly (readonly Landmark[])[];
  readonly took_ms: number;
  readonly delegate: Delegate;
}

/** From the worker: it can't look at pictures on this device. */
export interface Failed {
  readonly kind: "failed";
  readonly why: string;
}

export type FromWorker = Loading | Ready | Seen | Failed;
