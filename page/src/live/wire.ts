/**
 * The live socket's binary frames, byte for byte as docs/live.md tells them.
 *
 * The server's own side is `web/live_wire.py`; the tests of both read the same snapshots.
 */

import type { components } from "../wire.generated";

type Messages = components["schemas"];

/** What the page says in JSON texts. */
export type FromPage = Messages["FromPage"];
/** What the server says in JSON texts. */
export type ToPage = Messages["ToPage"];

export const VERSION = 1;
export const MOST_PEOPLE = 3;
export const LANDMARKS = 33;

const PICTURE = 1;
const JUDGED = 2;
const MIRRORED = 1;
const NOT_MEASURED = 255;
const PARTS = 8192;
const UNKNOWN = -32768;
const FARTHEST = 32767 / PARTS;
const HEADER_BYTES = 14;
const PERSON_BYTES = LANDMARKS * 7;
const ANSWER_BYTES = 16;
const UNTOLD = 255;

/** As the pose model gives it: x and z in picture widths, y in heights. */
export interface Landmark {
  x: number;
  y: number;
  z: number;
  visibility: number;
}

/** What the pose model found in one picture of the camera. */
export interface Picture {
  /** Whole milliseconds since the connection was opened; always growing. */
  t_ms: number;
  width: number;
  height: number;
  /** The model saw the picture as in a mirror. */
  mirrored: boolean;
  /** The picture's mean brightness, 0 to 254; null when it wasn't measured. */
  light: number | null;
  /** The model's surest first, 33 landmarks each; none when nobody was found. */
  people: readonly (readonly Landmark[])[];
}

/** `waiting`: nothing is to be judged now; `unseen`: it is, but can't be. */
export type State = "waiting" | "judged" | "unseen";
const STATES: readonly State[] = ["waiting", "judged", "unseen"];

/** The short answer to one picture; it stands for all the pictures before it, too. */
export interface Judged {
  t_ms: number;
  state: State;
  /** How far each side is on its way, 0 to 1; null when it isn't known. */
  left: number | null;
  right: number | null;
  /** How long the position is held by now; 0 when it isn't. */
  held_ms: number;
  /** Repetitions of this exercise so far, both sides. */
  reps: number;
  /** Which of the picture's people is watched; 0 when there is nobody. */
  person: number;
}

/** Write one picture's landmarks; of more people than are taken, the first. */
export function encodePicture(picture: Picture): ArrayBuffer {
  const people = picture.people.slice(0, MOST_PEOPLE);
  const bytes = new ArrayBuffer(HEADER_BYTES + people.length * PERSON_BYTES);
  const view = new DataView(bytes);
  view.setUint8(0, VERSION);
  view.setUint8(1, PICTURE);
  view.setUint8(2, picture.mirrored ? MIRRORED : 0);
  view.setUint8(3, people.length);
  view.setUint32(4, picture.t_ms, true);
  view.setUint16(8, picture.width, true);
  view.setUint16(10, picture.height, true);
  view.setUint8(12, picture.light ?? NOT_MEASURED);
  for (const [index, person] of people.entries())
    writePerson(view, HEADER_BYTES + index * PERSON_BYTES, person);
  return bytes;
}

function writePerson(view: DataView, at: number, person: readonly Landmark[]) {
  for (let joint = 0; joint < LANDMARKS; joint++) {
    const found = person[joint];
    const place = at + 6 * joint;
    const known = found !== undefined && isNear(found) && Number.isFinite(found.visibility);
    view.setInt16(place, known ? part(found.x) : UNKNOWN, true);
    view.setInt16(place + 2, known ? part(found.y) : 0, true);
    view.setInt16(place + 4, known ? part(found.z) : 0, true);
    const share = known ? Math.min(Math.max(found.visibility, 0), 1) : 0;
    view.setUint8(at + 6 * LANDMARKS + joint, Math.round(share * 255));
  }
}

/** Whatever isn't a number is in no range either. */
function isNear({ x, y, z }: Landmark): boolean {
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST;
}

function part(value: number): number {
  return Math.round(value * PARTS);
}

/** Read the answer to one picture; null when these bytes are none. */
export function decodeJudged(bytes: ArrayBuffer): Judged | null {
  if (bytes.byteLength !== ANSWER_BYTES) return null;
  const view = new DataView(bytes);
  const state = STATES[view.getUint8(2)];
  const person = view.getUint8(3);
  if (view.getUint8(0) !== VERSION || view.getUint8(1) !== JUDGED || state === undefined) return null;
  if (person >= MOST_PEOPLE) return null;
  return {
    t_ms: view.getUint32(4, true),
    state,
    left: share(view.getUint8(8)),
    right: share(view.getUint8(9)),
    reps: view.getUint16(10, true),
    held_ms: view.getUint32(12, true),
    person,
  };
}

function share(value: number): number | null {
  return value === UNTOLD ? null : value / 254;
}
