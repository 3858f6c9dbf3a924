"""What the coach says happened, in the past tense. Times are the frames' own seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unkink.core.body import Side

Reason = Literal[
    "nobody",
    "out_of_picture",
    "too_small",
    "joints_hidden",
    "impossible_body",
    "frozen",
    "gap",
    "other_position",
    "view",
]
"""
Why the coach can't judge: nobody is there; the body is cut by the picture's edge; too small; joints
it needs are hidden; the model's body can't be one; the same landmarks again and again; frames
missing; the body is not in this exercise's position; this can't be told by one camera at all.
"""


@dataclass(frozen=True, slots=True)
class RepCounted:
    """A repetition went far enough and came back, or was still held as the recording ended."""

    at_s: float
    side: Side
    number: int
    """Counted for each side on its own, from 1."""
    reach: float
    """How far it went: 1 is the end pose of the exercise's file."""
    still_held: bool = False


@dataclass(frozen=True, slots=True)
class HoldStarted:
    """The position near this repetition's peak is held; a later start replaces an earlier one."""

    at_s: float
    side: Side
    start_s: float


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """The position was held from start to end."""

    at_s: float
    side: Side
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class CueGiven:
    """A form fault lasted long enough to be worth a word."""

    at_s: float
    side: Side
    fault: str
    say: str


@dataclass(frozen=True, slots=True)
class SightLost:
    """From here on nothing is judged; what is not seen is never a failure."""

    at_s: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class SightRegained:
    """From here on the coach judges again."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Recognised:
    """What is being done: an exercise of the catalogue, or None for none of ours."""

    at_s: float
    exercise: str | None


Event = RepCounted | HoldStarted | HoldEnded | CueGiven | SightLost | SightRegained | Recognised
