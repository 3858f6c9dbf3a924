"""What was done and how it was looked at, as a report of a trial of one person tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.progress.draws import WASH_OUT_DAYS
from unkink.progress.reasons import besides_days, days_off_plan, times, turns

if TYPE_CHECKING:
    from datetime import date

    from unkink.progress.kept import Kept
    from unkink.progress.study import Study
    from unkink.progress.told import Design

Account = tuple[tuple[str, str], ...]

DESIGNS: Final[dict[Design, str]] = {
    "as_it_came": "Days before the first session against days from it on. Nothing was drawn.",
    "baseline_then_exercises": "Days without exercises, then days with them; the start was drawn.",
    "on_off": "Weeks with and weeks without exercises; in each pair the order was drawn.",
    "a_or_b": "Weeks with one exercise and weeks with another; in each pair the order was drawn.",
}

ANALYSIS: Final = (
    "A Bayesian model with a step between the phases, an even trend and days that resemble the day "
    "before; once more without the trend; overlap of all pairs of days, the first phase's trend "
    "taken out where there is one; a test by the lot where one was drawn."
)

WALKING: Final = "Walking was free at all times."

LIMITS: Final = (
    "One person, who knows what is done and says how it is. It can show that pain was lower, not "
    "why. Not reviewed by a clinician yet."
)


def account(study: Study, kept: Kept, today: date) -> Account:
    """Tell all of it, heading by heading."""
    first, second = study.names
    # What was drawn is told whole; days as they came end today.
    until = study.last if study.possible else min(study.last, today)
    way = study.way[: (until - study.first).days + 1]
    active = sorted(day for day in kept.active if study.first <= day <= min(until, today))
    off = days_off_plan(study, kept, today)
    with_it = sum(study.phase(day) == "with" for day in active)
    rows = [
        ("Design", DESIGNS[study.design]),
        (
            "Periods",
            (
                f"{study.first.isoformat()} to {until.isoformat()}: "
                f"{times(way.count(0), 'day', 'days')} {first}, "
                f"{times(way.count(1), 'day', 'days')} {second}."
            ),
        ),
        ("Drawn", _drawn(study)),
        ("Asked", "Pain in the back now, 0 to 10, once a day."),
        ("Left out", _left_out(way.count(-1))),
        (
            "Truly done",
            (
                f"Sessions on {times(len(active), 'day', 'days')}, {with_it} of them {second}. "
                f"Otherwise than planned: {times(off, 'day', 'days')}."
            ),
        ),
        ("Besides", _besides(besides_days(study, kept, today))),
        ("Looked at", ANALYSIS),
        ("Limits", LIMITS),
    ]
    return tuple(rows)


def _drawn(study: Study) -> str:
    if not study.possible:
        return "Nothing."
    what = "start days" if study.design == "baseline_then_exercises" else "orders"
    return f"One of {len(study.possible)} {what}; {times(turns(study.way), 'change', 'changes')}."


def _left_out(days: int) -> str:
    if not days:
        return "No days."
    return (
        f"{times(days, 'day', 'days')}: the first {WASH_OUT_DAYS} of each week, which still feel "
        "the week before."
    )


def _besides(days: int) -> str:
    if not days:
        return f"Nothing else was told of. {WALKING}"
    return f"Something else was told of on {times(days, 'day', 'days')}. {WALKING}"
