"""
The coach: `step(state, frame) -> (state, events)`, live and recorded alike.

A state is made of tuples and never changed: an old state stays true, so a session can be gone back
in, forked or replayed. What grows with time (a repetition's past) is a chain of links that states
share, so that one step costs the same at any length.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.counts import BRIDGED_S
from unkink.core.coach.events import Recognised, SightLost, SightRegained
from unkink.core.coach.follow import (
    POSTURE_S,
    Follow,
    begin_to_follow,
    correct,
    follow_on,
    is_placed,
    leave,
    place,
    sized_up,
    unsettled,
)
from unkink.core.coach.gallery import coded
from unkink.core.coach.others import Strange
from unkink.core.coach.picture import name_picture
from unkink.core.coach.plausibility import Eye, look
from unkink.core.coach.recognition import ENOUGH_S, recognise
from unkink.core.coach.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.body import Frame
    from unkink.core.coach.events import Event, Reason
    from unkink.core.coach.measures import Sight
    from unkink.core.coach.watch import Watch

LOST_S: Final = 1.0
"""Not seen for less than this is a blink, not a loss. [D]"""


OVER_S: Final = 3.0
"""Out of its position for so long, an exercise is over. [D]"""

SHORT_S: Final = 2.0 * ENOUGH_S
"""In a recording shorter than this, half of it is enough. [D]"""


class State(NamedTuple):
    """Everything the coach knows after the last frame."""

    watches: tuple[Watch, ...]
    follows: tuple[Follow, ...]
    expected: bool
    """Whether the exercise is known; otherwise it is recognised first."""
    kept: tuple[tuple[Event, ...], ...] = ()
    """What happened in each movement that isn't recognised yet."""
    named: int | None = None
    """Which movement was recognised."""
    fitted_s: float = -math.inf
    """When the body was last in the position of the one that was recognised."""
    eye: Eye = Eye()
    t_s: float | None = None
    judged_s: float = 0.0
    total_s: float = 0.0
    sighted_s: float | None = None
    """When it last could judge."""
    lost: bool = False
    forgotten: bool = False
    """Whether what was going on was given up since it was last judged."""
    posture_s: float = -math.inf
    sight: Sight | None = None
    """The body in the last frame; None when there was none to be believed."""
    shots: int = 0
    """How many times the picture was cut."""
    width: float | None = None
    """The picture's, in its heights."""
    shape_known: bool = True
    """Whether that width is what it was, not only assumed."""


def begin(watches: Iterable[Watch], *, expected: bool = True, shape_known: bool = True) -> State:
    """
    Begin with what to watch: one movement that is *expected*, or several to tell apart.

    Without *shape_known* the frames' width is only assumed.
    """
    told_apart = tuple(w for w in watches if expected or w.can_tell)
    follows = tuple(begin_to_follow(watch) for watch in told_apart)
    kept = ((),) * len(follows)
    return State(told_apart, follows, expected, kept=kept, shape_known=shape_known)


def step(state: State, frame: Frame) -> tuple[State, tuple[Event, ...]]:
    """Take one more frame; a frame that isn't later than the last one is passed over."""
    before_s, t_s = state.t_s, frame.t_s
    if before_s is not None and t_s <= before_s:
        return state, ()
    gap_s = 0.0 if before_s is None else t_s - before_s
    eye, sight, reason, cut, cropped = look(state.eye, frame)
    total_s, shots = state.total_s + gap_s, state.shots + cut
    state = state._replace(
        t_s=t_s, total_s=total_s, width=frame.width, eye=eye, sight=sight, shots=shots
    )
    events: tuple[Event, ...] = ()
    if gap_s >= LOST_S:
        # Whatever was done meanwhile: what comes now is no part of what came before.
        state, events = _unseen(state, "gap")
    new: tuple[Event, ...] = ()
    if cut:
        state, new = _forget(state)
        state = state._replace(follows=tuple(unsettled(each) for each in state.follows))
    if sight is not None:
        state, told, reason = _judge(state, sight)
        new = (*new, *told)
    if reason is not None:
        reason = "out_of_picture" if cropped and reason == "joints_hidden" else reason
        state, told = _unseen(state, reason)
        return state, (*events, *new, *told)
    if state.lost:
        events = (*events, SightRegained(t_s))
    judged_s = state.judged_s + (gap_s if gap_s < LOST_S else 0.0)
    state = state._replace(sighted_s=t_s, lost=False, forgotten=False, judged_s=judged_s)
    return state, (*events, *new)


