"""Least squares over outlines: how far along some moves an outline is, and what they leave."""

from __future__ import annotations

from operator import mul, sub
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH: Final = 200
Row = list[float]
"""An outline, or a difference of outlines: x, y and z of every joint of `paths.JOINTS`."""


class Fit:
    """How far along one or two moves an outline is, prepared once for many outlines."""

    def __init__(self, moves: Sequence[Row], weights: Row) -> None:
        self.weighed = [list(map(mul, weights, move)) for move in moves]
        self.full = [[sum(map(mul, weighed, move)) for move in moves] for weighed in self.weighed]

    def along(self, row: Row) -> tuple[float, ...]:
        """Fit both moves at once, so that the sway of one side isn't taken for the other's work."""
        along = [sum(map(mul, weighed, row)) for weighed in self.weighed]
        if len(along) == 1:
            return (along[0] / self.full[0][0] if self.full[0][0] > 0.0 else 0.0,)
        (a, b), (_, d) = self.full
        det = a * d - b * b
        if det <= 0.0:
            return (0.0, 0.0)
        return ((along[0] * d - along[1] * b) / det, (along[1] * a - along[0] * b) / det)


def unexplained(row: Row, moves: Sequence[Row], way: tuple[float, ...]) -> Row:
    """Give what is left of an outline once the moves are taken off."""
    rest = row
    for move, along in zip(moves, way, strict=True):
        rest = [a - along * b for a, b in zip(rest, move, strict=True)]
    return rest


def minus(a: Sequence[float], b: Sequence[float]) -> Row:
    """Subtract number by number."""
    return list(map(sub, a, b))


def product(a: Row, b: Row, weights: Row) -> float:
    """Multiply two outlines, weighed."""
    total: float = sum(map(mul, map(mul, weights, a), b))
    return total


def mean_of(rows: Sequence[Row]) -> Row:
    """Give the mean outline."""
    count = len(rows)
    return [sum(column) / count for column in zip(*rows, strict=True)]


def usual_of(rows: Sequence[Row]) -> Row:
    """Give the middle of every number; so many rows spread over all tell it well enough."""
    some = rows[:: max(1, len(rows) // ENOUGH)]
    return [median(column) for column in zip(*some, strict=True)]
