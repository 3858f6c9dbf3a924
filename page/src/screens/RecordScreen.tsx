/** The record: every session, newest first. */

import { api } from "../api";
import { Shell } from "../parts/Shell";
import { Summary } from "../parts/Summary";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { minutes, when } from "../words";

export function RecordScreen() {
  const record = useLoad(api.record, "record");
  const sessions = record.value?.sessions;
  return (
    <Shell title="Record" narrow>
      {!sessions && <Waiting error={record.error} />}
      {sessions?.length === 0 && <p class="lead">Nothing here yet. Your sessions will be listed here.</p>}
      <ul class="record">
        {sessions?.map((session) => (
          <li key={session.session_id} class="card">
            <details>
              <summary>
                <span class="record-when">{when(session.started_at)}</span>
                <span class="soft">
                  {session.name}, {minutes(session.done_s)}
                </span>
              </summary>
              <Summary session={session} titled />
            </details>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
