"""Six weeks of somebody's record, put into a data folder as the app itself would have."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from unkink.bootstrap import open_use_cases
from unkink.core.history.entries import Day, Measure, Profile
from unkink.core.history.record import Before, CheckIn, Event
from unkink.core.history.sightings import Sighting
from unkink.core.plan.choice import Asked
from unkink.core.safety import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.app import UseCases
    from unkink.core.history.sightings import SightingKind

DAYS = 42
BEGAN = 14
PAIN = (6, 5, 6, 7, 5, 6, 6, 5, 6, 7, 6, 5, 6, 6) + (3, 4, 2, 3, 3, 4, 3) * 4
SESSIONS = tuple(range(BEGAN, DAYS, 4))


def six_weeks(folder: Path) -> None:
    """Fourteen days of pain alone, then sessions every fourth day; up to yesterday."""
    cases = open_use_cases(folder)
    first = cases.clock() - timedelta(days=DAYS)
    cases.store.add_entry(Profile(conditions=(), long_lasting=True), at=first.isoformat())
    for number, pain in enumerate(PAIN):
        now = (first + timedelta(days=number)).replace(hour=8)
        cases.store.add_entry(Day(pain=pain, stiffness=pain), at=now.isoformat())
        if number in SESSIONS:
            _session(replace(cases, clock=partial(_at, now)), now, pain)
        if number % 14 == 0:
            _activities(cases, now, better=number // 14)


def _at(now: datetime) -> datetime:
    return now


def _session(cases: UseCases, now: datetime, pain: int) -> None:
    asked = cases.safety.need().ask or rounds.SHORT
    cases.safety.answer(rounds.VERSION, dict.fromkeys(asked, False))
    started = cases.sessions.start(
        Asked(exercises=("knee_to_chest",)), Before(pain=pain, stiffness=4)
    )
    at, segments = now.isoformat(), started.schedule.segments
    done = [
        Event(seq=n, position_s=each.end_s, at=at, kind="segment_done", data={"segment": n - 1})
        for n, each in enumerate(segments, 1)
    ]
    cases.sessions.append_events(started.session_id, done)
    kinds: tuple[SightingKind, ...] = ("rep", "hold")
    seen = [
        Sighting(
            at=at,
            item=each.item,
            exercise=each.exercise,
            movement=each.movement,
            side=each.side,
            kind=kind,
            amount=(each.end_s - each.start_s if kind == "hold" else 0.8)
            * (0.7 if each.side == "right" else 1.0),
        )
        for each in segments
        if each.kind == "hold"
        for kind in kinds
    ]
    cases.store.add_sightings([(started.session_id, each) for each in seen])
    cases.sessions.finish(started.session_id, CheckIn(pain=max(pain - 1, 0), stiffness=3))


def _activities(cases: UseCases, now: datetime, *, better: int) -> None:
    names = ("putting on socks", "gardening", "sitting through a film")
    answers: dict[str, float | str] = {}
    for number, name in enumerate(names, 1):
        answers[f"activity_{number}_name"] = name
        answers[f"activity_{number}"] = 3.0 + 2 * better
    cases.store.add_entry(
        Measure(instrument="psfs", version="1", answers=answers), at=now.isoformat()
    )
