"""
There and back: one side's way, as a number over time, becomes repetitions and holds.

The way is 0 at the start pose and 1 at the end pose of the exercise's file, but neither end is
used as a threshold: what counts is measured from this person's own lowest point, against this
person's own usual reach. All state is immutable; the past is a chain of links, so that adding
to it costs the same after an hour as after a second, and an old state stays true.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from unkink.core.coach.counts import (
    ARRIVED,
    BACK,
    COUNTS,
    FLOOR,
    GAP_S,
    HELD_S,
    NEAR,
    SETTLES,
    SHORTEST_S,
    TOLD_S,
)
from unkink.core.coach.excursions import Excursion, Line
from unkink.core.coach.holding import holds

TREMBLES: Final = 2.0
"""A reading may tremble by this many times its usual trembling without anybody moving. [D]"""
CREST_S: Final = 0.2
"""A peak is what was kept for this long: a single bad frame is no peak. [D]"""
FINE_S: Final = 0.05
"""A hold that is over is looked at so finely: a quarter of what its edges may be off. [D]"""
LASTING, CREST_MOST_S = 0.3, 1.5
"""What is held is raised only by what is kept for this share of the hold, up to so long. [D]"""
USUAL_OF: Final = 5
"""The usual reach is the median of so many last repetitions: slow to change, deaf to one slip."""
DRIFT_S: Final = 20.0
"""How slowly the resting place follows a body that settles. [D]"""


class Link(NamedTuple):
    """One moment of the past and what came before it."""

    t_s: float
    way: float
    before: Link | None


class Way(NamedTuple):
    """Where one side is between start and end."""

    whole: bool = True
    """Whether its beginning was seen: who is first seen in a hold holds, but didn't repeat."""
    up: bool = False
    low: float | None = None
    """The lowest since the last repetition; None until something was seen."""
    least: float = 0.0
    """The lowest so far, while the beginning wasn't seen."""
    crest: float = 0.0
    """The highest that was kept for a moment, in this repetition."""
    up_s: float = 0.0
    past: Link | None = None
    reaches: tuple[float, ...] = ()
    """How far the last few repetitions went."""
    held_s: float | None = None
    """Since when the position near the peak is held."""
    near_s: float = 0.0
    """When it was last held."""
    told: bool = False
    sunk: float = 0.0
    """How far it has sunk since then below a hold and as much again, added up over seconds."""
    done_s: float = -math.inf
    """What was held until then has been told."""
    noise: float = 0.0
    t_s: float = 0.0
    rest: float | None = None
    """Where it rests, the other side resting as well; None while that isn't known."""


class Rep(NamedTuple):
    """A repetition that is complete."""

    reach: float
    still_held: bool


class Hold(NamedTuple):
    """A hold: `end_s` is None while it goes on."""

    start_s: float
    end_s: float | None


Happened = tuple[Rep | Hold, ...]
NOTHING: Final[Happened] = ()


