/** Pain before sessions, after them, and on the next day: thin lines are sessions, the bold one all. */

import type { Progress, SessionPain } from "../wire";
import { Chart } from "./Chart";
import { type Spot, line, linear, shortDate } from "./axes";

const WHEN = ["before", "after", "next day"] as const;
const SHOWN = 20;

const number = (value: number | null): string => (value === null ? "–" : String(value));

export function AroundChart({ progress }: { readonly progress: Progress }) {
  const { around, sessions } = progress;
  const shown = sessions.slice(-SHOWN);
  const words = around
    ? `On average ${around.before.toFixed(1)} before, ${around.after.toFixed(1)} after, ${around.next_day.toFixed(1)} the next day.`
    : "Each line is a session. With more of them there will be an average.";
  return (
    <Chart
      title="Pain around sessions"
      words={words}
      height={220}
      head={["Day", "Before", "Worst", "After", "Next day"]}
      rows={sessions.map((one) => [shortDate(one.date), ...[one.before, one.worst, one.after, one.next_day].map(number)])}
      draw={(width, height) => {
        const x = linear([0, 2], [52, width - 52]);
        const y = linear([0, 10], [height - 28, 16]);
        const spots = (one: readonly (number | null)[]): readonly Spot[] =>
          one.flatMap((value, n) => (value === null ? [] : [{ x: x(n), y: y(value) }]));
        const bold = around ? spots([around.before, around.after, around.next_day]) : [];
        return (
          <g>
            {[0, 5, 10].map((value) => (
              <g key={value}>
                <path d={`M34 ${String(y(value))}H${String(width - 12)}`} class="grid" />
                <text x={26} y={y(value)} dy="0.35em" class="label end">
                  {value}
                </text>
              </g>
            ))}
            {shown.map((one: SessionPain) => (
              <path key={one.session_id} d={line(spots([one.before, one.after, one.next_day]))} class="thin" />
            ))}
            <path d={line(bold)} class="mean" />
            {bold.map((spot) => (
              <circle key={spot.x} cx={spot.x} cy={spot.y} r={6} class="dot with" />
            ))}
            {WHEN.map((name, n) => (
              <text key={name} x={x(n)} y={height - 6} class="label middle">
                {name}
              </text>
            ))}
          </g>
        );
      }}
    />
  );
}
