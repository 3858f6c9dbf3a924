/** A small line of one measure over time: only its course; the numbers stand beside it. */

import { dayNumber, line, linear } from "./axes";
import { useWidth } from "./useWidth";

export interface SparkLine {
  readonly name: string;
  readonly points: readonly { readonly date: string; readonly value: number }[];
}

interface SparkProps {
  readonly words: string;
  readonly lines: readonly SparkLine[];
  /** The least and the most there can be; left out: what there is. */
  readonly between?: readonly [number, number];
}

const HEIGHT = 72;

export function Spark({ words, lines, between }: SparkProps) {
  const [self, width] = useWidth();
  const all = lines.flatMap((one) => one.points);
  const days = all.map((one) => dayNumber(one.date));
  const values = all.map((one) => one.value);
  const [low, high] = between ?? [Math.min(...values), Math.max(...values)];
  const x = linear([Math.min(...days), Math.max(...days)], [8, Math.max(width - 8, 9)]);
  const y = linear([low, high], [HEIGHT - 8, 8]);
  return (
    <div class="spark" ref={self}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={words}>
          <path d={`M0 ${String(HEIGHT - 4)}H${String(width)}`} class="grid" />
          {lines.map((one, n) => {
            const spots = one.points.map((point) => ({ x: x(dayNumber(point.date)), y: y(point.value) }));
            return (
              <g key={one.name} class={n === 0 ? "first" : "second"}>
                <path d={line(spots)} class="mean" />
                {spots.map((spot) => (
                  <circle key={spot.x} cx={spot.x} cy={spot.y} r={3.5} class="dot with" />
                ))}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}
