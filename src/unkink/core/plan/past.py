"""What a plan listens to: past sessions and what was said between them, in one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink.core.history.days import moment_of
from unkink.core.history.entries import Day, DirectionTest, Entry, Undone
from unkink.core.history.record import Farthest
from unkink.core.plan.session import Item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """What was done of one exercise in one session."""

    item: Item
    """As it was planned."""
    share: float
    """How much of it was done, 0..1."""
    held_s: float = 0.0
    """How long its muscles were at work on one side."""
    form: float | None = None
    """0..1; None: no camera saw it."""
    hurt: bool = False
    """Whether "that hurts" was said during it."""
    blamed: bool = False
    """Whether it was named afterwards as what made the pain worse."""

    @property
    def exercise(self) -> str:
        """Which one."""
        return self.item.exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One session that is over."""

    number: int
    """Counts up; of two the greater came later, whatever the clock did."""
    at: str
    """When it began, as ISO 8601 with its offset from UTC."""
    pain: int
    """Before, 0-10."""
    opened_by: int = 0
    """The number of the answers that opened it: those of greater ones came later."""
    worst: int | None = None
    """The worst during it; None: not told."""
    felt_before: Farthest | None = None
    felt_after: Farthest | None = None
    did: tuple[Did, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """The score of an instrument, once filled in: the greater, the worse."""

    at: str
    instrument: str
    score: float


Happening = Past | Entry | Scored
"""Anything a plan listens to."""


def in_order(
    sessions: Sequence[Past], entries: Sequence[Entry], scores: Sequence[Scored] = ()
) -> Iterator[Happening]:
    """
    Put all that happened in one row: each kind by its own number, the kinds by their times.

    A clock that jumped never turns two sessions, or two entries, round.
    """
    spoken = sorted(entries, key=lambda each: each.number)
    in_turn = sorted(sessions, key=lambda each: each.number)
    rows: list[list[Happening]] = [
        [*in_turn],
        [each for each in spoken if isinstance(each.said, Day | Undone | DirectionTest)],
        list(scores),
    ]
    while any(rows):
        first = min((row for row in rows if row), key=lambda row: moment_of(row[0].at))
        yield first.pop(0)
