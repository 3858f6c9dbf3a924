/** No session now: calm, unmistakable, with what to do and whom to call. */

import { useEffect } from "preact/hooks";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { go } from "../router";
import { sayAloud } from "../state";
import type { Clearance } from "../wire";

interface StopProps {
  readonly clearance: Clearance;
  readonly again?: () => void;
}

export function Stop({ clearance, again }: StopProps) {
  const { title, what_to_do, call } = clearance;
  useEffect(() => {
    sayAloud([title, ...what_to_do].join(" "));
  }, [title]);
  const urgent = clearance.verdict === "emergency";
  // Beside an emergency, what was not asked any more is no news.
  const reasons = clearance.reasons.filter((reason) => !urgent || reason.kind !== "blank");
  return (
    <Shell title={title} bare narrow>
      <section class={urgent ? "stop urgent" : "stop"} aria-label="What to do now">
        {urgent && call && (
          <a class="button big call" href={`tel:${call.replaceAll(" ", "")}`}>
            <Icon name="phone" /> Call {call}
          </a>
        )}
        <ol class="todo">
          {what_to_do.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      {reasons.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">Why</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason.question + reason.kind}>{reason.words}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="foot">
        <button
          type="button"
          class="button quiet"
          onClick={again ?? (() => { go("safety"); })}
        >
          <Icon name="repeat" /> Answer the questions again
        </button>
      </div>
    </Shell>
  );
}
