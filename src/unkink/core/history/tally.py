"""What was done in a session, counted from its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unkink.core.body import Side
from unkink.core.history.sightings import Seen, seen
from unkink.core.timing.timeline import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unkink.core.history.record import Event, Plan, Value
    from unkink.core.history.sightings import Sighting

WORK: Final = frozenset({"move", "hold", "pause", "warm_up", "walk"})
"""The parts of a schedule in which an exercise is done, not prepared or rested from."""

COUNTING: Final = 1
"""Raised with every change to how things are counted: counts that were kept are then made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDone:
    """What was done of one exercise."""

    exercise: str
    name: str
    reps_done: int
    reps_planned: int
    """Both sides counted; a plan made easier counts as it ended."""
    held_s: float
    """Time in holds, by the clock."""
    done_s: float
    """Time in the exercise itself, without getting ready and resting."""
    seen: Seen | None
    """What the camera truly saw of it; None where no camera watched."""
    held_by_side_s: Mapping[Side, float] = field(default_factory=dict)
    """`held_s`, side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was done in one session."""

    planned_s: float
    done_s: float
    """Time in all the parts that were gone through to their end."""
    exercises: tuple[ExerciseDone, ...]
    made_easier: int
    hurt: int


@dataclass(frozen=True, slots=True)
class _Done:
    """A segment gone through to its end, in one of the plans."""

    plan: int
    index: int
    segment: Segment


def tally(
    plans: Sequence[Plan], events: Sequence[Event], sightings: Sequence[Sighting] = ()
) -> Tally:
    """Count what was done; only what was gone through to its end counts."""
    done = tuple(_gone_through(plans, events))
    last = plans[-1].schedule
    ends = {(n, i) for n, plan in enumerate(plans) for i in _ends(plan.schedule.segments)}
    worked = [*(each.segment for each in done), *last.segments]
    names = {each.exercise: each.name for each in worked if each.kind in WORK}
    done_s = {exercise: _total_s(d.segment for d in _of(exercise, done)) for exercise in names}
    camera = seen(sightings, done_s=done_s)
    return Tally(
        planned_s=last.total_s,
        done_s=_total_s(each.segment for each in done),
        exercises=tuple(
            ExerciseDone(
                exercise=exercise,
                name=name,
                reps_done=len({(d.plan, d.index) for d in _of(exercise, done)} & ends),
                reps_planned=sum(
                    last.segments[i].exercise == exercise for i in _ends(last.segments)
                ),
                held_s=_total_s(d.segment for d in _of(exercise, done) if d.segment.kind == "hold"),
                done_s=done_s[exercise],
                seen=camera.get(exercise),
                held_by_side_s=_held_by_side_s(_of(exercise, done)),
            )
            for exercise, name in names.items()
        ),
        made_easier=sum(event.kind == "made_easier" for event in events),
        hurt=sum(event.kind == "hurt" for event in events),
    )


def _gone_through(plans: Sequence[Plan], events: Sequence[Event]) -> Iterator[_Done]:
    for event in events:
        if event.kind != "segment_done":
            continue
        number = max(sum(plan.from_seq < event.seq for plan in plans) - 1, 0)
        segments = plans[number].schedule.segments
        index = _index(event.data.get("segment"))
        if index is not None and index < len(segments):
            yield _Done(number, index, segments[index])


def _index(value: Value) -> int | None:
    # A page may send 3.0 for 3, and anything at all for what it does not know.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value >= 0 and value == int(value) else None


def _ends(segments: Sequence[Segment]) -> set[int]:
    """Give the last segment of every repetition: with it the repetition is done."""
    last = {
        (each.item, each.movement, each.side, each.set_number, each.rep): index
        for index, each in enumerate(segments)
        if each.rep > 0 and each.kind in WORK
    }
    return set(last.values())


def _of(exercise: str, done: Sequence[_Done]) -> list[_Done]:
    return [d for d in done if d.segment.exercise == exercise and d.segment.kind in WORK]


def _held_by_side_s(done: Sequence[_Done]) -> dict[Side, float]:
    held = [each.segment for each in done if each.segment.kind == "hold"]
    sides = dict.fromkeys(each.side for each in held)
    return {side: _total_s(each for each in held if each.side == side) for side in sides}


def _total_s(segments: Iterable[Segment]) -> float:
    return round(sum(each.end_s - each.start_s for each in segments), 3)
