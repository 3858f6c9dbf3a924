"""What a recording showed, added up from the coach's events: one line for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Side
from unkink.core.events import CueGiven, HoldEnded, Recognised, RepCounted
from unkink.core.repetition import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.events import Event

SIDES: Final[tuple[Side, ...]] = ("left", "right", "both")


@dataclass(frozen=True, slots=True)
class Held:
    """One hold."""

    side: Side
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Account:
    """What was done, and how much of the time could be judged."""

    exercise: str | None
    reps: Mapping[Side, int]
    holds: tuple[Held, ...]
    faults: tuple[str, ...]
    judged_fraction: float


def account(
    events: Iterable[Event], *, expected: str | None, judged_s: float, total_s: float
) -> Account:
    """
    Add up a whole recording.

    Looking back, each side's usual reach is known from all its repetitions; one that turns out to
    have gone less than its share of that isn't counted, though live it was.
    """
    told = list(events)
    reaches: dict[Side, list[float]] = {side: [] for side in SIDES}
    for event in told:
        if isinstance(event, RepCounted):
            reaches[event.side].append(event.reach)
    reps = {side: _enough(found) for side, found in reaches.items()}
    holds = tuple(Held(e.side, e.start_s, e.end_s) for e in told if isinstance(e, HoldEnded))
    faults = dict.fromkeys(e.fault for e in told if isinstance(e, CueGiven))
    named = [e.exercise for e in told if isinstance(e, Recognised)]
    return Account(
        exercise=expected or (named[-1] if named else None),
        reps=reps,
        holds=holds,
        faults=tuple(faults),
        judged_fraction=min(1.0, judged_s / total_s) if total_s > 0.0 else 0.0,
    )


def _enough(reaches: list[float]) -> int:
    if not reaches:
        return 0
    usual = sorted(reaches)[len(reaches) // 2]
    return sum(reach >= COUNTS * usual for reach in reaches)
