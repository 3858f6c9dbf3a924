"""
The coach in a session: what is judged follows the schedule, and what was seen is for the record.

The player says which segment is on; the coach watches through a whole item, so that a repetition
that outlasts its segment still counts. Getting ready and resting are watched too, to know where
this person's way begins, but nobody is told off for leaving the picture there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.coach import LOST_S, State, begin, end, step
from unkink.core.coach.counts import FLOOR
from unkink.core.coach.events import SightLost, SightRegained
from unkink.core.coach.faults import Form
from unkink.core.coach.follow import form_of
from unkink.core.coach.repetition import usual
from unkink.core.history.tally import WORK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Frame
    from unkink.core.coach.events import Event, Reason
    from unkink.core.coach.follow import Follow
    from unkink.core.coach.repetition import Way
    from unkink.core.coach.watch import Watch
    from unkink.core.plan.session import SegmentKind


NONE_KEPT: Final = Form()


@dataclass(frozen=True, slots=True)
class Subject:
    """What is watched: a movement of an item; `exercise` is empty while it is to be recognised."""

    item: int = 0
    exercise: str = ""
    movement: str = ""


class Live(NamedTuple):
    """Everything known about one person who is watched."""

    subject: Subject | None = None
    coach: State | None = None
    """None when nothing was to be judged so far."""
    working: bool = False
    """Whether the exercise itself is on, neither getting ready nor resting."""
    resting: bool = True
    missing: bool = False
    """Whether the person was told that nothing can be judged."""
    why: Reason | None = None
    """Why nothing can be judged now."""
    t_s: float | None = None
    judged_s: float = 0.0
    """Time of this subject's exercise itself that was judged, and wasn't kept yet."""
    kept: Form = NONE_KEPT
    """What of the form was kept."""


class Owed(NamedTuple):
    """What was judged and isn't kept yet."""

    judged_s: float
    form: Form


class Glance(NamedTuple):
    """How it stands after one frame."""

    judged: bool | None
    """None when nothing is to be judged."""
    left: float | None = None
    right: float | None = None
    """How far each side is, 0..1 of the person's own usual way; the file's way at first."""
    held_s: float = 0.0
    reps: int = 0


NOTHING: Final = Glance(None)


class Moved(NamedTuple):
    """After something changed: the state, and what ended with it."""

    live: Live
    events: tuple[Event, ...] = ()


class Taken(NamedTuple):
    """After one frame."""

    live: Live
    events: tuple[Event, ...]
    glance: Glance


def paid(live: Live) -> tuple[Live, Owed]:
    """Hand out what was judged since the last time, to be kept."""
    follow = None if live.coach is None else _followed(live.coach)
    now = live.kept if follow is None else form_of(follow)
    form = Form(now.judged_s - live.kept.judged_s, now.lost_s - live.kept.lost_s)
    return live._replace(judged_s=0.0, kept=now), Owed(live.judged_s, form)


def watch(live: Live, subject: Subject, part: SegmentKind, found: Watch) -> Moved:
    """Watch what is done in this part of the schedule; the same subject goes on where it was."""
    working = part in WORK
    if subject == live.subject:
        return Moved(live._replace(working=working, resting=False))
    ended = rest(live)
    coach = begin([found]) if found.can_tell else None
    fresh = Live(subject=subject, coach=coach, working=working, resting=False, t_s=live.t_s)
    return Moved(fresh, ended.events)


def recognise(live: Live, found: Sequence[Watch]) -> Moved:
    """Find out what is done."""
    ended = rest(live)
    coach = begin(found, expected=False)
    fresh = Live(subject=Subject(), coach=coach, working=True, resting=False, t_s=live.t_s)
    return Moved(fresh, ended.events)


def rest(live: Live) -> Moved:
    """Judge nothing for now: what is held ends here, what was counted stays."""
    if live.resting or live.coach is None:
        return Moved(live._replace(resting=True, working=False))
    coach, events = end(live.coach)
    return Moved(live._replace(coach=coach, resting=True, working=False), events)


def take(live: Live, frame: Frame) -> Taken:
    """Take one more frame."""
    t_s = frame.t_s
    if live.coach is None or live.resting:
        return Taken(live._replace(t_s=t_s), (), NOTHING)
    gap_s = 0.0 if live.t_s is None else max(t_s - live.t_s, 0.0)
    coach, events = step(live.coach, frame)
    judged = not coach.lost
    more_s = gap_s if judged and live.working and gap_s < LOST_S else 0.0
    live = live._replace(t_s=t_s, coach=coach, judged_s=live.judged_s + more_s)
    if events or coach.lost or live.missing or live.why is not None:
        live, events = _sight(live, t_s, events)
    return Taken(live, events, _glance(coach, judged=judged))


def _sight(live: Live, t_s: float, events: tuple[Event, ...]) -> tuple[Live, tuple[Event, ...]]:
    """Tell of lost sight only in the exercise itself; tell then what was lost before it began."""
    told = tuple(e for e in events if not isinstance(e, SightLost | SightRegained))
    lost = [e.reason for e in events if isinstance(e, SightLost)]
    why = lost[-1] if lost else live.why
    if live.coach is None or not live.coach.lost:
        back = (SightRegained(t_s),) if live.missing else ()
        return live._replace(missing=False, why=None), (*back, *told)
    if why is None or live.missing or not live.working:
        return live._replace(why=why), told
    return live._replace(missing=True, why=why), (*told, SightLost(t_s, why))


def _glance(coach: State, *, judged: bool) -> Glance:
    follow = _followed(coach)
    if follow is None:
        return Glance(judged)
    values = follow.now or (None,) * len(follow.ways)
    shares = [_share(way, value) for way, value in zip(follow.ways, values, strict=True)]
    held_s = max(
        [
            way.near_s - way.held_s if way.told and way.held_s is not None else 0.0
            for way in follow.ways
        ]
    )
    reps = sum(follow.counts)
    return Glance(judged, shares[0], shares[-1], held_s, reps)


def _followed(coach: State) -> Follow | None:
    index = 0 if coach.expected else coach.named
    return None if index is None or not coach.follows else coach.follows[index]


def _share(way: Way, value: float | None) -> float | None:
    if value is None or way.low is None:
        return None
    reach = max(usual(way) or 1.0 - way.low, FLOOR)
    return min(max((value - way.low) / reach, 0.0), 1.0)
