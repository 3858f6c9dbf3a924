"""All that a plan must know of a person, today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unkink.core.history.days import day_of
from unkink.core.history.entries import Bound, Bounds, Profile
from unkink.core.plan.place import Standing
from unkink.core.plan.rules import before
from unkink.core.safety.precautions import Precaution

if TYPE_CHECKING:
    from unkink.core.plan.rules import RuleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants otherwise, today."""

    without: frozenset[str] = frozenset()
    """Exercises to leave out."""
    wanted: frozenset[str] = frozenset()
    """Exercises to have in it, if they may be."""
    steps: Mapping[str, int] = field(default_factory=dict)
    """By exercise, how many steps harder (above 0) or easier (below 0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who the plan is for, how they are, and what they want."""

    standing: Standing
    profile: Profile
    bounds: Bounds
    """Those that count today; an empty one bounds nothing."""
    precautions: Mapping[str, Precaution]
    """What the person's conditions mean, for every exercise."""
    pain: int | None = None
    """Now, 0-10; None: not told yet."""
    wishes: Wishes = field(default_factory=Wishes)

    @property
    def ahead(self) -> RuleId | None:
        """The rule that stands against an ordinary session, by the pain before it."""
        return None if self.pain is None else before(self.pain)

    @property
    def rests(self) -> bool:
        """Whether only walks are due (R11)."""
        return self.standing.day < self.standing.rest_until

    def bound(self, exercise: str) -> Bound:
        """Tell what a clinician set for an exercise."""
        return self.bounds.exercises.get(exercise, Bound())


def bounds_on(bounds: Bounds, today: str) -> Bounds:
    """Tell a clinician's bounds as they count on a day: after their last day they bound nothing."""
    ended = bounds.until and day_of(today) > day_of(bounds.until)
    return Bounds() if ended else bounds
