"""What a session comes to: both sides told apart, by the clock and by the camera."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.history.record import Event, Plan
from unkink.core.history.sightings import Sighting, SightingKind
from unkink.core.history.tally import tally
from unkink.core.plan.session import Item, Part, Session
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from unkink.core.body import Side
    from unkink.core.history.tally import ExerciseDone

AT = "2026-11-23T08:00:00+01:00"


def _sighting(side: Side, kind: SightingKind, amount: float) -> Sighting:
    return Sighting(
        at=AT,
        item=0,
        exercise="spinal_twist",
        movement="main",
        side=side,
        kind=kind,
        amount=amount,
    )


@pytest.fixture(scope="module")
def done() -> ExerciseDone:
    """Do a lying twist to its end, while the camera saw the right side held for less."""
    part = Part(movement="main", hold_s=10, reps=2)
    session = Session(items=(Item(exercise="spinal_twist", level="L1", parts=(part,)),))
    laid = schedule(session, read_catalogue().exercises)
    events = [
        Event(seq=n + 1, position_s=each.end_s, at=AT, kind="segment_done", data={"segment": n})
        for n, each in enumerate(laid.segments)
    ]
    plan = Plan(from_seq=0, session=session, schedule=laid, position_s=0)
    sightings = [
        *(_sighting("left", "rep", reach) for reach in (0.7, 0.9)),
        *(_sighting("right", "rep", reach) for reach in (0.4, 0.6, 0.5)),
        _sighting("left", "hold", 9.5),
        _sighting("left", "hold", 8.5),
        _sighting("right", "hold", 6.0),
    ]
    (twist,) = tally([plan], events, sightings).exercises
    return twist


def test_holds_by_the_clock_are_told_for_each_side(done: ExerciseDone) -> None:
    """Whoever does both sides sees the seconds of each, and they add up to the whole."""
    assert {"left": 20.0, "right": 20.0} == dict(done.held_by_side_s)
    assert done.held_s == sum(done.held_by_side_s.values())


def test_the_camera_tells_each_side_apart(done: ExerciseDone) -> None:
    """Whoever holds one side less, or gets less far, can see it."""
    assert done.seen is not None
    assert {"left": 18.0, "right": 6.0} == dict(done.seen.held_by_side_s)
    assert {"left": 0.8, "right": 0.5} == dict(done.seen.reach)
    assert {"left": 2, "right": 3} == dict(done.seen.reps)
