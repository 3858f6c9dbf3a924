"""An item of a session, spelt out repetition by repetition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink.core.pacing import is_span
from unkink.core.session import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.exercise import Exercise, Movement
    from unkink.core.session import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetition:
    """Once through a movement's cycle on one side."""

    movement: str
    side: Side
    set_number: int
    rep: int


def repetitions(item: Item, exercise: Exercise) -> tuple[Repetition, ...]:
    """Spell out what an item asks for, in order; none when its part of them is empty."""
    every = (
        repetition
        for key in item.movements
        for set_number in range(1, item.sets + 1)
        for repetition in _set(key, exercise.movements[key], set_number, item.reps)
    )
    return tuple(every)[item.first : item.last]


def _set(key: str, movement: Movement, set_number: int, reps: int) -> Iterator[Repetition]:
    sides = sides_of(movement)
    numbers = range(1, reps + 1)
    pairs = (
        [(side, rep) for rep in numbers for side in sides]
        if movement.sides == "alternating"
        else [(side, rep) for side in sides for rep in numbers]
    )
    for side, rep in pairs:
        yield Repetition(movement=key, side=side, set_number=set_number, rep=rep)


def sides_of(movement: Movement) -> tuple[Side, ...]:
    """Tell the sides of a movement in the order they are done."""
    if movement.sides == "both":
        return ("both",)
    return ("left", "right") if movement.first_side == "left" else ("right", "left")


def repetition_ms(item: Item, exercise: Exercise, movement: str) -> int:
    """Say how long one repetition takes: moves, holds and pauses, nothing in between."""
    if is_span(exercise):
        return ms(item.hold_s)
    return sum(
        ms(stage.move_s) + (ms(item.hold_s) if stage.holds else 0) + ms(stage.pause_s)
        for stage in exercise.movements[movement].cycle
    )


def work_ms(item: Item, exercise: Exercise) -> int:
    """Say how long the item's repetitions take in all, without getting ready, rests and changes."""
    return sum(repetition_ms(item, exercise, r.movement) for r in repetitions(item, exercise))


def ms(seconds: float) -> int:
    """Whole milliseconds: sums of them are exact."""
    return round(seconds * 1000)


def whole_seconds(duration_ms: int) -> int:
    """Round a wait up to full seconds, in milliseconds: no one needs 11.82 seconds."""
    return -(-duration_ms // 1000) * 1000
