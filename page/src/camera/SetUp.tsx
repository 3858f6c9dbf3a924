/** Before the session: helps to place the camera, with one big word on how it stands. */

import { useEffect } from "preact/hooks";
import { api } from "../api";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { goInstead } from "../router";
import { sayAloud, speaks, unlockSound } from "../state";
import { started } from "../starting";
import { indexAt } from "../tape";
import type { SessionNow } from "../wire";
import { LoadingBar, gettingReady } from "./Getting";
import { Viewfinder } from "./Viewfinder";
import { camera } from "./camera";
import { TO_START, handCounts } from "./hand";
import { watchWithCamera } from "./memory";
import { segmentOf } from "./watching";

type Placed = NonNullable<typeof camera.placed.value>;
/** With these nothing is to change. */
const GOOD: readonly Placed["verdict"][] = ["whole", "several_people"];
/** Letters that can stand very large. */
const LONG = 34;
/** Below this a repetition a second is not counted surely: docs/limits.md. */
const SLOW_PER_S = 7.5;

export function SetUp({ id }: { readonly id: string }) {
  const session = useLoad(() => api.session(id), id);
  // So that it is there when the session begins, even if the server goes away meanwhile.
  useEffect(() => void import("./SessionCamera").catch(() => undefined), []);
  useEffect(() => { if (session.value) place(id, session.value); }, [id, session.value]);
  useEffect(() => camera.placed.subscribe((placed) => { if (placed) sayAloud(words(placed)); }), []);
  useEffect(() => {
    camera.onWord = (word) => {
      if (word.kind === "hand_raised" && handCounts()) begin(id, true);
    };
    return () => { camera.onWord = undefined; };
  }, [id]);
  const failed = camera.state.value === "failed";
  return (
    <Shell title="Place the camera" bare>
      {session.error && <Waiting error={session.error} />}
      <div class="placing" data-failed={failed}>
        {failed ? <Failed id={id} /> : <Picture />}
        <div class="foot">
          {!failed && (
            <button type="button" class="button big" disabled={!session.value} onClick={() => { begin(id, true); }}>
              <Icon name="play" /> Start
            </button>
          )}
          <button type="button" class={failed ? "button big" : "button quiet"} disabled={!session.value} onClick={() => { begin(id, false); }}>
            Start without the camera
          </button>
        </div>
        {!failed && <Choices />}
      </div>
    </Shell>
  );
}

/** Nothing is judged while people place the camera; but it is known where it should stand. */
function place(id: string, { schedule, position_s }: SessionNow): void {
  const first = schedule.segments.slice(indexAt(schedule.segments, position_s)).find(({ exercise }) => exercise !== "");
  void camera.start(id);
  camera.watch(...(first ? [segmentOf(first)] : []), { kind: "rest" });
}

function begin(id: string, watched: boolean): void {
  unlockSound();
  if (!watched) camera.stop();
  watchWithCamera(watched ? id : "");
  started.value = id;
  goInstead("session", id);
}

function Failed({ id }: { readonly id: string }) {
  return (
    <div class="stack">
      <p class="verdict" data-tone="change" role="alert">
        {camera.trouble}
      </p>
      <p class="lead">You can do the session without it: the figure, the voice and the clock lead you.</p>
      {camera.why.value && <p class="soft">The browser says: {camera.why}</p>}
      <button type="button" class="button plain" onClick={() => { void camera.start(id); }}>
        <Icon name="repeat" /> Try again
      </button>
    </div>
  );
}

function Picture() {
  const told = verdict();
  const placed = camera.looks.value && !camera.away.value ? camera.placed.value : null;
  const good = placed !== null && GOOD.includes(placed.verdict);
  const tone = placed === null ? "waiting" : good ? "good" : "change";
  return (
    <>
      <div class="placing-picture">
        <Viewfinder width={960} label={`The camera’s picture. ${told}`} />
      </div>
      <div class="placing-words">
        <p class="verdict" data-tone={tone} data-long={told.length > LONG} aria-live={speaks() ? "off" : "polite"}>
          {told}
        </p>
        <LoadingBar />
        {good && handCounts() && <p class="placing-hint">{TO_START}</p>}
      </div>
    </>
  );
}

/** What is said when the camera's place is judged; once all is well, also how to begin from the floor. */
function words({ verdict, say }: Placed): string {
  return GOOD.includes(verdict) && handCounts() ? `${say} ${TO_START}` : say;
}

function verdict(): string {
  if (camera.state.value !== "on") return "Allow the camera, please.";
  const waiting = gettingReady();
  if (waiting) return waiting;
  if (camera.away.value) return "Unkink is away. I keep trying.";
  return camera.placed.value?.say ?? "I am looking for you.";
}

function Choices() {
  const choices = camera.choices.value;
  return (
    <div class="placing-choices">
      <div class="row">
        {choices.length > 1 && (
          <label class="field">
            <span>Which camera</span>
            <select value={camera.chosen.value} onChange={(event) => { void camera.choose(event.currentTarget.value); }}>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" class="button plain" onClick={() => { camera.turnOn(); }}>
          <Icon name="repeat" /> Turn the picture
        </button>
        <p class="soft rate">{rate()}</p>
      </div>
      <p class="soft">
        Put it low, at the height of a seat, about three big steps away, with light from the front. The picture stays in this page;
        only the places of your joints go to Unkink on this machine.
      </p>
    </div>
  );
}

/** How often it looks; honest where that is too seldom for quick repetitions. */
function rate(): string {
  const per_s = camera.per_s.value;
  if (!camera.looks.value || per_s === 0) return "";
  const told = `${per_s.toFixed(0)} pictures a second`;
  return per_s < SLOW_PER_S ? `${told}: this device is slow, so go slowly, too` : told;
}
