"""A whole recording looked back on: what was repeated and held, knowing all of it."""

from __future__ import annotations

import math
from collections import Counter
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.astray import is_explained
from unkink.core.coach.counts import COUNTS, FLOOR, NEAR, TOLD_S
from unkink.core.coach.excursions import Line, excursions, line, up_span, usual_reach
from unkink.core.coach.holding import holds
from unkink.core.coach.tracing import trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Side
    from unkink.core.coach.excursions import Excursion, Span
    from unkink.core.coach.tracing import Moment, Trace
    from unkink.core.coach.watch import Watch

FEWEST: Final = 5
"""Fewer moments than this are no stretch."""
BINS: Final = 40
STAYS_S: Final = 0.5
"""Who leaves the position sooner than this after being back, without a hold, passed by. [D]"""
RESTS: Final = 0.1
"""A body spends a tenth of its time at rest or lower. [D]"""
CLEAR: Final = 1.3
"""A place that a body dwells at is met so much more often than those beside it. [D]"""


class Done(NamedTuple):
    """One excursion of one side, and what of it was held."""

    side: Side
    at_s: float
    reach: float
    counts: bool
    """Whether it is a repetition: it went far enough, was seen from its start, and came back."""
    still_held: bool
    holds: tuple[Span, ...]
    up: Span
    """From when it was half of its reach up until it no longer was."""


class Stretch(NamedTuple):
    """Moments seen by one camera without a break; the last one of a recording *ended* with it."""

    moments: Sequence[Moment]
    ended: bool


def look_back(watch: Watch, stretches: Sequence[Stretch]) -> tuple[Done, ...]:
    """Say what was done, in order of time."""
    known = [each for each in stretches if len(each.moments) >= FEWEST]
    seen = [trace(watch, each.moments) for each in known]
    traces = [each for parts in seen for each in parts]
    ends = [s.ended and t.ends for s, parts in zip(known, seen, strict=True) for t in parts]
    drawn = [_lines(parts) for parts in seen if parts]
    by_side = [
        grounded([each for lines in drawn for each in lines[i]]) for i in range(len(watch.sides))
    ]
    if len(by_side) > 1:
        by_side = _without_sway(by_side)
    usuals = [_usual(lines) for lines in by_side]
    found: list[Done] = []
    for k, ended in enumerate(ends):
        lines = [each[k] for each in by_side]
        parts = [_parts(each, usual) for each, usual in zip(lines, usuals, strict=True)]
        for i, part in enumerate(parts):
            other = parts[1 - i] if len(parts) > 1 else []
            for each in part:
                if any(_outdone(each, rival) for rival in other):
                    continue
                high = each.crest - NEAR * each.reach
                if is_explained(traces[k].plain, lines[i], each, high):
                    done = _done(lines[i], each, usuals[i], _rest(part), ended=ended)
                    if done is not None:
                        found.append(done._replace(side=watch.sides[i].side))
    return tuple(sorted(found, key=lambda done: done.at_s))


def _lines(traces: Sequence[Trace]) -> list[list[Line]]:
    """Give every side's lines in what one camera saw."""
    if not traces:
        return []
    sides = range(1 if traces[0].is_axis else len(traces[0].ways))
    lines = [[line(each.times_s, each.ways[i]) for each in traces] for i in sides]
    if not traces[0].is_axis:
        return lines
    middle = neutral(lines[0])
    # What is turned to the other side is no less turned than not at all.
    return [
        [
            each._replace(
                raw=[max(sign * (way - middle), 0.0) for way in each.raw],
                quiet=[max(sign * (way - middle), 0.0) for way in each.quiet],
            )
            for each in lines[0]
        ]
        for sign in (1.0, -1.0)
    ]


def grounded(lines: list[Line]) -> list[Line]:
    """Take off what lies below this person's rest: getting down to it is no way up from there."""
    ordered = sorted(value for each in lines for value in each.quiet)
    if not ordered:
        return lines
    rest = ordered[int(RESTS * len(ordered))]
    return [
        each._replace(
            raw=[max(value, rest) for value in each.raw],
            quiet=[max(value, rest) for value in each.quiet],
        )
        for each in lines
    ]


def _usual(lines: Sequence[Line]) -> float:
    usual = 0.0
    for _ in range(2):
        usual = usual_reach([e.reach for each in lines for e in excursions(each, usual) if e.whole])
    return usual


def _parts(found: Line, usual: float) -> list[Excursion]:
    parts = excursions(found, usual)
    rest = _rest(parts)
    return parts if rest is None else excursions(found, usual, rest=rest)


def _rest(parts: Sequence[Excursion]) -> float | None:
    """Give where this person usually leaves from; None while nobody saw it."""
    lows = [each.low for each in parts if each.whole]
    return median(lows) if lows else None


