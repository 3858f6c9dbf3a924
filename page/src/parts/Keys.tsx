/** The session by keyboard, and the list of its keys. */

import type { ReadonlySignal, Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Status } from "../player";
import { Modal } from "./Modal";

export interface Acts {
  readonly toggle: () => void;
  readonly back: () => void;
  readonly skip: () => void;
  readonly repeat: () => void;
  readonly easier: () => void;
  readonly hurts: () => void;
  readonly stop: () => void;
  readonly help: () => void;
}

const KEYS: readonly (readonly [key: string, act: keyof Acts, shown: string, words: string])[] = [
  [" ", "toggle", "Space", "Pause, and go on"],
  ["arrowleft", "back", "←", "Back"],
  ["arrowright", "skip", "→", "Skip"],
  ["r", "repeat", "R", "Again"],
  ["e", "easier", "E", "Make it easier"],
  ["h", "hurts", "H", "That hurts: stops at once"],
  ["escape", "stop", "Esc", "Stop the session"],
  ["?", "help", "?", "This list"],
];

export function useKeys(status: ReadonlySignal<Status>, acts: Acts): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      // A dialog has its own keys, and a focused button its own space bar.
      if (document.querySelector("dialog") || status.value === "ended") return;
      if (event.key === " " && event.target instanceof HTMLButtonElement) return;
      const found = KEYS.find(([key]) => key === event.key.toLowerCase());
      if (!found) return;
      event.preventDefault();
      acts[found[1]]();
    };
    addEventListener("keydown", press);
    return () => {
      removeEventListener("keydown", press);
    };
  });
}

interface KeysHelpProps {
  readonly open: Signal<boolean>;
  /** Whether a hand held up before the camera means something now. */
  readonly hand: boolean;
}

export function KeysHelp({ open, hand }: KeysHelpProps) {
  if (!open.value) return null;
  const close = (): void => {
    open.value = false;
  };
  return (
    <Modal title="Help" onEscape={close}>
      <p>If it hurts, tap That hurts: everything stops at once. Pause waits as long as you like.</p>
      {hand && <p>From the floor: hold a hand up for two seconds. It pauses, and goes on again.</p>}
      <p class="soft">At a keyboard:</p>
      <dl class="keys">
        {KEYS.map(([key, , shown, words]) => (
          <div key={key}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button big" onClick={close}>
        Close
      </button>
    </Modal>
  );
}
