/** You: what a plan knows of the person. Each choice is kept at once. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { BoundsForm } from "../parts/BoundsForm";
import { DirectionOffer } from "../parts/DirectionOffer";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { YourDataLink } from "../parts/YourDataLink";
import { trouble } from "../state";
import type { Catalogue, SaidProfile, You } from "../wire";

const POSITIONS: readonly (readonly [SaidPosition, string])[] = [
  ["supine", "lying on my back"],
  ["prone", "lying face down"],
  ["kneeling", "kneeling"],
  ["floor_sitting", "sitting on the floor"],
  ["chair", "sitting on a chair"],
  ["standing", "standing"],
];
const THINGS: readonly (readonly [SaidThing, string])[] = [
  ["mat", "a mat or something soft"],
  ["chair", "a firm chair"],
  ["wall", "a free wall"],
  ["cushion", "a firm cushion"],
  ["ball", "a tennis ball"],
  ["roller", "a foam roller"],
];
const MINUTES = [5, 10, 15, 20, 30] as const;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

type SaidPosition = NonNullable<SaidProfile["cannot"]>[number];
type SaidThing = NonNullable<SaidProfile["has"]>[number];
type Profile = Required<SaidProfile>;
type Save = (changes: Partial<Profile>) => void;

export function YouScreen() {
  const loaded = useLoad(api.you, "you");
  const catalogue = useLoad(api.catalogue, "catalogue");
  const [saved, setSaved] = useState<You | null>(null);
  const you = saved ?? loaded.value;
  if (!you || !catalogue.value)
    return (
      <Shell title="You" narrow>
        <Waiting error={loaded.error || catalogue.error} />
      </Shell>
    );
  const keep = async (asking: Promise<You>): Promise<void> => {
    try {
      setSaved(await asking);
      trouble.value = "";
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  const save: Save = (changes) => void keep(api.saveProfile({ ...profileOf(you), ...changes }));
  return (
    <Shell title="You" narrow>
      <p class="lead">{you.week.words}</p>
      <Goal you={you} save={save} />
      <h2>Conditions</h2>
      <p>{you.conditions.length > 0 ? you.conditions.join(", ") : conditionless(you)}</p>
      <p>
        <a class="more" href="#/safety">
          Answer the safety questions again
        </a>
      </p>
      <DirectionOffer />
      <Ticks legend="I can’t get into" all={POSITIONS} ticked={you.profile.cannot} onChange={(cannot) => { save({ cannot }); }} />
      <Ticks legend="I have at hand" all={THINGS} ticked={you.profile.has} onChange={(has) => { save({ has }); }} />
      <Taste you={you} catalogue={catalogue.value} save={save} />
      <BoundsForm you={you} catalogue={catalogue.value} save={(said) => keep(api.setBounds(said))} />
      <YourDataLink />
    </Shell>
  );
}

function profileOf({ profile }: You): Profile {
  const { cannot, has, avoids, prefers, minutes, days_a_week } = profile;
  return { cannot: [...cannot], has: [...has], avoids: [...avoids], prefers: [...prefers], minutes, days_a_week };
}

function conditionless(you: You): string {
  return you.profile.conditions ? "None that need care, as you answered." : "You have not been asked yet.";
}

interface PartProps {
  readonly you: You;
  readonly save: Save;
}

function Goal({ you, save }: PartProps) {
  const { minutes, days_a_week } = you.profile;
  return (
    <>
      <Numbers name="days" legend="Days a week, as I would like it" all={DAYS} value={days_a_week} onPick={(days) => { save({ days_a_week: days }); }} />
      <Numbers name="minutes" legend="Minutes a session, at most" all={MINUTES} value={minutes} onPick={(picked) => { save({ minutes: picked }); }} />
    </>
  );
}

interface NumbersProps {
  readonly name: string;
  readonly legend: string;
  readonly all: readonly number[];
  readonly value: number;
  readonly onPick: (value: number) => void;
}

function Numbers({ name, legend, all, value, onPick }: NumbersProps) {
  return (
    <fieldset class="pills numbers">
      <legend>{legend}</legend>
      {all.map((each) => (
        <label key={each} class="pill">
          <input type="radio" name={name} checked={each === value} onChange={() => { onPick(each); }} />
          <span>{each}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TicksProps<T extends string> {
  readonly legend: string;
  readonly all: readonly (readonly [T, string])[];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: T[]) => void;
}

function Ticks<T extends string>({ legend, all, ticked, onChange }: TicksProps<T>) {
  const toggle = (which: T): void => {
    onChange(all.map(([id]) => id).filter((id) => (id === which) !== ticked.includes(id)));
  };
  return (
    <fieldset class="ticks">
      <legend>{legend}</legend>
      {all.map(([id, words]) => (
        <label key={id} class="check">
          <input type="checkbox" checked={ticked.includes(id)} onChange={() => { toggle(id); }} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Taste({ you, catalogue, save }: PartProps & { readonly catalogue: Catalogue }) {
  const { avoids, prefers } = you.profile;
  const change = (id: string, taste: string): void => {
    const rest = (all: readonly string[]): string[] => all.filter((each) => each !== id);
    save({
      avoids: taste === "avoid" ? [...rest(avoids), id] : rest(avoids),
      prefers: taste === "like" ? [...rest(prefers), id] : rest(prefers),
    });
  };
  const taste = (id: string): string => (avoids.includes(id) ? "avoid" : prefers.includes(id) ? "like" : "");
  return (
    <details class="left-out">
      <summary>What you like to do, and what not</summary>
      {catalogue.exercises.map(({ id, name }) => (
        <label key={id} class="taste">
          <span>{name}</span>
          <select value={taste(id)} onChange={(event) => { change(id, event.currentTarget.value); }}>
            <option value="">fine</option>
            <option value="like">I like it</option>
            <option value="avoid">rather not</option>
          </select>
        </label>
      ))}
    </details>
  );
}
