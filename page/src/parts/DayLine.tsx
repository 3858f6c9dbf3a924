/** One line that asks for today's own number until it is there; tells a trial's word for the day too. */

import { today } from "../state";
import { Icon } from "./Icon";

interface DayLineProps {
  /** Also once it is there, with a way to change it. */
  readonly always?: boolean;
}

export function DayLine({ always = false }: DayLineProps) {
  const day = today.value?.day;
  if (!day) return null;
  return (
    <>
      {day.trial && <p class="notice">{day.trial}</p>}
      {day.said === null && (
        <a class="day-line" href="#/day">
          <strong>How is your back today?</strong>
          {day.yesterday !== null && <span class="soft">Yesterday you said {day.yesterday}</span>}
        </a>
      )}
      {day.said !== null && always && (
        <p class="said">
          <Icon name="check" /> Pain today: <strong>{day.said}</strong>
          <a class="more" href="#/day">
            Change it
          </a>
        </p>
      )}
    </>
  );
}
