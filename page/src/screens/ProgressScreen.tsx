/** Progress: the honest answer in one sentence; below it what stands behind it, for whoever asks. */

import { api } from "../api";
import { AroundChart } from "../charts/AroundChart";
import { PainChart } from "../charts/PainChart";
import { WeeksChart } from "../charts/WeeksChart";
import { AnswerCard } from "../parts/AnswerCard";
import { ByExercise } from "../parts/ByExercise";
import { DayLine } from "../parts/DayLine";
import { Measures } from "../parts/Measures";
import { PrintReport } from "../parts/Print";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import type { Progress } from "../wire";

export function ProgressScreen() {
  const { value, error } = useLoad(api.progress, "progress");
  return (
    <Shell title="Progress">
      {!value && <Waiting error={error} />}
      {value && <Found progress={value} />}
    </Shell>
  );
}

function Found({ progress }: { readonly progress: Progress }) {
  const { days, sessions, summary, caveats } = progress;
  return (
    <>
      <AnswerCard progress={progress} />
      <DayLine always />
      {summary.length > 0 && <p class="lead">{summary.join(" ")}</p>}
      <div class="charts">
        {days.length > 0 && <PainChart progress={progress} />}
        {sessions.length > 0 && <AroundChart progress={progress} />}
        {sessions.length > 0 && <WeeksChart progress={progress} />}
      </div>
      {progress.exercises.length > 0 && <ByExercise exercises={progress.exercises} />}
      <Measures measures={progress.measures} />
      <p class="row">
        <a class="more" href="#/trial">
          Try it out fairly
        </a>
        {sessions.length > 0 && (
          <a class="more" href="#/record">
            All sessions
          </a>
        )}
        {progress.since && <PrintReport />}
      </p>
      {sessions.length > 0 && (
        <ul class="caveats soft">
          {caveats.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </>
  );
}
