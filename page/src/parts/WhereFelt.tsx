/** How far down the leg it is felt: a body to tap, and the same in words. */

import { useId } from "preact/hooks";

export type Farthest = 0 | 1 | 2 | 3 | 4 | 5;

/** As the record counts them: the greater, the further down. */
const PLACES: readonly (readonly [value: Farthest, words: string])[] = [
  [0, "Nowhere now"],
  [1, "Back"],
  [2, "Buttock"],
  [3, "Thigh"],
  [4, "Calf"],
  [5, "Foot"],
];

/** Where each place is on the drawn body: seen from behind, on the right leg. */
const SPOTS: readonly (readonly [value: Farthest, x: number, y: number, rx: number, ry: number])[] = [
  [1, 50, 76, 15, 15],
  [2, 56, 104, 8, 10],
  [3, 57, 132, 6, 18],
  [4, 57, 172, 5, 18],
  [5, 59, 203, 6, 5],
];

interface WhereFeltProps {
  readonly name: string;
  readonly question: string;
  readonly value: Farthest | null;
  readonly onChange: (value: Farthest) => void;
}

export function WhereFelt({ name, question, value, onChange }: WhereFeltProps) {
  const id = useId();
  return (
    <fieldset class="where-felt" aria-describedby={id}>
      <legend>{question}</legend>
      <svg class="felt-body" viewBox="0 0 100 222" aria-hidden="true">
        <g class="felt-figure">
          <circle cx="50" cy="16" r="12" />
          <path d="M44 28h12v7l16 5c4 1 6 4 6.5 8l4 50-8 1-6-40-2 34 2 26-3 40-1 38 7 9v5h-16l-2-54-3.5-42-3.5 42-2 54h-16v-5l7-9-1-38-3-40 2-26-2-34-6 40-8-1 4-50c.5-4 2.5-7 6.5-8l16-5z" />
        </g>
        {SPOTS.map(([place, x, y, rx, ry]) => (
          <ellipse
            key={place}
            class={value !== null && place <= value ? "felt-spot on" : "felt-spot"}
            cx={x}
            cy={y}
            rx={rx}
            ry={ry}
            onClick={() => { onChange(place); }}
          />
        ))}
      </svg>
      <div class="felt-words">
        <p class="soft" id={id}>
          The farthest place, on either leg.
        </p>
        {PLACES.map(([place, words]) => (
          <label key={place} class="pill">
            <input type="radio" name={name} checked={value === place} onChange={() => { onChange(place); }} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
