"""
There and back, looked back on: a number over time, all of it known, becomes excursions.

The same rules as `repetition`, with what only hindsight has: the person's usual reach from the
first moment on, and smoothing that lags nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.counts import (
    ARRIVED,
    BACK,
    COUNTS,
    FLOOR,
    SETTLES,
    SHORTEST_S,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET_S: Final = (0.08, 0.15, 0.25, 0.4)
"""The first keeps the fastest repetition we promise; the others are for lines that tremble. [D]"""
CALM: Final = 0.035
"""A line that trembles by less than this share of how far it goes needs no more smoothing: what
is then left of four widths is under half of what a repetition needs. [D]"""
KEPT: Final = 0.9
"""Smoothing that takes more than a tenth of how far a line goes takes repetitions. [D]"""
FINE: Final = 0.34
"""What is smoothed is straight over a third of the width."""
WINDOW_S: Final = 1.0
"""Trembling is what is left of so short a time when its straight line is taken off. [D]"""
STILL: Final = 0.5
"""In at least this share of the time a body is still enough to show its trembling. [D]"""
MOST: Final = 0.09
"""No more than this share of the usual reach is trembling: else it would hide repetitions. [D]"""
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
    """Whether it was seen to go up: who is first seen up may have been there for long."""

    @property
    def reach(self) -> float:
        """How far it went."""
        return self.crest - self.low


def line(times_s: list[float], raw: list[float]) -> Line:
    """
    Smooth as much as trembling asks for and the way allows, and see how much is left of it.

    More smoothing is tried while a line still trembles by a fair share of how far it goes, and is
    taken back when it would blunt that.
    """
    found = _smoothed_line(times_s, raw, QUIET_S[0])
    whole = _span(found.quiet)
    for width_s in QUIET_S[1:]:
        if found.noise <= CALM * whole:
            break
        more = _smoothed_line(times_s, raw, width_s)
        if _span(more.quiet) < KEPT * whole:
            break
        found = more
    return found


def _smoothed_line(times_s: list[float], raw: list[float], width_s: float) -> Line:
    quiet = _everywhere(times_s, raw, width_s)
    return Line(times_s, raw, quiet, _trembling(times_s, quiet))


def _everywhere(times_s: list[float], raw: list[float], width_s: float) -> list[float]:
    """Smooth at every place; where they lie much closer than the width, some and between them."""
    per_s = len(times_s) / max(times_s[-1] - times_s[0], width_s)
    step = max(1, int(FINE * width_s * per_s))
    places = [*range(0, len(raw) - 1, step), len(raw) - 1]
    values = smoothed(times_s, raw, width_s, places)
    if step == 1:
        return values
    found: list[float] = []
    for (a, b), (low, high) in zip(pairwise(places), pairwise(values), strict=True):
        across_s = times_s[b] - times_s[a]
        for i in range(a, b):
            share = (times_s[i] - times_s[a]) / across_s if across_s > 0.0 else 0.0
            found.append(low + share * (high - low))
    return [*found, values[-1]]


def _span(values: Sequence[float]) -> float:
    """Give how far a line goes, the twentieth at either end left out."""
    ordered = sorted(values)
    return ordered[-1 - len(ordered) // 20] - ordered[len(ordered) // 20]


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
    span = usual or _span(found.quiet)
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
    values = found.quiet
    if not each.whole:
        # Met on its way up, not settled there, and seen to come back: it did go there.
        rose = each.crest - values[each.first] >= SETTLES * max(FLOOR, 4.0 * found.noise)
        return each._replace(whole=rose and each.came_back)
    leave = each.low + LEAVES * each.reach
    top = max(range(each.first, each.last + 1), key=values.__getitem__)
    first = next((i for i in range(top, each.first - 1, -1) if values[i] <= leave), each.first)
    since = max(bisect_left(found.times_s, found.times_s[first] - BEFORE_S), each.first)
    low = median(values[since : first + 1])
    return each._replace(first=since, low=max(each.low, min(low, leave)))


def up_span(found: Line, each: Excursion) -> Span:
    """Give from when until when it was at least half of its reach away."""
    half = each.low + 0.5 * each.reach
    high = [i for i in range(each.first, each.last + 1) if found.quiet[i] >= half]
    first, last = (high[0], high[-1]) if high else (each.first, each.last)
    return Span(found.times_s[first], found.times_s[last])
