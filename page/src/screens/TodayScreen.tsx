/** Today: one big button, which session, and what was left open. */

import { useEffect, useRef, useState } from "preact/hooks";
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
import { planMinutes, refresh, today, trouble, wanted, wishes } from "../state";
import type { PlanNow, Programme, SessionSummary, Unfinished } from "../wire";
import { howFar, minutes, times, when } from "../words";

export function TodayScreen() {
  const now = today.value;
  const programmes = useLoad(api.programmes, "programmes");
  const asked = { minutes: planMinutes.value, wishes: wishes.value };
  const plan = useLoad(() => api.plan(asked), JSON.stringify(asked));
  const [picked, setPicked] = useState(PLAN);
  const [high, setHigh] = useState(false);
  if (!now) return <NobodyThere />;
  const last = now.recent.find((session) => session.status !== "open");
  const chosen = programmes.value?.find((one) => one.id === picked);
  const name = chosen?.name ?? "Your plan";
  /** On the worst days there is nothing to start, nor to print. */
  const starts = chosen !== undefined || (plan.value?.items.length ?? 0) > 0;
  const start = (): void => {
    if (chosen) begin({ programme: chosen.id, high });
    else begin({ programme: PLAN, ...asked });
  };
  return (
    <Shell title="Today">
      {now.unfinished && <Resume unfinished={now.unfinished} />}
      {!(programmes.value && plan.value) && <Waiting error={programmes.error || plan.error} />}
      {programmes.value && plan.value && (
        <div class="pick">
          <DayLine always={plan.value.kind !== "ordinary"} />
          <fieldset class="choices">
            <legend class="visually-hidden">Which session?</legend>
            <PlanCard plan={plan.value} checked={!chosen} onPick={() => { setPicked(PLAN); }} />
            {programmes.value.map((one) => (
              <ProgrammeCard
                key={one.id}
                programme={one}
                checked={one === chosen}
                onPick={() => { setPicked(one.id); }}
              />
            ))}
          </fieldset>
          {chosen && <HowMuch programme={chosen} high={high} onPick={setHigh} />}
          {starts && (
          <div class="at-hand">
            <button type="button" class="button big start" onClick={start}>
              <Icon name="play" /> Start: {name}
            </button>
          </div>
          )}
        </div>
      )}
      {last && <Last session={last} />}
      {starts && <PrintHandout name={name} programme={picked} />}
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

const PLAN = "plan";

interface PlanCardProps {
  readonly plan: PlanNow;
  readonly checked: boolean;
  readonly onPick: () => void;
}

/** The plan of the day, and the way to why it is so. */
function PlanCard({ plan, checked, onPick }: PlanCardProps) {
  const exercises = plan.items.map((item) => item.exercise);
  return (
    <div class="plan-choice">
      <label class="card choice">
        <input type="radio" name="programme" checked={checked} onChange={onPick} aria-labelledby="plan-name" aria-describedby="plan-words" />
        {exercises.length > 0 && <Collage exercises={exercises} />}
        <span class="choice-name" id="plan-name">
          <span class="tick">
            <Icon name="check" />
          </span>
          Your plan
        </span>
        <span id="plan-words" class="choice-words">
          {plan.items.length > 0 && <strong>{plan.length} · </strong>}
          <span>{plan.items.map((item) => item.name).join(", ") || plan.why[0]?.words}</span>
          {plan.items.length > 0 && plan.why[0] && <span class="line">{plan.why[0].words}</span>}
          <span class="line soft">{plan.week}</span>
        </span>
      </label>
      <a class="more" href="#/plan">
        Why this? Or change it
      </a>
    </div>
  );
}

interface HowMuchProps {
  readonly programme: Programme;
  readonly high: boolean;
  readonly onPick: (high: boolean) => void;
}

/** Where a programme's doses have a low and a high end, the person chooses. */
function HowMuch({ programme, high, onPick }: HowMuchProps) {
  const self = useRef<HTMLFieldSetElement>(null);
  useEffect(() => self.current?.scrollIntoView({ block: "nearest" }), [programme.id]);
  if (programme.total_max_s - programme.total_min_s < 60) return null;
  return (
    <fieldset ref={self} class="pills how-much">
      <legend>How much of it?</legend>
      {[false, true].map((each) => (
        <label key={String(each)} class="pill">
          <input type="radio" name="how-much" checked={each === high} onChange={() => { onPick(each); }} />
          <span>
            {each ? "Most" : "Least"}: {minutes(each ? programme.total_max_s : programme.total_min_s)}
          </span>
        </label>
      ))}
    </fieldset>
  );
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
        {programme.otherwise.map((each) => <span key={each} class="line soft">{each}</span>)}
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
