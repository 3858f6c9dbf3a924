"""
Chance, as an input: whoever simulates hands in even numbers, and the core rolls no dice.

`random.Random(7).random` is one, so is NumPy's `default_rng(7).random`, and what Hypothesis draws.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Chance = Callable[[], float]
"""Gives an even number from 0 up to but not 1, another at each call."""
T = TypeVar("T")


def between(chance: Chance, low: float, high: float) -> float:
    """Give any number between two, all alike."""
    return low + (high - low) * chance()


def normal(chance: Chance, spread: float = 1.0) -> float:
    """Give a number about 0: the bell curve with this standard deviation."""
    far = math.sqrt(-2.0 * math.log(1.0 - chance()))
    return spread * far * math.cos(2.0 * math.pi * chance())


def about(chance: Chance, middle: float, spread: float) -> float:
    """Give a positive number about a middle one: as often so many times more as less."""
    return middle * math.exp(normal(chance, spread))


def happens(chance: Chance, share: float) -> bool:
    """Say yes in this share of all cases."""
    return chance() < share


def pick(chance: Chance, among: Sequence[T]) -> T:
    """Give one of several, all alike."""
    return among[int(chance() * len(among))]


def times(chance: Chance, *, a_minute: float, until_s: float) -> list[float]:
    """Give the moments of what happens so often a minute, at no moment rather than at another."""
    found: list[float] = []
    at_s = 0.0
    while a_minute > 0.0:
        at_s -= math.log(1.0 - chance()) * 60.0 / a_minute
        if at_s >= until_s:
            break
        found.append(at_s)
    return found


def white(chance: Chance, count: int) -> list[float]:
    """Give so many numbers of the standard bell curve, each by itself."""
    return [normal(chance) for _ in range(count)]


def wandering(chance: Chance, count: int, *, keeps: float) -> list[float]:
    """Give numbers of the same size, each of which keeps so much of the one before."""
    found: list[float] = []
    now, fresh = normal(chance), math.sqrt(1.0 - keeps * keeps)
    for _ in range(count):
        now = keeps * now + fresh * normal(chance)
        found.append(now)
    return found
