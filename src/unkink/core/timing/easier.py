"""Making the rest of an exercise easier, from where the person is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from unkink.core.plan.amounts import rounded_down_s
from unkink.core.plan.doses import easier_level, item_at
from unkink.core.plan.session import Item, Part, Session
from unkink.core.timing.repetitions import ms, repetition_ms, repetitions
from unkink.core.timing.tape import segment_at
from unkink.core.timing.timeline import Schedule, schedule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.body import Side
    from unkink.core.definition.exercise import Exercise
    from unkink.core.timing.repetitions import Repetition
    from unkink.core.timing.timeline import Segment

LEAST_SPAN_S = 5
"""What is shorter than this is not worth getting ready for again."""

Change = Literal["level", "shorter", "ended", "nothing"]
WORDS: Mapping[Change, str] = {
    "level": "A little easier from here.",
    "shorter": "This is the gentlest way there is. We do half of what was left.",
    "ended": "That is enough of this one.",
    "nothing": "There is nothing left to make easier.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Eased:
    """A session made easier from one moment on."""

    session: Session
    schedule: Schedule
    position_s: float
    """Where to go on in the new schedule."""
    change: Change
    words: str
    """What was changed, as one would say it."""


def easier(
    session: Session, plan: Schedule, exercises: Mapping[str, Exercise], position_s: float
) -> Eased:
    """
    Go one level down for what is left of the exercise at *position_s*, from there on.

    What is left never becomes more work, on neither side. At the easiest level half of it is
    left; when that is nothing worth doing, the exercise ends here. What lies before stays.
    """
    here = plan.segments[segment_at(plan, position_s)]
    if here.item >= len(session.items):
        return Eased(
            session=session,
            schedule=plan,
            position_s=position_s,
            change="nothing",
            words=WORDS["nothing"],
        )
    old = session.items[here.item]
    left = _left(old, exercises[old.exercise], plan, here, position_s)
    change, kept = _gentler(old, exercises, left)
    done = old.first + _done(plan, here)
    before = (
        *session.items[: here.item],
        *((replace(old, last=done),) if done > old.first else ()),
    )
    after = session.items[here.item + 1 :]
    eased = Session(items=(*before, *((kept,) if kept else ()), *after))
    laid = schedule(eased, exercises)
    return Eased(
        session=eased,
        schedule=laid,
        position_s=next(s.start_s for s in laid.segments if s.item >= len(before)),
        change=change,
        words=WORDS[change],
    )


class _Work(NamedTuple):
    """Moves, holds and pauses, by side."""

    sides_ms: Mapping[Side, int]

    @property
    def total_ms(self) -> int:
        return sum(self.sides_ms.values())

    def within(self, other: _Work) -> bool:
        """Say whether this is no more than the other, on neither side if both know the sides."""
        comparable = set(self.sides_ms) <= set(other.sides_ms)
        each = all(n <= other.sides_ms[side] for side, n in self.sides_ms.items() if comparable)
        return each and self.total_ms <= other.total_ms

    def halved(self) -> _Work:
        return _Work({side: n // 2 for side, n in self.sides_ms.items()})


def _work(exercise: Exercise, reps: Sequence[Repetition]) -> _Work:
    sides: Counter[Side] = Counter()
    for repetition in reps:
        sides[repetition.side] += repetition_ms(repetition.part, exercise)
    return _Work(sides)


def _left(
    item: Item, exercise: Exercise, plan: Schedule, here: Segment, position_s: float
) -> _Work:
    """Tell what is left of the item from a position on, the repetition under way in part."""
    reps = repetitions(item, exercise)[_done(plan, here) :]
    sides = dict(_work(exercise, reps).sides_ms)
    if here.rep:
        sides[here.side] -= ms(position_s) - ms(here.repeat_s)
    return _Work(sides)


def _done(plan: Schedule, here: Segment) -> int:
    """Count the item's repetitions that were finished before this segment."""
    begun = sum(
        s.item == here.item and s.rep > 0 and s.start_s == s.repeat_s
        for s in plan.segments
        if s.start_s <= here.start_s
    )
    return begun - 1 if here.rep else begun


def _gentler(
    old: Item, exercises: Mapping[str, Exercise], left: _Work
) -> tuple[Change, Item | None]:
    """Choose what takes the place of the rest; `None` where the exercise had better end."""
    level = easier_level(exercises[old.exercise], old.level)
    if level is not None:
        new = item_at(exercises, old.exercise, level)
        kept = _fitted(new, exercises[new.exercise], left)
        return ("level", kept) if kept else ("ended", None)
    shorter = replace(old, parts=tuple(_half(part) for part in old.parts), first=0, last=None)
    kept = _fitted(shorter, exercises[old.exercise], left.halved())
    return ("shorter", kept) if kept else ("ended", None)


def _half(part: Part) -> Part:
    """Half the repetitions, or half of the one there is."""
    if part.reps > 1:
        return replace(part, reps=part.reps // 2)
    return replace(part, hold_s=rounded_down_s(part.hold_s / 2))


def _fitted(item: Item, exercise: Exercise, limit: _Work) -> Item | None:
    """Leave out as much from the front as makes the rest no more work than *limit*."""
    if exercise.everyday:
        part = item.parts[0]
        hold_s = rounded_down_s(min(part.hold_s, limit.total_ms / 1000))
        fitted = replace(item, parts=(replace(part, hold_s=hold_s),), eased=True)
        return fitted if hold_s >= LEAST_SPAN_S else None
    reps = repetitions(item, exercise)
    for first in range(len(reps)):
        if _work(exercise, reps[first:]).within(limit):
            return replace(item, first=first, eased=True)
    return None
