"""What is told of the direction test."""

from __future__ import annotations

from dataclasses import dataclass

from unkink.core.definition.precaution import Direction
from unkink.core.safety.direction import Then


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One direction to try, and with what."""

    direction: Direction
    exercise: str
    name: str
    movement: str
    one_side: bool
    """Whether it moves one side at a time: the repetitions count for each."""
    held_first: str
    """The movement that is held before it; empty: none."""
    held_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionTestNow:
    """Whether the direction test is offered, and what the last one found."""

    offered: bool
    why: str
    """Why it is, or is not."""
    ask_first: bool
    """Whether the safety questions come before it."""
    pain_first: bool
    """Whether today's pain is asked before it: nobody told it yet."""
    hold_s: float
    wait_s: float
    """For what moved further down to draw back."""
    rest_s: float
    """Between two ways."""
    repetitions: int
    ways: tuple[Way, ...]
    """Those to try, in order."""
    then_after: tuple[tuple[Then, ...], ...]
    """What follows where it is felt right after a way, by the place before and the place now."""
    then_later: tuple[tuple[Then, ...], ...]
    """The same, once it had its time to draw back."""
    found: tuple[str, ...]
    """What counts now of earlier tests, a line a direction."""
    worse: bool
    """Whether the test just kept found a direction worse."""
    clinician: str
    """Why a clinician should hear of it; empty: no need."""
