"""The use cases in memory, with a clock of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from tests.catalogue import EXERCISES

from unkink.app import UseCases
from unkink.storage.memory import MemoryCopies, MemoryFiles, MemoryStore

if TYPE_CHECKING:
    from unkink.ports import Store


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    now: datetime = field(default=datetime(2026, 11, 23, 19, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def go_on(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


def cases_in_memory(clock: Clock, store: Store | None = None) -> UseCases:
    """Put the use cases together without a disk."""
    numbers = count(1)
    return UseCases(
        exercises=EXERCISES,
        problems=(),
        store=store or MemoryStore(),
        files=MemoryFiles(),
        copies=MemoryCopies(),
        clock=clock,
        new_id=lambda: f"session-{next(numbers)}",
        lot=lambda below: below - 1,
        folder="0123456789abcdef",
    )
