"""One movement followed over time: its sides' ways, and whether the body is in its position."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.events import HoldEnded, HoldStarted, RepCounted
from unkink.core.coach.faults import NEAR, Form, Moment, Watching, speak, watch_side
from unkink.core.coach.posture import fit
from unkink.core.coach.recognition import STRANGE, Likeness, liken
from unkink.core.coach.repetition import NOTHING, Happened, Rep, Way, close, go
from unkink.core.coach.smoothing import Smooth, smooth
from unkink.core.coach.watch import along

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.events import Event, Reason
    from unkink.core.coach.gallery import Code
    from unkink.core.coach.measures import Measure, Reading, Sight
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
PATIENCE_S: Final = 0.6
"""How slowly the opinion about the posture changes. [D]"""


class Follow(NamedTuple):
    """What is known about one movement."""

    ways: tuple[Way, ...]
    smooths: tuple[Smooth, ...]
    counts: tuple[int, ...]
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
    return Follow(ways=(Way(),) * sides, smooths=(Smooth(),) * sides, counts=(0,) * sides)


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
        if follow.smooths[i].value >= way.crest - NEAR * (way.crest - (way.low or 0.0))
        else None
    )


def follow_on(
    follow: Follow, watch: Watch, sight: Sight, t_s: float, known: dict[Measure, Reading | None]
) -> Judged:
    """Take one more moment; *known* keeps measures that several movements share."""
    if follow.doubt is None:
        return Judged(follow, (), "joints_hidden")
    if not is_placed(follow):
        return leave(follow, watch, t_s)._replace(reason="other_position")
    raw = [along(sight, side.terms, known) for side in watch.sides]
    ways, smooths, counts = list(follow.ways), list(follow.smooths), list(follow.counts)
    happened: list[Happened] = [NOTHING] * len(ways)
    able = False
    for i, value in enumerate(_parted(raw, ways, watch)):
        if value is not None:
            able = True
            smooths[i] = now = smooth(smooths[i], t_s, value)
            ways[i], happened[i] = go(ways[i], now.at_s, now.value, noise=now.noise)
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
    follow = follow._replace(ways=tuple(ways), smooths=tuple(smooths), counts=tuple(counts))
    return Judged(follow, tuple(events), None if able else "joints_hidden")


def _parted(
    raw: Sequence[float | None], ways: Sequence[Way], watch: Watch
) -> Sequence[float | None]:
    """
    Part the sides, one of which works at a time.

    Turning to and fro is one axis, whose two halves are the sides' ways. Otherwise the side that
    goes less far only sways along, which must not drag down the place it starts from.
    """
    if len(raw) == 1:
        return raw
    left, right = raw
    if left is None or right is None:
        return (None, None) if watch.is_opposed else raw
    if watch.is_opposed:
        turned = (left - right) / (1.0 - watch.crossing)
        return (max(turned, 0.0), max(-turned, 0.0))
    low = ways[left > right].low
    if low is None:
        return raw
    return (left, max(right, low)) if left > right else (max(left, low), right)


def _outdone(way: Way, other: Way) -> bool:
    """Tell whether the other side goes farther just now: one side works at a time, one sways."""
    return other.up and other.crest - (other.low or 0.0) > way.crest - (way.low or 0.0)


def _yielded(other: Way, what: Happened) -> Way:
    """Let the other side begin afresh once this one has repeated: what it did was sway."""
    if other.up and any(isinstance(each, Rep) for each in what):
        now = other.past.way if other.past is not None else other.low
        return Way(low=now, reaches=other.reaches, t_s=other.t_s)
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
    ways = tuple(Way(reaches=way.reaches) for way in follow.ways)
    blank = (Smooth(),) * len(ways)
    left = follow._replace(ways=ways, smooths=blank, counts=tuple(counts))
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
