"""
A person's own paths: what the joints truly do in this recording while the body goes its way.

The figure's paths are right on the whole and wrong in detail: nobody has its build, its style or
quite its camera. Once it is known how far along the body was, every joint tells how it goes with
that, and how much it errs by itself. Both make the next look sharper. The file's paths stay where
a recording says little, so a short or trembling one changes little.
"""

from __future__ import annotations

import math
from operator import mul
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.excursions import SPREAD, smoothed
from unkink.core.coach.fitting import Row, product
from unkink.core.coach.paths import SPREADS, centred

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET_S: Final = 0.3
"""The way is smoothed this much first: its trembling is each joint's own, and would be learned."""
TOGETHER: Final = 4.0
"""A model's errors last for about so many moments, which tell no more than one. [D]"""
OTHERWISE: Final = 0.5
"""People's joints go otherwise than the figure's by about this share of its moves. [D]"""
FILE: Final = 0.3
"""The usual spreads count this much beside what a joint was seen to err. [D]"""
LEAST: Final = 0.004
"""No joint is read better than to this share of body height, however still it looks. [D]"""
ALIKE: Final = 0.5
"""Paths less like the file's than this are of another movement, and aren't taken. [D]"""


class Own(NamedTuple):
    """A person's own start, moves and weights."""

    start: Row
    moves: list[Row]
    weights: Row


def own_paths(
    times_s: Sequence[float],
    rows: Sequence[Row],
    moves: Sequence[Row],
    weights: Row,
    ways: Sequence[tuple[float, ...]],
) -> Own | None:
    """Learn them from how far along the body was; None when they aren't like the file's."""
    columns = [_centred(_smooth(times_s, column)) for column in zip(*ways, strict=True)]
    middles = [sum(column) / len(column) for column in zip(*ways, strict=True)]
    inner = [[sum(map(mul, a, b)) for b in columns] for a in columns]
    start: Row = []
    learned: list[Row] = [[] for _ in moves]
    errs: Row = []
    trust = [(OTHERWISE * _size(move)) ** 2 for move in moves]
    for k, column in enumerate(zip(*rows, strict=True)):
        middle = sum(column) / len(column)
        slopes, err = _slopes([value - middle for value in column], columns, inner)
        errs.append(err)
        for i, move in enumerate(moves):
            doubt = TOGETHER * err**2 / inner[i][i] if inner[i][i] > 0.0 else math.inf
            share = trust[i] / (trust[i] + doubt) if weights[k] > 0.0 else 0.0
            learned[i].append(move[k] + share * (slopes[i] - move[k]))
        start.append(middle - sum(each[k] * m for each, m in zip(learned, middles, strict=True)))
    for new, old in zip(learned, moves, strict=True):
        both = math.sqrt(product(new, new, weights) * product(old, old, weights))
        if both <= 0.0 or product(new, old, weights) < ALIKE * both:
            return None
    mine = _weights(weights, errs)
    return Own(start, [centred(move, mine) for move in learned], mine)


def _smooth(times_s: Sequence[float], column: Sequence[float]) -> list[float]:
    return smoothed(times_s, column, QUIET_S, range(len(column)))


def _centred(column: list[float]) -> list[float]:
    middle = sum(column) / len(column)
    return [value - middle for value in column]


def _size(move: Row) -> float:
    return math.sqrt(sum(value * value for value in move) / len(move))


def _slopes(
    column: list[float], ways: Sequence[list[float]], inner: Sequence[Sequence[float]]
) -> tuple[list[float], float]:
    """Say how a number goes with the ways, and by how much it errs from that."""
    along = [sum(map(mul, way, column)) for way in ways]
    if len(ways) == 1:
        slopes = [along[0] / inner[0][0] if inner[0][0] > 0.0 else 0.0]
    else:
        (a, b), (_, d) = inner
        det = a * d - b * b
        fair = det > 1e-9 * a * d
        slopes = (
            [(along[0] * d - along[1] * b) / det, (along[1] * a - along[0] * b) / det]
            if (fair)
            else [0.0, 0.0]
        )
    rest = column
    for slope, way in zip(slopes, ways, strict=True):
        rest = [value - slope * moved for value, moved in zip(rest, way, strict=True)]
    return slopes, SPREAD * median(map(abs, rest))


def _weights(weights: Row, errs: Row) -> Row:
    """Weigh by what was seen to err, beside what usually does."""
    known = [err / spread for err, spread, w in zip(errs, SPREADS, weights, strict=True) if w > 0.0]
    if not known:
        return weights
    usual = median(known)
    found: Row = []
    for weight, err, spread in zip(weights, errs, SPREADS, strict=True):
        seen = weight * spread**2
        off = (err**2 + FILE * (usual * spread) ** 2) / (1.0 + FILE) + LEAST**2
        found.append(seen / off)
    return found
