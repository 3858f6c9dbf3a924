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
        {plan.left_out.map((one) => (
          <Omitted key={one.exercise} one={one} />
        ))}
      </ul>
    </details>
  );
}

function Omitted({ one }: { readonly one: OmittedItem }) {
  return (
    <li>
      <h3>{one.name}</h3>
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
