"""
An exercise's levels as a ladder of small rungs: one thing grows from each to the next.

The hold first, then the times, then how far, then the level, by rule R12. Where two levels are
different movements nothing lies between them, so the next one begins with as few times as keep the
growth small, and grows from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.definition.exercise import Exercise, LevelName
from unkink.core.plan.amounts import round_times_s
from unkink.core.plan.doses import LEVELS, item_at
from unkink.core.plan.rules import RULES
from unkink.core.plan.session import Item
from unkink.core.timing.repetitions import repetition_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.plan.session import Part

GROWTH: Final = RULES["R12"].at["growth"]
RANGE_STEP: Final = 0.05

Thing = Literal["start", "hold", "times", "range", "level"]
"""What is more on a rung than on the one below it."""


@dataclass(frozen=True, slots=True)
class Rung:
    """How much of an exercise: one place on its ladder."""

    level: LevelName
    item: Item
    thing: Thing
    whole: bool = False
    """Whether it is the dose of its level as the file has it."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """All the rungs of one exercise, from the easiest up."""

    rungs: tuple[Rung, ...]

    def start_of(self, level: LevelName) -> int:
        """Find the lowest rung of a level, or of the nearest easier one, or else the lowest."""
        here = [n for n, rung in enumerate(self.rungs) if rung.level <= level]
        if not here:
            return 0
        name = self.rungs[here[-1]].level
        return next(n for n, rung in enumerate(self.rungs) if rung.level == name)

    def top_of(self, level: LevelName) -> int:
        """Find the rung with a level's own dose, or that of the nearest easier one; else -1."""
        return max(
            (n for n, rung in enumerate(self.rungs) if rung.whole and rung.level <= level),
            default=-1,
        )


def volume_ms(item: Item, exercise: Exercise) -> int:
    """Say how much work an item is: the time of all its repetitions on one side."""
    return sum(part.sets * part.reps * repetition_ms(part, exercise) for part in item.parts)


def held_s(item: Item, exercise: Exercise) -> float:
    """
    Say how long an item keeps its muscles at work on one side: what the caps count.

    The time held; of a movement without a hold all of it. A warm-up or a walk counts nothing.
    """
    if exercise.everyday:
        return 0.0
    return sum(part.sets * part.reps * _once_s(part, exercise) for part in item.parts)


def _once_s(part: Part, exercise: Exercise) -> float:
    holds = any(stage.holds for stage in exercise.movements[part.movement].cycle)
    return part.hold_s if holds and part.hold_s else repetition_ms(part, exercise) / 1000


@dataclass(frozen=True, slots=True)
class Known:
    """The exercises there are, each with its ladder."""

    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]


def known(exercises: Mapping[str, Exercise]) -> Known:
    """Build the ladder of every exercise."""
    return Known(exercises, {name: ladder(name, exercises) for name in exercises})


def ladder(name: str, exercises: Mapping[str, Exercise]) -> Ladder:
    """Build the ladder of one exercise; a level that is another exercise has no rung."""
    exercise = exercises[name]
    rungs: list[Rung] = []
    for level in LEVELS:
        if level not in exercise.levels or exercise.levels[level].instead:
            continue
        whole = item_at(exercises, name, level)
        if not rungs:
            rungs.append(Rung(level, whole, "start", whole=True))
            continue
        if _same(rungs[-1].item, whole):
            continue
        rungs += _climb(rungs[-1].item, Rung(level, whole, "level", whole=True), exercise)
    return Ladder(tuple(rungs))


def _climb(below: Item, goal: Rung, exercise: Exercise) -> Iterator[Rung]:
    """Tell the rungs from the one below up to the dose of a level as its file has it."""
    whole, level = goal.item, goal.level
    now = below
    if not _comparable(below, whole, exercise):
        now = _most_of(whole, most_ms=_most_ms(below, exercise), exercise=exercise)
        if now == whole:
            yield goal
            return
        yield Rung(level, now, "level")
    else:
        level = next(n for n in reversed(LEVELS) if n < level and n in exercise.levels)
    while not _same(now, whole) and (step := _step(now, whole, exercise)):
        thing, now = step
        if _same(now, whole):
            yield replace(goal, thing=thing)
            return
        yield Rung(level, replace(now, level=level), thing)
    if volume_ms(whole, exercise) <= _most_ms(now, exercise):
        yield goal


