"""
There and back, looked back on: a number over time, all of it known, becomes excursions.

The same rules as `repetition`, with what only hindsight has: the person's usual reach from the
first moment on, smoothing that lags nothing, and a peak that is the middle of all that was held.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.repetition import (
    ARRIVED,
    BACK,
    COUNTS,
    FLOOR,
    GAP_S,
    HELD_S,
    NEAR,
    SHORTEST_S,
    TOLD_S,
    TREMBLES,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET_S: Final = 0.08
"""What is smoothed this little keeps the fastest repetition we promise. [D]"""
WINDOW_S: Final = 1.0
"""Trembling is what is left of so short a time when its straight line is taken off. [D]"""
STILL: Final = 0.5
"""In at least this share of the time a body is still enough to show its trembling. [D]"""
MOST: Final = 0.09
"""No more than this share of the usual reach is trembling: else it would hide repetitions. [D]"""
HIGH: Final = 0.25
"""What is held is looked for within this share of the reach from the crest. [D]"""
EDGE: Final = 0.2
"""A way up is smoothed over this share of the time it takes for its middle three fifths. [D]"""
EDGE_MOST_S: Final = 0.3
"""And over no more than this. [D]"""
LEAVES: Final = 0.25
"""A body has left once it went more than this share of its reach. [D]"""
BEFORE_S: Final = 1.0
"""Where it left from is the middle of where it was for so long before. [D]"""
SPREAD: Final = 1.48
"""What a median deviation is multiplied by to be a spread. [C]"""
AROUND: Final = 3.0
"""A bell curve ends after three of its widths."""


class Span(NamedTuple):
    """A time in which something lasted."""

    start_s: float
    end_s: float

    @property
    def lasts_s(self) -> float:
        """How long it lasted."""
        return self.end_s - self.start_s


class Line(NamedTuple):
    """A number over time: as it was read, and smoothed a little; and how much it trembles."""

    times_s: list[float]
    raw: list[float]
    quiet: list[float]
    noise: float


class Excursion(NamedTuple):
    """Away from a low place and back, or still away as the line ends."""

    first: int
    """Where on the line it left its low place."""
    last: int
    """Where it was back."""
    low: float
    crest: float
    came_back: bool
    whole: bool = True
    """Whether its beginning was seen."""

    @property
    def reach(self) -> float:
        """How far it went."""
        return self.crest - self.low


def line(times_s: list[float], raw: list[float]) -> Line:
    """Smooth a little, and see how much it trembles."""
    quiet = smoothed(times_s, raw, QUIET_S, range(len(raw)))
    return Line(times_s, raw, quiet, _trembling(times_s, quiet))


def smoothed(
    times_s: Sequence[float], values: Sequence[float], width_s: float, places: Sequence[int]
) -> list[float]:
    """Smooth at some places with a bell curve, which lags nothing."""
    found = []
    for i in places:
        t_s = times_s[i]
        a = bisect_left(times_s, t_s - AROUND * width_s)
        b = bisect_right(times_s, t_s + AROUND * width_s)
        # As far to both sides, or an end would be drawn towards what lies behind it.
        reach = min(i - a, b - 1 - i)
        total = weight = 0.0
        for k in range(i - reach, i + reach + 1):
            share = math.exp(-0.5 * ((times_s[k] - t_s) / width_s) ** 2)
            total += share * values[k]
            weight += share
        found.append(total / weight)
    return found


def _trembling(times_s: list[float], values: list[float]) -> float:
    """Give how much a line trembles where it is stillest."""
    spreads = []
    step = max(1, len(values) // 400)
    for a in range(0, len(values), step):
        b = bisect_right(times_s, times_s[a] + WINDOW_S)
        if b - a >= 4:
            spreads.append(_off_straight(times_s[a:b], values[a:b]))
    return sorted(spreads)[int(STILL * len(spreads))] if spreads else 0.0


def _off_straight(times_s: Sequence[float], values: Sequence[float]) -> float:
    n = len(values)
    t, v = sum(times_s) / n, sum(values) / n
    across = sum((x - t) ** 2 for x in times_s)
    slope = sum((x - t) * (y - v) for x, y in zip(times_s, values, strict=True)) / across
    rest = sum((y - v - slope * (x - t)) ** 2 for x, y in zip(times_s, values, strict=True))
    return math.sqrt(rest / (n - 2))


def usual_reach(reaches: Sequence[float]) -> float:
    """Give the reach usual among these: the median of those that aren't small beside the rest."""
    if not reaches:
        return 0.0
    ordered = sorted(reaches)
    far = ordered[-1] if len(ordered) < 4 else ordered[-2]
    return median(reach for reach in ordered if reach >= COUNTS * far)


def excursions(found: Line, usual: float, *, rest: float | None = None) -> list[Excursion]:
    """Part a line into excursions; *rest* is this person's low place, where it is known."""
    values, times_s = found.quiet, found.times_s
    need = _need(found, usual)
    told: list[Excursion] = []
    first, least = 0, values[0]
    now = _begun(values[0], need, usual, rest)
    for i, value in enumerate(values):
        if now.crest is None:
            if value < now.low:
                first, now = i, _Now(value)
            elif value - now.low >= need:
                now = _Now(now.low, value)
            continue
        least = min(least, value)
        now = now._replace(crest=max(now.crest, value))
        if not now.whole and value - least >= max(need, COUNTS):
            # It was the start after all, only higher than the file's: this is the way up.
            now = _Now(least, value)
        if _is_back(now, value, usual):
            if times_s[i] - times_s[first] >= SHORTEST_S:
                told.append(_left(found, now.told(first, i, came_back=True)))
            first, now = i, _Now(value)
    if now.crest is not None:
        told.append(_left(found, now.told(first, len(values) - 1, came_back=False)))
    return told


