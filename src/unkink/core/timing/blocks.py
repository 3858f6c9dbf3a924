"""A session in blocks, one for each movement to get ready for, and what blocks are made of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from unkink.core.definition.exercise import Breath, Exercise
from unkink.core.plan.session import Item, Part, SegmentKind
from unkink.core.timing import lines
from unkink.core.timing.lines import Line
from unkink.core.timing.repetitions import Repetition, repetitions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Movement
    from unkink.core.plan.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One movement of one item: what is got ready for once."""

    item_number: int
    item: Item
    exercise: Exercise
    part: Part
    repetitions: tuple[Repetition, ...]

    @property
    def movement(self) -> Movement:
        """What is done."""
        return self.exercise.movements[self.part.movement]

    @property
    def name(self) -> str:
        """What the person calls it."""
        return lines.title(self.exercise, self.part.movement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing done for a time."""

    kind: SegmentKind
    duration_ms: int
    caption: str
    say: str = ""
    repetition: Repetition
    """The one that is done, or about to be."""
    in_repetition: bool = False
    begins: bool = False
    """Whether a repetition begins here."""
    breathe: Breath = "easy"
    film_from: float = 0.0
    film_to: float = 0.0
    lead_in_ms: int = 0
    cues: tuple[Line, ...] = ()


BELL = Line(at_ms=0, kind="bell")


def blocks(session: Session, exercises: Mapping[str, Exercise]) -> tuple[Block, ...]:
    """Cut a session into its blocks; an item with nothing left to do has none."""
    return tuple(
        Block(
            item_number=number,
            item=item,
            exercise=exercises[item.exercise],
            part=part,
            repetitions=tuple(group),
        )
        for number, item in enumerate(session.items)
        for part, group in groupby(
            repetitions(item, exercises[item.exercise]), key=lambda r: r.part
        )
    )
