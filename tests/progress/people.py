"""People with a record: made up day by day, the same every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from unkink.core.history.entries import Day, Profile
from unkink.core.history.sightings import Seen
from unkink.core.history.tally import ExerciseDone
from unkink.progress.kept import Begun, Kept
from unkink.told import SessionSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unkink.core.history.entries import Trial
    from unkink.progress.kept import Filled

FIRST = date(2026, 3, 2)
"""A Monday."""


def day(number: int) -> date:
    """Tell a day, counted from the first, which is 0."""
    return FIRST + timedelta(days=number)


def twist(*, left_s: float = 40.0, right_s: float = 40.0, seen: bool = True) -> ExerciseDone:
    """Do a lying twist in one session."""
    by_camera = Seen(
        reps={"left": 4, "right": 4},
        held_s=left_s + right_s,
        judged_s=90.0,
        unseen_s=10.0,
        faults={},
        held_by_side_s={"left": left_s, "right": right_s},
        reach={"left": 0.8, "right": 0.6},
    )
    return ExerciseDone(
        exercise="spinal_twist",
        name="Lying twist",
        reps_done=8,
        reps_planned=8,
        held_s=80.0,
        done_s=100.0,
        seen=by_camera if seen else None,
        held_by_side_s={"left": 40.0, "right": 40.0},
    )


def session(
    number: int,
    *,
    before: int = 5,
    after: int | None = 4,
    exercises: tuple[ExerciseDone, ...] | None = None,
    hurt_by: tuple[str, ...] = (),
) -> tuple[date, SessionSummary]:
    """Do a session on one day."""
    at = datetime.combine(day(number), datetime.min.time(), UTC) + timedelta(hours=8)
    done = (twist(),) if exercises is None else exercises
    return day(number), SessionSummary(
        session_id=f"session-{number}",
        name="Gentle start",
        started_at=at,
        ended_at=at + timedelta(minutes=12),
        status="finished",
        planned_s=720.0,
        done_s=700.0,
        exercises=done,
        made_easier=0,
        hurt=0,
        pain_before=before,
        pain_after=after,
        pain_worst=None,
        stiffness_before=4,
        stiffness_after=3,
        farthest_before=None,
        farthest_after=None,
        felt="better",
        hurt_by=hurt_by,
        note="",
    )


def person(
    pain: Sequence[int | None],
    *,
    sessions: Iterable[int] = (),
    trial: Trial | None = None,
    measures: Sequence[Filled] = (),
    besides: Iterable[int] = (),
) -> Kept:
    """Somebody who told these numbers day by day, and did exercises on these days."""
    changed = set(besides)
    days = {
        day(number): Day(pain=value, besides="a pill" if number in changed else "")
        for number, value in enumerate(pain)
        if value is not None
    }
    return Kept(
        days=days,
        sessions=[session(number) for number in sessions],
        measures=measures,
        profile=replace(Profile(), conditions=(), long_lasting=True),
        trial=Begun(number=1, trial=trial) if trial else None,
    )


def wavering(levels: Sequence[float], *, seed: int, rho: float = 0.4, sd: float = 1.2) -> list[int]:
    """Pain around these levels, each day a little like the one before, in whole numbers."""
    chance = np.random.default_rng(seed)
    off, pain = chance.normal(0, sd), []
    for level in levels:
        pain.append(int(np.clip(round(level + off), 0, 10)))
        off = rho * off + chance.normal(0, sd * (1 - rho**2) ** 0.5)
    return pain
