"""One movement followed over time: its sides' ways, and whether the body is in its position."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.counts import ARRIVED, FLOOR
from unkink.core.coach.events import HoldEnded, HoldStarted, RepCounted
from unkink.core.coach.faults import NEAR, Form, Moment, Watching, speak, watch_side
from unkink.core.coach.posture import fit
from unkink.core.coach.recognition import STRANGE, Likeness, liken
from unkink.core.coach.repetition import (
    DRIFT_S,
    NOTHING,
    Happened,
    Rep,
    Way,
    close,
    go,
)
from unkink.core.coach.ruler import LEAP_S, Read, Ruler, made, measured
from unkink.core.coach.smoothing import Smooth, smooth
from unkink.core.coach.viewing import Viewing, is_otherwise, moved_on, viewed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.events import Event, Reason
    from unkink.core.coach.gallery import Code
    from unkink.core.coach.measures import Sight
    from unkink.core.coach.others import Strange
    from unkink.core.coach.posture import Fit
    from unkink.core.coach.watch import SideWatch, Watch

POSTURE_S: Final = 0.3
"""How often the posture is looked at: it changes slower than the way. [D]"""
FITS: Final = 1.4
"""A body further than this from every look of an exercise, in spreads, isn't doing it. [D]"""
CLOSE: Final = 0.5
"""So near to a look, nothing else is asked: it is half of what a right posture may be off. [D]"""
CLEARLY: Final = 0.25
"""A posture of no exercise must be nearer by so many spreads for the body to be in it. [D]"""
SWAYS: Final = 0.25
"""One side works once it is away from its start by this share of the least that may count. [D]"""
RESTS_S: Final = 1.0
"""Where both rest is known after so long. [D]"""
PATIENCE_S: Final = 0.6
"""How slowly the opinion about the posture changes. [D]"""


class Follow(NamedTuple):
    """What is known about one movement."""

    ways: tuple[Way, ...]
    smooths: tuple[Smooth, ...]
    """One for each side; for an axis one for both."""
    counts: tuple[int, ...]
    now: tuple[float, ...] = ()
    """How far along each side is; empty while that can't be seen."""
    viewing: Viewing | None = None
    ruler: Ruler | None = None
    last: Read | None = None
    t_s: float = 0.0
    """When it was last read."""
    middle: float | None = None
    """Where on its axis a body that turns to and fro rests."""
    middle_s: float = 0.0
    """For how long it was seen to rest."""
    fits: tuple[Fit | None, ...] = ()
    doubt: float | None = None
    """The nearest look's distance, smoothed; None while nothing is known."""
    elsewhere: float = 0.0
    """How surely the body is in a position of no exercise: 0 not at all, 1 surely."""
    likeness: Likeness = Likeness()
    faults: tuple[Watching, ...] = ()


class Judged(NamedTuple):
    """One movement after one more moment, and what happened in it."""

    follow: Follow
    events: tuple[Event, ...]
    reason: Reason | None = None
    """Why its way could not be judged in this moment; None when it could."""


def begin_to_follow(watch: Watch) -> Follow:
    """Begin with nothing known."""
    sides = len(watch.sides)
    lines = 1 if watch.is_opposed else sides
    return Follow(ways=(Way(),) * sides, smooths=(Smooth(),) * lines, counts=(0,) * sides)


def is_up(follow: Follow) -> bool:
    """Whether any side is on its way."""
    return any(way.up for way in follow.ways)


def form_of(follow: Follow) -> Form:
    """Give how right the form was so far, on all sides together."""
    forms = [watching.form for watching in follow.faults]
    return Form(sum(form.judged_s for form in forms), sum(form.lost_s for form in forms))


def place(follow: Follow, watch: Watch, code: Code, strange: Strange, *, told: bool) -> Follow:
    """
    Look at the posture: the body is in its position, or rather in one of no exercise.

    Where the exercise isn't *told* this also says how like it the body is.
    """
    fits = tuple(fit(code, side) for side in watch.sides)
    known = [each for each in fits if each is not None]
    if not known:
        return follow._replace(fits=fits)
    nearest = min(known, key=lambda each: each.distance)
    near = nearest.distance
    elsewhere = float(near > CLOSE and strange.nearer_than(near - CLEARLY, watch.own))
    doubt = near
    if follow.doubt is not None:
        share = 1.0 - math.exp(-POSTURE_S / PATIENCE_S)
        doubt = follow.doubt + share * (near - follow.doubt)
        elsewhere = follow.elsewhere + share * (elsewhere - follow.elsewhere)
    likeness = follow.likeness
    if not told:
        is_strange = strange.nearer_than(near, watch.own)
        likeness = liken(likeness, nearest, strange=is_strange, gap_s=POSTURE_S)
    return follow._replace(fits=fits, doubt=doubt, elsewhere=elsewhere, likeness=likeness)


