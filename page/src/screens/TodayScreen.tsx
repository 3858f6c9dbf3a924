/** Today: one big button, which session, and what was left open. */

import { useState } from "preact/hooks";
import { Unreachable, api } from "../api";
import { outboxOf } from "../outboxes";
import { Collage } from "../parts/Collage";
import { DayLine } from "../parts/DayLine";
import { Icon } from "../parts/Icon";
import { PrintHandout } from "../parts/Print";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";
import { refresh, today, trouble, wanted } from "../state";
import type { Programme, SessionSummary, Unfinished } from "../wire";
import { howFar, minutes, times, when } from "../words";

export function TodayScreen() {
  const now = today.value;
  const programmes = useLoad(api.programmes, "programmes");
  const [picked, setPicked] = useState<string | null>(null);
  if (!now) return <NobodyThere />;
  const last = now.recent.find((session) => session.status !== "open");
  // The first one is the gentlest: the server puts it there.
  const chosen = programmes.value?.find((one) => one.id === picked) ?? programmes.value?.[0];
  return (
    <Shell title="Today">
      {now.unfinished && <Resume unfinished={now.unfinished} />}
      {!programmes.value && <Waiting error={programmes.error} />}
      {programmes.value && chosen && (
        <div class="pick">
          <DayLine />
          <fieldset class="choices">
            <legend class="visually-hidden">Which session?</legend>
            {programmes.value.map((one) => (
              <ProgrammeCard
                key={one.id}
                programme={one}
                checked={one === chosen}
                onPick={() => { setPicked(one.id); }}
              />
            ))}
          </fieldset>
          <div class="at-hand">
            <button type="button" class="button big start" onClick={() => { begin({ programme: chosen.id }); }}>
              <Icon name="play" /> Start: {chosen.name}
            </button>
          </div>
        </div>
      )}
      {last && <Last session={last} />}
      {chosen && <PrintHandout name={chosen.name} programme={chosen.id} />}
      <p>
        <a class="more" href="#/exercises">
          Look at the exercises
        </a>
      </p>
    </Shell>
  );
}

/** Safety first, then how they are, then the session. */
export function begin(what: typeof wanted.value): void {
  wanted.value = what;
  if (today.value?.screening.ask === "none") go("how-are-you");
  else go("safety");
}

interface ProgrammeCardProps {
  readonly programme: Programme;
  readonly checked: boolean;
  readonly onPick: () => void;
}

function ProgrammeCard({ programme, checked, onPick }: ProgrammeCardProps) {
  const { id, name, words, note, exercises } = programme;
  return (
    <label class="card choice">
      <input
        type="radio"
        name="programme"
        checked={checked}
        onChange={onPick}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-words`}
      />
      <Collage exercises={exercises} />
      <span class="choice-name" id={`${id}-name`}>
        <span class="tick">
          <Icon name="check" />
        </span>
        {name}
      </span>
      <span id={`${id}-words`} class="choice-words">
        <strong>{programme.length}</strong>
        <span> · {times(exercises.length, "exercise", "exercises")}</span>
        <span class="line">{words}</span>
        {note && <span class="line soft">{note}</span>}
      </span>
    </label>
  );
}

function Resume({ unfinished }: { readonly unfinished: Unfinished }) {
  const left_s = unfinished.total_s - unfinished.position_s;
  return (
    <section class="card resume" aria-labelledby="resume">
      <h2 id="resume">You have a session open</h2>
      <p>
        {unfinished.name}, {when(unfinished.started_at)}. {minutes(left_s)} left.
      </p>
      <div class="row">
        <a class="button" href={`#/session/${unfinished.session_id}`}>
          <Icon name="play" /> Go on with it
        </a>
        <button type="button" class="button quiet" onClick={() => { void close(unfinished); }}>
          End it here
        </button>
      </div>
    </section>
  );
}

async function close(unfinished: Unfinished): Promise<void> {
  try {
    const { last_seq } = await api.session(unfinished.session_id);
    const outbox = outboxOf(unfinished.session_id, last_seq);
    outbox.add("stopped", unfinished.position_s);
    if (!(await outbox.flush())) throw new Unreachable("Unkink does not answer.");
    await refresh();
  } catch {
    trouble.value = "It could not be ended just now. Please try again.";
  }
}

function Last({ session }: { readonly session: SessionSummary }) {
  return (
    <p class="soft last">
      Last time: {session.name}, {when(session.started_at)}. {howFar(session)}.
    </p>
  );
}

function NobodyThere() {
  return (
    <Shell title="Unkink is not answering">
      <p class="lead">It may have been closed. Start it again on this machine, then try once more.</p>
      <button type="button" class="button big" onClick={() => { void refresh(); }}>
        <Icon name="repeat" /> Try again
      </button>
    </Shell>
  );
}
