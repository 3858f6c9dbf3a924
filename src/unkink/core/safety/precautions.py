"""
What a person's conditions mean for each exercise: the most restrictive word wins.

Everything here fails closed: an exercise whose file says nothing of a condition is excluded for
whoever has it. Joining two words is associative, commutative and idempotent, and never loosens;
so the word for any set of conditions is that of its members joined in any order.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.definition.precaution import CODES, Code, Direction, Limits, levels_within
from unkink.core.safety.conditions import IDS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from unkink.core.definition.exercise import Exercise
    from unkink.core.definition.precaution import ForCondition

FEWEST: Final = 3
"""With fewer exercises left than this a plan offers walking and a clinician instead [D]."""

WALKING_AND_A_CLINICIAN: Final = (
    "With what you told us, too few exercises here are right for you. A physiotherapist or doctor "
    "can find those that are. Short, easy walks are a good thing meanwhile."
)
A_CLINICIAN: Final = (
    "With what you told us, please see a doctor before any exercise. Then come back and tell us."
)
UNSPOKEN: Final = "Its file doesn't say whether it is right with your condition."
WENT_DOWN: Final = "In the direction test it moved further down the leg and stayed there."
DID_NOT_GO_DOWN: Final = (
    "The direction test did not send it further down the leg. Stop if it does now."
)
NOTHING_LEFT: Final = "No way of doing it is left."

Found = Literal["no_worse", "worse"]
"""What the direction test found: the trouble moved down the leg, or it did not."""

AFTER_TEST: Final[Mapping[Found | None, Code]] = {
    None: "after_test",
    "no_worse": "care",
    "worse": "exclude",
}
"""What becomes of an exercise that waits for the direction test."""

UNTESTED: Final[Mapping[Direction, Found]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a condition counts here, as the person reads it."""

    condition: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Precaution:
    """What all of a person's conditions together mean for one exercise."""

    code: Code = "ok"
    reasons: tuple[Reason, ...] = ()
    """In the order of the conditions' table."""
    limits: Limits = field(default_factory=Limits)
    alternatives: frozenset[str] = frozenset()
    """What the files offer instead; each is allowed by the condition that excluded this one."""
    alternative: str = ""
    """The one of them that all conditions allow; empty: none, or nothing is excluded."""

    @property
    def allowed(self) -> bool:
        """Whether the exercise may be in a plan at all."""
        return self.code not in ("exclude", "after_test")

    def joined(self, other: Precaution) -> Precaution:
        """Return what is left when both count: the most restrictive word, the tightest limits."""
        both = {reason.condition: reason for reason in (*self.reasons, *other.reasons)}
        return Precaution(
            code=min(self.code, other.code, key=CODES.index),
            reasons=tuple(both[each] for each in _in_order(both)),
            limits=self.limits.tightened(other.limits),
            alternatives=self.alternatives | other.alternatives,
        )


def precaution(
    exercise: Exercise,
    conditions: Collection[str],
    *,
    tested: Mapping[Direction, Found] = UNTESTED,
    exercises: Mapping[str, Exercise] | None = None,
) -> Precaution:
    """
    Say what a person's conditions mean for an exercise, from what its file says of each.

    *tested* is what the direction test found, lately: a direction that sent it further down the leg
    is left out, whatever the conditions. An alternative is looked for in *exercises*.
    """
    every = reduce(
        Precaution.joined,
        (_of_one(exercise, condition, tested) for condition in conditions),
        _by_direction(exercise, tested),
    )
    if every.code != "exclude" and not levels_within(exercise.levels, every.limits):
        nothing = Reason(condition="", words=NOTHING_LEFT)
        every = replace(every, code="exclude", reasons=(*every.reasons, nothing))
    if every.code != "exclude" or exercises is None:
        return every
    return replace(every, alternative=_alternative(every, exercises, conditions, tested))


def precautions(
    exercises: Mapping[str, Exercise],
    conditions: Collection[str],
    *,
    tested: Mapping[Direction, Found] = UNTESTED,
) -> Mapping[str, Precaution]:
    """Say what a person's conditions mean for every exercise."""
    return {
        name: precaution(exercise, conditions, tested=tested, exercises=exercises)
        for name, exercise in exercises.items()
    }


def too_few(exercises: Mapping[str, Exercise], found: Mapping[str, Precaution]) -> str:
    """
    Say what to do when fewer than three exercises are left; empty when there are enough.

    Warm-ups and walks are not counted: they are no programme by themselves.
    """
    left = [name for name, each in found.items() if each.allowed and not exercises[name].everyday]
    if len(left) >= FEWEST:
        return ""
    walks = [found[name].allowed for name, each in exercises.items() if each.kind == "walk"]
    return WALKING_AND_A_CLINICIAN if any(walks) else A_CLINICIAN


def _of_one(exercise: Exercise, condition: str, tested: Mapping[Direction, Found]) -> Precaution:
    given = exercise.precautions.get(condition)
    if given is None:
        unspoken = (Reason(condition=condition, words=UNSPOKEN),)
        return Precaution(code="exclude", reasons=unspoken)
    found = tested.get(exercise.direction) if exercise.direction else None
    passed = given.code == "after_test" and found == "no_worse"
    words = DID_NOT_GO_DOWN if passed else given.why
    why = (Reason(condition=condition, words=words),) if words else ()
    return Precaution(
        code=AFTER_TEST[found] if given.code == "after_test" else given.code,
        reasons=why,
        limits=given.limits,
        alternatives=_alternatives(given),
    )


def _by_direction(exercise: Exercise, tested: Mapping[Direction, Found]) -> Precaution:
    worse = {way for way, found in tested.items() if found == "worse"}
    # An exercise that doesn't name its direction could take the back in any.
    if exercise.direction not in worse and not (worse and exercise.direction is None):
        return Precaution()
    return Precaution(code="exclude", reasons=(Reason(condition="", words=WENT_DOWN),))


def _alternatives(given: ForCondition) -> frozenset[str]:
    return frozenset({given.alternative} if given.alternative else ())


def _alternative(
    every: Precaution,
    exercises: Mapping[str, Exercise],
    conditions: Collection[str],
    tested: Mapping[Direction, Found],
) -> str:
    """Choose what all conditions allow: the files' own words first, in the catalogue's order."""
    allowed = (
        name
        for name in exercises
        if name in every.alternatives
        and precaution(exercises[name], conditions, tested=tested).allowed
    )
    return next(allowed, "")


def _in_order(conditions: Collection[str]) -> list[str]:
    known = {name: place for place, name in enumerate(IDS)}
    return sorted(conditions, key=lambda each: (known.get(each, len(known)), each))
