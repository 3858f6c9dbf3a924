/** One exercise in full: moving figure, steps, why, cautions, doses, what a camera can't tell. */

import { useState } from "preact/hooks";
import { api } from "../api";
import { Icon } from "../parts/Icon";
import { Demo } from "../parts/Demo";
import { Doses } from "../parts/Doses";
import { PrintHandout } from "../parts/Print";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import type { ExerciseDetail, Movement } from "../wire";
import { begin } from "./TodayScreen";

export function ExerciseScreen({ id }: { readonly id: string }) {
  const { value, error } = useLoad(() => api.exercise(id), id);
  if (!value)
    return (
      <Shell title="Exercise">
        <Waiting error={error} />
      </Shell>
    );
  return (
    <Shell key={value.id} title={value.name}>
      <p class="lead">{value.purpose}</p>
      <Body exercise={value} />
      <PrintHandout name={value.name} exercises={[value.id]} />
      <p>
        <a class="more" href="#/exercises">
          All exercises
        </a>
      </p>
    </Shell>
  );
}

function Body({ exercise }: { readonly exercise: ExerciseDetail }) {
  const [key, setKey] = useState("main");
  const movement = exercise.movements.find((one) => one.key === key) ?? exercise.movements[0];
  if (!movement) return null;
  return (
    <div class="exercise">
      <div class="exercise-look">
        {exercise.movements.length > 1 && (
          <fieldset class="pills">
            <legend>Ways to do it</legend>
            {exercise.movements.map((one) => (
              <label key={one.key} class="pill">
                <input type="radio" name="movement" checked={one === movement} onChange={() => { setKey(one.key); }} />
                <span>{one.name || exercise.name}</span>
              </label>
            ))}
          </fieldset>
        )}
        <Demo key={movement.key} movement={movement} name={exercise.name} />
        <button type="button" class="button big" onClick={() => { begin({ exercises: [exercise.id] }); }}>
          <Icon name="play" /> Start just this one
        </button>
      </div>
      <Reading exercise={exercise} movement={movement} />
    </div>
  );
}

interface ReadingProps {
  readonly exercise: ExerciseDetail;
  readonly movement: Movement;
}

function Reading({ exercise, movement }: ReadingProps) {
  return (
    <div class="exercise-words">
      <h2>How</h2>
      <ol class="todo">
        {movement.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{exercise.breathing}</p>
      <h2>Take care</h2>
      <ul>
        {exercise.needs_warm_up && <li>Only after a warm-up.</li>}
        {exercise.cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <h2>How much</h2>
      <Doses exercise={exercise} />
      <h2>Good to know</h2>
      <dl class="facts">
        <div>
          <dt>You start</dt>
          <dd>{movement.start_words}</dd>
        </div>
        <div>
          <dt>You need</dt>
          <dd>{movement.props.join(", ") || "nothing"}</dd>
        </div>
        <div>
          <dt>It reaches</dt>
          <dd>{exercise.muscles.join(", ")}</dd>
        </div>
      </dl>
      {movement.unseen && (
        <p class="soft">
          <strong>What a camera can’t tell:</strong> {movement.unseen}
        </p>
      )}
    </div>
  );
}
