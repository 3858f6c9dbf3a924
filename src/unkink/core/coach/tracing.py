"""
A way looked back on: how far along its paths a body was, from all that was seen of it.

Live, a moment is judged by what came before. Here everything is known: where the camera stood,
which joints were seen well, how this person's build differs from the figure's, and which joint was
elsewhere for a moment.
"""

from __future__ import annotations

import math
from operator import mul
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.astray import on_the_paths
from unkink.core.coach.fitting import Fit, Row, minus, product, unexplained, usual_of
from unkink.core.coach.own_paths import own_paths
from unkink.core.coach.paths import JOINTS, OFF, SPREADS, centred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.watch import Watch

LOOKS: Final = 60
"""So many moments tell where the camera stands. [D]"""
BELOW, ABOVE = -0.35, 1.4
"""People start lower and go farther than a file says, by as much as looks do. [D]"""
KNOWN: Final = 0.5
"""A joint that is known for less than half of the time is left out. [D]"""
STRAY: Final = 6.0
"""A joint so many of its usual deviations from where the others put it is an error. [D]"""
STRAY_LEAST: Final = 0.02
"""And by no less than this share of body height: nobody's joints lie on a line. [D]"""
LEFT: Final = 0.4
"""With less than this share of what tells the way left, a moment tells nothing. [D]"""
TEACHES_S: Final = 0.1
"""What is closer together in time than this teaches nothing new of a person. [D]"""
FEWEST: Final = 5
"""Fewer moments than this teach nothing of a person. [D]"""


class Moment(NamedTuple):
    """What one moment showed: an outline in body heights, and how well each joint was seen."""

    t_s: float
    outline: list[float]
    seen: tuple[float, ...]


class Trace(NamedTuple):
    """The ways of a movement's sides over time, while the body was on its paths."""

    times_s: list[float]
    ways: list[list[float]]
    """One list for each side; for an axis both are the same number with the sign changed."""
    is_axis: bool
    ends: bool
    """Whether it goes on to the last moment of what was given."""
    plain: Plain


class Plain(NamedTuple):
    """What the file's own paths make of it: to tell whether they tell enough."""

    ways: list[tuple[float, ...]]
    rests: list[Row]
    moves: list[Row]
    weights: Row


def trace(watch: Watch, moments: Sequence[Moment]) -> list[Trace]:
    """Work out the ways of a stretch seen by one camera without a break."""
    weights = _weights(moments)
    times_s = [moment.t_s for moment in moments]
    rows = [centred(row, weights) for row in _filled(times_s, [m.outline for m in moments])]
    start, moves = _expected(watch, rows, weights)
    known = [minus(row, start) for row in rows]
    is_axis = watch.is_opposed
    if is_axis:
        moves = [[(a - b) / 2.0 for a, b in zip(*moves, strict=True)]]
    fit = Fit(moves, weights)
    ways = [fit.along(row) for row in known]
    rests = [unexplained(row, moves, way) for row, way in zip(known, ways, strict=True)]
    stretches = on_the_paths(times_s, rests, weights)
    plain = Plain(ways, rests, moves, weights)
    better = _better(times_s, known, plain, stretches)
    return [
        Trace(
            times_s[part],
            _columns(better[part], is_axis=is_axis),
            is_axis,
            part.stop == len(times_s),
            Plain(ways[part], rests[part], moves, weights),
        )
        for part in stretches
    ]


def _better(
    times_s: list[float], known: list[Row], plain: Plain, stretches: Sequence[slice]
) -> list[tuple[float, ...]]:
    """Fit again by the person's own paths, each moment without the joints that are elsewhere."""
    picked: list[int] = []
    for i in (i for part in stretches for i in range(part.start, part.stop)):
        if not picked or times_s[i] - times_s[picked[-1]] >= TEACHES_S:
            picked.append(i)
    if len(picked) < FEWEST:
        return plain.ways
    own = own_paths(
        [times_s[i] for i in picked],
        [known[i] for i in picked],
        plain.moves,
        plain.weights,
        [plain.ways[i] for i in picked],
    )
    if own is None:
        return _without_strays(known, plain.moves, plain.weights, plain.ways)
    # Its moves are centred, so the rows needn't be.
    mine = [minus(row, own.start) for row in known]
    fit = Fit(own.moves, own.weights)
    return _without_strays(mine, own.moves, own.weights, [fit.along(row) for row in mine])


def _columns(ways: list[tuple[float, ...]], *, is_axis: bool) -> list[list[float]]:
    columns = [list(column) for column in zip(*ways, strict=True)]
    return [columns[0], [-value for value in columns[0]]] if is_axis else columns


