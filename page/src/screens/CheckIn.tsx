/** How are you: pain and stiffness now, before the session. */

import { useState } from "preact/hooks";
import { Refused, api, wordsOf } from "../api";
import { fetchAhead } from "../films";
import { CameraChoice } from "../camera/CameraChoice";
import { wantsCamera } from "../camera/memory";
import { Icon } from "../parts/Icon";
import { Scale } from "../parts/Scale";
import { Shell } from "../parts/Shell";
import { WhereFelt, type Farthest } from "../parts/WhereFelt";
import { SoundNote } from "../parts/SoundNote";
import { goInstead } from "../router";
import { NotToday } from "./Stop";
import { begin as ask } from "./TodayScreen";
import { refresh, today, unlockSound, wanted } from "../state";
import { adjusted, started } from "../starting";

export function CheckIn() {
  const [pain, setPain] = useState<number | null>(null);
  const [stiffness, setStiffness] = useState<number | null>(null);
  const [farthest, setFarthest] = useState<Farthest | null>(null);
  const [refused, setRefused] = useState("");
  const [notToday, setNotToday] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async (): Promise<void> => {
    if (pain === null || stiffness === null) {
      setRefused("Please choose a number for both. 0 means none at all.");
      return;
    }
    unlockSound();
    setBusy(true);
    try {
      const { session_id, schedule, adjustments } = await api.start({ ...wanted.value, pain, stiffness, farthest });
      void fetchAhead(schedule.segments);
      started.value = session_id;
      adjusted.value = adjustments;
      // It has begun: what comes later, questions too, may not lead into it again.
      wanted.value = {};
      goInstead(wantsCamera.value ? "camera" : "session", session_id);
    } catch (error) {
      setBusy(false);
      setRefused(wordsOf(error));
      if (!(error instanceof Refused)) return;
      // The questions may have become due since: then they come first.
      await refresh();
      if (error.status === 409 && today.value?.screening.ask === "none") setNotToday(error);
    }
  };
  if (notToday) return <NotToday refusal={notToday} again={() => { setNotToday(null); }} />;
  const due = today.value?.screening.ask !== "none";
  return (
    <Shell title="How are you now?" bare narrow>
      <Scale
        name="pain"
        question="Pain in your back"
        low="no pain"
        high="the worst I can imagine"
        value={pain}
        onChange={setPain}
      />
      <Scale
        name="stiffness"
        question="Stiffness"
        low="not stiff"
        high="as stiff as can be"
        value={stiffness}
        onChange={setStiffness}
      />
      <WhereFelt name="farthest" question="Where is it felt now?" value={farthest} onChange={setFarthest} />
      <SoundNote />
      <CameraChoice />
      <p class="refused" role="alert">
        {refused}
      </p>
      {refused && due && (
        <button type="button" class="button plain" onClick={() => { ask(wanted.value); }}>
          To the safety questions
        </button>
      )}
      <div class="foot">
        <button type="button" class="button big" disabled={busy} onClick={() => { void start(); }}>
          <Icon name="play" /> Start
        </button>
        <a class="button quiet" href="#/">
          <Icon name="back" /> Back
        </a>
      </div>
    </Shell>
  );
}
