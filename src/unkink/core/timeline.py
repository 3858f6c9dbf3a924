"""A session as an exact plan of time: who does what at which second, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from unkink.core.exercise import Breath

SegmentKind = Literal[
    "change_position",
    "get_ready",
    "move",
    "hold",
    "pause",
    "warm_up",
    "walk",
    "switch_sides",
    "rest",
    "finish",
]
"""
`hold` is the dose's own time in the end pose, `pause` a short stillness between two moves.
`warm_up` and `walk` are spans: the movement goes round and round until the time is over.
"""

CueKind = Literal["breathe_in", "breathe_out", "count", "bell", "halfway", "three_two_one"]

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """
    A stretch of time in which one thing is done; each starts exactly where the one before ended.

    A player needs no rules: it shows the segment at its position, says `say` as the segment
    starts, and jumps to `back_s`, `skip_s` or `repeat_s` when asked.
    """

    kind: SegmentKind
    start_s: float
    end_s: float
    """Seconds from the start of the session, whole milliseconds."""
    item: int
    """Which item of the session, from 0; for `finish` the number of items."""
    exercise: str
    """Its id; empty for `finish`."""
    name: str
    """What the person calls it."""
    movement: str
    side: Side
    set_number: int
    sets: int
    rep: int
    reps: int
    """This set and repetition, from 1, of so many; 0 outside the repetitions."""
    breathe: Breath
    say: str
    """Spoken as the segment starts; empty for silence. It ends before the next words begin."""
    caption: str
    """What to do now, in a few words; never empty."""
    next_up: str
    """The name of what comes after this exercise; empty at the end."""
    film_from: float
    film_to: float
    """The figure goes evenly from one film position to the other, round and round in a span."""
    range_fraction: float
    """Which film: how far along the way to the end pose."""
    back_s: float
    skip_s: float
    repeat_s: float
    """Where "back", "skip" and "repeat" lead to from here."""
    lead_in_s: float
    """After a pause here, so long to get back into position before time runs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something to hear or see at one moment inside a segment."""

    kind: CueKind
    at_s: float
    words: str
    """Spoken; empty for a soft sound or a sign alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The whole session on one line of time."""

    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    """In order of time."""
    total_s: float
