/** One question at a time, or a list to tick: every answer is told, none is taken for granted. */

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { sayAloud, trouble } from "../state";
import type { Answers, Asked, Page, Screening } from "../wire";

export type Given = Answers["answers"];

interface PagesProps {
  readonly asked: Screening;
  /** Tells which answers contradict each other and have to be looked at again. */
  readonly send: (answers: Given) => Promise<readonly string[]>;
  readonly leave: () => void;
}

export function Pages({ asked, send, leave }: PagesProps) {
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<Given>({});
  const [spread, setSpread] = useState<readonly string[]>([]);
  const [sure, setSure] = useState<Asked | null>(null);
  /** Pages that still have to be looked at again; null: it goes through all of them. */
  const [again, setAgain] = useState<readonly number[] | null>(null);
  const shown = asked.pages.flatMap((page) => (spread.includes(page.id) ? oneByOne(page) : [page])).filter(
    (page) => !page.only_if || given[page.only_if] === true,
  );
  const page = shown[at];
  if (!page) return null;
  const answer = (answers: Given): void => {
    const now = { ...given, ...answers };
    const [next, ...rest] = again ?? [];
    if (next === undefined) trouble.value = "";
    setGiven(now);
    // A page that depends on this answer comes right after it.
    const more = asked.pages.some((one) => one.only_if && one.only_if in answers && answers[one.only_if] === true);
    if (next !== undefined) {
      setAt(next);
      setAgain(rest);
    } else if ((again || at === shown.length - 1) && !more) void send(now).then(lookAgain);
    else setAt(at + 1);
  };
  /** Leads to the pages of answers that contradict each other, one after the other. */
  const lookAgain = (about: readonly string[]): void => {
    const [first, ...rest] = shown.flatMap((one, n) => (one.asked.some(({ id }) => about.includes(id)) ? [n] : []));
    if (first === undefined) return;
    setAt(first);
    setAgain(rest);
  };
  const stop = (question: Asked): void => {
    void send({ ...given, [question.id]: true });
  };
  const back = (): void => {
    if (at === 0) leave();
    else setAt(at - 1);
  };
  const place = `${String(at + 1)} of ${String(shown.length)}`;
  if (sure)
    return <Sure question={sure} call={asked.call} yes={() => { stop(sure); }} no={() => { setSure(null); }} />;
  const common = { page, place, back, answer };
  if (page.kind === "date") return <Day key={page.id} {...common} today={asked.today} leave={leave} />;
  if (page.kind === "list")
    return (
      <List
        key={page.id}
        {...common}
        before={{ ...asked.before, ...given }}
        spread={() => { setSpread([...spread, page.id]); }}
      />
    );
  return <One key={page.id} {...common} urgent={(question) => { setSure(question); }} />;
}

/** A list, asked question by question. */
function oneByOne(page: Page): Page[] {
  return page.asked.map((one) => ({
    ...page,
    id: one.id,
    kind: "one",
    title: one.question,
    help: one.help,
    asked: [one],
    urgent: false,
  }));
}

interface PageProps {
  readonly page: Page;
  readonly place: string;
  readonly back: () => void;
  readonly answer: (answers: Given) => void;
}

