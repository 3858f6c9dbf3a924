/** What a plan leaves out, why, and what to do instead. */

import { wishes } from "../state";
import type { OmittedItem, PlanNow } from "../wire";
import { want } from "../wishes";
import { Reasons } from "./Reasons";

export function LeftOut({ plan }: { readonly plan: PlanNow }) {
  if (plan.left_out.length === 0) return null;
  return (
    <details class="left-out">
      <summary>Left out today, and why ({plan.left_out.length})</summary>
      <ul>
        {alike(plan.left_out).map((group) => (
          <Omitted key={group.one.exercise} {...group} />
        ))}
      </ul>
    </details>
  );
}

interface OmittedProps {
  readonly one: OmittedItem;
  readonly names: readonly string[];
}

/** What is left out for the same reason, and can't be wished for, is told together. */
function alike(all: readonly OmittedItem[]): readonly OmittedProps[] {
  const groups = new Map<string, OmittedProps>();
  for (const one of all) {
    const key = one.can_be_wanted || one.alternative ? one.exercise : JSON.stringify(one.why);
    groups.set(key, { one, names: [...(groups.get(key)?.names ?? []), one.name] });
  }
  return [...groups.values()];
}

function Omitted({ one, names }: OmittedProps) {
  return (
    <li>
      <h3>{names.join(", ")}</h3>
      <Reasons reasons={one.why} />
      {one.alternative && <p>Instead: {one.alternative}.</p>}
      {one.can_be_wanted && (
        <button
          type="button"
          class="button plain"
          aria-label={`I would like it: ${one.name}`}
          onClick={() => { wishes.value = want(wishes.value, one.exercise); }}
        >
          I would like it
        </button>
      )}
    </li>
  );
}