def _comparable(one: Item, other: Item, exercise: Exercise) -> bool:
    """Say whether small steps lead from one to the other: the same movement, and a load at all."""
    same = [part.movement for part in one.parts] == [part.movement for part in other.parts]
    return same and len(one.parts) == 1 and exercise.kind != "roll"


def _same(one: Item, other: Item) -> bool:
    return one.parts == other.parts and one.range_fraction == other.range_fraction


def _most_ms(item: Item, exercise: Exercise) -> float:
    # Rolling loads nothing, and each of its movements is another muscle's.
    growth = float("inf") if exercise.kind == "roll" else 1 + GROWTH
    return volume_ms(item, exercise) * growth


def _most_of(whole: Item, *, most_ms: float, exercise: Exercise) -> Item:
    """Shorten a dose of one movement to the most that is no more than so much work."""
    if len(whole.parts) > 1 or volume_ms(whole, exercise) <= most_ms:
        return whole
    (part,) = whole.parts
    shorter = (
        replace(whole, parts=(replace(part, sets=1, reps=reps, hold_s=hold_s),))
        for reps in range(1, part.reps + 1)
        for hold_s in _holds_down(part)
    )
    fitting = [item for item in shorter if volume_ms(item, exercise) <= most_ms]
    return max(fitting, key=lambda item: volume_ms(item, exercise), default=whole)


def _holds_down(part: Part) -> Iterator[float]:
    """Tell a hold and shorter round ones, to no less than half of it."""
    yield part.hold_s
    shorter = round_times_s(0, part.hold_s)
    yield from (each for each in reversed(shorter) if part.hold_s / 2 <= each < part.hold_s)


def _step(now: Item, whole: Item, exercise: Exercise) -> tuple[Thing, Item] | None:
    """Find the next thing to grow towards a dose, and by how much."""
    most_ms = _most_ms(now, exercise)
    ways: tuple[tuple[Thing, Iterator[Item]], ...] = (
        ("hold", _longer(now, whole)),
        ("times", _more_often(now, whole, most_ms, exercise)),
        ("range", _further(now, whole)),
    )
    for thing, items in ways:
        fitting = [item for item in items if volume_ms(item, exercise) <= most_ms]
        if fitting:
            return thing, fitting[-1]
    return None


def _longer(now: Item, whole: Item) -> Iterator[Item]:
    part, goal = now.parts[0], whole.parts[0]
    for hold_s in (*round_times_s(part.hold_s, goal.hold_s), goal.hold_s):
        if hold_s > part.hold_s:
            yield replace(now, parts=(replace(part, hold_s=hold_s),))


def _more_often(now: Item, whole: Item, most_ms: float, exercise: Exercise) -> Iterator[Item]:
    """Tell more and more times; where once more is too much, with a hold so much shorter."""
    part, goal = now.parts[0], whole.parts[0]
    done = part.sets * part.reps
    counts = {
        sets * reps: (sets, reps)
        for sets in range(goal.sets, 0, -1)
        for reps in range(1, goal.reps + 1)
        if done < sets * reps <= goal.sets * goal.reps
    }
    for number, times in enumerate(sorted(counts)):
        sets, reps = counts[times]
        more = replace(part, sets=sets, reps=reps)
        # Only the first step may cost some of the hold: that is regained before the next one.
        for hold_s in _holds_down(part) if number == 0 else (part.hold_s,):
            item = replace(now, parts=(replace(more, hold_s=hold_s),))
            if volume_ms(item, exercise) <= most_ms:
                yield item
                break


def _further(now: Item, whole: Item) -> Iterator[Item]:
    most = now.range_fraction * (1 + GROWTH)
    steps = (round(n * RANGE_STEP, 2) for n in range(1, round(1 / RANGE_STEP) + 1))
    yield from (
        replace(now, range_fraction=each)
        for each in steps
        if now.range_fraction < each <= min(most, whole.range_fraction)
    )
