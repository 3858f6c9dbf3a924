/** What a screen needs from the server: not yet there, there, or why not. */

import { useEffect, useState } from "preact/hooks";
import { AGAIN_MS, Unreachable, wordsOf } from "../api";

export interface Loaded<T> {
  readonly value: T | null;
  readonly error: string;
}

/** Loads again whenever `key` changes; until then the old stands. Late answers are dropped. */
export function useLoad<T>(load: () => Promise<T>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ value: null, error: "" });
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = (): void => {
      load()
        .then((value) => {
          if (wanted) setLoaded({ value, error: "" });
        })
        .catch((error: unknown) => {
          if (!wanted) return;
          setLoaded({ value: null, error: wordsOf(error) });
          // A slow machine may still be starting: nobody should have to reload.
          if (error instanceof Unreachable) again = setTimeout(ask, AGAIN_MS);
        });
    };
    ask();
    return () => {
      wanted = false;
      clearTimeout(again);
    };
    // The key alone says what is loaded; the function is new at every drawing.
  }, [key]);
  return loaded;
}
