/** One item of an instrument, as a field of its kind. */

import type { Filled, MeasureProgress } from "../wire";
import { Scale } from "./Scale";

export type Item = MeasureProgress["instrument"]["items"][number];

/** Under which answer the person's own name of an activity stands. */
export const nameOf = (item: Item): string => `${item.id}_name`;

interface ItemFieldProps {
  readonly item: Item;
  readonly good: "low" | "high";
  readonly answers: Filled;
  /** Whether the activity has had its name from before. */
  readonly named: boolean;
  readonly onAnswer: (name: string, answer: number | string | boolean | null) => void;
}

export function ItemField({ item, good, answers, named, onAnswer }: ItemFieldProps) {
  const answer = answers[item.id];
  switch (item.kind ?? "rating") {
    case "own_activity":
      return <Activity item={item} answers={answers} named={named} onAnswer={onAnswer} />;
    case "tick":
      return (
        <label class="check">
          <input type="checkbox" checked={answer === true} onChange={(event) => { onAnswer(item.id, event.currentTarget.checked); }} />
          <span>{item.text}</span>
        </label>
      );
    case "amount":
      return (
        <label class="field">
          <span>{item.text}</span>
          <input
            type="number"
            inputMode="decimal"
            min={item.least}
            max={item.most}
            step="any"
            onInput={(event) => {
              const { value, valueAsNumber } = event.currentTarget;
              onAnswer(item.id, value === "" ? null : valueAsNumber);
            }}
          />
        </label>
      );
    case "yes_no":
    case "choice":
      return <Choice item={item} answer={answer} onAnswer={onAnswer} />;
    case "rating":
      return (
        <Scale
          name={item.id}
          question={item.text ?? ""}
          low={item.low ?? ""}
          high={item.high ?? ""}
          good={good}
          value={typeof answer === "number" ? answer : null}
          onChange={(value) => { onAnswer(item.id, value); }}
        />
      );
  }
}

function Choice({ item, answer, onAnswer }: Pick<ItemFieldProps, "item" | "onAnswer"> & { readonly answer: Filled[string] | undefined }) {
  const options: readonly (readonly [number | boolean, string])[] =
    item.kind === "yes_no" ? [[true, "Yes"], [false, "No"]] : (item.choices ?? []).map((words, n) => [n + 1, words] as const);
  return (
    <fieldset class="felt">
      <legend>{item.text}</legend>
      <div class={item.kind === "yes_no" ? "pills" : "stack"}>
        {options.map(([value, words]) => (
          <label key={words} class="pill">
            <input type="radio" name={item.id} checked={answer === value} onChange={() => { onAnswer(item.id, value); }} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Activity({ item, answers, named, onAnswer }: Omit<ItemFieldProps, "good">) {
  const name = answers[nameOf(item)];
  const said = typeof name === "string" ? name : "";
  const answer = answers[item.id];
  const number = item.id.replace(/\D+/g, "");
  return (
    <div class="card activity">
      {named ? (
        <h2>{said}</h2>
      ) : (
        <label class="field">
          <span>
            {number}. Something your back makes hard{Number(number) > 3 ? ", if there is more" : ""}
          </span>
          <input
            type="text"
            maxLength={80}
            value={said}
            placeholder="for example: putting on socks"
            onInput={(event) => { onAnswer(nameOf(item), event.currentTarget.value); }}
          />
        </label>
      )}
      {said.trim() !== "" && (
        <Scale
          name={item.id}
          question={named ? "How well does it go now?" : `How well does it go now: ${said}`}
          low={item.low ?? ""}
          high={item.high ?? ""}
          good="high"
          value={typeof answer === "number" ? answer : null}
          onChange={(value) => { onAnswer(item.id, value); }}
        />
      )}
    </div>
  );
}
