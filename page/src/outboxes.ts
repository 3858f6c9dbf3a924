/** One outbox for each session, so that its events keep one order on their way. */

import { api } from "./api";
import { Outbox, waitingSessions } from "./outbox";

const open = new Map<string, Outbox>();

/** The session's outbox; *last_seq* is how far the record already is. */
export function outboxOf(session_id: string, last_seq: number): Outbox {
  const known = open.get(session_id);
  if (known) return known;
  const post = async (events: Parameters<typeof api.events>[1]): Promise<number> =>
    (await api.events(session_id, events)).last_seq;
  const outbox = new Outbox(session_id, last_seq, post, localStorage);
  open.set(session_id, outbox);
  return outbox;
}

/** True once all that happened in the session is in the record. */
export async function settled(session_id: string): Promise<boolean> {
  return outboxOf(session_id, 0).flush();
}

/** What could not be told last time is told now. */
export async function deliverAll(): Promise<void> {
  for (const id of waitingSessions(localStorage)) await settled(id);
}
