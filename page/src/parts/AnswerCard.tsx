/** The honest answer: a sentence, its reasons, and on demand every number and how it was done. */

import { Rows } from "../charts/Chart";
import type { Progress } from "../wire";

type Comparison = NonNullable<Progress["answer"]["comparison"]>;

export function AnswerCard({ progress }: { readonly progress: Progress }) {
  const { answer, trial } = progress;
  const more = answer.why.length + answer.warnings.length + answer.account.length > 0;
  return (
    <section class={`card answer ${answer.verdict}`} aria-labelledby="answer">
      <h2 class="visually-hidden" id="answer">
        Does it help?
      </h2>
      <p class="headline">{answer.headline}</p>
      {trial && (
        <p>
          Your trial, day {trial.day} of {trial.days}. {trial.today}
        </p>
      )}
      {more && (
        <details>
          <summary>Why I say so</summary>
          <ul class="because">
            {[...answer.why, ...answer.warnings].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          {answer.comparison && <Numbers comparison={answer.comparison} />}
          {answer.account.length > 0 && (
            <>
              <h3>How it was done</h3>
              <dl class="account">
                {answer.account.map(([heading, words]) => (
                  <div key={heading}>
                    <dt>{heading}</dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </>
          )}
        </details>
      )}
    </section>
  );
}

function Numbers({ comparison }: { readonly comparison: Comparison }) {
  const { names, days, missing, mean, median, adjusted, unadjusted, overlap } = comparison;
  const belief = (one: Comparison["adjusted"]): string =>
    `${signed(one.step)} (${signed(one.low)} to ${signed(one.high)}); lower at all: ${percent(one.better)}, by 2 or more: ${percent(one.much_better)}`;
  const rows: readonly (readonly string[])[] = [
    ["Test by the lot", comparison.chance_p === null ? "–" : `p = ${comparison.chance_p.toFixed(3)} of ${String(comparison.chance_draws)} draws`],
    ["Overlap, without the old trend", signed(overlap.corrected_tau, 2)],
    ["Overlap (tau)", signed(overlap.tau, 2)],
    ["Step, 90 % interval", belief(unadjusted)],
    ["Step without an even trend, 90 % interval", belief(adjusted)],
    ["Median pain", pair(median, 1)],
    ["Mean pain", pair(mean, 1)],
    ["Days missing", pair(missing, 0)],
    ["Days with a number", pair(days, 0)],
  ];
  return <Rows head={["", `${names[0]} / ${names[1]}`]} rows={rows} words="The numbers" />;
}

const pair = (both: readonly number[], digits: number): string => both.map((one) => one.toFixed(digits)).join(" / ");
const percent = (share: number): string => `${String(Math.min(Math.max(Math.round(share * 100), 1), 99))} %`;

function signed(value: number, digits = 1): string {
  const words = Math.abs(value).toFixed(digits);
  return value < 0 ? `−${words}` : `+${words}`;
}
