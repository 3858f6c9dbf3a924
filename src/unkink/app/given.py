"""What every use case works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from unkink.core.definition.exercise import Exercise
from unkink.core.definition.problems import Problem
from unkink.ports import Clock, Copies, Lot, NewId, OwnFiles, Store


@dataclass(frozen=True, kw_only=True)
class Given:
    """The catalogue, the record, the clock: put together once, in `bootstrap`."""

    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]
    """What is wrong with exercise files that were left out."""
    store: Store
    files: OwnFiles
    copies: Copies
    clock: Clock
    new_id: NewId
    lot: Lot
    folder: str
    """A fingerprint of the data folder."""

    def now_s(self) -> float:
        """Tell the time in seconds since 1970, UTC."""
        return self.clock().timestamp()


def local(at_s: float) -> datetime:
    """Tell a moment as the person's own clock showed it then, summer time or not."""
    return datetime.fromtimestamp(at_s).astimezone()
