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
import { Viewfinder } from "./Viewfinder";
import { camera } from "./camera";
import { watchWithCamera } from "./memory";
import { segmentOf } from "./watching";

export function SetUp({ id }: { readonly id: string }) {
  const session = useLoad(() => api.session(id), id);
  useEffect(() => { if (session.value) place(id, session.value); }, [id, session.value]);
  useEffect(() => camera.placed.subscribe((placed) => { if (placed) sayAloud(placed.say); }), []);
  const failed = camera.state.value === "failed";
  return (
    <Shell title="Place the camera" bare narrow>
      {session.error && <Waiting error={session.error} />}
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
    <>
      <p class="verdict" role="alert">
        {camera.trouble}
      </p>
      <p class="lead">You can do the session without it: the figure, the voice and the clock lead you.</p>
      {camera.why.value && <p class="soft">The browser says: {camera.why}</p>}
      <button type="button" class="button plain" onClick={() => { void camera.start(id); }}>
        <Icon name="repeat" /> Try again
      </button>
    </>
  );
}

function Picture() {
  const words = verdict();
  return (
    <>
      <Viewfinder width={960} label={`The camera’s picture. ${words}`} />
      <p class="verdict" data-good={camera.placed.value?.verdict === "whole"} aria-live={speaks() ? "off" : "polite"}>
        {words}
      </p>
      <Choices />
      <p class="soft">
        Put it low, at the height of your seat, about three big steps away, with light from the front. The picture stays in this
        page; only the places of your joints go to Unkink on this machine.
      </p>
    </>
  );
}

function verdict(): string {
  if (camera.state.value !== "on") return "Allow the camera, please.";
  if (!camera.looks.value) return "One moment: I am getting ready to look.";
  if (camera.away.value) return "Unkink is away. I keep trying.";
  return camera.placed.value?.say ?? "I am looking for you.";
}

function Choices() {
  const choices = camera.choices.value;
  return (
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
      <p class="soft rate">{camera.looks.value && `${camera.per_s.value.toFixed(0)} pictures a second`}</p>
    </div>
  );
}
