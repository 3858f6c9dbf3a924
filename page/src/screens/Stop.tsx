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
  const { title, what_to_do, call, say, reasons } = clearance;
  useEffect(() => {
    sayAloud([title, ...what_to_do].join(" "));
  }, [title]);
  const urgent = clearance.verdict === "emergency";
  return (
    <Shell title={title} bare narrow>
      <section class={urgent ? "stop urgent" : "stop"} aria-label="What to do now">
        {urgent && call && (
          <a class="button big call" href={`tel:${call.replaceAll(" ", "")}`}>
            <Icon name="phone" /> Call {call}
          </a>
        )}
        {urgent && say && <p class="say-this">Say: “{say}”</p>}
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