def is_placed(follow: Follow) -> bool:
    """Whether the body is in this exercise's position."""
    return follow.doubt is not None and follow.doubt <= FITS and follow.elsewhere < STRANGE


def correct(
    follow: Follow, watch: Watch, sight: Sight, t_s: float
) -> tuple[Follow, tuple[Event, ...]]:
    """Look at each side's faults, and say a word if one is worth it."""
    watching = list(follow.faults or (Watching(),) * len(watch.sides))
    resting = not is_up(follow)
    events: list[Event] = []
    for i, (side, way, near) in enumerate(zip(watch.sides, follow.ways, follow.fits, strict=True)):
        if near is None or not side.faults:
            continue
        moment = Moment(
            sight=sight,
            t_s=t_s,
            view=near.view,
            at_end=_at_end(way, follow, i, resting=resting),
            reach=way.crest - (way.low or 0.0) if way.up else 0.0,
        )
        watching[i], cue = speak(
            watch_side(watching[i], side.faults, moment), side.faults, side=side.side, t_s=t_s
        )
        if cue is not None:
            events.append(cue)
    return follow._replace(faults=tuple(watching)), tuple(events)


def _at_end(way: Way, follow: Follow, i: int, *, resting: bool) -> bool | None:
    """Tell whether this side is held near its end, or rests at its start; None in between."""
    if resting:
        return False
    other = follow.ways[len(follow.ways) - 1 - i]
    if not way.up or not way.told or (other is not way and _outdone(way, other)):
        return None
    return (
        True
        if follow.now and follow.now[i] >= way.crest - NEAR * (way.crest - (way.low or 0.0))
        else None
    )


def sized_up(follow: Follow, watch: Watch, sight: Sight) -> Follow:
    """See where the camera stands, and take another ruler when that has changed."""
    if not is_placed(follow):
        return follow
    viewing = viewed(follow.viewing, follow.fits, sight)
    ruler, last = follow.ruler, follow.last
    if viewing is None:
        return follow
    follow = follow._replace(viewing=viewing)
    if ruler is not None and (is_up(follow) or not is_otherwise(ruler.made_by, viewing)):
        return follow
    if last is not None and last.t_s < follow.t_s:
        if follow.t_s - last.t_s < LEAP_S:
            return follow
        # A joint has long been missing: from here on it is better to do without.
        last = last._replace(points=sight.points, sound=last.ways)
    new = made(watch, viewing, sight, last)
    if new is None:
        return follow
    if last is None:
        follow = unsettled(follow)
    return follow._replace(ruler=new, last=None)


def unsettled(follow: Follow) -> Follow:
    """Forget where the body rests and how to read it: what comes is seen in another way."""
    ways = tuple(way._replace(rest=None) for way in follow.ways)
    return follow._replace(ways=ways, ruler=None, middle=None, middle_s=0.0)


def follow_on(follow: Follow, watch: Watch, sight: Sight, t_s: float) -> Judged:
    """Take one more moment."""
    if follow.doubt is None:
        return Judged(follow, (), "joints_hidden")
    if not is_placed(follow):
        return leave(follow, watch, t_s)._replace(reason="other_position")
    ruler = follow.ruler
    read = None if ruler is None else measured(ruler, sight, t_s, follow.last)
    if read is None:
        return Judged(follow._replace(now=()), (), "joints_hidden")
    smooths = tuple(
        [smooth(each, t_s, value) for each, value in zip(follow.smooths, read.ways, strict=True)]
    )
    gap_s = t_s - follow.smooths[0].t_s
    ways = list(follow.ways)
    happened: list[Happened] = [NOTHING] * len(ways)
    values: Sequence[float]
    if watch.is_opposed:
        follow = _rested(follow, smooths[0].value, gap_s)
        turned = smooths[0].value - (follow.middle or 0.0)
        values = (max(turned, 0.0), max(-turned, 0.0))
    else:
        values = _parted([each.value for each in smooths], ways, gap_s)
    for i, value in enumerate(values):
        now = smooths[min(i, len(smooths) - 1)]
        ways[i], happened[i] = go(ways[i], now.at_s, value, noise=now.noise, wobble=now.wobble)
    counts, events = _counted(follow, watch, ways, happened, t_s)
    follow = follow._replace(
        ways=tuple(ways), smooths=smooths, counts=counts, now=tuple(values), last=read, t_s=t_s
    )
    return Judged(follow, events)


