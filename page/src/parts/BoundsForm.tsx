/** What a clinician set: printed back, and a simple form to set it. */

import { useState } from "preact/hooks";
import type { Catalogue, SaidBound, SaidBounds, You } from "../wire";

const LEVELS = [
  ["L0", "Ease"],
  ["L1", "Start"],
  ["L2", "Build"],
  ["L3", "Full"],
] as const;

interface BoundsFormProps {
  readonly you: You;
  readonly catalogue: Catalogue;
  readonly save: (said: SaidBounds) => Promise<void>;
}

export function BoundsForm({ you, catalogue, save }: BoundsFormProps) {
  return (
    <section aria-labelledby="bounds">
      <h2 id="bounds">What your clinician set</h2>
      {you.bounds_words.length > 0 ? (
        <ul class="bounds-list">
          {you.bounds_words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p class="soft">Nothing. If a physiotherapist or doctor sets limits for you, write them here: they always win.</p>
      )}
      {you.bounds_words.length > 0 && (
        <button type="button" class="button plain" onClick={() => void save({})}>
          Lift them all
        </button>
      )}
      <details class="left-out">
        <summary>{you.bounds_words.length > 0 ? "Change them" : "Set limits"}</summary>
        <Form you={you} catalogue={catalogue} save={save} />
      </details>
    </section>
  );
}

type Bounded = Record<string, SaidBound>;

function Form({ you, catalogue, save }: BoundsFormProps) {
  const [by, setBy] = useState(you.bounds.by);
  const [until, setUntil] = useState(you.bounds.until);
  const [most, setMost] = useState(you.bounds.most_minutes?.toString() ?? "");
  const [note, setNote] = useState(you.bounds.note);
  const [exercises, setExercises] = useState<Bounded>(() => ({ ...you.bounds.exercises }));
  const submit = (event: Event): void => {
    event.preventDefault();
    void save({ by, until, note, exercises, most_minutes: most === "" ? null : Math.round(Number(most)) });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Field words="Who set it" value={by} onInput={setBy} required />
      <label class="field">
        <span>Until when (leave empty: until changed)</span>
        <input type="date" value={until} onInput={(event) => { setUntil(event.currentTarget.value); }} />
      </label>
      <label class="field">
        <span>Minutes a session, at most</span>
        <input type="number" min={1} max={240} value={most} onInput={(event) => { setMost(event.currentTarget.value); }} />
      </label>
      {catalogue.exercises.map(({ id, name }) => (
        <Exercise
          key={id}
          name={name}
          bound={exercises[id]}
          onChange={(bound) => {
            const others = Object.entries(exercises).filter(([other]) => other !== id);
            setExercises(Object.fromEntries(bound ? [...others, [id, bound]] : others));
          }}
        />
      ))}
      <Field words="Anything else, in their words" value={note} onInput={setNote} />
      <button type="submit" class="button">
        Keep these limits
      </button>
    </form>
  );
}

interface FieldProps {
  readonly words: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly required?: boolean;
}

function Field({ words, value, onInput, required = false }: FieldProps) {
  return (
    <label class="field">
      <span>{words}</span>
      <input
        type="text"
        value={value}
        required={required}
        maxLength={120}
        onInput={(event) => { onInput(event.currentTarget.value); }}
      />
    </label>
  );
}

interface ExerciseProps {
  readonly name: string;
  readonly bound: SaidBound | undefined;
  readonly onChange: (bound: SaidBound | null) => void;
}

function Exercise({ name, bound, onChange }: ExerciseProps) {
  const chosen = bound?.excluded ? "no" : (bound?.most_level ?? "");
  const pick = (value: string): void => {
    const level = LEVELS.find(([id]) => id === value)?.[0];
    if (value === "no") onChange({ excluded: true });
    else if (level) onChange({ ...bound, excluded: false, most_level: level });
    else onChange(null);
  };
  return (
    <fieldset class="bound">
      <legend>{name}</legend>
      <select aria-label={`${name}: how far`} value={chosen} onChange={(event) => { pick(event.currentTarget.value); }}>
        <option value="">no limit</option>
        {LEVELS.map(([id, words]) => (
          <option key={id} value={id}>
            no further than {words}
          </option>
        ))}
        <option value="no">not at all</option>
      </select>
      {bound && !bound.excluded && (
        <label class="inline">
          <span>holds, seconds at most</span>
          <input
            type="number"
            min={1}
            max={600}
            value={bound.most_hold_s ?? ""}
            onInput={(event) => {
              const { value } = event.currentTarget;
              onChange({ ...bound, most_hold_s: value === "" ? null : Number(value) });
            }}
          />
        </label>
      )}
    </fieldset>
  );
}
