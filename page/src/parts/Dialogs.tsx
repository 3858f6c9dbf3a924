/** The two moments in which everything stands still: it hurts, and do you want to stop. */

import type { Player } from "../player";
import { Modal } from "./Modal";

interface HurtDialogProps {
  readonly player: Player;
  readonly easier: () => void;
  readonly somethingNew: () => void;
}

export function HurtDialog({ player, easier, somethingNew }: HurtDialogProps) {
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
    </Modal>
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
