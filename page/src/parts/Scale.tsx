/** A number from 0 to 10, in large touch fields; the arrow keys work too. */

import { Face } from "./Icon";

interface ScaleProps {
  readonly name: string;
  readonly question: string;
  readonly low: string;
  readonly high: string;
  /** Where the good end is; a face stands at either. */
  readonly good?: "low" | "high";
  readonly value: number | null;
  readonly onChange: (value: number) => void;
}

const STEPS = Array.from({ length: 11 }, (_, step) => step);

export function Scale({ name, question, low, high, good = "low", value, onChange }: ScaleProps) {
  return (
    <fieldset class="scale" aria-describedby={`${name}-ends`}>
      <legend>{question}</legend>
      <div class="ends" id={`${name}-ends`}>
        <span>
          <Face mood={good === "low" ? "eased" : "pained"} /> 0: {low}
        </span>
        <span>
          10: {high} <Face mood={good === "low" ? "pained" : "eased"} />
        </span>
      </div>
      <div class="steps">
        {STEPS.map((step) => (
          <label key={step} class="step">
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => {
                onChange(step);
              }}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
