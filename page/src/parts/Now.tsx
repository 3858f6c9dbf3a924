/** The one big thing: what to do now, on which side, and how long or how many. */

import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { breathAt } from "../breath";
import { still } from "../motion";
import type { Player } from "../player";
import type { Segment } from "../wire";
import { countdown } from "../words";
import { Icon } from "./Icon";

interface NowProps {
  readonly player: Player;
  readonly segment: Segment;
  readonly goOn: () => void;
}

const LONG = 24; // letters that still fit on a line or two of a phone

const WAITS: readonly string[] = ["waiting", "paused", "slept", "stopping", "hurting"];

export function Now({ player, segment, goOn }: NowProps) {
  const status = player.status.value;
  return (
    <section class="now" aria-label="Now">
      <p class="which">
        {segment.side !== "both" && segment.rep > 0 && <span class="side">{segment.side}</span>}
        <span class="amount">{amount(segment)}</span>
      </p>
      <Phase words={status === "leading_in" ? "Get back into place." : segment.caption} />
      {WAITS.includes(status) ? <Standing waiting={status === "waiting"} goOn={goOn} /> : <Count player={player} segment={segment} />}
    </section>
  );
}

function Standing({ waiting, goOn }: { readonly waiting: boolean; readonly goOn: () => void }) {
  return (
    <div class="standing">
      <p class="paused">{waiting ? "Ready?" : "Paused"}</p>
      <button type="button" class="button big" onClick={goOn}>
        <Icon name="play" /> {waiting ? "Start" : "Go on"}
      </button>
    </div>
  );
}

/** The first sentence can be read from the floor; what follows it stands smaller below. */
function Phase({ words }: { readonly words: string }) {
  const [first = "", ...more] = words.split(/(?<=[.!?])\s+/);
  return (
    <>
      <p class="phase" data-long={first.length > LONG}>
        {first.replace(/\.$/, "")}
      </p>
      {more.length > 0 && <p class="phase-more">{more.join(" ")}</p>}
    </>
  );
}

/** While the body moves the repetition counts; else the seconds that are left. */
function counts(segment: Segment): boolean {
  return segment.reps > 0 && (segment.kind === "move" || segment.kind === "pause");
}

/** What the big number does not already say. */
function amount(segment: Segment): string {
  if (segment.rep === 0) return "";
  const rep = counts(segment) || segment.reps < 2 ? "" : `Repetition ${String(segment.rep)} of ${String(segment.reps)}`;
  const set = segment.sets < 2 ? "" : `Set ${String(segment.set_number)} of ${String(segment.sets)}`;
  return [rep, set].filter(Boolean).join(" · ");
}

function Count({ player, segment }: Omit<NowProps, "goOn">) {
  const big = useComputed(() => {
    if (player.status.value === "leading_in") return countdown(player.lead_s.value);
    const now = player.segment.value ?? segment;
    return counts(now) ? String(now.rep) : countdown(now.end_s - player.position_s.value);
  });
  const leading = player.status.value === "leading_in";
  return (
    <div class="counting">
      <div class="count">
        <Breath player={player} />
        <p class="number" aria-hidden="true" data-long={big.value.length > 2}>
          {big}
        </p>
        <p class="unit">{counts(segment) && !leading ? `of ${String(segment.reps)}` : unit(big.value)}</p>
      </div>
      <BreathWord player={player} />
    </div>
  );
}

function unit(shown: string): string {
  return shown.includes(":") ? "minutes" : shown === "1" ? "second" : "seconds";
}

function BreathWord({ player }: { readonly player: Player }) {
  const word = useComputed(() => breathAt(player.schedule.value, player.segment.value, player.position_s.value).word);
  return <p class="breath">{word}</p>;
}

/** A calm ring that grows as you breathe in; for whoever wants stillness, the words alone. */
function Breath({ player }: { readonly player: Player }) {
  const ring = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const { fullness } = breathAt(player.schedule.value, player.segment.value, player.position_s.value);
    if (ring.current) ring.current.style.transform = `scale(${String(still.value ? 1 : 0.8 + 0.2 * fullness)})`;
  });
  return <div class="ring" ref={ring} />;
}
