/** A session may start, and this is what is taken care of. */

import { useEffect } from "preact/hooks";
import { Shell } from "../parts/Shell";
import { sayAloud } from "../state";
import type { Clearance } from "../wire";

interface WithCareProps {
  readonly clearance: Clearance;
  readonly goOn: () => void;
}

export function WithCare({ clearance, goOn }: WithCareProps) {
  const { title, what_to_do, reasons } = clearance;
  useEffect(() => {
    sayAloud([title, ...what_to_do].join(" "));
  }, [title]);
  return (
    <Shell title={title} bare narrow>
      <section class="stop" aria-label="What we take care of">
        <ul class="todo">
          {what_to_do.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <h2>Because you told us</h2>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.question}>{reason.words}</li>
        ))}
      </ul>
      <p class="soft">These rules have not been reviewed by a clinician yet.</p>
      <div class="at-hand">
        <button type="button" class="button big" onClick={goOn}>
          Go on
        </button>
      </div>
    </Shell>
  );
}