def _without_sway(by_side: list[list[Line]]) -> list[list[Line]]:
    """Let each side rest while the other works; only then is it known how far it usually goes."""
    usuals = [_usual(lines) for lines in by_side]
    found: list[list[Line]] = [[], []]
    for pair in zip(*by_side, strict=True):
        parts = [_parts(each, usual) for each, usual in zip(pair, usuals, strict=True)]
        for i in (0, 1):
            found[i].append(_unswayed(pair[i], parts[i], parts[1 - i]))
    return found


def _unswayed(found: Line, parts: list[Excursion], rivals: list[Excursion]) -> Line:
    """Let a side rest while the other one works: what it does then is sway."""
    busy = [True] * len(found.quiet)
    for each in (*parts, *rivals):
        for i in range(each.first, each.last + 1):
            busy[i] = False
    resting = [value for value, rests in zip(found.quiet, busy, strict=True) if rests]
    if not resting:
        return found
    rest = median(resting)
    raw, quiet = list(found.raw), list(found.quiet)
    for rival in rivals:
        if any(_outdone(rival, each) for each in parts):
            continue
        for i in range(rival.first, rival.last + 1):
            raw[i], quiet[i] = max(raw[i], rest), max(quiet[i], rest)
    return found._replace(raw=raw, quiet=quiet)


def _outdone(each: Excursion, rival: Excursion) -> bool:
    """Tell whether the other side went farther at the same time: one works, one sways."""
    overlap = min(each.last, rival.last) - max(each.first, rival.first)
    return 2 * overlap > each.last - each.first and rival.reach > each.reach


def _done(
    found: Line, each: Excursion, usual: float, rest: float | None, *, ended: bool
) -> Done | None:
    held = holds(found, each)
    still = not each.came_back
    if still and not ended:
        # Whoever is no longer seen, or gets up, may have been doing anything.
        held = [hold for hold in held if hold.lasts_s >= TOLD_S]
        if not held:
            return None
    reach = each.reach if each.came_back or rest is None else each.crest - max(each.low, rest)
    far = reach >= max(FLOOR, COUNTS * usual)
    if each.whole and not far:
        return None
    stayed = ended or found.times_s[-1] - found.times_s[each.last] >= STAYS_S
    passed_by = not still and not stayed and not any(hold.lasts_s >= TOLD_S for hold in held)
    counts = each.whole and not passed_by
    up = up_span(found, each)
    return Done("both", found.times_s[each.last], each.reach, counts, still, tuple(held), up)


def neutral(lines: Sequence[Line]) -> float:
    """
    Give where a body that turns to and fro rests.

    It comes back to its rest from every turn, so it is there more often than anywhere else, be it
    between the ends of its turns or, if it turns to one side only, one of them. If it dwells
    nowhere it rests where the file does.
    """
    values = sorted(value for each in lines for value in each.quiet)
    low, high = values[len(values) // 50], values[-1 - len(values) // 50]
    if high - low < 2.0 * FLOOR:
        return 0.0
    peaks = _dwellings(lines, low, high)
    quarter = (high - low) / 4.0
    if len(peaks) < 3 and low + quarter <= 0.0 <= high - quarter:
        return 0.0
    visits = Counter(place for each in lines for place in _visits(each, peaks, quarter / 2.0))
    often = max(visits.values(), default=0)
    return min((place for place in peaks if visits[place] == often), key=abs)


def _visits(each: Line, places: Sequence[float], near: float) -> list[float]:
    """Give the places where a body stayed, one after the other."""
    found: list[float] = []
    for place, group in groupby(
        zip(each.times_s, each.quiet, strict=True),
        key=lambda moment: min(places, key=lambda place: abs(place - moment[1])),
    ):
        times_s = [t_s for t_s, value in group if abs(value - place) <= near]
        stayed = len(times_s) > 1 and times_s[-1] - times_s[0] >= STAYS_S
        if stayed and (not found or found[-1] != place):
            found.append(place)
    return found


def _dwellings(lines: Sequence[Line], low: float, high: float) -> list[float]:
    """Give the places that are met more often than those beside them."""
    width = (high - low) / BINS
    counts = [0.0] * (BINS + 1)
    for each in lines:
        for (a_s, b_s), value in zip(pairwise(each.times_s), each.quiet, strict=False):
            counts[min(max(round((value - low) / width), 0), BINS)] += b_s - a_s
    bell = [math.exp(-0.5 * (k / 1.5) ** 2) for k in range(-5, 6)]
    often = [
        sum(
            share * counts[i + k]
            for k, share in zip(range(-5, 6), bell, strict=True)
            if 0 <= i + k <= BINS
        )
        for i in range(BINS + 1)
    ]
    peaks: list[int] = []
    for i, value in enumerate(often):
        around = often[max(0, i - 1) : i + 2]
        if value < max(around) or value <= 0.0:
            continue
        if peaks:
            valley = min(often[peaks[-1] : i + 1])
            if valley * CLEAR > min(value, often[peaks[-1]]):
                if value > often[peaks[-1]]:
                    peaks[-1] = i
                continue
        peaks.append(i)
    return [low + i * width for i in peaks]
