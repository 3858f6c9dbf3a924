/** Exercise by exercise: held on either side, how far it went, and how pain went on after it. */

import { Rows } from "../charts/Chart";
import { Spark, type SparkLine } from "../charts/Spark";
import { shortDate } from "../charts/axes";
import type { ExerciseProgress } from "../wire";
import { times } from "../words";

export function ByExercise({ exercises }: { readonly exercises: readonly ExerciseProgress[] }) {
  return (
    <section aria-labelledby="by-exercise">
      <h2 id="by-exercise">Exercise by exercise</h2>
      <ul class="record">
        {exercises.map((one) => (
          <li key={one.exercise} class="card">
            <details>
              <summary>
                <span class="record-when">{one.name}</span>
                <span class="soft">{times(one.sessions, "session", "sessions")}</span>
              </summary>
              <One one={one} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ one }: { readonly one: ExerciseProgress }) {
  const sides = Object.keys(one.clock_s);
  const lines = rangesOf(one);
  return (
    <div class="stack">
      {one.words.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {sides.length > 0 && <Held one={one} sides={sides} />}
      {lines.length > 0 && (
        <div>
          <h3>How far you go</h3>
          <Spark words={rangeWords(one.name, lines)} lines={lines} between={[0, 1.1]} />
          {lines.length > 1 && (
            <p class="legend">
              {lines.map((each, n) => (
                <span key={each.name} class={n === 0 ? "first" : "second"}>
                  {each.name}
                </span>
              ))}
            </p>
          )}
          <p class="soft">{rangeWords(one.name, lines)}</p>
          <Rows
            head={["Day", "Side", "Of the way", "Held"]}
            rows={one.ranges.map((each) => [
              shortDate(each.date),
              each.side,
              each.reach === null ? "–" : percent(each.reach),
              `${each.held_s.toFixed(0)} s`,
            ])}
          />
        </div>
      )}
    </div>
  );
}

function rangesOf(one: ExerciseProgress): readonly SparkLine[] {
  const sides = [...new Set(one.ranges.map((each) => each.side))];
  return sides
    .map((side) => ({
      name: side,
      points: one.ranges.flatMap((each) =>
        each.side === side && each.reach !== null ? [{ date: each.date, value: each.reach }] : [],
      ),
    }))
    .filter((each) => each.points.length > 1);
}

function rangeWords(name: string, lines: readonly SparkLine[]): string {
  const each = lines.map((one) => {
    const [first, last] = [one.points[0]?.value ?? 0, one.points.at(-1)?.value ?? 0];
    const side = lines.length > 1 ? `${one.name} ` : "";
    return `${side}from ${percent(first)} to ${percent(last)} of the way`;
  });
  return `${name}: ${each.join(", ")}. By the camera; against your own earlier days only.`;
}

const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

function Held({ one, sides }: { readonly one: ExerciseProgress; readonly sides: readonly string[] }) {
  const clock = one.clock_s as Readonly<Record<string, number>>;
  const seen = one.seen_s as Readonly<Record<string, number>>;
  const watched = Object.keys(seen).length > 0;
  const most = Math.max(...Object.values(clock), ...Object.values(seen), 1);
  return (
    <table class="held">
      <caption>Seconds held, all sessions together</caption>
      <thead>
        <tr>
          <th scope="col">Side</th>
          <th scope="col">By the clock</th>
          {watched && <th scope="col">Truly held, seen by the camera</th>}
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => (
          <tr key={side}>
            <th scope="row">{side}</th>
            <td>
              <Length part={(clock[side] ?? 0) / most} words={`${(clock[side] ?? 0).toFixed(0)} s`} />
            </td>
            {watched && (
              <td>
                <Length part={(seen[side] ?? 0) / most} words={side in seen ? `${(seen[side] ?? 0).toFixed(0)} s` : "–"} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Length({ part, words }: { readonly part: number; readonly words: string }) {
  return (
    <span class="length">
      <span class="fill" style={{ inlineSize: `${String(Math.round(part * 100))}%` }} />
      <span class="figure-words">{words}</span>
    </span>
  );
}