def usual(way: Way) -> float:
    """Give the person's own usual reach on this side; 0 while it isn't known."""
    reaches = way.reaches
    return sorted(reaches)[len(reaches) // 2] if reaches else 0.0


def go(
    way: Way, t_s: float, value: float, *, noise: float, wobble: float = 0.0
) -> tuple[Way, Happened]:
    """Take one more moment; *noise* is how the value trembles by itself, *wobble* also slowly."""
    low = way.low
    if low is None:
        return _met(way, t_s, value), NOTHING
    need = max(FLOOR, COUNTS * usual(way), 4.0 * noise)
    if not way.whole:
        if value - way.least >= max(need, COUNTS):
            # It was the start after all, only higher than the file's: this is the way up.
            return _risen(
                Way(low=way.least, reaches=way.reaches, rest=way.least), t_s, value
            ), NOTHING
        way = way._replace(least=min(value, way.least))
    if way.up:
        return _stay(way, t_s, value, max(noise, wobble))
    if value - low >= need:
        return _risen(way, t_s, value), NOTHING
    if value <= low:
        low = value
    elif value - low < SETTLES * need:
        low += (value - low) * min(1.0, (t_s - way.t_s) / DRIFT_S)
    return way._replace(low=low, t_s=t_s), NOTHING


def _met(way: Way, t_s: float, value: float) -> Way:
    """Meet a body that wasn't seen just before: it may be held high already."""
    rest = way.rest
    high = ARRIVED if rest is None else rest + 0.5 * max(usual(way), FLOOR)
    if value < high:
        return way._replace(low=value, t_s=t_s, rest=value if rest is None else rest)
    return _risen(way._replace(low=rest or 0.0, whole=False, least=value), t_s, value)


def _risen(way: Way, t_s: float, value: float) -> Way:
    link = Link(t_s, value, None)
    fresh = way._replace(up=True, crest=value, up_s=t_s, past=link, t_s=t_s)
    return fresh._replace(held_s=None, told=False, sunk=0.0, done_s=-math.inf)


def close(way: Way, *, ended: bool) -> Happened:
    """
    Give what is still going on as the recording, the view or the position ends.

    A recording may end on the way back. Else only what was truly held counts: whoever is no longer
    seen, or gets up, may have been doing anything.
    """
    if not way.up or way.low is None:
        return NOTHING
    held = _held(way) if ended or way.told else ()
    if not way.whole or not (ended or way.told):
        return held
    return (*held, Rep(way.crest - way.low, still_held=True))


def _stay(way: Way, t_s: float, value: float, noise: float) -> tuple[Way, Happened]:
    low = way.low or 0.0
    past = Link(t_s, value, way.past)
    kept = _kept(past, _lasting_s(way, t_s))
    rising = kept > way.crest
    crest = kept if rising else way.crest
    reach = crest - low
    gap_s = t_s - way.t_s
    way = way._replace(crest=crest, past=past, t_s=t_s, noise=noise)
    if value <= low + BACK * reach or _far_below(way, value):
        return _return(way, t_s, value)
    near = crest - NEAR * reach - min(TREMBLES * noise, NEAR * reach)
    if value >= near:
        held_s = way.held_s
        if rising or held_s is None:
            held_s = _since_s(past, near)
        told = way.told or t_s - held_s >= TOLD_S
        started = (Hold(held_s, None),) if told and not way.told else NOTHING
        return way._replace(held_s=held_s, near_s=t_s, told=told, sunk=0.0), started
    if way.held_s is None:
        return way, NOTHING
    sunk = way.sunk + (crest - 2.0 * NEAR * reach - value) * gap_s
    if t_s - way.near_s > GAP_S and sunk > 0.0:
        left = way._replace(held_s=None, told=False, sunk=0.0, done_s=way.near_s)
        return left, _held(way)
    return way._replace(sunk=sunk), NOTHING


def _lasting_s(way: Way, t_s: float) -> float:
    """Say how long a higher place must be kept to be the peak."""
    if way.held_s is None:
        return CREST_S
    return max(CREST_S, min(LASTING * (t_s - way.held_s), CREST_MOST_S))


def _return(way: Way, t_s: float, value: float) -> tuple[Way, Happened]:
    reach = way.crest - (way.low or 0.0)
    rest = way.low if way.whole else way.rest
    back = Way(low=value, t_s=t_s, reaches=way.reaches, rest=rest)
    if not way.whole:
        return back, _held(way)
    if t_s - way.up_s < SHORTEST_S:
        return back, NOTHING
    reaches = (*way.reaches[1 - USUAL_OF :], reach)
    return back._replace(reaches=reaches), (*_held(way), Rep(reach, still_held=False))


def _far_below(way: Way, value: float) -> bool:
    """Whether it came down by a usual way, wherever it may have started from."""
    own = usual(way)
    return own > 0.0 and way.crest - value >= max(FLOOR, (1.0 - BACK) * own)


def _kept(past: Link, for_s: float) -> float:
    """Give the highest value kept for so long up to now: its lowest one."""
    since_s = past.t_s - for_s
    lowest = past.way
    link = past.before
    if link is None:
        return lowest
    lowest = min(lowest, link.way)
    link = link.before
    while link is not None and link.t_s >= since_s:
        lowest = min(lowest, link.way)
        link = link.before
    return lowest


def _since_s(past: Link, near: float) -> float:
    """Say since when it has been at or above *near*, wobbles forgiven."""
    start_s = past.t_s
    link: Link | None = past
    while link is not None and start_s - link.t_s <= GAP_S:
        if link.way >= near:
            start_s = link.t_s
        link = link.before
    return start_s


def _held(way: Way) -> tuple[Hold, ...]:
    """
    Give what was held since the last hold that was told, now that it is over.

    All of it being known by now, its edges are found as looking back finds them.
    """
    if way.past is None:
        return ()
    links = [way.past]
    link = way.past.before
    while link is not None:
        if links[-1].t_s - link.t_s >= FINE_S:
            links.append(link)
        link = link.before
    links.reverse()
    values = [each.way for each in links]
    line = Line([each.t_s for each in links], values, values, way.noise)
    all_of_it = Excursion(0, len(links) - 1, way.low or 0.0, way.crest, came_back=True)
    found = [
        Hold(max(span.start_s, way.done_s), span.end_s)
        for span in holds(line, all_of_it)
        if span.end_s - way.done_s >= HELD_S
    ]
    if not found and way.told and way.held_s is not None:
        found = [Hold(way.held_s, way.near_s)]
    return tuple(found)
