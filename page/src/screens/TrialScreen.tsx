/** A fair trial: weeks with and without, drawn by lot. Only for pain that has lasted. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";
import { refresh } from "../state";
import type { NewTrial, Progress } from "../wire";

type Design = NewTrial["design"];

const DESIGNS: readonly (readonly [Design, string, string])[] = [
  ["baseline_then_exercises", "Before and after", "6 weeks. First some days without exercises; the day they begin is drawn by lot."],
  ["on_off", "Weeks with and weeks without", "10 weeks. In each pair of weeks the lot says which comes first."],
  ["a_or_b", "One exercise or another", "10 weeks. Each week is for one of two exercises, as drawn."],
];

export function TrialScreen() {
  const { value, error } = useLoad(api.progress, "trial");
  return (
    <Shell title="Try it out fairly" narrow>
      {!value && <Waiting error={error} />}
      {value && (value.trial ? <Running trial={value.trial} /> : <Choose />)}
    </Shell>
  );
}

function Running({ trial }: { readonly trial: NonNullable<Progress["trial"]> }) {
  const [problem, setProblem] = useState("");
  const end = async (): Promise<void> => {
    try {
      await api.endTrial();
      await refresh();
      go("progress");
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <>
      <p class="lead">
        Day {trial.day} of {trial.days}. {trial.today}
      </p>
      <p>Say each day how your back is. If you need an exercise, do it: your back comes first, and the record shows it.</p>
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="foot two">
        <a class="button big" href="#/day">
          How is your back today?
        </a>
        <button type="button" class="button quiet" onClick={() => { void end(); }}>
          End the trial
        </button>
      </div>
    </>
  );
}

function Choose() {
  const [design, setDesign] = useState<Design | null>(null);
  const [lasting, setLasting] = useState<boolean | null>(null);
  const [compared, setCompared] = useState<readonly [string, string]>(["", ""]);
  const [problem, setProblem] = useState("");
  const begin = async (): Promise<void> => {
    if (lasting === null || design === null) {
      setProblem("Please answer both questions.");
      return;
    }
    try {
      await api.beginTrial({ design, long_lasting: lasting, compared: design === "a_or_b" ? [...compared] : [] });
      await refresh();
      go("progress");
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <>
      <p class="lead">Most backs get better with time. Whether the exercises help yours, a small trial can show.</p>
      <fieldset class="felt">
        <legend>Has your back hurt for more than three months?</legend>
        <div class="pills">
          {([true, false] as const).map((answer) => (
            <label key={String(answer)} class="pill">
              <input type="radio" name="lasting" checked={lasting === answer} onChange={() => { setLasting(answer); }} />
              <span>{answer ? "Yes" : "No"}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {lasting === false && (
        <p class="notice">Pain that is new should not wait for a trial. Gentle exercise and walking now are the better way.</p>
      )}
      {lasting && (
        <>
          <fieldset class="felt">
            <legend>Which trial?</legend>
            <div class="stack">
              {DESIGNS.map(([id, name, words]) => (
                <label key={id} class="pill tall">
                  <input type="radio" name="design" checked={design === id} onChange={() => { setDesign(id); }} />
                  <span>
                    {name}
                    <small>{words}</small>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          {design === "a_or_b" && <Two compared={compared} onChange={setCompared} />}
          <p>Walking is free at all times, and so is whatever you need for your pain. Say each day how your back is.</p>
        </>
      )}
      <p class="refused" role="alert">
        {problem}
      </p>
      <div class="foot two">
        {lasting && (
          <button type="button" class="button big" onClick={() => { void begin(); }}>
            Draw and begin today
          </button>
        )}
        <a class="button quiet" href="#/progress">
          Not now
        </a>
      </div>
    </>
  );
}

interface TwoProps {
  readonly compared: readonly [string, string];
  readonly onChange: (compared: readonly [string, string]) => void;
}

function Two({ compared, onChange }: TwoProps) {
  const catalogue = useLoad(api.catalogue, "catalogue");
  const known = catalogue.value?.exercises ?? [];
  return (
    <div class="two">
      {([0, 1] as const).map((place) => (
        <label key={place} class="field">
          <span>{place === 0 ? "This one" : "or this one"}</span>
          <select
            value={compared[place]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              onChange(place === 0 ? [chosen, compared[1]] : [compared[0], chosen]);
            }}
          >
            <option value="">Choose …</option>
            {known.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
