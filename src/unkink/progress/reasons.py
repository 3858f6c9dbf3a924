"""Why the answer is what it is, in words a person reads; and what to beware of."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from unkink.progress.kept import each_day, mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.outcomes.meaning import Meaning
    from unkink.progress.kept import Kept
    from unkink.progress.study import Study
    from unkink.progress.told import Comparison

A_STRETCH_DAYS: Final = 14
BAD_START: Final = 0.5
"""From so many points that would have gone by themselves on, it is said [D]."""

WITH_TIME: Final = "Most backs get better with time, whatever is done."


def reasons(study: Study, comparison: Comparison, better: float) -> tuple[str, ...]:
    """Give the reasons, the weightiest first."""
    said = [
        (
            f"I am {_percent(better)} sure that pain is lower at all, and "
            f"{_percent(comparison.adjusted.much_better)} that it is 2 points or more."
        ),
        size_words(comparison.meaning),
        _step_words(comparison),
    ]
    overlap = comparison.overlap
    if overlap.corrected:
        way = "falling" if overlap.trend_per_week < 0 else "rising"
        said.append(
            f"It was already {way} by {abs(overlap.trend_per_week):.1f} points a week before. "
            "What only went on as before does not count."
        )
    if comparison.chance_p is not None:
        said.append(
            f"Drawn otherwise, {round(comparison.chance_p * comparison.chance_draws)} of the "
            f"{comparison.chance_draws} possible draws would have shown as much "
            f"(p = {comparison.chance_p:.2f})."
        )
    elif study.possible:
        said.append("What the draw itself proves is told when the trial is over.")
    return tuple(said)


def size_words(found: Meaning) -> str:
    """Say what a change of pain means."""
    if abs(found.gain) < 0.05:
        return "There is no change to speak of."
    way = "lower" if found.gain > 0 else "higher"
    part = f" ({abs(found.percent):.0f} %)" if found.percent is not None else ""
    amount = f"The difference is {abs(found.gain):.1f} points {way}{part}"
    if found.size == "meaningful":
        return f"{amount}: a change that matters to most people."
    return f"{amount}: small. 2 points and 30 % are what matters to most people."


def since_the_start(pain: Mapping[date, int]) -> tuple[str, ...]:
    """Say how pain went where nothing can be said of the exercises."""
    first_day, last_day = min(pain), max(pain)
    if (last_day - first_day).days + 1 < 2 * A_STRETCH_DAYS:
        return (WITH_TIME,)
    stretch = timedelta(days=A_STRETCH_DAYS - 1)
    first = mean(pain[day] for day in each_day(first_day, first_day + stretch) if day in pain)
    last = mean(pain[day] for day in each_day(last_day - stretch, last_day) if day in pain)
    assert first is not None  # noqa: S101 - both end on a day that was told
    assert last is not None  # noqa: S101
    return (
        f"Over your first two weeks pain was {first:.1f}, over the last two {last:.1f}.",
        WITH_TIME,
    )


def warnings(study: Study, kept: Kept, comparison: Comparison, today: date) -> tuple[str, ...]:
    """Say what else may be behind it."""
    said: list[str] = []
    if comparison.by_itself >= BAD_START:
        said.append(
            "You began in a bad time: about "
            f"{comparison.by_itself:.1f} points would have gone by themselves."
        )
    if not study.possible:
        said.append("The start was not drawn by lot, so other things may be behind it.")
    besides = besides_days(study, kept, today)
    if besides:
        said.append(f"Something else changed too, on {times(besides, 'day', 'days')} you told of.")
    off = days_off_plan(study, kept, today)
    if off:
        said.append(f"{times(off, 'day', 'days')} went otherwise than planned.")
    if study.design in {"on_off", "a_or_b"}:
        said.append("What you learned or loosened in one week may still work in the next.")
    return tuple(said)


def besides_days(study: Study, kept: Kept, today: date) -> int:
    """Count the days of a comparison on which something else changed."""
    return sum(
        bool(told.besides.strip())
        for day, told in kept.days.items()
        if study.phase(day) and day <= today
    )


def days_off_plan(study: Study, kept: Kept, today: date) -> int:
    """Count the days with a session on which the trial had none; without a trial there are none."""
    if study.design not in {"baseline_then_exercises", "on_off"}:
        return 0
    way = study.way
    return sum(
        _without(way, (day - study.first).days)
        for day in kept.active
        if study.first <= day <= today
    )


def _without(way: tuple[int, ...], number: int) -> bool:
    if number >= len(way):
        return False
    # The first days of a block don't count, but they have their block's plan all the same.
    later = next((each for each in way[number:] if each >= 0), 1)
    return later == 0


def turns(way: tuple[int, ...]) -> int:
    """Count how often a plan changes between its phases."""
    counted = [each for each in way if each >= 0]
    return sum(one != other for one, other in pairwise(counted))


def times(number: int, one: str, many: str) -> str:
    """Say how many."""
    return f"{number} {one if number == 1 else many}"


def _step_words(comparison: Comparison) -> str:
    step = comparison.adjusted
    return (
        "Without what rose or fell evenly all the time, the step is "
        f"{_points(step.step)} (90 % sure: {_points(step.low)} to {_points(step.high)})."
    )


def _points(value: float) -> str:
    return f"{value:+.1f}".replace("-", "\N{MINUS SIGN}")


def _percent(share: float) -> str:
    # Nobody is ever quite sure.
    return f"{min(max(round(100 * share), 1), 99)} %"
