"""An item of a session, spelt out repetition by repetition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink.core.body import Side
from unkink.core.plan.session import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.definition.exercise import Exercise, Movement, Stage
    from unkink.core.plan.session import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """Once through a movement's cycle on one side."""

    part: Part
    side: Side
    set_number: int
    rep: int


def repetitions(item: Item, exercise: Exercise) -> tuple[Repetition, ...]:
    """Spell out what an item asks for, in order; none when its part of them is empty."""
    every = (
        repetition
        for part in item.parts
        for set_number in range(1, part.sets + 1)
        for repetition in _set(part, exercise, set_number)
    )
    return tuple(every)[item.first : item.last]


def _set(part: Part, exercise: Exercise, set_number: int) -> Iterator[Repetition]:
    movement = exercise.movements[part.movement]
    sides: tuple[Side, ...] = ("both",) if exercise.everyday else sides_of(movement)
    numbers = range(1, part.reps + 1)
    pairs = (
        [(side, rep) for rep in numbers for side in sides]
        if movement.sides == "alternating"
        else [(side, rep) for side in sides for rep in numbers]
    )
    for side, rep in pairs:
        yield Repetition(part=part, side=side, set_number=set_number, rep=rep)


def sides_of(movement: Movement) -> tuple[Side, ...]:
    """Tell the sides of a movement in the order they are done."""
    if movement.sides == "both":
        return ("both",)
    return ("left", "right") if movement.first_side == "left" else ("right", "left")


def repetition_ms(part: Part, exercise: Exercise) -> int:
    """Say how long one repetition takes: moves, holds and pauses, nothing in between."""
    if exercise.everyday:
        return ms(part.hold_s)
    return sum(
        move_ms(stage, part) + (ms(part.hold_s) if stage.holds else 0) + ms(stage.pause_s)
        for stage in exercise.movements[part.movement].cycle
    )


def move_ms(stage: Stage, part: Part) -> int:
    """Say how long the way to a stage's pose takes."""
    return ms(stage.move_s * part.slower)


def ms(seconds: float) -> int:
    """Whole milliseconds: sums of them are exact."""
    return round(seconds * 1000)


def whole_seconds(duration_ms: int) -> int:
    """Round a wait up to full seconds, in milliseconds: no one needs 11.82 seconds."""
    return -(-duration_ms // 1000) * 1000
