"""How the made-up person goes through a session, and what the camera sees of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, Final

from unkink.core.definition.exercise import Exercise
from unkink.core.history.record import Event
from unkink.core.history.sightings import Sighting
from unkink.core.history.tally import WORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.body import Side
    from unkink.core.history.sightings import SightingKind
    from unkink.core.timing.timeline import Schedule, Segment

WEAKER: Final[Mapping[Side, float]] = {"left": 0.84}
"""How much of what the other side does this one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """The camera's part: who is before it, and how far they get."""

    exercises: Mapping[str, Exercise]
    range_fraction: float
    at: datetime
    chance: Random


def done(
    schedule: Schedule, *, first_seq: int, from_s: float, until_s: float, at: datetime
) -> list[Event]:
    """Go through a stretch of a schedule: every part of it is done to its end."""
    ends = [
        (index, each.end_s)
        for index, each in enumerate(schedule.segments)
        if from_s < each.end_s <= until_s
    ]
    return [
        Event(
            seq=first_seq + number,
            position_s=end_s,
            at=at.isoformat(),
            kind="segment_done",
            data={"segment": index},
        )
        for number, (index, end_s) in enumerate(ends)
    ]


def sightings(schedule: Schedule, until_s: float, sitting: Sitting) -> Iterator[Sighting]:
    """Tell what the camera saw of a session up to a position."""
    worked = [s for s in schedule.segments if s.kind in WORK and s.end_s <= until_s]
    watched = [s for s in worked if sitting.exercises[s.exercise].movements[s.movement].faults]
    for segment in watched:
        yield from _of_segment(segment, sitting)
    for item in dict.fromkeys(each.item for each in watched):
        yield from _of_item([each for each in watched if each.item == item], sitting)


def _of_segment(segment: Segment, sitting: Sitting) -> Iterator[Sighting]:
    weaker = WEAKER.get(segment.side, 1.0)
    chance = sitting.chance
    if segment.kind == "hold" and segment.end_s - segment.start_s >= 1.0:
        reach = sitting.range_fraction * (0.5 + 0.5 * weaker) + chance.gauss(0.0, 0.02)
        held_s = (segment.end_s - segment.start_s) * weaker * chance.uniform(0.85, 1.0)
        yield _sighting(segment, sitting, "rep", round(min(max(reach, 0.3), 1.1), 3))
        yield _sighting(segment, sitting, "hold", round(held_s, 2))


def _of_item(segments: list[Segment], sitting: Sitting) -> Iterator[Sighting]:
    chance, first = sitting.chance, segments[0]
    total_s = sum(each.end_s - each.start_s for each in segments)
    yield _sighting(first, sitting, "judged", round(total_s * chance.uniform(0.8, 0.97), 2))
    faults = sitting.exercises[first.exercise].movements[first.movement].faults
    if chance.random() < 0.25:
        yield _sighting(first, sitting, "cue", 1.0, fault=chance.choice(faults).id)


def _sighting(
    segment: Segment,
    sitting: Sitting,
    kind: SightingKind,
    amount: float,
    fault: str = "",
) -> Sighting:
    return Sighting(
        at=sitting.at.isoformat(),
        item=segment.item,
        exercise=segment.exercise,
        movement=segment.movement,
        side=segment.side,
        kind=kind,
        amount=amount,
        fault=fault,
    )
