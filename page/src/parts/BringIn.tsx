/** A record or a backup from a file: added to what is here, or in its place. */

import { useState } from "preact/hooks";
import { api, wordsOf } from "../api";
import { refresh } from "../state";
import { times } from "../words";

export function BringIn({ onDone }: { readonly onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState("");
  const go = async (way: (file: File) => Promise<string>): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setSaid("");
    setProblem("");
    try {
      setSaid(await way(file));
      await refresh();
      onDone();
    } catch (error) {
      setProblem(wordsOf(error));
    }
    setBusy(false);
  };
  return (
    <section aria-labelledby="in">
      <h2 id="in">Bring it back</h2>
      <label class="field">
        <span>A backup, or “Everything” as you took it out</span>
        <input
          type="file"
          accept=".zip,.json"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null);
            setSaid("");
            setProblem("");
          }}
        />
      </label>
      {file && (
        <div class="row">
          <button type="button" class="button" disabled={busy} onClick={() => { void go(added); }}>
            Add it to what is here
          </button>
          <button type="button" class="button quiet" disabled={busy} onClick={() => { void go(replaced); }}>
            Put it in place of what is here
          </button>
        </div>
      )}
      {file && <p class="soft">Nothing is there twice if you add it. If you replace, what is here is kept as a copy first.</p>}
      <p role="status">{busy ? "Reading and comparing …" : said}</p>
      <p class="refused" role="alert">
        {problem}
      </p>
    </section>
  );
}

async function added(file: File): Promise<string> {
  const taken = await api.add(file);
  const count = taken.sessions + taken.entries + taken.answers + taken.files;
  if (count === 0) return "All of it was here already.";
  return `Added: ${times(taken.sessions, "session", "sessions")} and ${times(taken.entries, "thing you told", "things you told")}.`;
}

async function replaced(file: File): Promise<string> {
  const { kept } = await api.restore(file);
  return `Done. What was here before is in the copy ${kept}.`;
}
