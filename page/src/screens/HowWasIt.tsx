/** How was it: pain and stiffness now, how the back feels, and a note. */

import { useState } from "preact/hooks";
import { Unreachable, api, wordsOf } from "../api";
import { settled } from "../outboxes";
import { Scale } from "../parts/Scale";
import { Shell } from "../parts/Shell";
import { goInstead } from "../router";
import { refresh } from "../state";
import type { Finish } from "../wire";

type Felt = NonNullable<Finish["felt"]>;

const FEELINGS: readonly (readonly [value: Felt, words: string])[] = [
  ["better", "Better"],
  ["same", "The same"],
  ["worse", "Worse"],
];

export function HowWasIt({ id }: { readonly id: string }) {
  const [pain, setPain] = useState<number | null>(null);
  const [stiffness, setStiffness] = useState<number | null>(null);
  const [felt, setFelt] = useState<Felt | null>(null);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState("");
  const save = async (how: Finish): Promise<void> => {
    try {
      if (!(await settled(id))) throw new Unreachable("Unkink does not answer.");
      await api.finish(id, how);
      await refresh();
      goInstead("done", id);
    } catch (error) {
      setProblem(`${wordsOf(error)} What you did is kept. You can try again.`);
    }
  };
  return (
    <Shell title="How was it?" bare narrow>
      <p class="lead">Rest a moment. Then tell how your back is now.</p>
      <Scale name="pain" question="Pain now" low="no pain" high="the worst I can imagine" value={pain} onChange={setPain} />
      <Scale name="stiffness" question="Stiffness now" low="not stiff" high="as stiff as can be" value={stiffness} onChange={setStiffness} />
      <fieldset class="felt">
        <legend>My back feels</legend>
        <div class="pills">
          {FEELINGS.map(([value, words]) => (
            <label key={value} class="pill">
              <input type="radio" name="felt" checked={felt === value} onChange={() => { setFelt(value); }} />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="field">
        <span>A note for yourself, if you like</span>
        <textarea rows={3} maxLength={2000} value={note} onInput={(event) => { setNote(event.currentTarget.value); }} />
      </label>
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="foot two">
        <button type="button" class="button big" onClick={() => { void save({ pain, stiffness, felt, note }); }}>
          Save
        </button>
        <button type="button" class="button quiet" onClick={() => { void save({}); }}>
          Rather not say
        </button>
      </div>
    </Shell>
  );
}
