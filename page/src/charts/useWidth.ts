/** How wide an element is, now and whenever that changes: so that words in charts keep their size. */

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const self = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = self.current;
    if (!element) return;
    const look = (): void => { setWidth(element.clientWidth); };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => { watch.disconnect(); };
  }, []);
  return [self, width];
}
