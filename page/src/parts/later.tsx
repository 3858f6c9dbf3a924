/** Parts of the page that are loaded only when they are shown, so that the first page stays small. */

import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The part that *load* brings; *failed* when it can't be loaded. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  failed: (props: P) => JSX.Element | null,
): (props: P) => JSX.Element | null {
  let loaded: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [state, setState] = useState<"loading" | "there" | "failed">(loaded ? "there" : "loading");
    useEffect(() => {
      if (loaded) return;
      load().then(
        (part) => {
          loaded = part;
          setState("there");
        },
        () => { setState("failed"); },
      );
    }, []);
    if (state === "failed") return failed(props);
    const Part = loaded;
    return Part ? <Part {...props} /> : null;
  };
}
