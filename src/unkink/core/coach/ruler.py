"""
A ruler: reads off one moment how far along its way a body is, by the paths of all its joints.

Where the camera stands and how well each joint is seen change seldom. As long as they don't, the
weighed least squares of all joints at once are one sum of products, worked out before. What is
missing for a moment is left out of that moment.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter, mul, sub
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.paths import JOINTS, SPREADS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unkink.core.body import Point
    from unkink.core.coach.measures import Sight
    from unkink.core.coach.viewing import Viewing
    from unkink.core.coach.watch import Watch

ENOUGH: Final = 0.5
"""At least half of what tells the way must be seen, or the way is not judged. [D]"""
HARDLY: Final = 0.25
"""A joint seen less than this on the mean tells nothing. [D]"""
LEAP: Final = 0.1
"""A joint that by itself would take the body this far along its way at once has leapt. [D]"""
LEAP_S: Final = 0.6
"""What leapt and stays there for longer is believed: it was no slip. [D]"""
COUNT: Final = len(JOINTS)
TRUST: Final = tuple(1.0 / spread**2 for axis in range(3) for spread in SPREADS[axis::3])
"""How much each number tells where its joint is well seen: all x, all y, all z."""
FLAT: Final = (*TRUST[: 2 * COUNT], *(0.0,) * COUNT)
"""The same where there is no depth."""
PICK: Final = itemgetter(*map(int, JOINTS))
Row = list[float]
Rows = tuple[Row, ...]
Points = tuple["Point | None", ...]
Pick = Callable[[Points], Points]


class Ruler(NamedTuple):
    """How to read the ways of a movement's sides, for one camera and as much as is seen."""

    pick: Pick
    """Takes the joints that tell out of all."""
    reads: Rows
    """What their numbers are multiplied by, in picture heights: one row for each way."""
    zeros: Row
    """What is taken off, so that the start is at 0."""
    moves: Rows
    """How a body goes from start to end, in picture heights; one row for each way."""
    weights: Row
    made_by: Viewing


class Read(NamedTuple):
    """How far along each way a body is, and the last moment in which no joint was astray."""

    ways: Sequence[float]
    t_s: float
    points: Points
    sound: Sequence[float]
    """The ways in that moment."""


def made(watch: Watch, viewing: Viewing, sight: Sight, last: Read | None) -> Ruler | None:
    """
    Make a ruler for where the camera stands; None where too little is seen.

    It goes on from what was read *last*, by another ruler.
    """
    trust = TRUST if sight.has_depth else FLAT
    weights = list(map(mul, [seen if seen >= HARDLY else 0.0 for seen in viewing.seen] * 3, trust))
    start, moves = _blended(watch, viewing.shares)
    if watch.is_opposed:
        moves = [[(a - b) / 2.0 for a, b in zip(*moves, strict=True)]]
    height = viewing.height
    moves = [[height * value for value in move] for move in moves]
    seen = _kept(moves, weights, [_full(_centred(move, trust), trust) for move in moves])
    if seen is None:
        return None
    told = [i for i in range(COUNT) if weights[i] > 0.0]
    pick = itemgetter(*(int(JOINTS[i]) for i in told))
    if None in pick(sight.points if last is None else last.points):
        return None
    if last is None:
        zeros = [height * sum(map(mul, row, start)) for row in seen.reads]
    else:
        row = _row(PICK(last.points))
        zeros = [
            sum(map(mul, each, row)) - at for each, at in zip(seen.reads, last.sound, strict=True)
        ]
    places = [axis * COUNT + i for axis in range(3) for i in told]
    reads = tuple([row[k] for k in places] for row in seen.reads)
    return Ruler(pick, reads, zeros, seen.moves, weights, viewing)


def measured(ruler: Ruler, sight: Sight, t_s: float, last: Read | None) -> Read | None:
    """
    Say how far along each way a body is; None where too much of it is missing.

    What was *last* read is given again, with new ways, as long as any joint is missing or leaps.
    """
    points = sight.points
    found = ruler.pick(points)
    try:
        row = [p.x for p in found] + [p.y for p in found] + [p.z for p in found]  # type: ignore[union-attr] # what is missing is caught
    except AttributeError:
        return None if last is None else _without(ruler, points, last, t_s, leaps=False)
    ways = [
        sum(map(mul, reads, row)) - zero
        for reads, zero in zip(ruler.reads, ruler.zeros, strict=True)
    ]
    if last is not None and t_s - last.t_s < LEAP_S:
        for way, before in zip(ways, last.ways, strict=True):
            if abs(way - before) > LEAP:
                return _without(ruler, points, last, t_s, leaps=True) or last
    return Read(ways, t_s, points, ways)


class _Seen(NamedTuple):
    reads: Rows
    moves: Rows


