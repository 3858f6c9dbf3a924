/** The direction test, one thing at a time: where it is felt before and after each direction. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Countdown } from "../parts/Countdown";
import { Demo } from "../parts/Demo";
import { Scale } from "../parts/Scale";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { type Farthest, WhereFelt } from "../parts/WhereFelt";
import { useLoad } from "../parts/useLoad";
import { refresh, sayAloud, unlockSound } from "../state";
import { minutes } from "../words";
import type { DirectionTestNow, SaidDirection, Way } from "../wire";

type Step = "before" | "hold" | "move" | "after" | "wait" | "later" | "rest";
type Then = DirectionTestNow["then_after"][number][number];
type Tried = Partial<Record<Way["direction"], SaidDirection>>;

export function DirectionScreen() {
  const [told, setTold] = useState(0);
  const loaded = useLoad(api.directionTest, `direction-test ${String(told)}`);
  const [begun, setBegun] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const test = loaded.value;
  if (!test)
    return (
      <Shell title="The direction test" narrow>
        <Waiting error={loaded.error} />
      </Shell>
    );
  if (tried) return <Keeping tried={tried} />;
  if (begun && test.ways[0]) return <Test test={test} onEnd={setTried} />;
  const begin = (): void => {
    unlockSound();
    setBegun(true);
  };
  return <Intro test={test} onBegin={begin} onPain={() => { setTold(told + 1); }} />;
}

interface IntroProps {
  readonly test: DirectionTestNow;
  readonly onBegin: () => void;
  readonly onPain: () => void;
}

function Intro({ test, onBegin, onPain }: IntroProps) {
  const ready = test.offered && !test.ask_first;
  return (
    <Shell title="The direction test" narrow>
      <p class="lead">{test.why}</p>
      {test.offered && (
        <>
          <p>
            About five minutes on the floor: {test.ways.map((way) => way.name.toLowerCase()).join(", then ")},{" "}
            {test.repetitions} times each, slowly. You say where it is felt before and after.
          </p>
          <p>
            <strong>Stop as soon as it goes further down the leg,</strong> or anything goes numb or weak.
          </p>
          <p class="soft">Our own judgement, not reviewed by a clinician yet. Unkink is a coach, not a treatment.</p>
        </>
      )}
      {ready && test.pain_first && <PainNow onTold={onPain} />}
      <div class="foot">
        {ready && !test.pain_first && (
          <button type="button" class="button big" onClick={onBegin}>
            Begin the test
          </button>
        )}
        {test.offered && test.ask_first && (
          <a class="button big" href="#/safety">
            First the safety questions
          </a>
        )}
        <a class="button quiet" href="#/you">
          Back
        </a>
      </div>
    </Shell>
  );
}

/** On the worst days there is no test, so the day's number comes first. */
function PainNow({ onTold }: { readonly onTold: () => void }) {
  const [problem, setProblem] = useState("");
  const keep = (pain: number): void => {
    api
      .day({ pain })
      .then(refresh)
      .then(onTold)
      .catch((error: unknown) => { setProblem(wordsOf(error)); });
  };
  return (
    <>
      <Scale name="pain" question="Pain in your back now" low="no pain" high="the worst I can imagine" value={null} onChange={keep} />
      <p class="refused" role="alert">
        {problem}
      </p>
    </>
  );
}

interface TestProps {
  readonly test: DirectionTestNow;
  readonly onEnd: (tried: Tried) => void;
}

function Test({ test, onEnd }: TestProps) {
  const { ways } = test;
  const [number, setNumber] = useState(0);
  const [step, setStep] = useState<Step>("before");
  const [tried, setTried] = useState<Tried>({});
  const way = ways[number];
  if (!way) return null;
  const now = tried[way.direction];
  const keep = (said: SaidDirection): Tried => {
    const next = { ...tried, [way.direction]: said };
    setTried(next);
    return next;
  };
  const stop = (): void => {
    if (now) onEnd(keep({ ...now, stopped: true }));
  };
  const follow = (said: Tried, then: Then | undefined): void => {
    if (then === "wait") setStep("wait");
    else if (then === "go_on" && number + 1 < ways.length) setStep("rest");
    else onEnd(said);
  };
  const answered = (place: Farthest): void => {
    if (step === "before") {
      keep({ before: place, stopped: false });
      setStep(way.held_first ? "hold" : "move");
    } else if (now && step === "after") {
      follow(keep({ ...now, after: place }), test.then_after[now.before]?.[place]);
    } else if (now) {
      follow(keep({ ...now, later: place }), test.then_later[now.before]?.[place]);
    }
  };
  if (step === "before" || step === "after" || step === "later")
    return <Asking key={`${String(number)}-${step}`} step={step} onAnswer={answered} />;
  const next = (): void => {
    if (step === "rest") setNumber(number + 1);
    setStep(step === "rest" ? "before" : step === "hold" ? "move" : step === "move" ? "after" : "later");
  };
  return <Doing key={`${String(number)}-${step}`} step={step} way={way} test={test} onNext={next} onStop={stop} />;
}

