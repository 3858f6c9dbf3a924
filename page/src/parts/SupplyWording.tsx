/** The place for a questionnaire's official words, which we may use but don't have. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { go } from "../router";
import type { MeasureProgress } from "../wire";

export function SupplyWording({ instrument }: { readonly instrument: MeasureProgress["instrument"] }) {
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const [problem, setProblem] = useState("");
  const save = async (): Promise<void> => {
    try {
      await api.supply(instrument.id, text, source);
      go("progress");
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <details class="card supply">
      <summary>I have the official wording</summary>
      <div class="stack">
        <label class="field">
          <span>Its {instrument.items.length} sentences in their order, one a line</span>
          <textarea rows={8} value={text} onInput={(event) => { setText(event.currentTarget.value); }} />
        </label>
        <label class="field">
          <span>Where they are from</span>
          <input type="text" maxLength={500} value={source} onInput={(event) => { setSource(event.currentTarget.value); }} />
        </label>
        <p class="refused" role="alert">
          {problem}
        </p>
        <button type="button" class="button" onClick={() => { void save(); }}>
          Keep these words
        </button>
      </div>
    </details>
  );
}
