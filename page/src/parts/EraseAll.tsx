/** Everything gone, after the words for it were typed. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { Modal } from "./Modal";

export function EraseAll({ words }: { readonly words: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="erase">
      <h2 id="erase">Delete it all</h2>
      <p>Your record, your own exercises and all copies on this machine are overwritten and removed.</p>
      <button type="button" class="button plain warn" onClick={() => { setAsked(true); }}>
        Delete everything …
      </button>
      {asked && <Sure words={words} onEscape={() => { setAsked(false); }} />}
    </section>
  );
}

function Sure({ words, onEscape }: { readonly words: string; readonly onEscape: () => void }) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const erase = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await api.erase(typed);
      localStorage.clear();
      location.replace(location.pathname);
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <Modal title="Delete everything?" onEscape={onEscape}>
      <form onSubmit={(event) => { void erase(event); }}>
        <p>
          There is no way back. Backups that you put elsewhere stay. On some disks traces may stay until they are written over; only
          an encrypted disk is safe from that.
        </p>
        <label class="field">
          <span>
            Type <strong>{words}</strong>
          </span>
          <input type="text" value={typed} autocomplete="off" autocapitalize="off" onInput={(event) => { setTyped(event.currentTarget.value); }} />
        </label>
        <p class="refused" role="alert">
          {problem}
        </p>
        <div class="row">
          <button type="button" class="button" onClick={onEscape}>
            Keep everything
          </button>
          <button type="submit" class="button plain warn" disabled={typed.trim().toLowerCase() !== words}>
            Delete everything
          </button>
        </div>
      </form>
    </Modal>
  );
}
