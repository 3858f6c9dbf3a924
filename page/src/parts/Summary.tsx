/** One session in numbers: as it was, with nothing made up. */

import type { SessionSummary } from "../wire";
import { howFar, minutes, times, when } from "../words";

interface SummaryProps {
  readonly session: SessionSummary;
  /** Whether its name and time stand above already. */
  readonly titled?: boolean;
}

export function Summary({ session, titled = false }: SummaryProps) {
  const watched = session.exercises.some(({ seen }) => seen !== null);
  return (
    <div class="summary">
      <p>
        {!titled && (
          <>
            <strong>{session.name}</strong>, {when(session.started_at)}.{" "}
          </>
        )}
        {howFar(session)}.
      </p>
      <dl class="facts">
        <Fact name="Time" value={`${minutes(session.done_s)} of ${minutes(session.planned_s)}`} />
        <Fact name="Pain" value={change(session.pain_before, session.pain_after)} />
        <Fact name="Stiffness" value={change(session.stiffness_before, session.stiffness_after)} />
        {session.felt && <Fact name="My back felt" value={session.felt} />}
        {session.made_easier > 0 && <Fact name="Made easier" value={times(session.made_easier, "time", "times")} />}
        {session.hurt > 0 && <Fact name="It hurt" value={times(session.hurt, "time", "times")} />}
      </dl>
      {session.exercises.length > 0 && (
        <table>
          <caption>What you did</caption>
          <thead>
            <tr>
              <th scope="col">Exercise</th>
              <th scope="col">Repetitions</th>
              <th scope="col">Held</th>
              {watched && <th scope="col">Seen by the camera</th>}
            </tr>
          </thead>
          <tbody>
            {session.exercises.map((one) => (
              <tr key={one.exercise}>
                <th scope="row">{one.name}</th>
                <td>{one.reps_planned > 0 ? `${String(one.reps_done)} of ${String(one.reps_planned)}` : "–"}</td>
                <td>{one.held_s > 0 ? `${String(Math.round(one.held_s))} s` : "–"}</td>
                {watched && <td>{seenOf(one)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {session.note && <blockquote>{session.note}</blockquote>}
    </div>
  );
}

/** What was not seen is no failure: it went by the clock. */
function seenOf({ seen, reps_done }: SessionSummary["exercises"][number]): string {
  if (!seen || seen.judged_s === 0) return "–";
  const reps = Object.values(seen.reps).reduce((sum, one) => sum + one, 0);
  const held = seen.held_s > 0 ? `held ${String(Math.round(seen.held_s))} s` : "";
  return [reps_done > 0 || reps > 0 ? `${String(reps)} of ${String(reps_done)}` : "", held, seen.form_words].filter(Boolean).join(", ") || "–";
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function change(before: number, after: number | null): string {
  return after === null ? `${String(before)} before` : `${String(before)} before, ${String(after)} after`;
}
