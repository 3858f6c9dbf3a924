"""Where a person stands with each exercise, and every change that led there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from unkink.core.definition.precaution import Direction
from unkink.core.plan.rules import RULES, RuleId

if TYPE_CHECKING:
    from unkink.core.plan.ladder import Ladder

NEVER = -1_000_000
"""A day before all others."""

What = Literal["more", "less", "back", "left_out", "rest", "told"]
"""What a change does: `told` changes nothing but must be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a person stands with one exercise."""

    rung: int
    """On the exercise's ladder."""
    green: int = 0
    """Sessions in a row that were green, well taken, and done in full."""
    green_since: int | None = None
    """The day from which all of them were green; None: the latest was not."""
    ambers: int = 0
    """Sessions in a row that were amber."""
    eased: bool = False
    """Less far and shorter next time (R6)."""
    skips: int = 0
    """Sessions it is still left out of."""
    out_until: int = NEVER
    """Left out before this day."""
    out_by: RuleId = "R2"
    """The rule that leaves it out until then."""
    grown_on: int = NEVER
    """The day it last advanced."""
    done_on: int = NEVER
    well: bool = False
    """Whether it was green when it was last done: tolerated."""
    too_much: tuple[int, ...] = ()
    """The days on which the next day was far worse (R11)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a rule changed, with its reason."""

    id: str
    """Stable: the rule, what it is about, and the number of the session or entry behind it."""
    rule: RuleId
    what: What
    exercise: str
    """Empty: all of them."""
    at: str
    words: str
    """As the person reads it."""
    before: Mapping[str, Place] = field(default_factory=dict)
    after: Mapping[str, Place] = field(default_factory=dict)
    """The places it moved, by exercise."""
    clinician: bool = False
    """Whether a clinician should hear of it."""
    undone: bool = False
    kept: str = ""
    """Why the person can't take it back; empty: they can."""

    @property
    def can_be_undone(self) -> bool:
        """Whether the person may take it back."""
        return not (self.undone or self.kept or self.what == "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What is still to be learnt about one of the latest sessions."""

    number: int
    day: int
    pain: int
    exercises: tuple[str, ...]
    """All that were done."""
    blamed: tuple[str, ...]
    """Those that count if it turns out to have been too much."""
    candidates: tuple[str, ...]
    """Those that count as one green session more if it was well taken."""
    told: Literal["", "R9", "R10", "R11"] = ""
    """What the next day said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a person stands, after all that happened until a day."""

    day: int = 0
    """Days that went by since the first thing that happened; a clock set back adds none."""
    places: Mapping[str, Place]
    changes: tuple[Change, ...] = ()
    """All there ever were, oldest first."""
    rest_until: int = NEVER
    """Only walks before this day (R11)."""
    lighter: int = 0
    """Sessions still to come with less of everything (R10)."""
    frozen: bool = False
    """Nothing advances (R14)."""
    ask_all_after: int = 0
    """All safety questions are due when last answered with this number, or before."""
    ask_all_since_s: float | None = None
    """The same for what no session brought: by the moment, in seconds since 1970, UTC."""
    avoided: Mapping[Direction, int] = field(default_factory=dict)
    """By direction the day until which it rests (R2)."""
    preferred: frozenset[Direction] = frozenset()
    """Directions after which it drew back (R8)."""
    green_since: int | None = None
    """The day from which all sessions were green."""
    sessions: int = 0
    first_day: int = 0
    """The day of the first session."""
    last_day: int = NEVER
    """The day of the latest session."""
    last_s: float = 0.0
    """The moment of it."""
    grown: bool = False
    """Whether anything advanced since the latest session."""
    missed: int = 0
    """How many days of the present break have been answered for (R13)."""
    lasts: tuple[Last, ...] = ()
    spreads: int = 0
    """How often it went further down the leg (R2)."""
    ratings: Mapping[int, int] = field(default_factory=dict)
    """Pain by day, apart from sessions."""
    scores: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By instrument the first score and the latest."""
    held: tuple[tuple[int, str, float], ...] = ()
    """By day and exercise, how long its muscles were at work; of the last week."""

    @property
    def clinician(self) -> tuple[Change, ...]:
        """What a clinician should hear of, the newest first."""
        return tuple(each for each in reversed(self.changes) if each.clinician)

    @property
    def green_days(self) -> int:
        """How many days all sessions have been green, from the first such to the latest."""
        return 0 if self.green_since is None else self.last_day - self.green_since

    def change(self, change_id: str) -> Change | None:
        """Find a change by its id."""
        return next((each for each in self.changes if each.id == change_id), None)


def a_level_down(rung: int, ladder: Ladder) -> int:
    """Tell the start of the next easier level; at the easiest, its start; -1 without rungs."""
    if not ladder.rungs:
        return -1
    easier = [n for n in range(rung) if ladder.rungs[n].level < ladder.rungs[rung].level]
    return ladder.start_of(ladder.rungs[easier[-1]].level) if easier else 0


def undo_refused(rule: RuleId) -> str:
    """Tell why a rule's changes stay; empty: the person may take them back."""
    return RULES[rule].undo
