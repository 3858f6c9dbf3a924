/** In the session: a small picture of oneself, what the coach sees, and its words. */

import { effect, signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../parts/Icon";
import type { Player, Status } from "../player";
import { speaks, voice } from "../state";
import type { Urgency } from "../voice";
import { gettingReady } from "./Getting";
import { Viewfinder } from "./Viewfinder";
import { type Word, camera } from "./camera";
import { TO_GO_ON, handCounts } from "./hand";
import { wantedOf } from "./watching";

interface SessionCameraProps {
  readonly player: Player;
  readonly session_id: string;
}

/** It is said aloud at most this often that nothing can be seen; it always stands on the screen. */
const LOST_AGAIN_MS = 60_000;
/** Long enough to read a line twice, and over before the next exercise has its first count. */
const CORRECTED_MS = 8_000;

export function SessionCamera({ player, session_id }: SessionCameraProps) {
  const [small, setSmall] = useState(false);
  const [sides] = useState(() => signal<Readonly<Record<string, number>>>({}));
  const [corrected] = useState(() => signal(""));
  useEffect(() => {
    void camera.start(session_id);
    const stopWatching = effect(() => {
      camera.watch(...wantedOf(player.segment.value, player.status.value));
    });
    const stopCounting = effect(() => {
      if (camera.watching.value) sides.value = {};
    });
    const tell = teller(player);
    let read: ReturnType<typeof setTimeout> | undefined;
    camera.onWord = (word) => {
      if (word.kind === "rep_counted") sides.value = { ...sides.value, [word.side]: word.number };
      if (word.kind === "rep_counted") corrected.value = "";
      if (word.kind === "looked_back") {
        corrected.value = word.say;
        clearTimeout(read);
        read = setTimeout(() => { corrected.value = ""; }, CORRECTED_MS);
      }
      tell(word);
    };
    const stopTelling = camera.trouble.subscribe((words) => {
      if (words) say(player, `${words} I go on by the clock.`, "next");
    });
    return () => {
      stopWatching();
      stopCounting();
      stopTelling();
      clearTimeout(read);
      camera.onWord = undefined;
    };
  }, [player, session_id, sides, corrected]);
  const failed = camera.state.value === "failed";
  return (
    <aside class="sight" aria-label="What the camera sees">
      {!failed && (
        <button type="button" class="sight-picture" data-small={small} onClick={() => { setSmall(!small); }} aria-label={small ? "Show the picture" : "Hide the picture"}>
          {small ? <Icon name="camera" /> : <Viewfinder width={320} label="You, as the camera sees you" />}
          {!small && <Icon name="close" />}
        </button>
      )}
      <Facts sides={sides.value} stands={stands(player.status.value)} corrected={corrected.value} />
    </aside>
  );
}

function say(player: Player, words: string, urgency: Urgency): void {
  player.caption.value = words;
  if (speaks()) voice.say(words, urgency);
}

/** The tape leads; the coach only speaks between. */
function teller(player: Player): (word: Word) => void {
  let lost_ms = -Infinity;
  let told = false;
  return (word) => {
    switch (word.kind) {
      case "rep_counted":
        if (speaks()) voice.say(word.say, "if_quiet");
        break;
      case "cue_given":
        say(player, word.say, "next");
        break;
      case "sight_lost":
        told = performance.now() - lost_ms > LOST_AGAIN_MS;
        if (told) {
          lost_ms = performance.now();
          say(player, word.say, "if_quiet");
        }
        break;
      case "sight_regained":
        if (told) say(player, word.say, "if_quiet");
        told = false;
        break;
      case "hand_raised":
        if (handCounts()) player.heed(TO_GO_ON);
        break;
      case "hold_started":
      case "hold_ended":
      case "recognised":
      case "looked_back":
        break; // what is held stands on the clock beside the picture
    }
  };
}

interface FactsProps {
  readonly sides: Readonly<Record<string, number>>;
  readonly stands: boolean;
  /** What the exercise that is over truly came to, where that is not what was counted. */
  readonly corrected: string;
}

/** To be read from three metres away: a number or two, or a few words. */
function Facts({ sides, stands, corrected }: FactsProps) {
  const judged = camera.judged.value;
  const told = corrected ? "" : standing(stands);
  const shown = judged !== null && judged.state !== "waiting" ? judged : null;
  const counts = shown && !corrected ? countsOf(sides, shown.reps) : [];
  return (
    <div class="sight-facts" data-numbers={counts.length + (told || corrected ? 0 : 1)}>
      {counts.map(([name, count]) => (
        <p class="sight-count" key={name}>
          <b>{count}</b> {name}
        </p>
      ))}
      {corrected && <p class="sight-corrected" role="status">{corrected}</p>}
      {told && <p class="sight-words">{told}</p>}
      {shown && !told && !corrected && (
        <p class="sight-held" data-held={shown.held_ms > 0}>
          <b>{Math.floor(shown.held_ms / 1000)}</b> s held
        </p>
      )}
    </div>
  );
}

/** One number, or one for each side as soon as a side was seen. */
function countsOf(sides: Readonly<Record<string, number>>, reps: number): (readonly [name: string, count: number])[] {
  const told = ["left", "right"].flatMap((side) => (side in sides ? [[side, sides[side] ?? 0] as const] : []));
  return told.length > 0 ? told : [["seen", reps]];
}

/** Whether the session waits for the person to go on. */
function stands(status: Status): boolean {
  return status === "paused" || status === "slept" || status === "waiting";
}

/** What is not seen, and why, honestly; empty while all is well. */
function standing(waits: boolean): string {
  if (camera.state.value === "failed") return `${camera.trouble.value} By the clock.`;
  const getting = gettingReady();
  if (getting) return getting;
  if (camera.away.value) return "Unkink is away. By the clock.";
  if (waits) return handCounts() ? TO_GO_ON : "";
  const { watching } = camera;
  if (watching.value?.exercise && !watching.value.can_tell) return "Timed only: the camera can’t judge this one.";
  return camera.judged.value?.state === "unseen" ? "Not seen now. By the clock." : "";
}
