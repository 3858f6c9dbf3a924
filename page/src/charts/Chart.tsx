/** A chart with its heading, what it shows in words, and the same as a table for whoever wants that. */

import type { ComponentChildren } from "preact";
import { useWidth } from "./useWidth";

interface ChartProps {
  readonly title: string;
  /** What it shows, in a sentence: also what a screen reader says of the picture. */
  readonly words: string;
  readonly height: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly draw: (width: number, height: number) => ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Chart({ title, words, height, head, rows, draw, children }: ChartProps) {
  const [self, width] = useWidth();
  return (
    <section class="card chart" aria-label={title}>
      <h2>{title}</h2>
      {children}
      <div class="drawing" ref={self} style={{ blockSize: `${String(height)}px` }}>
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-label={words}>
            {draw(width, height)}
          </svg>
        )}
      </div>
      <p class="soft">{words}</p>
      <Rows head={head} rows={rows} />
    </section>
  );
}

interface RowsProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly words?: string;
}

/** Newest first, because that is what one looks for. */
export function Rows({ head, rows, words = "The same as a table" }: RowsProps) {
  return (
    <details class="behind">
      <summary>{words}</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- or the keyboard couldn't scroll it */}
      <div class="scrolls" tabIndex={0} role="region" aria-label={words}>
        <table>
          <thead>
            <tr>
              {head.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <tr key={row[0]}>
                {row.map((cell, n) =>
                  n === 0 ? (
                    <th key={n} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={n}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
