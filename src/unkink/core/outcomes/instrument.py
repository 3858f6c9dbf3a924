"""What an instrument is: a questionnaire or a test, with its licence, and what its change means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ItemKind = Literal["rating", "tick", "yes_no", "choice", "amount", "own_activity"]
"""
`rating` is a whole number on a scale; `tick` is ticked or left; `amount` is a number with a unit;
`own_activity` is a rating of something the person names.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing an instrument asks or measures."""

    id: str
    text: str = ""
    """As the person reads it; empty where the wording has to be supplied."""
    kind: ItemKind = "rating"
    least: float = 0.0
    most: float = 10.0
    low: str = ""
    """What the least means."""
    high: str = ""
    choices: tuple[str, ...] = ()
    """Of a `choice`: what 1, 2, 3 and so on mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How much an instrument must change to mean something; None where nobody has shown it."""

    points: float | None = None
    """The smallest change that matters to people."""
    fraction: float | None = None
    """The same as a part of where they began."""
    beyond_chance: float | None = None
    """The smallest change that is more than repeating the measurement brings."""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A questionnaire or a test, as data."""

    id: str
    version: str
    """Of the wording and the scoring; an answer is scored by the version it was given to."""
    name: str
    about: str
    """What it tells, in a sentence."""
    how: str
    """What to do, as the person reads it."""
    items: tuple[Item, ...]
    unit: str
    """Of its score."""
    least: float
    most: float
    better: Literal["lower", "higher"]
    every_days: int
    """How often it is worth repeating; 0: whenever the person likes."""
    change: Change
    licence: str
    source: str
    supplied: bool = False
    """Whether its wording may be used, but must be supplied from its source."""
    room: tuple[float, float] | None = None
    """Whoever begins below the first has no room to get better, above the second to get worse."""
    like: str = ""
    """The exercise it is most like: whoever must not do the one must not do the other."""
    trend_only: bool = False
    """Whether it may only be compared with the same person's own earlier values."""


ALWAYS_THE_SAME: Final = "Best at the same hour each day."
