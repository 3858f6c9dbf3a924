/** Large touch fields for everything one may want while lying down. */

import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Status } from "../player";
import { Icon, type IconName } from "./Icon";
import type { Acts } from "./Keys";

interface ControlsProps {
  readonly status: ReadonlySignal<Status>;
  readonly acts: Acts;
}

const SMALL: readonly (readonly [name: keyof Acts, icon: IconName, words: string])[] = [
  ["back", "back", "Back"],
  ["repeat", "repeat", "Again"],
  ["skip", "skip", "Skip"],
  ["easier", "easier", "Easier"],
  ["stop", "stop", "Stop"],
];

export function Controls({ status, acts }: ControlsProps) {
  const pause = useRef<HTMLButtonElement>(null);
  // A screen reader begins here, one step after "That hurts", and the space bar pauses from the first second.
  useEffect(() => {
    pause.current?.focus({ preventScroll: true });
  }, []);
  const runs = status.value === "playing" || status.value === "leading_in";
  return (
    <div class="controls" role="group" aria-label="Session controls">
      <button type="button" class="control hurts" onClick={once(acts.hurts)}>
        <Icon name="hand" />
        <span>That hurts</span>
      </button>
      <button ref={pause} type="button" class="control pause" onClick={once(acts.toggle)}>
        <Icon name={runs ? "pause" : "play"} />
        <span>{runs ? "Pause" : "Go on"}</span>
      </button>
      {SMALL.map(([name, icon, words]) => (
        <button key={name} type="button" class="control" onClick={once(acts[name])}>
          <Icon name={icon} />
          <span>{words}</span>
        </button>
      ))}
    </div>
  );
}

/** After a tap the button lets go of the keyboard, so that the space bar means pause again. */
function once(act: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.detail > 0 && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
    act();
  };
}
