/** Seconds that run out, large enough to be read from the floor; a bell tells their end. */

import { useEffect, useState } from "preact/hooks";
import { speed } from "../router";
import { bells, rings } from "../state";

interface CountdownProps {
  readonly seconds: number;
  readonly onEnd: () => void;
}

export function Countdown({ seconds, onEnd }: CountdownProps) {
  const [left_s, setLeft] = useState(seconds);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil(seconds - ((performance.now() - began) / 1000) * speed)));
    }, 100);
    return () => {
      clearInterval(timer);
    };
  }, [seconds]);
  const over = left_s === 0;
  useEffect(() => {
    if (!over) return;
    if (rings()) bells.ring("finish");
    onEnd();
    // Only the end of the time counts; the function is new at every drawing.
  }, [over]);
  return (
    <p class="countdown" role="timer">
      {left_s} s
    </p>
  );
}