const QUESTIONS = {
  before: "Where is it felt now?",
  after: "And now, right after?",
  later: "And a minute later?",
} as const;

interface AskingProps {
  readonly step: keyof typeof QUESTIONS;
  readonly onAnswer: (place: Farthest) => void;
}

function Asking({ step, onAnswer }: AskingProps) {
  const [place, setPlace] = useState<Farthest | null>(null);
  return (
    <Shell title={QUESTIONS[step]} bare narrow>
      <WhereFelt name="felt" question={QUESTIONS[step]} value={place} onChange={setPlace} />
      <div class="foot">
        <button type="button" class="button big" disabled={place === null} onClick={() => { if (place !== null) onAnswer(place); }}>
          Go on
        </button>
      </div>
    </Shell>
  );
}

type Active = "hold" | "move" | "wait" | "rest";

interface DoingProps {
  readonly step: Active;
  readonly way: Way;
  readonly test: DirectionTestNow;
  readonly onNext: () => void;
  readonly onStop: () => void;
}

function Doing({ step, way, test, onNext, onStop }: DoingProps) {
  const { hold_s, wait_s, rest_s, repetitions } = test;
  const titles: Readonly<Record<Active, string>> = {
    hold: `${way.held_name}: come up, and stay`,
    move: `${way.name}, ${String(repetitions)} times`,
    wait: `Lie comfortably: ${minutes(wait_s)}`,
    rest: `Rest: ${minutes(rest_s)}`,
  };
  const timed: Readonly<Record<Active, number>> = { hold: hold_s, move: 0, wait: wait_s, rest: rest_s };
  useEffect(() => {
    sayAloud(`${titles[step]}.`);
  }, [step]);
  const controls = (
    <>
      {step === "move" ? (
        <p class="lead">Slowly, only as far as is easy.{way.one_side && " As often with the other side."}</p>
      ) : (
        <Countdown seconds={timed[step]} onEnd={onNext} />
      )}
      <div class="foot">
        {step === "move" && (
          <button type="button" class="button big" onClick={onNext}>
            Done, all {repetitions}
          </button>
        )}
        <button type="button" class="button big plain warn" onClick={onStop}>
          Stop, it goes further down
        </button>
      </div>
    </>
  );
  return (
    <Shell title={titles[step]} bare narrow>
      {step === "move" || step === "hold" ? (
        <Shown way={way} movement={step === "hold" ? way.held_first : way.movement}>
          {controls}
        </Shown>
      ) : (
        controls
      )}
    </Shell>
  );
}

interface ShownProps {
  readonly way: Way;
  readonly movement: string;
  readonly children: ComponentChildren;
}

/** The figure, then what to press, and below it the steps in words. */
function Shown({ way, movement, children }: ShownProps) {
  const { value, error } = useLoad(() => api.exercise(way.exercise), way.exercise);
  const one = value?.movements.find((each) => each.key === movement);
  return (
    <>
      <div class="glance">
        {one ? <Demo movement={one} name={one.name || way.name} oneSide /> : <Waiting error={error} />}
      </div>
      {children}
      <ol class="todo">
        {one?.steps.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
    </>
  );
}

/** Keeps it, again if nobody answered; then tells what it means. */
function Keeping({ tried }: { readonly tried: Tried }) {
  const [kept, setKept] = useState<DirectionTestNow | null>(null);
  const [problem, setProblem] = useState("");
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    api
      .keepDirections(tried)
      .then(async (now) => {
        setKept(now);
        setProblem("");
        await refresh();
      })
      .catch((error: unknown) => { setProblem(wordsOf(error)); });
  }, [tried, attempt]);
  return (
    <Shell title="What it showed" narrow>
      <p class="refused" role="alert">
        {problem}
      </p>
      {problem && (
        <button type="button" class="button big" onClick={() => { setAttempt(attempt + 1); }}>
          Try again
        </button>
      )}
      {kept?.found.map((line) => (
        <p key={line} class="lead">
          {line}
        </p>
      ))}
      {kept?.clinician && <p class="notice">{kept.clinician}</p>}
      {kept?.worse && <p>Lie however it is easiest. If anything is numb or weak, answer the safety questions now.</p>}
      {kept && <p class="soft">It counts for four weeks. It keeps a bad direction out of your plan; it is no diagnosis.</p>}
      <div class="foot">
        {kept?.worse && (
          <a class="button big" href="#/safety">
            To the safety questions
          </a>
        )}
        <a class={kept?.worse ? "button quiet" : "button big"} href="#/plan">
          To your plan
        </a>
      </div>
    </Shell>
  );
}
