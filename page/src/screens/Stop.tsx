/** No session now: calm, unmistakable, with what to do, whom to call, and how it goes on. */

import { useEffect } from "preact/hooks";
import { type Refused, api } from "../api";
import { Emergency, OwnNumber } from "../parts/Emergency";
import { Icon } from "../parts/Icon";
import { Shell } from "../parts/Shell";
import { useLoad } from "../parts/useLoad";
import { go } from "../router";
import { sayAloud, settings, today } from "../state";
import type { Clearance } from "../wire";

interface StopProps {
  readonly clearance: Clearance;
  readonly again?: () => void;
}

const AGAIN: Partial<Record<Clearance["verdict"], string>> = {
  emergency: "A doctor has checked it",
  clinician_first: "A clinician said that I may exercise",
};

export function Stop({ clearance, again }: StopProps) {
  // Where the number was changed on this very screen, what the server tells now has the new one.
  const now = today.value?.screening.last;
  const { title, what_to_do, call, tell, on, verdict } = now?.verdict === clearance.verdict ? now : clearance;
  useEffect(() => {
    sayAloud([title, ...what_to_do].join(" "));
  }, [title]);
  const urgent = verdict === "emergency";
  // Beside an emergency, what was not asked any more is no news.
  const reasons = clearance.reasons.filter((reason) => !urgent || reason.kind !== "blank");
  return (
    <Shell title={title} bare narrow>
      <section class={urgent ? "stop urgent" : "stop"} aria-label="What to do now">
        {urgent && call && (
          <a class="button big call" href={`tel:${call.replaceAll(" ", "")}`}>
            <Icon name="phone" /> Call {call}
          </a>
        )}
        <ol class="todo">
          {what_to_do.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      {reasons.length > 0 && (
        <section aria-labelledby="why">
          <h2 id="why">Why</h2>
          <ul>
            {reasons.slice(0, 6).map((reason) => (
              <li key={reason.question + reason.kind}>{reason.words}</li>
            ))}
          </ul>
          {reasons.length > 6 && <p class="soft">And {reasons.length - 6} more.</p>}
        </section>
      )}
      {tell.length > 0 && (
        <section aria-labelledby="tell">
          <h2 id="tell">What to say there</h2>
          <ul class="quotes">
            {tell.map((line) => (
              <li key={line}>“{line}”</li>
            ))}
          </ul>
        </section>
      )}
      {on && <p>{on}</p>}
      <div class="foot">
        <button type="button" class="button plain" onClick={again ?? (() => { go("safety"); })}>
          <Icon name={AGAIN[verdict] ? "check" : "repeat"} /> {AGAIN[verdict] ?? "Answer the questions again"}
        </button>
      </div>
      {urgent && <Number />}
      <p class="soft">Unkink is a coach, not a treatment. Not reviewed by a clinician yet.</p>
    </Shell>
  );
}

interface NotTodayProps {
  readonly refusal: Refused;
  readonly again: () => void;
}

/** No session on a day like this: what eases it, and a way back from a slip of the finger. */
export function NotToday({ refusal, again }: NotTodayProps) {
  const { message, what_to_do } = refusal;
  useEffect(() => {
    sayAloud(`${message} ${what_to_do}`);
  }, [message]);
  return (
    <Shell title={message} bare narrow>
      <section class="stop" aria-label="What to do now">
        <ol class="todo">
          {what_to_do.split(/(?<=\.) /).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
      <p>Your number is kept. When it is better, tell it again, today or another day.</p>
      <div class="foot">
        <a class="button big" href="#/">
          Today
        </a>
        <button type="button" class="button plain" onClick={again}>
          I meant another number
        </button>
      </div>
      <p class="soft">Unkink is a coach, not a treatment. Not reviewed by a clinician yet.</p>
    </Shell>
  );
}

/** Where the number shown is another one. */
function Number() {
  const now = settings.value;
  const { value } = useLoad(api.screening, `${now?.country ?? ""} ${now?.emergency_number ?? ""}`);
  if (!value || !now) return null;
  return (
    <details>
      <summary>Another number, or another country</summary>
      <Emergency screening={value} />
      <OwnNumber now={now} />
    </details>
  );
}
