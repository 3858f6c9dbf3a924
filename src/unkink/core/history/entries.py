"""
What a person says outside sessions, in the words the record is written in.

Entries are only ever added. Where one kind replaces what was said before (`Profile`, `Bounds`),
the latest counts, and the earlier ones stay: so every change can be taken back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from unkink.core.definition.exercise import LevelName, Position, Prop
from unkink.core.definition.precaution import Direction
from unkink.core.history.record import Farthest, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a plan must know of a person. Nothing known is not the same as nothing there."""

    conditions: tuple[str, ...] | None = None
    """Ids of conditions that need care; None: not asked yet."""
    cannot: tuple[Position, ...] = ()
    """Positions the person can't get into, or out of again."""
    has: tuple[Prop, ...] = ("mat", "chair", "wall", "cushion")
    """What is at hand."""
    avoids: tuple[str, ...] = ()
    """Exercises the person would rather not do."""
    prefers: tuple[str, ...] = ()
    """Exercises the person likes to do."""
    minutes: int = 15
    """How long a session may be."""
    days_a_week: int = 3
    """The person's own goal."""
    long_lasting: bool | None = None
    """Whether the pain has lasted more than three months; None: not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a clinician set for one exercise."""

    excluded: bool = False
    most_level: LevelName | None = None
    most_hold_s: float | None = None
    most_range: float | None = None
    """As `Item.range_fraction`, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a clinician set; it wins over every rule that would allow more."""

    by: str = ""
    """Who set it, in their own words; empty: nobody, all bounds are lifted."""
    until: str = ""
    """The last day it counts, as an ISO date; empty: until changed."""
    exercises: Mapping[str, Bound] = field(default_factory=dict)
    most_minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How it is today, apart from any session: once a day, best at the same hour."""

    pain: int
    """0-10, the average of the last 24 hours or now, always asked the same way."""
    stiffness: int | None = None
    farthest: Farthest | None = None
    besides: str = ""
    """What else changed: medicine, work, sleep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One filling-in of an instrument, as it was answered; scores are always computed from it."""

    instrument: str
    version: str
    answers: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The person took back a change a rule had made."""

    rule: str
    """Its id: R5."""
    exercise: str
    change: str
    """The id of the change, as the plan told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A person's own trial: whether exercises, or one of two, help them."""

    design: Literal["baseline_then_exercises", "on_off", "a_or_b"]
    begins: str
    """Its first day, an ISO date."""
    phases: tuple[tuple[str, int], ...]
    """Names of its phases and their days, in order."""
    candidates: tuple[int, ...] = ()
    """Days on which the exercises could have been drawn to begin, counted from the first."""
    compared: tuple[str, ...] = ()
    """Of `a_or_b` the two exercises."""
    ended: str = ""
    """The day it was given up, an ISO date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The official words of an instrument, as someone supplied them."""

    instrument: str
    sentences: tuple[str, ...]
    """One for each of its items, in their order."""
    source: str
    """Where they are from, in the words of whoever supplied them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionTried:
    """Where it was felt before and after one direction of the direction test."""

    before: Farthest
    after: Farthest | None = None
    """Right after; None: not told."""
    later: Farthest | None = None
    """A minute later; asked only where it had moved further down."""
    stopped: bool = False
    """Whether it was stopped because it moved further down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionTest:
    """One direction test: what was tried, and where it was felt."""

    tried: Mapping[Direction, DirectionTried]


Said = Profile | Bounds | Day | Measure | Undone | Trial | Wording | DirectionTest
"""One thing said outside a session."""

Kind = Literal[
    "profile", "bounds", "day", "measure", "undone", "trial", "wording", "direction_test"
]

KINDS: Final[Mapping[Kind, type[Said]]] = {
    "profile": Profile,
    "bounds": Bounds,
    "day": Day,
    "measure": Measure,
    "undone": Undone,
    "trial": Trial,
    "wording": Wording,
    "direction_test": DirectionTest,
}
"""What each kind of entry holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing said, with its number in the record and its time."""

    number: int
    """Counts up; of two the greater was said later, whatever the clock did."""
    at: str
    """When, as ISO 8601 with its offset from UTC: so its day is the person's own day."""
    said: Said