def end(state: State) -> tuple[State, tuple[Event, ...]]:
    """
    Close what is still going on as a recording ends: what is held counts.

    Of what was short less is asked to know it; what shows no movement is named like a picture.
    """
    likenesses = [follow.likeness for follow in state.follows]
    did = _did(state)
    state, events = _forget(state, ended=True)
    if state.expected or state.named is not None or state.total_s >= SHORT_S:
        return state, events
    shown = recognise(likenesses, did, enough_s=0.5 * state.total_s)
    if shown is None and state.total_s < ENOUGH_S:
        shown = name_picture(
            state.watches, state.eye.points, width=state.width, shape_known=state.shape_known
        )
    if shown is None:
        return state, events
    told = (Recognised(state.t_s or 0.0, state.watches[shown].exercise), *state.kept[shown])
    return state._replace(named=shown), (*events, *told)


def _judge(state: State, sight: Sight) -> tuple[State, tuple[Event, ...], Reason | None]:
    t_s = state.t_s or 0.0
    follows = state.follows
    if state.expected and not state.watches[0].can_tell:
        return state, (), "view"
    looked = t_s - state.posture_s >= POSTURE_S
    if looked:
        code = coded(shape(sight))
        strange = Strange(code)
        follows = tuple(
            sized_up(place(follow, watch, code, strange, told=state.expected), watch, sight)
            for watch, follow in zip(state.watches, follows, strict=True)
        )
        state = state._replace(posture_s=t_s)
    judged = [
        follow_on(follow, watch, sight, t_s)
        for watch, follow in zip(state.watches, follows, strict=True)
    ]
    happened = [each.events for each in judged]
    follows = tuple([each.follow for each in judged])
    if looked:
        corrected = [
            correct(follow, watch, sight, t_s) if each.reason is None else (follow, ())
            for each, follow, watch in zip(judged, follows, state.watches, strict=True)
        ]
        follows = tuple(follow for follow, _ in corrected)
        happened = [(*old, *new) for old, (_, new) in zip(happened, corrected, strict=True)]
    state, events = _tell(state._replace(follows=follows), happened, looked=looked)
    reasons = [each.reason for each in judged]
    return state, events, reasons[0] if state.expected and None not in reasons else None


def _tell(
    state: State, happened: list[tuple[Event, ...]], *, looked: bool
) -> tuple[State, tuple[Event, ...]]:
    """Tell what happened in the expected or recognised movement; keep the rest until it is."""
    if state.expected:
        return state, tuple([event for events in happened for event in events])
    if any(happened):
        kept = tuple((*old, *new) for old, new in zip(state.kept, happened, strict=True))
        state = state._replace(kept=kept)
    if looked or any(happened):
        state, told = _name(state)
        if told:
            return state, told
    if state.named is None:
        return state, ()
    told = state.kept[state.named]
    kept = tuple(() if i == state.named else events for i, events in enumerate(state.kept))
    return (state._replace(kept=kept), told) if told else (state, ())


def _name(state: State) -> tuple[State, tuple[Event, ...]]:
    """Say what is being done, once it is sure; and that it is no longer, once it is long over."""
    t_s = state.t_s or 0.0
    if state.named is not None and is_placed(state.follows[state.named]):
        state = state._replace(fitted_s=t_s)
    named = recognise([follow.likeness for follow in state.follows], _did(state))
    blank = ((),) * len(state.kept)
    if named is not None and named != state.named:
        told = (Recognised(t_s, state.watches[named].exercise), *state.kept[named])
        return state._replace(named=named, fitted_s=t_s, kept=blank), told
    if state.named is not None and t_s - state.fitted_s >= OVER_S:
        return state._replace(named=None, kept=blank), (Recognised(t_s, None),)
    return state, ()


def _did(state: State) -> list[bool]:
    """Tell of which movements something was done, by a body that is in their position."""
    return [
        bool(kept) and is_placed(follow)
        for kept, follow in zip(state.kept, state.follows, strict=True)
    ]


def _unseen(state: State, reason: Reason) -> tuple[State, tuple[Event, ...]]:
    t_s = state.t_s or 0.0
    if state.sighted_s is None:
        state = state._replace(sighted_s=t_s)
    since_s = t_s - (state.sighted_s or 0.0)
    closed: tuple[Event, ...] = ()
    if not state.forgotten and (since_s >= BRIDGED_S or reason == "view"):
        state, closed = _forget(state)
        state = state._replace(forgotten=True)
    if state.lost or (since_s < LOST_S and reason != "view"):
        return state, closed
    return state._replace(lost=True), (*closed, SightLost(t_s, reason))


def _forget(state: State, *, ended: bool = False) -> tuple[State, tuple[Event, ...]]:
    """Close what is going on, and begin afresh: another picture, or none."""
    t_s = state.t_s or 0.0
    left = [
        leave(follow, watch, t_s, ended=ended)
        for watch, follow in zip(state.watches, state.follows, strict=True)
    ]
    follows = tuple(each.follow._replace(doubt=None) for each in left)
    state = state._replace(follows=follows, posture_s=-math.inf)
    return _tell(state, [each.events for each in left], looked=True)
