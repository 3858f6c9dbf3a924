/** A movement test before the camera: get ready, do it, look at the number, keep it or not. */

import { useEffect, useRef, useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { encodePicture } from "../live/wire";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";
import { change, sayAloud, settings, unlockSound } from "../state";
import type { MeasureProgress, SelfTested } from "../wire";
import { LoadingBar, gettingReady } from "./Getting";
import { Viewfinder } from "./Viewfinder";
import { camera } from "./camera";

const READY_S = 10;
const TEST_S = 20;

type Stage = "before" | "ready" | "test" | "after";

export function SelfTest({ id }: { readonly id: string }) {
  const { value, error } = useLoad(api.progress, id);
  const found = value?.measures.find((one) => one.instrument.id === id);
  return (
    <Shell title={found?.instrument.name ?? "Measure"} bare>
      {!value && <Waiting error={error} />}
      {value && !found?.camera && (
        <p class="notice">{found?.why_not} The camera can't measure that now. You can enter it by hand.</p>
      )}
      {found?.camera && <Test one={found} />}
      <a class="more" href={`#/measure/${id}`}>
        Back
      </a>
    </Shell>
  );
}

function Test({ one }: { readonly one: MeasureProgress }) {
  const { instrument } = one;
  const [stage, setStage] = useState<Stage>("before");
  const [left_s, setLeft] = useState(0);
  const [told, setTold] = useState<SelfTested | null>(null);
  const [problem, setProblem] = useState("");
  const pictures = useRef<ArrayBuffer[]>([]);
  useEffect(() => {
    void camera.start("");
    camera.watch({ kind: "rest" });
    return () => {
      camera.onSeen = undefined;
      camera.stop();
    };
  }, []);
  useEffect(() => {
    if (stage !== "ready" && stage !== "test") return;
    const timer = setTimeout(() => {
      if (left_s > 1) setLeft(left_s - 1);
      else if (stage === "ready") begin();
      else void end();
    }, 1000);
    return () => { clearTimeout(timer); };
  }, [stage, left_s]);
  const ready = (): void => {
    unlockSound();
    setProblem("");
    setStage("ready");
    setLeft(READY_S);
    sayAloud(`Get into position. ${one.camera}`);
  };
  const begin = (): void => {
    pictures.current = [];
    let first_ms: number | undefined;
    camera.onSeen = ({ at_ms, width, height, light, people }) => {
      first_ms ??= at_ms;
      pictures.current.push(encodePicture({ t_ms: Math.round(at_ms - first_ms), width, height, light, people, mirrored: false }));
    };
    setStage("test");
    setLeft(TEST_S);
    sayAloud("Now, slowly, as far as is comfortable. Stay there a moment.");
  };
  const end = async (): Promise<void> => {
    camera.onSeen = undefined;
    setStage("after");
    sayAloud("Thank you. Come back slowly.");
    try {
      setTold(await api.seen(instrument.id, pictures.current));
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  const keep = async (): Promise<void> => {
    try {
      await api.fillIn(instrument.id, told?.answers ?? {});
      go("progress");
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  const failed = camera.state.value === "failed";
  return (
    <div class="placing" data-failed={failed}>
      {failed && (
        <p class="verdict" data-tone="change" role="alert">
          {camera.trouble}
        </p>
      )}
      {!failed && (
        <>
          <div class="placing-picture">
            <Viewfinder width={960} label="The camera’s picture" />
          </div>
          <div class="placing-words">
            <p class="verdict" data-tone={stage === "test" ? "good" : "waiting"} aria-live="polite">
              {said(stage, left_s)}
            </p>
            <LoadingBar />
            {stage === "before" && <p class="lead">{one.camera}</p>}
          </div>
        </>
      )}
      <div class="foot">
        {stage === "before" && <Height one={one} />}
        {stage === "after" && <Result one={one} told={told} />}
        <p class="refused" role="alert">
          {problem}
        </p>
        {stage === "after" && told && Object.keys(told.answers).length > 0 && (
          <button type="button" class="button big" onClick={() => { void keep(); }}>
            Keep it
          </button>
        )}
        {(stage === "before" || stage === "after") && !failed && (
          <button type="button" class={stage === "before" ? "button big" : "button plain"} disabled={!camera.looks.value} onClick={ready}>
            <Icon name={stage === "before" ? "play" : "repeat"} /> {stage === "before" ? "Begin" : "Once more"}
          </button>
        )}
      </div>
    </div>
  );
}

function said(stage: Stage, left_s: number): string {
  switch (stage) {
    case "before":
      return camera.state.value === "on" ? (gettingReady() || "Ready when you are.") : "Allow the camera, please.";
    case "ready":
      return `Get into position: ${String(left_s)}`;
    case "test":
      return `Now, slowly, and stay: ${String(left_s)}`;
    case "after":
      return "Come back slowly.";
  }
}

/** A picture knows no centimetres: the person's own height is the measure. */
function Height({ one }: { readonly one: MeasureProgress }) {
  if (one.instrument.unit !== "cm") return null;
  const told = settings.value?.height_cm ?? 0;
  return (
    <label class="field">
      <span>Your height, in cm</span>
      <input
        type="number"
        inputMode="numeric"
        min={100}
        max={230}
        value={told > 0 ? told : ""}
        onChange={(event) => {
          const { valueAsNumber } = event.currentTarget;
          if (valueAsNumber >= 100 && valueAsNumber <= 230) void change({ height_cm: valueAsNumber });
        }}
      />
    </label>
  );
}

function Result({ one, told }: { readonly one: MeasureProgress; readonly told: SelfTested | null }) {
  if (!told) return <p role="status">One moment …</p>;
  const items = one.instrument.items.filter((item) => item.id in told.answers && item.id !== "by");
  if (items.length === 0) return <p class="notice">{told.why_not.join(" ")}</p>;
  return (
    <dl class="facts">
      {items.map((item) => (
        <div key={item.id}>
          <dt>{item.text}</dt>
          <dd>{told.answers[item.id]}</dd>
        </div>
      ))}
    </dl>
  );
}