class _Now(NamedTuple):
    """Where a line is: low, or on an excursion with a crest."""

    low: float
    crest: float | None = None
    whole: bool = True

    def told(self, first: int, last: int, *, came_back: bool) -> Excursion:
        crest = self.low if self.crest is None else self.crest
        return Excursion(first, last, self.low, crest, came_back=came_back, whole=self.whole)


def _need(found: Line, usual: float) -> float:
    """Say how far is far enough to be an excursion: no fidgeting, and no trembling."""
    ordered = sorted(found.quiet)
    span = usual or ordered[-1 - len(ordered) // 20] - ordered[len(ordered) // 20]
    return max(FLOOR, COUNTS * usual, 4.0 * min(found.noise, MOST * span))


def _begun(value: float, need: float, usual: float, rest: float | None) -> _Now:
    """Meet a body: it may be held high already, and nobody saw how it came there."""
    if rest is None:
        return _Now(0.0, value, whole=False) if value >= ARRIVED else _Now(value)
    high = value - rest >= 0.5 * max(usual, need)
    return _Now(rest, value, whole=False) if high else _Now(value)


def _is_back(now: _Now, value: float, usual: float) -> bool:
    crest = now.low if now.crest is None else now.crest
    fell = crest - value >= max(FLOOR, (1.0 - BACK) * usual)
    return value <= now.low + BACK * (crest - now.low) or (usual > 0.0 and fell)


def _left(found: Line, each: Excursion) -> Excursion:
    """Find when and where from it truly left: what was lower long before is no part of it."""
    if not each.whole:
        return each
    values = found.quiet
    leave = each.low + LEAVES * each.reach
    top = max(range(each.first, each.last + 1), key=values.__getitem__)
    first = next((i for i in range(top, each.first - 1, -1) if values[i] <= leave), each.first)
    since = max(bisect_left(found.times_s, found.times_s[first] - BEFORE_S), each.first)
    low = median(values[since : first + 1])
    return each._replace(first=since, low=max(each.low, min(low, leave)))


def holds(found: Line, each: Excursion) -> list[Span]:
    """Give the time in which an excursion stayed within a tenth of its reach from its peak."""
    places = range(each.first, each.last + 1)
    if len(places) < 3:
        return []
    peak, wobbles = _peak(found, each)
    near = peak - NEAR * (peak - each.low)
    top = max(places, key=lambda i: found.quiet[i])
    up_s, down_s = _widths_s(found, each, top)
    values = [
        *smoothed(found.times_s, found.raw, up_s, range(each.first, top)),
        *smoothed(found.times_s, found.raw, down_s, range(top, each.last + 1)),
    ]
    times_s = found.times_s[each.first : each.last + 1]
    wobble = near - min(TREMBLES * wobbles, NEAR * each.reach)
    return [run for run in _runs(times_s, values, near, wobble) if run.lasts_s >= HELD_S]


def _peak(found: Line, each: Excursion) -> tuple[float, float]:
    """Give the level of the peak, trembling taken off, and how much it wobbles there."""
    places = range(each.first, each.last + 1)
    high = [i for i in places if found.quiet[i] >= each.crest - HIGH * each.reach]
    level = median(found.raw[i] for i in high)
    high = [i for i in high if found.quiet[i] >= level - 2.0 * NEAR * (level - each.low)]
    held_s = sum(found.times_s[b] - found.times_s[a] for a, b in pairwise(high) if b - a == 1)
    if held_s < TOLD_S:
        return each.crest, found.noise
    values = [found.quiet[i] for i in high]
    level, third = median(values), len(values) // 3
    drifted = max(median(values[:third]), median(values[-third:])) - level if third else 0.0
    wobbles = SPREAD * median(abs(value - level) for value in values)
    return level + max(0.0, drifted - found.noise), wobbles


def _widths_s(found: Line, each: Excursion, top: int) -> tuple[float, float]:
    """Say over how long its way up and its way down may be smoothed without blunting them."""
    low, high = (each.low + share * each.reach for share in (0.2, 0.8))
    values, times_s = found.quiet, found.times_s
    found_s = []
    for way in (range(top, each.first - 1, -1), range(top, each.last + 1)):
        above = next((i for i in way if values[i] < high), top)
        below = next((i for i in way if values[i] < low), way[-1])
        found_s.append(min(max(EDGE * abs(times_s[below] - times_s[above]), 0.02), EDGE_MOST_S))
    return found_s[0], found_s[1]


def _runs(times_s: list[float], values: list[float], near: float, wobble: float) -> list[Span]:
    """Give the runs at or above *near*; a short dip, or no lower than *wobble*, ends none."""
    runs: list[Span] = []
    start_s: float | None = None
    lowest = math.inf
    for i, (t_s, value) in enumerate(zip(times_s, values, strict=True)):
        lowest = min(lowest, value)
        if value >= near:
            if start_s is None:
                start_s = _crossed(times_s, values, i, near) if i else t_s
                if runs and (start_s - runs[-1].end_s <= GAP_S or lowest >= wobble):
                    start_s = runs.pop().start_s
        elif start_s is not None:
            runs.append(Span(start_s, _crossed(times_s, values, i, near)))
            start_s, lowest = None, value
    if start_s is not None:
        runs.append(Span(start_s, times_s[-1]))
    return runs


def _crossed(times_s: list[float], values: list[float], i: int, level: float) -> float:
    """Give when a line crossed a level, between one place and the next."""
    a, b = values[i - 1], values[i]
    share = (level - a) / (b - a) if a != b else 1.0
    return times_s[i - 1] + (times_s[i] - times_s[i - 1]) * share
