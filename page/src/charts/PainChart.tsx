/** Pain day by day: each day a dot, its week as a line, and where the exercises began. */

import { useState } from "preact/hooks";
import type { PainDay, Progress } from "../wire";
import { Chart } from "./Chart";
import { type Frame, dayNumber, dayTicks, isoOf, line, linear, longDate, nearest, shortDate } from "./axes";

const SPANS = [
  ["6 weeks", 42],
  ["6 months", 182],
  ["all", Infinity],
] as const;

const PHASE_WORDS: Readonly<Record<PainDay["phase"], string>> = {
  before: "before",
  with: "with",
  not_counted: "not counted",
  "": "–",
};

export function PainChart({ progress }: { readonly progress: Progress }) {
  const { days, answer } = progress;
  const all = dayNumber(progress.today) - dayNumber(days[0]?.date ?? progress.today);
  const [span, setSpan] = useState<number>(Infinity);
  const from = dayNumber(progress.today) - span;
  const shown = days.filter((one) => dayNumber(one.date) >= from);
  const names = answer.comparison?.names;
  return (
    <Chart
      title="Pain, day by day"
      words={words(shown)}
      height={260}
      head={["Day", "Pain", "Stiffness", "Compared as", "Besides"]}
      rows={shown.map((one) => [
        shortDate(one.date),
        String(one.pain),
        one.stiffness === null ? "–" : String(one.stiffness),
        names && (one.phase === "before" || one.phase === "with") ? names[one.phase === "before" ? 0 : 1] : PHASE_WORDS[one.phase],
        one.besides || "–",
      ])}
      draw={(width, height) => <Drawing progress={progress} shown={shown} width={width} height={height} />}
    >
      {all > 42 && (
        <fieldset class="spans">
          <legend class="visually-hidden">How far back</legend>
          {SPANS.filter(([, length]) => length === Infinity || length < all).map(([name, length]) => (
            <label key={name} class="span">
              <input type="radio" name="span" checked={span === length} onChange={() => { setSpan(length); }} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Chart>
  );
}

function words(shown: readonly PainDay[]): string {
  const last = shown.at(-1);
  if (!last) return "No day was told in this time.";
  const week = last.week_mean === null ? "" : ` The line is the mean of seven days; now ${last.week_mean.toFixed(1)}.`;
  return `0 is no pain, 10 the worst imaginable. The latest, on ${longDate(last.date)}: ${String(last.pain)}.${week}`;
}

interface DrawingProps {
  readonly progress: Progress;
  readonly shown: readonly PainDay[];
  readonly width: number;
  readonly height: number;
}

function Drawing({ progress, shown, width, height }: DrawingProps) {
  const [pointed, setPointed] = useState<PainDay | undefined>(undefined);
  const frame: Frame = { width, height, left: 34, right: 12, top: 26, bottom: 30 };
  const first = dayNumber(shown[0]?.date ?? progress.today);
  const last = Math.max(dayNumber(progress.today), first + 6);
  const x = linear([first, last], [frame.left, width - frame.right]);
  const y = linear([0, 10], [height - frame.bottom, frame.top]);
  const at = (one: PainDay): number => x(dayNumber(one.date));
  const point = (event: PointerEvent & { currentTarget: SVGElement }): void => {
    const where = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setPointed(nearest(shown, where, at));
  };
  const means = shown.flatMap((one) => (one.week_mean === null ? [] : [{ x: at(one), y: y(one.week_mean) }]));
  return (
    <g onPointerMove={point} onPointerLeave={() => { setPointed(undefined); }}>
      <rect width={width} height={height} class="nothing" />
      <Days first={first} last={last} x={x} frame={frame} />
      {[0, 5, 10].map((value) => (
        <g key={value}>
          <path d={`M${String(frame.left)} ${String(y(value))}H${String(width - frame.right)}`} class="grid" />
          <text x={frame.left - 8} y={y(value)} dy="0.35em" class="label end">
            {value}
          </text>
        </g>
      ))}
      <Phases progress={progress} first={first} x={x} y={y} frame={frame} />
      {shown.map((one) => (
        <circle key={one.date} cx={at(one)} cy={y(one.pain)} r={shown.length > 200 ? 2 : 3.5} class={`dot ${one.phase}`} />
      ))}
      <path d={line(means, x(14) - x(0))} class="mean" />
      {pointed && (
        <g class="pointed">
          <path d={`M${String(at(pointed))} ${String(frame.top)}V${String(height - frame.bottom)}`} class="grid" />
          <circle cx={at(pointed)} cy={y(pointed.pain)} r={6} class="dot with" />
          <text x={Math.min(Math.max(at(pointed), 90), width - 90)} y={14} class="label middle strong">
            {longDate(pointed.date)}: {pointed.pain}
          </text>
        </g>
      )}
    </g>
  );
}

interface AxisProps {
  readonly first: number;
  readonly last: number;
  readonly x: (day: number) => number;
  readonly frame: Frame;
}

function Days({ first, last, x, frame }: AxisProps) {
  return (
    <g>
      {dayTicks(first, last, (frame.width - frame.left) / 90).map(({ day, words: name }) => (
        <text
          key={day}
          x={x(day)}
          y={frame.height - 8}
          class={`label ${x(day) < frame.left + 24 ? "" : x(day) > frame.width - 40 ? "end" : "middle"}`}
        >
          {name}
        </text>
      ))}
    </g>
  );
}

interface PhasesProps {
  readonly progress: Progress;
  readonly first: number;
  readonly x: (day: number) => number;
  readonly y: (pain: number) => number;
  readonly frame: Frame;
}

/** Where the exercises began, and the mean of either side of it. */
function Phases({ progress, first, x, y, frame }: PhasesProps) {
  const { answer, days, began } = progress;
  const change = answer.design === "as_it_came" ? began : days.find((one) => one.phase === "with")?.date;
  const inWeeks = answer.design === "on_off" || answer.design === "a_or_b";
  if (inWeeks) return <Weeks days={days} first={first} x={x} frame={frame} />;
  if (!change || dayNumber(change) < first) return null;
  const place = x(dayNumber(change) - 0.5);
  const sides = [days.filter((one) => one.phase === "before"), days.filter((one) => one.phase === "with")];
  return (
    <g>
      <path d={`M${String(place)} ${String(frame.top)}V${String(frame.height - frame.bottom)}`} class="change" />
      <text x={place} y={14} class={`label strong ${place > frame.width - 80 ? "end" : place < 80 ? "" : "middle"}`}>
        you began
      </text>
      {answer.comparison &&
        sides.map((side, n) => {
          const [start, end] = [side[0], side.at(-1)];
          const mean = answer.comparison?.mean[n];
          if (!start || !end || mean === undefined) return null;
          const from = Math.max(x(dayNumber(start.date) - 0.5), frame.left);
          return <path key={n} d={`M${String(from)} ${String(y(mean))}H${String(x(dayNumber(end.date) + 0.5))}`} class="level" />;
        })}
    </g>
  );
}

/** Of a trial in weeks: those with exercises, or with the second of two, are shaded. */
function Weeks({ days, first, x, frame }: { readonly days: readonly PainDay[] } & Pick<PhasesProps, "first" | "x" | "frame">) {
  const height = frame.height - frame.top - frame.bottom;
  return (
    <g>
      {days
        .filter((one) => one.phase === "with" && dayNumber(one.date) >= first)
        .map((one) => {
          const day = dayNumber(one.date);
          return <rect key={isoOf(day)} x={x(day - 0.5)} y={frame.top} width={x(1) - x(0) + 0.5} height={height} class="shaded" />;
        })}
    </g>
  );
}
