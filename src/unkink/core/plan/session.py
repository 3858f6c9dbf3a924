"""What is done today: exercises in order, with the amounts chosen; and the words for its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.definition.exercise import LevelName

if TYPE_CHECKING:
    from collections.abc import Sequence

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

CueKind = Literal["breathe_in", "breathe_out", "count", "bell", "halfway", "three_two_one", "words"]

ItemLevel = LevelName | Literal["article"]
"""`article`: the article's own dose, which may be more than the hardest level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How much of one movement."""

    movement: str
    hold_s: float
    """Each hold; for a warm-up or a walk the whole span."""
    reps: int
    """In each set; on each side where there are two."""
    sets: int = 1
    slower: float = 1.0
    """How many times as long as its file says each move takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is planned as it is."""

    rule: str
    """Its id in `docs/rules.md`: R6, or P3."""
    words: str
    """As the person reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An exercise that is not in a session, and why."""

    exercise: str
    why: tuple[Reason, ...]
    alternative: str = ""
    """Another exercise to do instead; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise of a session, with the amounts chosen for this person today."""

    exercise: str
    level: ItemLevel
    parts: tuple[Part, ...]
    """Done in this order."""
    range_fraction: float = 1.0
    """How far along the way to the end pose, 0..1."""
    first: int = 0
    last: int | None = None
    """Which of its repetitions, counted from 0 through all sets and sides: first to before last."""
    eased: bool = False
    """Whether it goes on with the item before it, more gently."""
    why: tuple[Reason, ...] = ()
    """Why it is there, and in this amount; empty where the person chose it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is done today, in order. The same session always makes the same schedule."""

    items: tuple[Item, ...]
    left_out: tuple[LeftOut, ...] = ()
    """What a plan left out, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What a session does otherwise than was asked, and why."""

    exercise: str
    what: Literal["left_out", "shortened", "added", "changed"]
    why: str
    """As the person reads it, with the exercise's name."""
    rule: str = ""
    """The rule behind it, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A session ready to start, with everything that is otherwise than was asked."""

    session: Session
    adjustments: tuple[Adjustment, ...]


FEW_NAMES: Final = 3
"""More names in a row than this are counted, not read out."""


def in_short(adjustments: Sequence[Adjustment]) -> tuple[str, ...]:
    """Tell adjustments as a person reads them, those with the same reason together."""
    alike: dict[str, list[str]] = {}
    for each in adjustments:
        name, colon, reason = each.why.partition(": ")
        alike.setdefault(reason if colon else each.why, []).extend([name] if colon else [])
    return tuple(
        f"{_names(names)}: {reason}" if names else reason for reason, names in alike.items()
    )


def _names(names: Sequence[str]) -> str:
    if len(names) <= FEW_NAMES + 1:
        return ", ".join(names)
    return f"{', '.join(names[:FEW_NAMES])} and {len(names) - FEW_NAMES} more"
