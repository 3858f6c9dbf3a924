"""How long one step of the coach takes: the median over simulated people, on one core."""

from __future__ import annotations

import gc
from statistics import median, quantiles
from time import perf_counter

from unkink.catalogue import read_catalogue
from unkink.core.coach.coach import begin, step
from unkink.core.coach.watch import watches
from unkink.core.simulation.simulate import Performance, simulate

EXERCISES = [e for e in read_catalogue().exercises.values() if not e.everyday]


def main() -> None:
    """Print a line for each exercise that a camera can tell, and one for the catalogue at once."""
    told = [exercise for exercise in EXERCISES if watches(exercise).can_tell]
    print(f"{'exercise':<28}{'compile ms':>11}{'median ms':>11}{'mean ms':>9}{'99 % ms':>9}")
    for exercise in told:
        began = perf_counter()
        watch = watches(exercise)
        compile_ms = (perf_counter() - began) * 1000
        frames = list(simulate(exercise, Performance(reps=3, hold_s=5.0)))
        state = begin([watch])
        report(exercise.id, compile_ms, times_ms(state, frames))
    frames = list(simulate(told[0], Performance(reps=3, hold_s=5.0)))
    every = begin([watches(exercise) for exercise in told], expected=False)
    report("any of them (recognised)", 0.0, times_ms(every, frames))


def times_ms(state: object, frames: list[object]) -> list[float]:
    """Step through the frames and time each step."""
    gc.disable()
    taken = []
    for frame in frames:
        began = perf_counter()
        state, _ = step(state, frame)  # type: ignore[arg-type]
        taken.append((perf_counter() - began) * 1000)
    gc.enable()
    return taken


def report(name: str, compile_ms: float, taken: list[float]) -> None:
    """Print one line."""
    mean, worst = sum(taken) / len(taken), quantiles(taken, n=100)[98]
    print(f"{name:<28}{compile_ms:>11.0f}{median(taken):>11.3f}{mean:>9.3f}{worst:>9.3f}")


if __name__ == "__main__":
    main()
