"""Holds, looked back on: the time an excursion stayed within a tenth of its reach from its peak."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from unkink.core.coach.counts import GAP_S, HELD_S, NEAR, TOLD_S
from unkink.core.coach.excursions import Span, smoothed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.excursions import Excursion, Line

HIGH: Final = 0.25
"""What is held is looked for within this share of the reach from the crest. [D]"""
CLOSER: Final = (HIGH, 1.5 * NEAR, 1.5 * NEAR)
"""And then nearer, once its level is known without what trembles above it. [D]"""
APART_S: Final = 1.0
"""What is parted by less is one hold while its level is looked for. [D]"""
INNER: Final = 0.1
"""The first and last tenth of it may still be on the way. [D]"""
EDGE: Final = 0.2
"""A way up is smoothed over this share of the time it takes for its middle three fifths. [D]"""
EDGE_MOST_S: Final = 0.3
"""And over no more than this. [D]"""


def holds(found: Line, each: Excursion) -> list[Span]:
    """
    Give them.

    Where a line trembles it crosses any level many times. A hold goes from one crossing to another
    such that most area lies above the level, unless the body truly left it in between.
    """
    if each.last - each.first < 2:
        return []
    peak = peak_of(found, each)
    near = peak - NEAR * (peak - each.low)
    times_s = found.times_s[each.first : each.last + 1]
    over = [value - near for value in _sharp(found, each)]
    held: list[Span] = []
    for part in _stays(times_s, over, NEAR * each.reach):
        best = _most_above(times_s[part], over[part])
        if best is not None and best.lasts_s >= HELD_S:
            held.append(best)
    return held


def peak_of(found: Line, each: Excursion) -> float:
    """Give the level that was held, plus what it truly drifted; without a hold its crest."""
    level = each.crest
    inner: list[int] = []
    for share in CLOSER:
        run = _longest(found, each, level - share * (level - each.low))
        lasts_s = found.times_s[run[-1]] - found.times_s[run[0]] if run else 0.0
        if lasts_s < TOLD_S:
            return each.crest
        start_s = found.times_s[run[0]] + INNER * lasts_s
        end_s = found.times_s[run[-1]] - INNER * lasts_s
        inner = [i for i in range(run[0], run[-1] + 1) if start_s <= found.times_s[i] <= end_s]
        level = median(found.raw[i] for i in inner or run)
    third = len(inner) // 3
    if not third:
        return level
    values = [found.quiet[i] for i in inner]
    drifted = max(median(values[:third]), median(values[-third:])) - level
    return level + max(0.0, drifted - found.noise)


def _longest(found: Line, each: Excursion, above: float) -> list[int]:
    """Give the places at or above a level that lie together for the longest time."""
    runs: list[list[int]] = []
    for i in range(each.first, each.last + 1):
        if found.quiet[i] < above:
            continue
        if runs and found.times_s[i] - found.times_s[runs[-1][-1]] < APART_S:
            runs[-1].append(i)
        else:
            runs.append([i])
    return max(runs, key=lambda run: found.times_s[run[-1]] - found.times_s[run[0]], default=[])


def _sharp(found: Line, each: Excursion) -> list[float]:
    """Smooth its way up and its way down, each no longer than would blunt it."""
    top = max(range(each.first, each.last + 1), key=lambda i: found.quiet[i])
    up_s, down_s = _widths_s(found, each, top)
    return [
        *smoothed(found.times_s, found.raw, up_s, range(each.first, top)),
        *smoothed(found.times_s, found.raw, down_s, range(top, each.last + 1)),
    ]


def _widths_s(found: Line, each: Excursion, top: int) -> tuple[float, float]:
    low, high = (each.low + share * each.reach for share in (0.2, 0.8))
    values, times_s = found.quiet, found.times_s
    found_s = []
    for way in (range(top, each.first - 1, -1), range(top, each.last + 1)):
        above = next((i for i in way if values[i] < high), top)
        below = next((i for i in way if values[i] < low), way[-1])
        found_s.append(min(max(EDGE * abs(times_s[below] - times_s[above]), 0.02), EDGE_MOST_S))
    return found_s[0], found_s[1]


def _stays(times_s: Sequence[float], over: Sequence[float], far: float) -> list[slice]:
    """Part a line where it truly left: for longer than a wobble, and on the mean *far* below."""
    parts: list[slice] = []
    start = i = 0
    while i < len(over):
        j = i
        while j < len(over) and over[j] < 0.0:
            j += 1
        dips = 0 < i < j < len(over) and times_s[j] - times_s[i - 1] > GAP_S
        if dips and sum(over[i:j]) < -far * (j - i):
            parts.append(slice(start, i + 1))
            start = j - 1
        i = max(j, i + 1)
    return [*parts, slice(start, len(over))]


def _most_above(times_s: Sequence[float], over: Sequence[float]) -> Span | None:
    """Give the stretch with the most area above 0, what is below it taken off."""
    best = area = 0.0
    start = first = last = 0
    for i, (a, b) in enumerate(pairwise(over)):
        area += 0.5 * (a + b) * (times_s[i + 1] - times_s[i])
        if area <= 0.0:
            area, start = 0.0, i + 1
        elif area > best:
            best, first, last = area, start, i + 1
    if best <= 0.0:
        return None
    return Span(
        _crossing_s(times_s, over, first, before=True),
        _crossing_s(times_s, over, last, before=False),
    )


def _crossing_s(times_s: Sequence[float], over: Sequence[float], i: int, *, before: bool) -> float:
    """Give when the line crosses 0 beside a place."""
    step = -1 if (over[i] > 0.0) == before else 1
    j = i + step
    if not 0 <= j < len(over) or (over[i] > 0.0) == (over[j] > 0.0):
        return times_s[i]
    return times_s[i] + (times_s[j] - times_s[i]) * over[i] / (over[i] - over[j])