def _weights(moments: Sequence[Moment]) -> Row:
    """Weigh every number by how well it is read, and how well its joint was seen."""
    count = len(moments)
    weights: Row = []
    for k, spread in enumerate(SPREADS):
        here = [m.seen[k // 3] for m in moments if not math.isnan(m.outline[k])]
        share = sum(here) / count if len(here) >= KNOWN * count else 0.0
        weights.append(share / spread**2)
    return weights


def _filled(times_s: Sequence[float], shapes: list[list[float]]) -> list[Row]:
    """Fill what is unknown for a while from before and after."""
    rows = [list(row) for row in shapes]
    for k in range(len(SPREADS)):
        gaps = [i for i, row in enumerate(rows) if math.isnan(row[k])]
        if not gaps:
            continue
        known = [i for i, row in enumerate(rows) if not math.isnan(row[k])]
        after = 0
        for i in gaps:
            while after < len(known) and known[after] < i:
                after += 1
            rows[i][k] = _between(times_s, rows, k, i, known[after - 1 : after + 1])
            if after == 0:
                rows[i][k] = rows[known[0]][k] if known else 0.0
    return rows


def _between(
    times_s: Sequence[float], rows: list[Row], k: int, i: int, known: Sequence[int]
) -> float:
    if len(known) < 2:
        return rows[known[0]][k] if known else 0.0
    a, b = known
    share = (times_s[i] - times_s[a]) / (times_s[b] - times_s[a])
    return rows[a][k] + share * (rows[b][k] - rows[a][k])


def _expected(watch: Watch, rows: list[Row], weights: Row) -> tuple[Row, list[Row]]:
    """Find where the camera stands; give the start there, and how each side moves from it."""
    total = sum(weights) or 1.0
    every = rows[:: max(1, len(rows) // LOOKS)]
    offs: list[float] = []
    for view in range(len(watch.sides[0].paths)):
        least = [math.inf] * len(every)
        for side in watch.sides:
            start = centred(side.paths[view].start, weights)
            move = minus(centred(side.paths[view].end, weights), start)
            weighed = list(map(mul, weights, move))
            full = sum(map(mul, weighed, move)) or 1.0
            for i, row in enumerate(every):
                off = minus(row, start)
                both = sum(map(mul, weighed, off))
                along = min(max(both / full, BELOW), ABOVE)
                left = product(off, off, weights) - along * (2.0 * both - along * full)
                least[i] = min(least[i], left)
        offs.append(sum(least) / len(least) / total)
    best = min(offs)
    freedom = len(JOINTS)
    likely = [math.exp(-0.5 * freedom * 2.0 * (off - best) / OFF**2) for off in offs]
    return _mixed(watch, likely, weights)


def _mixed(watch: Watch, likely: list[float], weights: Row) -> tuple[Row, list[Row]]:
    total = sum(likely)
    shares = [(view, each / total) for view, each in enumerate(likely) if each > 0.01 * total]
    starts, moves = [], []
    for side in watch.sides:
        start, end = [0.0] * len(SPREADS), [0.0] * len(SPREADS)
        for view, share in shares:
            path = side.paths[view]
            start = [a + share * b for a, b in zip(start, path.start, strict=True)]
            end = [a + share * b for a, b in zip(end, path.end, strict=True)]
        start = centred(start, weights)
        starts.append(start)
        moves.append(minus(centred(end, weights), start))
    return starts[0], moves


def _without_strays(
    known: list[Row], moves: list[Row], weights: Row, ways: list[tuple[float, ...]]
) -> list[tuple[float, ...]]:
    """Leave out of a moment the joints that are not where all others put them."""
    rests = [unexplained(row, moves, way) for row, way in zip(known, ways, strict=True)]
    usual = usual_of(rests)
    offs = [
        [math.hypot(rest[k] - usual[k], rest[k + 1] - usual[k + 1]) for k in range(0, len(rest), 3)]
        for rest in rests
    ]
    limits = [max(STRAY * median(column), STRAY_LEAST) for column in zip(*offs, strict=True)]
    found: list[tuple[float, ...]] = []
    total = sum(weights)
    for row, off, way in zip(known, offs, ways, strict=True):
        stray = [k for k, each in enumerate(off) if each > limits[k] and weights[3 * k] > 0.0]
        if not stray:
            found.append(way)
            continue
        kept = list(weights)
        for k in stray:
            kept[3 * k : 3 * k + 3] = (0.0, 0.0, 0.0)
        if sum(kept) < LEFT * total:
            found.append(found[-1] if found else way)
            continue
        own = centred(minus(row, usual), kept)
        found.append(Fit([centred(move, kept) for move in moves], kept).along(own))
    return found
