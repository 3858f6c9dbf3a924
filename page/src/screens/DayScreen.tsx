/** How is your back today: one tap keeps the number; more can be added, nothing has to. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Icon } from "../parts/Icon";
import { Scale } from "../parts/Scale";
import { Shell } from "../parts/Shell";
import { go } from "../router";
import { refresh, today } from "../state";
import type { SaidDay } from "../wire";

export function DayScreen() {
  const day = today.value?.day;
  const [said, setSaid] = useState<SaidDay | null>(null);
  const [problem, setProblem] = useState("");
  const keep = async (next: SaidDay): Promise<void> => {
    const before = said;
    setSaid(next);
    try {
      await api.day(next);
      await refresh();
      setProblem("");
    } catch (error) {
      setSaid(before);
      setProblem(wordsOf(error));
    }
  };
  const pain = said?.pain ?? day?.said ?? null;
  return (
    <Shell title="How is your back today?" narrow>
      {typeof day?.yesterday === "number" && <p class="lead">Yesterday you said {day.yesterday}.</p>}
      <Scale
        name="pain"
        question="Pain in your back now"
        low="no pain"
        high="the worst I can imagine"
        value={pain}
        onChange={(value) => { void keep({ ...said, pain: value }); }}
      />
      <p class="refused" role="alert">
        {problem}
      </p>
      {pain !== null && !problem && (
        <p class="said" role="status">
          <Icon name="check" /> Kept: {pain}. Best told at the same hour each day.
        </p>
      )}
      {said !== null && (
        <>
          <Scale
            name="stiffness"
            question="Stiffness, if you like"
            low="not stiff"
            high="as stiff as can be"
            value={said.stiffness ?? null}
            onChange={(value) => { void keep({ ...said, stiffness: value }); }}
          />
          <label class="field">
            <span>Anything else that changed: medicine, work, sleep</span>
            <textarea
              rows={2}
              maxLength={200}
              value={said.besides ?? ""}
              onChange={(event) => { void keep({ ...said, besides: event.currentTarget.value }); }}
            />
          </label>
        </>
      )}
      <div class="foot two">
        <button type="button" class="button big" disabled={pain === null} onClick={() => { go(); }}>
          Done
        </button>
        <a class="button quiet" href="#/progress">
          See my progress
        </a>
      </div>
    </Shell>
  );
}
