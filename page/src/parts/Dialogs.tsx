/** The two moments in which everything stands still: it hurts, and do you want to stop. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Player } from "../player";
import type { SessionNow } from "../wire";
import { Countdown } from "./Countdown";
import { Modal } from "./Modal";
import { Scale } from "./Scale";

type DrawsBack = SessionNow["draws_back"];

const PLACES = [
  ["back", "Back"],
  ["buttock", "Buttock"],
  ["thigh", "Thigh"],
  ["calf", "Calf"],
  ["foot", "Foot"],
] as const;

interface HurtDialogProps {
  readonly player: Player;
  readonly drawsBack: DrawsBack;
  readonly easier: () => void;
  readonly somethingNew: () => void;
}

export function HurtDialog({ player, drawsBack, easier, somethingNew }: HurtDialogProps) {
  if (player.status.value !== "hurting") return null;
  return (
    <Modal title="Stop. Let go slowly." onEscape={() => undefined}>
      <p>Rest as long as you like. Go on only if the pain has eased.</p>
      <div class="stack">
        <button type="button" class="button big" onClick={() => { player.skip(); }}>
          Leave this one out
        </button>
        <button type="button" class="button plain" onClick={easier}>
          It has eased: go on, but easier
        </button>
        <button type="button" class="button plain" onClick={() => { player.stop(); }}>
          End the session
        </button>
        <button type="button" class="button plain warn" onClick={somethingNew}>
          New numbness, weakness, or trouble with pee or bowels
        </button>
      </div>
      <Told player={player} drawsBack={drawsBack} />
    </Modal>
  );
}

interface ToldProps {
  readonly player: Player;
  readonly drawsBack: DrawsBack;
}

/** For whoever wants to tell; nobody is asked to before going on. */
function Told({ player, drawsBack }: ToldProps) {
  const [pain, setPain] = useState<number | null>(null);
  const [where, setWhere] = useState("");
  const much = (value: number): void => {
    setPain(value);
    player.tellHurt({ pain: value });
  };
  const place = (value: string): void => {
    setWhere(value);
    player.tellHurt({ where: value });
  };
  return (
    <section class="told" aria-label="For your record, if you like">
      <p class="soft">For your record, if you like:</p>
      <Scale name="hurt" question="How much did it hurt?" low="not at all" high="the worst I can imagine" value={pain} onChange={much} />
      <fieldset class="pills">
        <legend>Where?</legend>
        {PLACES.map(([one, words]) => (
          <label key={one} class="pill">
            <input type="radio" name="where" checked={one === where} onChange={() => { place(one); }} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {drawsBack.places.includes(where) && <Minute player={player} seconds={drawsBack.wait_s} />}
    </section>
  );
}

/** What moved down the leg gets a minute to draw back (R2); then one question, and one way on. */
function Minute({ player, seconds }: { readonly player: Player; readonly seconds: number }) {
  const [now, setNow] = useState<"waiting" | "asking" | "settled">("waiting");
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: "nearest" });
  }, [now]);
  return (
    <div ref={here} class="minute" role="status">
      {now === "waiting" && (
        <>
          <p>Rest for a minute, however it is easiest. See whether it draws back up.</p>
          <Countdown seconds={seconds} onEnd={() => { setNow("asking"); }} />
        </>
      )}
      {now === "asking" && (
        <>
          <p>
            <strong>Is it still further down the leg than before?</strong> If so, end the session here. Tell it
            afterwards, and we ask the safety questions again.
          </p>
          <div class="stack">
            <button type="button" class="button big" onClick={() => { player.stop(); }}>
              Yes, still: end the session
            </button>
            <button type="button" class="button plain" onClick={() => { setNow("settled"); }}>
              No, it drew back
            </button>
          </div>
        </>
      )}
      {now === "settled" && <p>Good. You can leave this one out, or go on, but easier.</p>}
    </div>
  );
}

export function StopDialog({ player }: { readonly player: Player }) {
  if (player.status.value !== "stopping") return null;
  const goOn = (): void => {
    player.resume();
  };
  return (
    <Modal title="End the session here?" onEscape={goOn}>
      <p>What you did is kept.</p>
      <div class="stack">
        <button type="button" class="button big" onClick={goOn}>
          Go on
        </button>
        <button type="button" class="button plain" onClick={() => { player.stop(); }}>
          End it
        </button>
      </div>
    </Modal>
  );
}
