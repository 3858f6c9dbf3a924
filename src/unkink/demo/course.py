"""
How a made-up back gets on, day by day: better in the long run, with luck, a flare and a holiday.

None of its numbers is a promise or a finding: they only have to look like a person's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from unkink.core.history.record import Farthest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random


DAYS: Final = 365
WITHOUT: Final = 14
"""Days before the first session."""
FLARE: Final = range(158, 180)
"""From the day it flares up until it has gone."""
AWAY: Final = range(248, 266)
"""A holiday: nothing is done, and nothing told."""
REST: Final = 4
"""Days without a session after a flare began."""
FIRST_PAIN: Final = 5.8
LATER_PAIN: Final = 2.2
SLOWLY: Final = 70.0
"""Days in which two thirds of the way are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseDay:
    """One day of the made-up person."""

    number: int
    """Counted from 0."""
    pain: int
    stiffness: int
    farthest: Farthest
    tells: bool
    """Whether the person says how it is today."""
    besides: str
    exercises: bool
    flares_up: bool
    """Whether it begins today, in the middle of a session."""
    range_fraction: float
    """How far the person gets along the way to the end pose, 0..1."""


def course(chance: Random) -> Iterator[CourseDay]:
    """Live through a year."""
    luck, pain_before = 0.0, 5
    for number in range(DAYS):
        luck = 0.6 * luck + chance.gauss(0.0, 0.75)
        pain = _rating(_usual(number) + luck)
        away = number in AWAY
        resting = number in range(FLARE.start, FLARE.start + REST) and number != FLARE.start
        yield CourseDay(
            number=number,
            pain=pain,
            stiffness=_rating(pain + chance.gauss(0.6, 0.8)),
            farthest=_farthest(pain, number),
            tells=not away and chance.random() < 0.92,
            besides=_besides(chance, pain - pain_before),
            exercises=_exercises(number, chance) and not away and not resting,
            flares_up=number == FLARE.start,
            range_fraction=_range(number, chance),
        )
        pain_before = pain


def _usual(number: int) -> float:
    gone = max(number - WITHOUT, 0)
    usual = LATER_PAIN + (FIRST_PAIN - LATER_PAIN) * exp(-gone / SLOWLY)
    if number in FLARE and number > FLARE.start:
        usual += 4.2 * exp(-(number - FLARE.start) / 7.0)
    if number >= AWAY.stop:
        usual += 1.2 * exp(-(number - AWAY.stop) / 10.0)
    return usual


def _rating(value: float) -> int:
    return min(max(round(value), 0), 10)


def _farthest(pain: int, number: int) -> Farthest:
    if pain == 0:
        return 0
    if number in range(FLARE.start + 1, FLARE.start + 7):
        return 3
    return 2 if pain >= 6 else 1


def _besides(chance: Random, change: int) -> str:
    if change >= 2:
        return chance.choice(("Slept badly", "A long day at the desk", "Carried boxes", ""))
    return chance.choice(("", "", "", "", "", "", "", "Took a painkiller", "A walk in the sun"))


def _exercises(number: int, chance: Random) -> bool:
    if number < WITHOUT:
        return False
    a_week = 3 if number < 120 else 4
    return chance.random() < a_week / 7 * 0.95 or number == FLARE.start


def _range(number: int, chance: Random) -> float:
    grown = 0.9 - 0.38 * exp(-max(number - WITHOUT, 0) / 90.0)
    sore = 0.2 if number in FLARE else 0.0
    return min(max(grown - sore + chance.gauss(0.0, 0.03), 0.3), 1.0)
