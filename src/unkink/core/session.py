"""What is done today: exercises in order, with the amounts chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unkink.core.exercise import LevelName


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise of a session, with the amounts chosen for this person today."""

    exercise: str
    level: LevelName | Literal["article"]
    movements: tuple[str, ...]
    """Done in this order."""
    hold_s: float
    """Each hold; for a warm-up or a walk the whole span."""
    reps: int
    """In each set; on each side where there are two."""
    sets: int
    range_fraction: float = 1.0
    """How far along the way to the end pose, 0..1."""
    first: int = 0
    last: int | None = None
    """Which of its repetitions, counted from 0 through all sets and sides: first to before last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is done today, in order. The same session always makes the same schedule."""

    items: tuple[Item, ...]
