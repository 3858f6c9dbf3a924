/** The safety questions: what is due, page by page, or one tap when only the short ones are. */

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { Refused, api, wordsOf } from "../api";
import { Collage } from "../parts/Collage";
import { Emergency } from "../parts/Emergency";
import { Shell } from "../parts/Shell";
import { Waiting } from "../parts/Waiting";
import { useLoad } from "../parts/useLoad";
import { goInstead } from "../router";
import { refresh, settings, speaks, trouble, unlockSound, wanted } from "../state";
import type { Clearance, Screening } from "../wire";
import { Pages, type Given } from "./SafetyPages";
import { Stop } from "./Stop";
import { WithCare } from "./WithCare";

/** What to take care of, from the answers just given, until it has been read. */
export const care = signal<Clearance | null>(null);

export function Care({ clearance }: { readonly clearance: Clearance }) {
  const read = (): void => {
    care.value = null;
    goOn();
  };
  return <WithCare clearance={clearance} goOn={read} />;
}

/** On to what the person came for. */
function goOn(): void {
  if (wanted.value.programme ?? wanted.value.exercises) goInstead("how-are-you");
  else goInstead();
}

export function Safety() {
  const [round, setRound] = useState(0);
  const screening = useLoad(api.screening, `${settings.value?.country ?? ""} ${String(round)}`);
  const [clearance, setClearance] = useState<Clearance | null>(null);
  const [began, setBegan] = useState(false);
  if (!screening.value)
    return (
      <Shell title="Before we begin" bare narrow>
        <Waiting error={screening.error} />
      </Shell>
    );
  const asked = screening.value;
  const send = async (answers: Given): Promise<readonly string[]> => {
    try {
      const found = await api.answer({ version: asked.version, answers });
      // Once cleared these questions are gone from the address, and the care is told all the same.
      if (found.cleared && found.what_to_do.length > 0) care.value = found;
      await refresh();
      if (!found.cleared) setClearance(found);
      else if (!care.value) goOn();
    } catch (error) {
      trouble.value = wordsOf(error);
      if (error instanceof Refused) return error.about;
    }
    return [];
  };
  const again = (): void => {
    trouble.value = "";
    // What is due may be something else now.
    setRound(round + 1);
    setClearance(null);
    setBegan(true);
  };
  if (clearance) return <Stop clearance={clearance} again={again} />;
  const begin = (): void => {
    unlockSound();
    trouble.value = "";
    setBegan(true);
  };
  const leave = (): void => {
    setBegan(false);
    if (asked.lock !== "none") goInstead();
  };
  if (began || asked.lock !== "none")
    return <Pages key={asked.pages.map((page) => page.id).join()} asked={asked} send={send} leave={leave} />;
  return asked.ask.length > 0 && asked.ask.every((id) => id.startsWith("A")) ? (
    <Short asked={asked} send={send} oneByOne={begin} />
  ) : (
    <Intro asked={asked} begin={begin} />
  );
}

interface IntroProps {
  readonly asked: Screening;
  readonly begin: () => void;
}

function Intro({ asked, begin }: IntroProps) {
  const first = useLoad(api.programmes, "programmes").value?.[0];
  const again = Object.keys(asked.before).length > 0;
  const count = asked.pages.filter((page) => !page.only_if).length;
  return (
    <Shell title="Before we begin" bare narrow>
      <div class="welcome">{first && <Collage exercises={first.exercises} />}</div>
      <p class="lead">
        {again
          ? asked.why || "The safety questions once more. What you ticked last time is ticked already: look whether it is still so."
          : `${String(count)} short questions, about three minutes: is moving at home right for you?`}
      </p>
      <p class="soft">{asked.new_means}</p>
      <p class="soft">
        Unkink is a movement coach, not a treatment. No clinician has reviewed these questions yet. With a condition or
        a doubt, ask a health professional first.
      </p>
      <p class="soft">
        {speaks() && "Each question is read to you. "}You answer by tapping. Your answers stay on this machine.
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
  readonly send: (answers: Given) => Promise<unknown>;
  readonly oneByOne: () => void;
}

function Short({ asked, send, oneByOne }: ShortProps) {
  const questions = asked.pages.flatMap((page) => page.asked);
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