interface FrameProps extends Omit<PageProps, "answer"> {
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Frame({ page, place, back, more, children }: FrameProps) {
  useEffect(() => {
    const listed = page.kind === "list" ? page.asked.map((one) => one.text) : [];
    sayAloud([page.title, page.help, ...listed].filter(Boolean).join(". ").replaceAll("?.", "?"));
  }, [page.id]);
  return (
    <Shell title={page.title} bare narrow>
      {page.help && <p class="lead">{page.help}</p>}
      <p class="soft progress" role="status">
        <progress value={Number(place.split(" ")[0])} max={Number(place.split(" ")[2])} aria-hidden="true" />
        {place}
      </p>
      {children}
      <div class="foot two answers-more">
        <button type="button" class="button quiet" onClick={back}>
          <Icon name="back" /> Back
        </button>
        {more}
      </div>
    </Shell>
  );
}

function One({ urgent, ...props }: PageProps & { readonly urgent: (question: Asked) => void }) {
  const { page, answer } = props;
  const question = page.asked[0];
  if (!question) return null;
  const yes = (): void => {
    if (page.urgent) urgent(question);
    else answer({ [question.id]: true });
  };
  return (
    <Frame
      {...props}
      more={
        <button type="button" class="button quiet" onClick={() => { answer({ [question.id]: null }); }}>
          I am not sure
        </button>
      }
    >
      <div class="foot two answers">
        <button type="button" class="button big plain" onClick={yes}>
          Yes
        </button>
        <button type="button" class="button big plain" onClick={() => { answer({ [question.id]: false }); }}>
          No
        </button>
      </div>
    </Frame>
  );
}

interface ListProps extends PageProps {
  readonly before: Given;
  readonly spread: () => void;
}

function List({ before, spread, ...props }: ListProps) {
  const { page, answer } = props;
  const [ticked, setTicked] = useState(() => page.asked.filter(({ id }) => before[id] === true).map(({ id }) => id));
  const tell = (): void => {
    answer(Object.fromEntries(page.asked.map(({ id }) => [id, ticked.includes(id)])));
  };
  const tick = (id: string, on: boolean): void => {
    setTicked(on ? [...ticked, id] : ticked.filter((one) => one !== id));
  };
  return (
    <Frame
      {...props}
      more={
        <button type="button" class="button quiet" onClick={spread}>
          Not sure: ask one by one
        </button>
      }
    >
      <ul class="ticks">
        {page.asked.map(({ id, text, help }) => (
          <li key={id}>
            <label class="check">
              <input
                type="checkbox"
                checked={ticked.includes(id)}
                onChange={(event) => { tick(id, event.currentTarget.checked); }}
              />
              <span>
                {text}
                {help && <span class="line soft">{help}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {/* Below the list, never over it: nobody may say "none" of what they haven't seen. */}
      <div class="foot">
        <button type="button" class="button big" onClick={tell}>
          {ticked.length === 0 ? "None of these" : "These, and no others"}
        </button>
      </div>
    </Frame>
  );
}

function Day({ today, leave, ...props }: PageProps & { readonly today: string; readonly leave: () => void }) {
  const { page, answer } = props;
  const [day, setDay] = useState("");
  const question = page.asked[0];
  if (!question) return null;
  return (
    <Frame {...props}>
      <label class="field">
        <span>The day</span>
        <input type="date" value={day} max={today} onInput={(event) => { setDay(event.currentTarget.value); }} />
      </label>
      <div class="foot two answers">
        <button type="button" class="button big" disabled={!day} onClick={() => { answer({ [question.id]: day }); }}>
          Yes, on that day
        </button>
        <button type="button" class="button big plain" onClick={leave}>
          No, not yet
        </button>
      </div>
    </Frame>
  );
}

interface SureProps {
  readonly question: Asked;
  readonly call: string;
  readonly yes: () => void;
  readonly no: () => void;
}

/** A slip of the finger may not lock someone out, and a yes may not be lost. */
function Sure({ question, call, yes, no }: SureProps) {
  useEffect(() => {
    sayAloud(`You answered yes. Is that right?`);
  }, [question.id]);
  return (
    <Shell title="You answered yes. Is that right?" bare narrow>
      <p class="lead">{question.question}</p>
      {question.id.startsWith("A") && (
        <p>
          If it is: no exercises now, and call <strong>{call}</strong>.
        </p>
      )}
      <div class="foot two answers">
        <button type="button" class="button big plain warn" onClick={yes}>
          Yes, that is right
        </button>
        <button type="button" class="button big plain" onClick={no}>
          No, I slipped
        </button>
      </div>
    </Shell>
  );
}
