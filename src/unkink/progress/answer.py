"""The honest answer: does it help? In one plain sentence, with all that stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.progress.account import account
from unkink.progress.compared import compare, numbers
from unkink.progress.reasons import reasons, since_the_start, warnings
from unkink.progress.study import study
from unkink.progress.told import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from unkink.progress.kept import Kept
    from unkink.progress.study import Study
    from unkink.progress.told import Comparison, Verdict

LIKELY: Final = 0.95
MAYBE: Final = 0.80
ENOUGH_DAYS: Final = 10
"""Of each phase at least so many days with a number: `evidence.md#n-of-1`."""
MOST_MISSING: Final = 0.30

PHYSIO: Final = "Please show this to a physiotherapist or doctor."


def answer(kept: Kept, today: date) -> Answer:
    """Tell whether it helps, or why that can't be told."""
    pain = {day: told.pain for day, told in kept.days.items() if day <= today}
    if not pain:
        return _without(
            "nothing_yet", "Nothing to tell yet. Say each day how your back is: it takes one tap."
        )
    found = study(kept, today)
    if found is None:
        return _without("too_early", "Too early to tell: you have not begun yet.")
    y = numbers(found, pain, today)
    refusal = _not_enough(found, y)
    if refusal is not None:
        why_not, headline, more_days = refusal
        return Answer(
            verdict=why_not,
            headline=headline,
            more_days=more_days,
            why=since_the_start(pain) if why_not == "no_days_before" else (),
            warnings=(),
            design=found.design,
            comparison=None,
            account=account(found, kept, today),
        )
    return _compared(found, kept, pain, today)


def sure(comparison: Comparison) -> float:
    """
    Tell how likely it is that pain is lower at all: by the reading that is less sure.

    One reading takes an even rise or fall over all days out, the other doesn't; a step has to show
    in both.
    """
    return min(comparison.adjusted.better, comparison.unadjusted.better)


def _without(why_not: Verdict, headline: str) -> Answer:
    return Answer(
        verdict=why_not,
        headline=headline,
        more_days=None,
        why=(),
        warnings=(),
        design="as_it_came",
        comparison=None,
        account=(),
    )


def _compared(found: Study, kept: Kept, pain: Mapping[date, int], today: date) -> Answer:
    comparison = compare(found, pain, today)
    found_verdict, headline = verdict(comparison)
    return Answer(
        verdict=found_verdict,
        headline=headline,
        more_days=None,
        why=reasons(found, comparison, sure(comparison)),
        warnings=warnings(found, kept, comparison, today),
        design=found.design,
        comparison=comparison,
        account=account(found, kept, today),
    )


def verdict(comparison: Comparison) -> tuple[Verdict, str]:
    """Say in a sentence what a comparison comes to; what was going on before never counts."""
    better = sure(comparison)
    worse = min(1 - comparison.adjusted.better, 1 - comparison.unadjusted.better)
    first, second = comparison.names
    before, after = comparison.mean
    pain = f"Pain: {after:.1f} {second}, {before:.1f} {first}."
    overlap = comparison.overlap
    if overlap.corrected and overlap.trend_per_week < 0 and overlap.corrected_tau >= 0:
        return "cant_tell", f"Can't tell: it was already getting lower {first}. {pain}"
    if better >= LIKELY:
        return "likely_better", f"Likely better than your own days {first}. {pain}"
    if better >= MAYBE:
        return "maybe_better", f"Maybe better than your own days {first}. {pain}"
    if worse >= LIKELY:
        return "likely_worse", f"Likely worse than your own days {first}. {pain} {PHYSIO}"
    if comparison.unadjusted.better >= LIKELY:
        return "cant_tell", f"Can't tell yet: it got lower evenly, as pain often does. {pain}"
    return "cant_tell", f"Can't tell yet. {pain}"


def _not_enough(found: Study, y: list[float | None]) -> tuple[Verdict, str, int | None] | None:
    way = found.way[: len(y)]
    told = [
        sum(each is not None and way[n] == phase for n, each in enumerate(y)) for phase in (0, 1)
    ]
    if min(told) < ENOUGH_DAYS:
        more = _more_days(found.way[len(y) :], told)
        if more is not None:
            return "too_early", f"Too early to tell: {_days(more)} more.", more
        if found.design == "as_it_came" and told[0] < ENOUGH_DAYS:
            return "no_days_before", NO_DAYS_BEFORE, None
        return "too_many_missing", "Too many days are missing to tell.", None
    counted = sum(each >= 0 for each in way)
    missing = counted - sum(told)
    if missing > MOST_MISSING * counted:
        return (
            "too_many_missing",
            f"Too many days are missing to tell: {missing} of {counted}.",
            None,
        )
    return None


NO_DAYS_BEFORE: Final = (
    "I can't tell whether it is the exercises: I know too little of the days before you began."
)


def _more_days(to_come: tuple[int, ...], told: list[int]) -> int | None:
    # How many days from now, all of them told, until both phases have enough.
    there = list(told)
    for number, phase in enumerate(to_come, 1):
        if phase >= 0:
            there[phase] += 1
        if min(there) >= ENOUGH_DAYS:
            return number
    return None


def _days(number: int) -> str:
    return f"{number} {'day' if number == 1 else 'days'}"
