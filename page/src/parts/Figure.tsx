/** The moving figure: shows a film at the position a signal tells. */

import { type ReadonlySignal, effect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { paintInto } from "../painter";
import type { Film } from "../wire";

interface FigureProps {
  readonly film: Film;
  readonly position: ReadonlySignal<number>;
  readonly label: string;
}

export function Figure({ film, position, label }: FigureProps) {
  const self = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const svg = self.current;
    if (!svg) return undefined;
    const paint = paintInto(svg, film);
    return effect(() => {
      paint(position.value);
    });
  }, [film, position]);
  return <svg ref={self} class="figure" role="img" aria-label={label} preserveAspectRatio="xMidYMid meet" />;
}
