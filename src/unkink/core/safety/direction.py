"""
The direction test: which way of bending sends the trouble further down the leg.

It keeps a bad direction out of the plan and is no diagnosis, `docs/evidence.md#direction-test`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.definition.precaution import Direction, levels_within
from unkink.core.history.days import day_of, moment_of
from unkink.core.history.entries import DirectionTest
from unkink.core.safety.precautions import precaution

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.history.entries import DirectionTried, Entry
    from unkink.core.history.record import Farthest
    from unkink.core.safety.precautions import Found

FELT_FROM: Final = 2
"""Only whoever feels it in the buttock or further down is offered the test [D]."""

COUNTS_DAYS: Final = 28
"""What was found counts for four weeks, as long as a whole round of answers does [D]."""

REPETITIONS: Final = 5
"""Of each direction [D]."""

WAYS: Final[tuple[Direction, ...]] = ("backwards", "forwards")
"""In this order."""

HOLD_S: Final = 30
"""For so long the easier movement is held first, where the exercise's file names one [D]."""

WAIT_S: Final = 60
"""So long it may take to draw back [D]."""

Then = Literal["wait", "go_on", "end"]
"""After an answer: wait and ask again, go on to the next direction, or try nothing more today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingBack:
    """Which pains get time to draw back up the leg, when "that hurts" was said, and how much."""

    places: tuple[str, ...]
    wait_s: float


DRAWING_BACK: Final = DrawingBack(places=("thigh", "calf", "foot"), wait_s=WAIT_S)
"""Whatever was felt there before: the person says whether it is farther down [D]."""

REST_S: Final = 120
"""Between two directions [D]."""

MOVEMENT: Final = "main"
"""The movement of an exercise that is tried: the one its other movements make easier."""


def then(before: Farthest, now: Farthest, *, waited: bool) -> Then:
    """Say what follows an answer: what went further down gets time, what stays there ends it."""
    if now <= before:
        return "go_on"
    return "end" if waited else "wait"


def found(tried: DirectionTried) -> Found | None:
    """
    Tell what one direction did: worse when it went further down the leg and stayed, or was stopped.

    Further down right after, and not told a minute later, is worse. None: nothing told after it.
    """
    last = tried.after if tried.later is None else tried.later
    if tried.stopped:
        return "worse"
    if last is None:
        return None
    return "no_worse" if then(tried.before, last, waited=True) == "go_on" else "worse"


def tested(entries: Sequence[Entry], *, today: str) -> Mapping[Direction, Found]:
    """
    Tell what the latest test of each direction found, as long as it counts.

    *entries* are in the order they were said. One from a day to come counts for nothing, and does
    not bring back what was found before it.
    """
    latest: dict[Direction, tuple[int, Found | None]] = {}
    for entry in entries:
        if isinstance(entry.said, DirectionTest):
            for way, tried in entry.said.tried.items():
                latest[way] = (day_of(today) - day_of(entry.at), found(tried))
    return {
        way: what
        for way, (age_days, what) in latest.items()
        if what is not None and 0 <= age_days < COUNTS_DAYS
    }


def worse_since_s(entries: Sequence[Entry]) -> float | None:
    """Tell when a test last found a direction worse, in seconds since 1970: ask all again (R2)."""
    worse = [
        entry
        for entry in entries
        if isinstance(entry.said, DirectionTest)
        and any(found(tried) == "worse" for tried in entry.said.tried.values())
    ]
    return moment_of(worse[-1].at) if worse else None


def tried_with(
    way: Direction, exercises: Mapping[str, Exercise], conditions: Collection[str]
) -> str:
    """
    Name the exercise that tries a direction, among those that wait for this test; empty: none.

    None where the person's conditions allow less than the test asks for.
    """
    return next(
        (
            name
            for name, exercise in exercises.items()
            if exercise.direction == way
            and any(each.code == "after_test" for each in exercise.precautions.values())
            and _whole(way, exercise, conditions)
        ),
        "",
    )


def _whole(way: Direction, exercise: Exercise, conditions: Collection[str]) -> bool:
    """Say whether the test's own movement may be done in full, were it only for the direction."""
    allowed = precaution(exercise, conditions, tested={way: "no_worse"})
    limits = allowed.limits
    ways = {each for left in levels_within(exercise.levels, limits).values() for each in left}
    enough = limits.most_reps is None or limits.most_reps >= REPETITIONS
    return allowed.allowed and MOVEMENT in ways and limits.most_range is None and enough
