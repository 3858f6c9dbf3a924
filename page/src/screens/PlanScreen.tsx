/** The plan of the day: what, how much and why; and everything that may be otherwise. */

import { useState } from "preact/hooks";
import { api, picturePath, wordsOf } from "../api";
import { DayLine } from "../parts/DayLine";
import { DirectionOffer } from "../parts/DirectionOffer";
import { Icon } from "../parts/Icon";
import { LeftOut } from "../parts/LeftOut";
import { PrintHandout } from "../parts/Print";
import { Reasons } from "../parts/Reasons";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { planMinutes, trouble, wishes } from "../state";
import type { PlanChange, PlanNow, PlannedItem } from "../wire";
import { easier, isOtherwise, keep, swap, want, without } from "../wishes";
import { begin } from "./TodayScreen";

const MINUTES = [5, 10, 15, 20, 30] as const;

export function PlanScreen() {
  const [again, setAgain] = useState(0);
  const asked = { minutes: planMinutes.value, wishes: wishes.value };
  const { value: plan, error } = useLoad(() => api.plan(asked), JSON.stringify([asked, again]));
  if (!plan)
    return (
      <Shell title="Your plan">
        <Waiting error={error} />
      </Shell>
    );
  return (
    <Shell title="Your plan">
      <p class="lead">{plan.items.length > 0 ? `About ${plan.length}. ${plan.week}` : plan.week}</p>
      {plan.kind !== "ordinary" && <DayLine always />}
      <Whole plan={plan} />
      {plan.kind !== "none" && <Minutes now={plan.minutes} />}
      <ul class="planned">
        {plan.items.map((item) => (
          <Planned key={item.exercise} item={item} plan={plan} />
        ))}
      </ul>
      {isOtherwise(wishes.value) && (
        <button type="button" class="button quiet" onClick={() => { wishes.value = keep(); }}>
          <Icon name="repeat" /> As it was planned
        </button>
      )}
      {plan.walk && !plan.items.some((item) => item.walks) && <p>{plan.walk}</p>}
      {plan.kind !== "none" && <LeftOut plan={plan} />}
      <DirectionOffer />
      <Changes plan={plan} changed={() => { setAgain(again + 1); }} />
      <p class="soft">
        Every reason is a rule of our own judgement, not reviewed by a clinician yet. Unkink is a coach, not a treatment.
      </p>
      {plan.items.length > 0 && <PrintHandout name="your plan" programme="plan" {...asked} />}
      <p>
        <a class="more" href="#/you">
          What the plan knows of you
        </a>
      </p>
      {plan.items.length > 0 && (
        <div class="at-hand">
          <button type="button" class="button big start" onClick={() => { begin({ programme: "plan", ...asked }); }}>
            <Icon name="play" /> Start
          </button>
        </div>
      )}
    </Shell>
  );
}

function Whole({ plan }: { readonly plan: PlanNow }) {
  return (
    <>
      {plan.why.map((why) => (
        <p key={why.words} class="notice">
          {why.words}
        </p>
      ))}
      {plan.clinician && !plan.why.some((why) => why.words === plan.clinician) && (
        <p class="notice">{plan.clinician}</p>
      )}
    </>
  );
}

function Minutes({ now }: { readonly now: number }) {
  return (
    <fieldset class="pills">
      <legend>Minutes at most</legend>
      {MINUTES.map((each) => (
        <label key={each} class="pill">
          <input type="radio" name="minutes" checked={each === now} onChange={() => { planMinutes.value = each; }} />
          <span>{each}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Planned({ item, plan }: { readonly item: PlannedItem; readonly plan: PlanNow }) {
  const { exercise, name } = item;
  const others = plan.left_out.filter((one) => one.can_be_wanted);
  return (
    <li class="card planned-item">
      <img src={picturePath(exercise)} alt="" />
      <div>
        <h2>{name}</h2>
        {item.amounts.map((amount) => (
          <p key={amount}>{amount}</p>
        ))}
      </div>
      <details>
        <summary aria-label={`Why this? ${name}`}>Why this?</summary>
        <Reasons reasons={item.why} />
        <div class="row">
          {item.can_be_easier && <Wish words="Easier" name={name} act={() => easier(wishes.value, exercise, -1)} />}
          {item.can_be_harder && <Wish words="Harder" name={name} act={() => easier(wishes.value, exercise, 1)} />}
          <Wish words="Leave out" name={name} act={() => without(wishes.value, exercise)} />
        </div>
        {others.length > 0 && (
          <label class="field">
            <span>Or swap it for</span>
            <select
              aria-label={`Swap ${name} for`}
              value=""
              onChange={(event) => { wishes.value = swap(wishes.value, exercise, event.currentTarget.value); }}
            >
              <option value="">Choose</option>
              {others.map((one) => (
                <option key={one.exercise} value={one.exercise}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </details>
    </li>
  );
}

interface WishProps {
  readonly words: string;
  readonly name: string;
  readonly act: () => ReturnType<typeof want>;
}

function Wish({ words, name, act }: WishProps) {
  return (
    <button type="button" class="button plain" aria-label={`${words}: ${name}`} onClick={() => { wishes.value = act(); }}>
      {words}
    </button>
  );
}

interface ChangesProps {
  readonly plan: PlanNow;
  readonly changed: () => void;
}

function Changes({ plan, changed }: ChangesProps) {
  if (plan.changes.length === 0) return null;
  const undo = async (change: PlanChange): Promise<void> => {
    try {
      await api.undo(change.id);
      trouble.value = "";
      changed();
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What changed lately</h2>
      <ul class="changes">
        {plan.changes.map((change) => (
          <li key={change.id}>
            <p>{change.words}</p>
            {change.can_be_undone && (
              <button type="button" class="button plain" onClick={() => { void undo(change); }}>
                Take it back
              </button>
            )}
            {change.kept && <p class="soft">{change.kept}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
