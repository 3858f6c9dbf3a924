/** All that is on screen while a session runs. */

import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { AGAIN_MS, Unreachable, api, wordsOf } from "../api";
import { filmAt, filmOf } from "../films";
import { filmPosition } from "../film";
import { still } from "../motion";
import { handCounts } from "../camera/hand";
import { watched } from "../camera/memory";
import type { Outbox } from "../outbox";
import type { Player } from "../player";
import { go } from "../router";
import { settings, speaks, unlockSound } from "../state";
import { staysOn } from "../wake";
import type { Adjustment, Film, Segment, SessionNow } from "../wire";
import { minutes, unsaid } from "../words";
import { Controls } from "./Controls";
import { Figure } from "./Figure";
import { HurtDialog, StopDialog } from "./Dialogs";
import { Icon } from "./Icon";
import { later } from "./later";
import { KeysHelp, useKeys } from "./Keys";
import { Now } from "./Now";

const SessionCamera = later(
  async () => (await import("../camera/SessionCamera")).SessionCamera,
  () => <p class="sight sight-words">The camera’s part could not be loaded. By the clock.</p>,
);

interface SessionViewProps {
  readonly player: Player;
  readonly outbox: Outbox;
  readonly session: SessionNow;
  readonly adjusted: readonly Adjustment[];
}

export function SessionView({ player, outbox, session, adjusted }: SessionViewProps) {
  const { session_id, name, draws_back } = session;
  const [notice, setNotice] = useState("");
  const help = useSignal(false);
  const easier = async (): Promise<void> => {
    const at_s = player.position_s.value;
    try {
      const eased = await outbox.inTurn((seq) => api.easier(session_id, seq, at_s));
      player.change(eased.schedule, eased.position_s, eased.words);
      setNotice(eased.words);
    } catch (error) {
      setNotice(
        error instanceof Unreachable
          ? "It can’t be made easier now, while Unkink is away. You can skip this one."
          : wordsOf(error),
      );
    }
  };
  const somethingNew = (): void => {
    player.stop();
    go("safety");
  };
  const place = (): void => {
    if (player.status.value !== "waiting") player.pause();
    go("camera", session_id);
  };
  const acts = {
    toggle: () => { unlockSound(); player.toggle(); },
    back: () => { player.back(); },
    skip: () => { player.skip(); },
    repeat: () => { player.repeat(); },
    easier: () => { void easier(); },
    hurts: () => { player.hurts(); },
    stop: () => { player.askToStop(); },
    help: () => { help.value = !help.value; },
  };
  useKeys(player.status, acts);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => { setNotice(""); }, 5000);
    return () => { clearTimeout(timer); };
  }, [notice]);
  const segment = player.segment.value;
  if (!segment) return null;
  return (
    <main class="session" data-kind={segment.kind} data-status={player.status.value} data-watched={watched.value === session_id}>
      <Top player={player} name={name} segment={segment} help={acts.help} place={place} />
      <Notices away={outbox.away.value} slept={player.status.value === "slept"} notice={notice} adjusted={adjusted} />
      <Stage player={player} segment={segment} />
      {watched.value === session_id && <SessionCamera player={player} session_id={session_id} />}
      <Now player={player} segment={segment} goOn={acts.toggle} />
      <Caption player={player} segment={segment} />
      <Controls status={player.status} acts={acts} />
      <HurtDialog player={player} drawsBack={draws_back} easier={acts.easier} somethingNew={somethingNew} />
      <StopDialog player={player} />
      <KeysHelp open={help} hand={watched.value === session_id && handCounts()} />
    </main>
  );
}

interface TopProps {
  readonly player: Player;
  readonly name: string;
  readonly segment: Segment;
  readonly help: () => void;
  readonly place: () => void;
}

function Top({ player, name, segment, help, place }: TopProps) {
  const { total_s } = player.schedule.value;
  const left = useComputed(() => minutes(player.schedule.value.total_s - player.position_s.value));
  const done = useComputed(() => Math.round(player.position_s.value));
  return (
    <header class="session-top">
      <progress class="whole" max={Math.max(total_s, 1)} value={done} aria-label="The whole session" />
      <h1 class="session-name">{segment.name || name}</h1>
      <span class="session-left">{left} left</span>
      <button type="button" class="round" onClick={place} aria-label="Camera">
        <Icon name="camera" />
      </button>
      <button type="button" class="round" onClick={help} aria-label="Keys and help">
        <Icon name="help" />
      </button>
    </header>
  );
}

interface NoticesProps {
  readonly away: boolean;
  readonly slept: boolean;
  readonly notice: string;
  readonly adjusted: readonly Adjustment[];
}

function Notices({ away, slept, notice, adjusted }: NoticesProps) {
  return (
    <div class="session-notices" role="status">
      {slept && <p>This device was asleep. Nothing was skipped: I waited for you.</p>}
      {away && <p>Unkink is away. The session goes on, and what you do is kept here until it is back.</p>}
      {!staysOn.value && <p>This browser may let the screen go dark. Set your device to stay awake.</p>}
      {notice && <p>{notice}</p>}
      {adjusted.map((one) => (
        <p key={one.exercise + one.what}>{one.why}</p>
      ))}
    </div>
  );
}

interface StageProps {
  readonly player: Player;
  readonly segment: Segment;
}

/** The figure, in step with the tape; the last film stands until the next one is there, asked for again and again. */
function Stage({ player, segment }: StageProps) {
  const [film, setFilm] = useState<Film | null>(null);
  const path = segment.exercise ? filmOf(segment) : "";
  useEffect(() => {
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      filmAt(path)
        .then((found) => { if (wanted) setFilm(found); })
        .catch((error: unknown) => {
          if (wanted && error instanceof Unreachable) again = setTimeout(ask, AGAIN_MS);
        });
    };
    if (path) ask();
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [path]);
  const position = useComputed(() => {
    const now = player.segment.value ?? segment;
    return still.value ? now.film_to : filmPosition(now, player.position_s.value);
  });
  return (
    <div class="stage session-stage">{film && <Figure film={film} position={position} label={`${segment.name}: ${segment.caption}`} />}</div>
  );
}

/** What is or would be spoken. Read out politely only where no voice speaks. */
function Caption({ player, segment }: StageProps) {
  const words = player.caption.value;
  const wanted = (settings.value?.captions ?? true) || !speaks();
  const news = player.status.value === "paused" ? "" : unsaid(words, [segment.caption, segment.name]);
  return (
    <div class="captions">
      <p class="visually-hidden" aria-live={speaks() ? "off" : "polite"}>
        {words}
      </p>
      {wanted && news && (
        <p class="caption" aria-hidden="true">
          {news}
        </p>
      )}
      {segment.next_up && (
        <p class="next-up">
          <span class="soft">Then:</span> {segment.next_up}
        </p>
      )}
    </div>
  );
}
