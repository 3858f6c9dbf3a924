"""What the use cases tell of a plan: plain values, the same for the page and the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from unkink.core.history.entries import Bounds, Profile
from unkink.core.plan.planner import Kind
from unkink.core.plan.rules import RuleId
from unkink.core.plan.session import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """One exercise of a plan: what, how much, why."""

    exercise: str
    name: str
    movement: str
    """The first one of it: for a picture."""
    level: str
    """In a word: Start."""
    amounts: tuple[str, ...]
    """How much of each movement, as one would say it."""
    why: tuple[Reason, ...]
    walks: bool
    """Whether it is a walk."""
    can_be_harder: bool
    can_be_easier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OmittedItem:
    """One exercise that is not in a plan, and why."""

    exercise: str
    name: str
    why: tuple[Reason, ...]
    alternative: str
    """The name of another exercise to do instead; empty: none."""
    can_be_wanted: bool
    """Whether the person may have it in the plan all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange:
    """Something a rule changed, that may still matter."""

    id: str
    rule: RuleId
    words: str
    at: str
    can_be_undone: bool
    kept: str
    """Why it can't be; empty where it can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGoal:
    """How this week goes: days, never a streak."""

    goal: int
    done: int
    words: str
    next_days: tuple[str, ...]
    """Days that suit, as ISO dates: for the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNow:
    """What to do today, and why."""

    name: str
    """What the person calls it."""
    kind: Kind
    items: tuple[PlannedItem, ...]
    left_out: tuple[OmittedItem, ...]
    total_s: float
    length: str
    minutes: float
    why: tuple[Reason, ...]
    clinician: str
    walk: str
    changes: tuple[PlanChange, ...]
    """The latest first."""
    week: str
    """How the week goes, in one kind line."""
    asked: bool
    """Whether the person was asked about conditions; if not, the plan is for someone without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class You:
    """What a plan knows of the person."""

    profile: Profile
    conditions: tuple[str, ...]
    """Their names, as answered with the safety questions."""
    bounds: Bounds
    bounds_words: tuple[str, ...]
    """What a clinician set, printed back line by line; empty: nothing, or it has ended."""
    week: WeekGoal
