/** How was it: pain and stiffness now, how the back feels, and a note. */

import { useState } from "preact/hooks";
import { Unreachable, api, wordsOf } from "../api";
import { settled } from "../outboxes";
import { Scale } from "../parts/Scale";
import { Shell } from "../parts/Shell";
import { WhereFelt, type Farthest } from "../parts/WhereFelt";
import { useLoad } from "../parts/useLoad";
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
  const [worst, setWorst] = useState<number | null>(null);
  const [farthest, setFarthest] = useState<Farthest | null>(null);
  const [hurt_by, setHurtBy] = useState<string[]>([]);
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
      <p class="lead">Rest a moment. Then tell how your back is now. The next plan listens to it.</p>
      <Scale name="worst" question="The worst pain during it" low="no pain" high="the worst I can imagine" value={worst} onChange={setWorst} />
      {worst !== null && <Blame id={id} worst={worst} blamed={hurt_by} onChange={setHurtBy} />}
      <Scale name="pain" question="Pain now" low="no pain" high="the worst I can imagine" value={pain} onChange={setPain} />
      <Scale name="stiffness" question="Stiffness now" low="not stiff" high="as stiff as can be" value={stiffness} onChange={setStiffness} />
      <WhereFelt name="farthest" question="Where is it felt now?" value={farthest} onChange={setFarthest} />
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
        <button type="button" class="button big" onClick={() => { void save({ pain, stiffness, felt, note, worst, farthest, hurt_by }); }}>
          Save
        </button>
        <button type="button" class="button quiet" onClick={() => { void save({}); }}>
          Rather not say
        </button>
      </div>
    </Shell>
  );
}

interface BlameProps {
  readonly id: string;
  readonly worst: number;
  readonly blamed: readonly string[];
  readonly onChange: (blamed: string[]) => void;
}

/** Which exercise it was: asked only when the pain rose above what it was before. */
function Blame({ id, worst, blamed, onChange }: BlameProps) {
  const session = useLoad(() => api.session(id), id).value;
  if (!session || worst <= session.pain) return null;
  const done = new Map(
    session.schedule.segments.filter((one) => one.exercise !== "").map((one) => [one.exercise, one.name]),
  );
  return (
    <fieldset class="blame">
      <legend>Which exercise was it?</legend>
      <ul class="ticks">
        {[...done].map(([exercise, name]) => (
          <li key={exercise}>
            <label class="check">
              <input
                type="checkbox"
                checked={blamed.includes(exercise)}
                onChange={(event) => {
                  const others = blamed.filter((one) => one !== exercise);
                  onChange(event.currentTarget.checked ? [...others, exercise] : others);
                }}
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="soft">Not sure? Leave it: then all of them go a little easier.</p>
    </fieldset>
  );
}
