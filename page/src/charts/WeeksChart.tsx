/** Days with exercises, week by week, against the person's own goal: a mark, not a judgement. */

import type { Progress } from "../wire";
import { Chart } from "./Chart";
import { linear, shortDate } from "./axes";

const SHOWN = 12;

export function WeeksChart({ progress }: { readonly progress: Progress }) {
  const { weeks } = progress;
  const shown = weeks.slice(-SHOWN);
  return (
    <Chart
      title="Week by week"
      words="Days with exercises. The mark is your own goal."
      height={200}
      head={["Week from", "Days active", "Own goal", "Minutes", "Pain"]}
      rows={weeks.map((week) => [
        shortDate(week.monday),
        String(week.days_active),
        String(week.goal_days),
        String(Math.round(week.done_s / 60)),
        week.pain_mean === null ? "–" : week.pain_mean.toFixed(1),
      ])}
      draw={(width, height) => {
        const slot = Math.min((width - 8) / shown.length, 90);
        const bar = Math.min(slot * 0.6, 44);
        const y = linear([0, 7], [height - 26, 18]);
        const every = Math.ceil(64 / slot);
        return (
          <g>
            <path d={`M0 ${String(y(0))}H${String(width)}`} class="grid" />
            {shown.map((week, n) => {
              const middle = 4 + slot * (n + 0.5);
              return (
                <g key={week.monday}>
                  <rect
                    x={middle - bar / 2}
                    y={y(week.days_active)}
                    width={bar}
                    height={y(0) - y(week.days_active)}
                    rx={4}
                    class={week.over ? "bar" : "bar open"}
                  />
                  <text x={middle} y={y(week.days_active) - 6} class="label middle strong">
                    {week.days_active > 0 ? week.days_active : ""}
                  </text>
                  <path d={`M${String(middle - bar / 2 - 4)} ${String(y(week.goal_days))}h${String(bar + 8)}`} class="goal" />
                  {(shown.length - 1 - n) % every === 0 && (
                    <text x={middle} y={height - 8} class="label middle">
                      {shortDate(week.monday)}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      }}
    />
  );
}
