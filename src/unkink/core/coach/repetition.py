"""
There and back: one side's way, as a number over time, becomes repetitions and holds.

The way is 0 at the start pose and 1 at the end pose of the exercise's file, but neither end is
used as a threshold: what counts is measured from this person's own lowest point, against this
person's own usual reach. All state is immutable; the past is a chain of links, so that adding
to it costs the same after an hour as after a second, and an old state stays true.
"""

from __future__ import annotations

from typing import Final, NamedTuple

COUNTS: Final = 0.35
"""A repetition went at least this share of the person's own usual way: the record's definition."""
ARRIVED: Final = 0.65
"""Whoever is first seen this far along is taken to have come there before: the far third. [D]"""
BACK: Final = 0.35
"""It came back when no more than this share of its own reach is left. [D] The same share."""
FLOOR: Final = 0.15
"""Less than this of the file's way is fidgeting: half of the stiffest range we promise, 0.3. [D]"""
NEAR: Final = 0.10
"""A hold is the time within this share of the repetition's own reach from its peak: likewise."""
TREMBLES: Final = 2.0
"""A reading may tremble by this many times its usual trembling without anybody moving. [D]"""
CREST_S: Final = 0.2
"""A peak is what was kept for this long: a single bad frame is no peak. [D]"""
GAP_S: Final = 0.5
"""A hold lost for less than this was not lost: about one wobble. [D]"""
TOLD_S: Final = 0.5
"""A hold is told once it lasted this long. [D]"""
HELD_S: Final = 0.2
"""Shorter than this is a turning point, not a hold. [D]"""
SHORTEST_S: Final = 0.3
"""No repetition of these exercises takes less, there and back. [D]"""
USUAL_OF: Final = 5
"""The usual reach is the median of so many last repetitions: slow to change, deaf to one slip."""
SETTLES: Final = 0.5
"""A body that is higher by less than this share of what would be a way up has settled there. [D]"""
DRIFT_S: Final = 20.0
"""How slowly the resting place follows a body that settles. [D]"""


BRIDGED_S: Final = 1.5
"""A way goes on across so long a gap: whoever is higher after it, went up. [D]"""


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
    return way._replace(up=True, crest=value, up_s=t_s, past=link, held_s=None, told=False, t_s=t_s)


def close(way: Way, *, ended: bool) -> Happened:
    """
    Give what is still going on as the recording, the view or the position ends.

    A recording may end on the way back. Else only what was truly held counts: whoever is no longer
    seen, or gets up, may have been doing anything.
    """
    if not way.up or way.low is None:
        return NOTHING
    held = _end_hold(way) if ended or way.told else ()
    if not way.whole or not (ended or way.told):
        return held
    return (*held, Rep(way.crest - way.low, still_held=True))


def _stay(way: Way, t_s: float, value: float, noise: float) -> tuple[Way, Happened]:
    low = way.low or 0.0
    past = Link(t_s, value, way.past)
    kept = _kept(past)
    rising = kept > way.crest
    crest = kept if rising else way.crest
    reach = crest - low
    way = way._replace(crest=crest, past=past, t_s=t_s, noise=noise)
    if value <= low + BACK * reach or _far_below(way, value):
        return _return(way, t_s, value)
    near = crest - NEAR * reach - min(TREMBLES * noise, NEAR * reach)
    if value >= near:
        held_s = way.held_s
        if rising or held_s is None:
            held_s = _run(past, near, t_s).start_s
        told = way.told or t_s - held_s >= TOLD_S
        started = (Hold(held_s, None),) if told and not way.told else NOTHING
        return way._replace(held_s=held_s, near_s=t_s, told=told), started
    if way.held_s is not None and t_s - way.near_s > GAP_S:
        return way._replace(held_s=None, told=False), _end_hold(way)
    return way, NOTHING


def _return(way: Way, t_s: float, value: float) -> tuple[Way, Happened]:
    reach = way.crest - (way.low or 0.0)
    rest = way.low if way.whole else way.rest
    back = Way(low=value, t_s=t_s, reaches=way.reaches, rest=rest)
    if not way.whole:
        return back, _end_hold(way)
    if t_s - way.up_s < SHORTEST_S:
        return back, NOTHING
    reaches = (*way.reaches[1 - USUAL_OF :], reach)
    return back._replace(reaches=reaches), (*_end_hold(way), Rep(reach, still_held=False))


def _far_below(way: Way, value: float) -> bool:
    """Whether it came down by a usual way, wherever it may have started from."""
    own = usual(way)
    return own > 0.0 and way.crest - value >= max(FLOOR, (1.0 - BACK) * own)


def _kept(past: Link) -> float:
    """Give the highest value kept during the last moment: its lowest one."""
    since_s = past.t_s - CREST_S
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


def _run(past: Link | None, near: float, until_s: float) -> Hold:
    """Give the last time spent at or above *near*, up to *until_s*, wobbles forgiven."""
    start_s = until_s
    link = past
    while link is not None and start_s - link.t_s <= GAP_S:
        if link.way >= near and link.t_s <= until_s:
            start_s = link.t_s
        link = link.before
    return Hold(start_s, until_s)


def _end_hold(way: Way) -> tuple[Hold, ...]:
    if way.held_s is None:
        return ()
    reach = way.crest - (way.low or 0.0)
    near = way.crest - NEAR * reach - min(TREMBLES * way.noise, NEAR * reach)
    link = way.past
    while link is not None and link.way < near:
        link = link.before
    if link is None:
        return ()
    hold = _run(link, near, link.t_s)
    long_enough = way.told or link.t_s - hold.start_s >= HELD_S
    return (hold,) if long_enough else ()
