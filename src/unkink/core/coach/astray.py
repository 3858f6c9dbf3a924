"""
Off the paths: whoever does something else moves joints that the exercise leaves alone.

Getting down, sitting up and turning round pass through an exercise's positions, and their way may
even look like a repetition. But the way explains little of what the joints do then.
"""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING, Final

from unkink.core.coach.fitting import Row, mean_of, minus, product, unexplained, usual_of
from unkink.core.coach.paths import OFF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.excursions import Excursion, Line
    from unkink.core.coach.tracing import Plain

USUALLY: Final = 3.0
"""A body is off its paths when it is so many times farther off than it usually is. [D]"""
SHORTEST_S: Final = 1.0
"""For less than this between two absences a body wasn't doing anything. [D]"""
SLIP_S: Final = 0.5
"""Off for less is an error of the model's, not a way out of the position. [D]"""
LOOKED_S: Final = 0.1
"""So often it is looked whether a body is on its paths. [D]"""
EXPLAINS: Final = 0.25
"""Of what the joints did in a repetition its way explains at least this share: then both go less
than 60 degrees apart. [D]"""

HARDLY: Final = 0.05
"""
And where all else is less than a right posture may be off, at least this share.

Of thirty numbers that err on their own any way explains a thirtieth. [D]
"""


def on_the_paths(times_s: Sequence[float], rests: Sequence[Row], weights: Row) -> list[slice]:
    """
    Give the stretches in which the body was on its paths, this person's own build taken off.

    What is off by less than a right posture may be is never off.
    """
    usual = usual_of(rests)
    total = sum(weights) or 1.0
    step = max(1, int(LOOKED_S * len(rests) / max(times_s[-1] - times_s[0], LOOKED_S)))
    offs: list[float] = []
    for i in range(0, len(rests), step):
        off = minus(rests[i], usual)
        offs += [math.sqrt(product(off, off, weights) / total)] * min(step, len(rests) - i)
    limit = max(OFF, USUALLY * median(offs))
    found: list[slice] = []
    for part in _runs([off <= limit for off in offs]):
        slipped = found and times_s[part.start] - times_s[found[-1].stop - 1] < SLIP_S
        found.append(slice(found.pop().start, part.stop) if slipped else part)
    return [
        part
        for part in found
        if times_s[part.stop - 1] - times_s[part.start] >= SHORTEST_S
        or part.stop - part.start == len(times_s)
    ]


def _runs(flags: Sequence[bool]) -> list[slice]:
    found: list[slice] = []
    start: int | None = None
    for i, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = i
        elif not flag and start is not None:
            found.append(slice(start, i))
            start = None
    return found


def is_explained(plain: Plain, line: Line, each: Excursion, high: float) -> bool:
    """
    Tell whether the way explains what the joints did, from its low place to near its peak.

    Of a body that did no more besides than a right posture may be off, less is asked.
    """
    top = [i for i in range(each.first, each.last + 1) if line.quiet[i] >= high]
    near = each.low + (each.crest - high)
    around = range(max(0, each.first - 3), min(len(line.quiet), each.last + 4))
    low = [i for i in around if line.quiet[i] <= near]
    if not top or not low:
        return True
    rest = minus(mean_of([plain.rests[i] for i in top]), mean_of([plain.rests[i] for i in low]))
    ups = [sum(plain.ways[i][k] for i in top) / len(top) for k in range(len(plain.moves))]
    downs = [sum(plain.ways[i][k] for i in low) / len(low) for k in range(len(plain.moves))]
    nothing = [0.0] * len(rest)
    moved = unexplained(nothing, plain.moves, tuple(minus(ups, downs)))
    explained = product(moved, moved, plain.weights)
    left = product(rest, rest, plain.weights)
    share = HARDLY if left <= OFF**2 * (sum(plain.weights) or 1.0) else EXPLAINS
    return explained >= share * (explained + left)