def _counted(
    follow: Follow, watch: Watch, ways: list[Way], happened: Sequence[Happened], t_s: float
) -> tuple[tuple[int, ...], tuple[Event, ...]]:
    """Count what happened on each side, and put the *ways* right where one side only swayed."""
    counts = list(follow.counts)
    events: list[Event] = []
    for i, what in enumerate(happened):
        if what is not NOTHING:
            other = len(ways) - 1 - i
            if other != i and _outdone(follow.ways[i], follow.ways[other]):
                ways[i] = ways[i]._replace(reaches=follow.ways[i].reaches)
                continue
            if other != i:
                ways[other] = _yielded(ways[other], what)
            counts[i], told = _told(what, watch.sides[i], counts[i], t_s)
            events.extend(told)
    return tuple(counts), tuple(events)


def _rested(follow: Follow, value: float, gap_s: float) -> Follow:
    """Follow where a body rests that turns to and fro: only while it is turned to neither side."""
    if follow.middle is None:
        return follow._replace(middle=value if abs(value) < ARRIVED else 0.0, middle_s=0.0)
    if is_up(follow):
        return follow
    since_s = min(follow.middle_s + gap_s, DRIFT_S)
    share = min(1.0, gap_s / since_s) if since_s > 0.0 else 0.0
    middle = follow.middle + share * (value - follow.middle)
    return follow._replace(middle=middle, middle_s=since_s)


def _parted(values: Sequence[float], ways: list[Way], gap_s: float) -> Sequence[float]:
    """
    Part the sides, one of which works at a time.

    The side that goes less far only sways along, which must not drag down where it starts from: it
    stays where both rested.
    """
    rests = [way.rest for way in ways if way.low is not None and way.rest is not None]
    if len(values) == 1 or len(rests) < len(ways):
        return values
    gone = [value - rest for value, rest in zip(values, rests, strict=True)]
    lead = gone.index(max(gone))
    if gone[lead] < SWAYS * FLOOR:
        share = min(1.0, gap_s / RESTS_S)
        for i, (way, off) in enumerate(zip(ways, gone, strict=True)):
            ways[i] = way._replace(rest=rests[i] + share * off)
        return values
    other = 1 - lead
    way, rest = ways[other], rests[other]
    if not way.up and (way.low or 0.0) < rest:
        ways[other] = way._replace(low=rest)
    return [value if i == lead else max(value, rest) for i, value in enumerate(values)]


def _outdone(way: Way, other: Way) -> bool:
    """Tell whether the other side goes farther just now: one side works at a time, one sways."""
    return other.up and other.crest - (other.low or 0.0) > way.crest - (way.low or 0.0)


def _yielded(other: Way, what: Happened) -> Way:
    """Let the other side begin afresh once this one has repeated: what it did was sway."""
    if other.up and any(isinstance(each, Rep) for each in what):
        now = other.past.way if other.past is not None else other.low
        return Way(low=now, reaches=other.reaches, t_s=other.t_s, rest=other.rest)
    return other


def leave(follow: Follow, watch: Watch, t_s: float, *, ended: bool = False) -> Judged:
    """Leave the position: what was held counts, what comes next begins afresh."""
    if all(way.low is None for way in follow.ways):
        return Judged(follow, ())
    events: list[Event] = []
    counts = list(follow.counts)
    for i, (way, side) in enumerate(zip(follow.ways, watch.sides, strict=True)):
        counts[i], told = _told(close(way, ended=ended), side, counts[i], t_s)
        events.extend(told)
    ways = tuple(Way(reaches=way.reaches, rest=way.rest) for way in follow.ways)
    blank = (Smooth(),) * len(follow.smooths)
    left = follow._replace(
        ways=ways,
        smooths=blank,
        counts=tuple(counts),
        now=(),
        viewing=moved_on(follow.viewing),
        last=None,
    )
    return Judged(left, tuple(events))


def _told(happened: Happened, side: SideWatch, count: int, t_s: float) -> tuple[int, list[Event]]:
    events: list[Event] = []
    for what in happened:
        if isinstance(what, Rep):
            count += 1
            events.append(RepCounted(t_s, side.side, count, what.reach, what.still_held))
        elif what.end_s is None:
            events.append(HoldStarted(t_s, side.side, what.start_s))
        else:
            events.append(HoldEnded(t_s, side.side, what.start_s, what.end_s))
    return count, events
