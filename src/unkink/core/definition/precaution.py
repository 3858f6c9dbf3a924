"""What an exercise is to someone with a condition: nothing, less, with care, or as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from unkink.core.definition.pose import CLOSED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unkink.core.definition.exercise import Level, LevelName

T = TypeVar("T", float, int, Literal["L0", "L1", "L2", "L3"])

Direction = Literal["forwards", "backwards", "turning", "neither"]
"""Where an exercise takes the lower back."""

Code = Literal["exclude", "after_test", "modify", "care", "ok"]
"""
`exclude`: never. `after_test`: only once the direction test showed that the trouble does not move
down the leg. `modify`: within limits. `care`: as it is, with a word. `ok`: as it is.
"""

CODES: Final[tuple[Code, ...]] = ("exclude", "after_test", "modify", "care", "ok")
"""From the most restrictive to the least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How an exercise is bounded; None and 1.0 bound nothing."""

    __pydantic_config__ = CLOSED

    most_range: float | None = None
    """How far along the way to the end pose at most, above 0 and below 1."""
    most_hold_s: float | None = None
    most_reps: int | None = None
    """In all sets together, on each side."""
    most_level: Literal["L0", "L1", "L2", "L3"] | None = None
    movements: frozenset[str] | None = None
    """The only movements allowed; None: all of them."""
    most_supine_s: float | None = None
    """The longest stretch of a session lying on the back; between two of them one turns or sits."""
    slower: float = 1.0
    """How many times as long each move takes, 1 or more."""

    @property
    def bound_nothing(self) -> bool:
        """Whether nothing is bounded at all."""
        return self == Limits()

    def tightened(self, other: Limits) -> Limits:
        """Return the limits that keep within both."""
        return Limits(
            most_range=_least(self.most_range, other.most_range),
            most_hold_s=_least(self.most_hold_s, other.most_hold_s),
            most_reps=_least(self.most_reps, other.most_reps),
            # Level names sort from the easiest up.
            most_level=_least(self.most_level, other.most_level),
            movements=_both(self.movements, other.movements),
            most_supine_s=_least(self.most_supine_s, other.most_supine_s),
            slower=max(self.slower, other.slower),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ForCondition:
    """What one condition means for one exercise."""

    __pydantic_config__ = CLOSED

    code: Code
    why: str = ""
    """The reason, or what to take care of, as the person reads it; empty only for `ok`."""
    limits: Limits = field(default_factory=Limits)
    alternative: str = ""
    """Another exercise that this condition allows; for `exclude` only. Empty: ask a clinician."""


def levels_within(
    levels: Mapping[LevelName, Level], limits: Limits
) -> Mapping[LevelName, tuple[str, ...]]:
    """
    Return the levels that limits leave, easiest first, each with the movements to be done.

    A level that says to do another exercise stays: that one has precautions of its own.
    """
    left: dict[LevelName, tuple[str, ...]] = {}
    for name in sorted(levels):
        level = levels[name]
        if limits.most_level is not None and name > limits.most_level:
            continue
        allowed = tuple(
            each
            for each in level.movements
            if level.instead or limits.movements is None or each in limits.movements
        )
        if allowed:
            left[name] = allowed[:1] if level.choose == "one" else allowed
    return left


def problems_in_precaution(
    given: ForCondition, movements: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield the key and the words of all that makes no sense in one entry."""
    if given.code != "ok" and not given.why.strip():
        yield "why", "must tell the reason, as the person will read it"
    if given.alternative and given.code != "exclude":
        yield "alternative", f"is for code = 'exclude', not for '{given.code}'"
    if given.code == "modify" and given.limits.bound_nothing:
        yield "limits", "must bound something: that is what 'modify' means"
    if given.code in ("ok", "exclude") and not given.limits.bound_nothing:
        yield "limits", f"has no meaning with code = '{given.code}'"
    yield from _in_limits(given.limits, movements)


def _in_limits(limits: Limits, movements: frozenset[str]) -> Iterator[tuple[str, str]]:
    if limits.most_range is not None and not 0 < limits.most_range < 1:
        yield "limits.most_range", "must be above 0 and below 1"
    if limits.most_reps is not None and limits.most_reps < 1:
        yield "limits.most_reps", "must be at least 1"
    for name in ("most_hold_s", "most_supine_s"):
        value = getattr(limits, name)
        if value is not None and value <= 0:
            yield f"limits.{name}", "must be above 0 seconds"
    if not 1 <= limits.slower <= 4:
        yield "limits.slower", "must be 1 to 4 times as slow"
    if limits.movements is not None:
        for name in sorted(limits.movements - movements):
            there = ", ".join(sorted(movements))
            yield "limits.movements", f"no movement '{name}'; there are: {there}"
        if not limits.movements:
            yield "limits.movements", "must allow one at least; else use code = 'exclude'"


def _least(one: T | None, other: T | None) -> T | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other
