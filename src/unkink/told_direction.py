"""What is told of the direction test."""

from __future__ import annotations

from dataclasses import dataclass

from unkink.core.definition.precaution import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One direction to try, and with what."""

    direction: Direction
    exercise: str
    name: str
    movement: str
    held_first: str
    """The movement that is held before it; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionTestNow:
    """Whether the direction test is offered, and what the last one found."""

    offered: bool
    why: str
    """Why it is, or is not."""
    ask_first: bool
    """Whether the safety questions come before it."""
    ways: tuple[Way, ...]
    """Those to try, in order."""
    found: tuple[str, ...]
    """What counts now of earlier tests, a line a direction."""
