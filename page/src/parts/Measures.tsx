/** Questionnaires and tests: where each stands, and those that are due. */

import { Spark } from "../charts/Spark";
import { longDate } from "../charts/axes";
import type { MeasureProgress } from "../wire";

export function Measures({ measures }: { readonly measures: readonly MeasureProgress[] }) {
  const started = measures.filter((one) => one.points.length > 0);
  const rest = measures.filter((one) => one.points.length === 0);
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">Beyond pain</h2>
      {started.length > 0 && (
        <div class="charts">
          {started.map((one) => (
            <Started key={one.instrument.id} one={one} />
          ))}
        </div>
      )}
      {rest.length > 0 && (
        <details class="rest" open={started.length === 0}>
          <summary>{started.length > 0 ? "More to measure" : "What to measure"}</summary>
          <ul class="record">
            {rest.map((one) => (
              <li key={one.instrument.id}>
                <a class="card measure" href={`#/measure/${one.instrument.id}`}>
                  <strong>{one.instrument.name}</strong>
                  <span class="soft">{one.instrument.about}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Started({ one }: { readonly one: MeasureProgress }) {
  const { instrument, points } = one;
  const values = points.flatMap(({ date, value, same_way }) => (value === null || !same_way ? [] : [{ date, value }]));
  const words = `${instrument.name}: ${values.map(({ date, value }) => `${longDate(date)} ${String(value)}`).join(", ")}.`;
  const drawn = values.length > 1 && instrument.items[0]?.kind !== "yes_no" && instrument.items[0]?.kind !== "choice";
  return (
    <section class="card measure" aria-label={instrument.name}>
      <h3>{instrument.name}</h3>
      <p>{one.words}</p>
      {drawn && <Spark words={words} lines={[{ name: instrument.name, points: values }]} />}
      <a class={one.due ? "button plain" : "more"} href={`#/measure/${instrument.id}`}>
        {one.due ? "Time to fill it in again" : "Look, or fill in again"}
      </a>
    </section>
  );
}
