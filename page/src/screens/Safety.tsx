/** The emergency questions: one at a time, plain yes or no; or one tap when asked before. */

import { useEffect, useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Collage } from "../parts/Collage";
import { Emergency } from "../parts/Emergency";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { goInstead } from "../router";
import { refresh, sayAloud, settings, today, trouble, unlockSound, wanted } from "../state";
import type { Answers, Clearance, Question, Screening } from "../wire";
import { Stop } from "./Stop";

type Given = Answers["answers"];

/** On to what the person came for. */
function goOn(): void {
  if (wanted.value.programme ?? wanted.value.exercises) goInstead("how-are-you");
  else goInstead();
}

export function Safety() {
  const screening = useLoad(api.screening, settings.value?.country ?? "");
  const [clearance, setClearance] = useState<Clearance | null>(null);
  const [began, setBegan] = useState(false);
  if (!screening.value)
    return (
      <Shell title="Before we begin" bare narrow>
        <Waiting error={screening.error} />
      </Shell>
    );
  const asked = screening.value;
  const send = async (answers: Given): Promise<void> => {
    try {
      const found = await api.answer({ version: asked.version, answers });
      await refresh();
      if (found.cleared) goOn();
      else setClearance(found);
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  const again = (): void => {
    setClearance(null);
    setBegan(true);
  };
  if (clearance) return <Stop clearance={clearance} again={again} />;
  const questions = ofNow(asked);
  if (began) return <OneByOne questions={questions} send={send} leave={() => setBegan(false)} />;
  const begin = (): void => {
    unlockSound();
    setBegan(true);
  };
  return today.value?.screening.ask === "short" ? (
    <Short asked={asked} questions={questions} send={send} oneByOne={begin} />
  ) : (
    <Intro asked={asked} count={questions.length} begin={begin} />
  );
}

/** With nothing due, all of them: whoever comes here by themselves has a reason. */
function ofNow({ questions, ask }: Screening): Question[] {
  const due = questions.filter((question) => ask.includes(question.id));
  return due.length > 0 ? due : questions;
}

interface IntroProps {
  readonly asked: Screening;
  readonly count: number;
  readonly begin: () => void;
}

function Intro({ asked, count, begin }: IntroProps) {
  const first = useLoad(api.programmes, "programmes").value?.[0];
  return (
    <Shell title="Before we begin" bare narrow>
      <div class="welcome">{first && <Collage exercises={first.exercises} />}</div>
      <p class="lead">
        {count} short questions, to be sure that moving at home is right for you today. Each is a plain yes or no.
      </p>
      <p class="soft">{asked.new_means}</p>
      <p class="soft">
        Unkink is a movement coach, not a treatment. If you have a condition or a doubt, ask a health professional
        first. Your answers stay on this machine.
      </p>
      <Emergency screening={asked} />
      <div class="at-hand">
        <button type="button" class="button big" onClick={begin}>
          Begin
        </button>
      </div>
    </Shell>
  );
}

interface ShortProps {
  readonly asked: Screening;
  readonly questions: readonly Question[];
  readonly send: (answers: Given) => Promise<void>;
  readonly oneByOne: () => void;
}

function Short({ asked, questions, send, oneByOne }: ShortProps) {
  const none = (): void => {
    unlockSound();
    void send(Object.fromEntries(questions.map(({ id }) => [id, false])));
  };
  return (
    <Shell title="Is any of this new today?" bare narrow>
      <ul class="asked">
        {questions.map((question) => (
          <li key={question.id}>{question.text}</li>
        ))}
      </ul>
      <p class="soft">{asked.new_means}</p>
      <div class="foot two">
        <button type="button" class="button big" onClick={none}>
          No, none of these
        </button>
        <button type="button" class="button big plain" onClick={oneByOne}>
          Yes, or not sure
        </button>
      </div>
    </Shell>
  );
}

interface OneByOneProps {
  readonly questions: readonly Question[];
  readonly send: (answers: Given) => Promise<void>;
  readonly leave: () => void;
}

function OneByOne({ questions, send, leave }: OneByOneProps) {
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<Given>({});
  const question = questions[at];
  useEffect(() => {
    if (question) sayAloud(question.text);
  }, [question]);
  if (!question) return null;
  const answer = (value: boolean | null): void => {
    const now = { ...given, [question.id]: value };
    setGiven(now);
    // A yes needs no further question: what to do comes at once.
    if (value === true || at === questions.length - 1) void send(now);
    else setAt(at + 1);
  };
  const back = (): void => {
    if (at === 0) leave();
    else setAt(at - 1);
  };
  return (
    <Shell title={question.text} bare narrow>
      <p class="lead">{question.help}</p>
      <p class="soft" role="status">
        Question {at + 1} of {questions.length}
      </p>
      <div class="foot two answers">
        <button type="button" class="button big plain" onClick={() => { answer(true); }}>
          Yes
        </button>
        <button type="button" class="button big plain" onClick={() => { answer(false); }}>
          No
        </button>
        <button type="button" class="button quiet" onClick={back}>
          <Icon name="back" /> Back
        </button>
        <button type="button" class="button quiet" onClick={() => { answer(null); }}>
          I am not sure
        </button>
      </div>
    </Shell>
  );
}