def _without(ruler: Ruler, points: Points, last: Read, t_s: float, *, leaps: bool) -> Read | None:
    """Go on from what was last read by the joints that are there, and leap with no others."""
    found, before = PICK(points), PICK(last.points)
    weights = list(ruler.weights)
    off = _row(found)
    for i, (point, old) in enumerate(zip(found, before, strict=True)):
        if point is None or old is None:
            weights[i] = weights[COUNT + i] = weights[2 * COUNT + i] = 0.0
    off = list(map(sub, off, _row(before)))
    full = [_full(move, ruler.weights) for move in ruler.moves]
    clean = leaps
    while (seen := _kept(ruler.moves, weights, full)) is not None:
        gone = [sum(map(mul, row, off)) for row in seen.reads]
        leapt = _leaping(seen, weights, off, gone)
        if leapt is None:
            ways = [a + b for a, b in zip(last.sound, gone, strict=True)]
            if clean:
                return Read(ways, t_s, points, ways)
            if leaps and any(abs(a - b) > LEAP for a, b in zip(ways, last.ways, strict=True)):
                return last
            return last._replace(ways=ways)
        clean = False
        weights[leapt] = weights[COUNT + leapt] = weights[2 * COUNT + leapt] = 0.0
    return None


def _leaping(seen: _Seen, weights: Row, off: Row, gone: Sequence[float]) -> int | None:
    """Find the joint that draws a way the farthest from where the others see it, if it is far."""
    rest = _centred(off, weights)
    for move, along in zip(seen.moves, gone, strict=True):
        rest = [a - along * b for a, b in zip(rest, move, strict=True)]
    worst: int | None = None
    most = LEAP
    for reads in seen.reads:
        draws = list(map(mul, reads, rest))
        for i in range(COUNT):
            draw = abs(draws[i] + draws[COUNT + i] + draws[2 * COUNT + i])
            if draw > most:
                worst, most = i, draw
    return worst


def _kept(moves: Sequence[Row], weights: Row, full: Sequence[float]) -> _Seen | None:
    """Solve for what is seen, if that is enough of the *full* amount that tells the ways."""
    found = tuple([_centred(move, weights) for move in moves])
    for move, whole in zip(found, full, strict=True):
        if _full(move, weights) < ENOUGH * whole:
            return None
    reads = _solved(found, weights)
    return None if reads is None else _Seen(reads, found)


def _full(move: Row, weights: Sequence[float]) -> float:
    return sum(w * x * x for w, x in zip(weights, move, strict=True))


def _row(found: Points) -> Row:
    """Give all numbers of a body, in picture heights; 0 where unknown."""
    row = [0.0 if p is None else p.x for p in found]
    row += [0.0 if p is None else p.y for p in found]
    return row + [0.0 if p is None else p.z for p in found]


def _blended(watch: Watch, shares: Iterable[tuple[int, float]]) -> tuple[Row, list[Row]]:
    """Give the start and each side's move, as a camera that may be one of several sees them."""
    start: Row = []
    moves = []
    for side in watch.sides:
        first, last = [0.0] * len(SPREADS), [0.0] * len(SPREADS)
        for view, share in shares:
            path = side.paths[view]
            first = [a + share * b for a, b in zip(first, path.start, strict=True)]
            last = [a + share * b for a, b in zip(last, path.end, strict=True)]
        start = start or _by_axis(first)
        moves.append(_by_axis([b - a for a, b in zip(first, last, strict=True)]))
    return start, moves


def _by_axis(outline: Row) -> Row:
    return outline[0::3] + outline[1::3] + outline[2::3]


def _centred(row: Row, weights: Sequence[float]) -> Row:
    found: Row = []
    for axis in range(3):
        part = slice(axis * COUNT, (axis + 1) * COUNT)
        share, values = weights[part], row[part]
        total = sum(share)
        mean = sum(map(mul, share, values)) / total if total > 0.0 else 0.0
        found += [value - mean for value in values]
    return found


def _solved(moves: Sequence[Row], weights: Row) -> Rows | None:
    """Give the least squares of each move, so that one's sway is not taken for another's."""
    weighed = [list(map(mul, weights, move)) for move in moves]
    if len(moves) == 1:
        full = sum(map(mul, weighed[0], moves[0]))
        return ([value / full for value in weighed[0]],) if full > 0.0 else None
    (left, right), (a_move, b_move) = weighed, moves
    a, b, d = sum(map(mul, left, a_move)), sum(map(mul, left, b_move)), sum(map(mul, right, b_move))
    det = a * d - b * b
    if det <= 0.0:
        return None
    return (
        [(d * x - b * y) / det for x, y in zip(left, right, strict=True)],
        [(a * y - b * x) / det for x, y in zip(left, right, strict=True)],
    )
