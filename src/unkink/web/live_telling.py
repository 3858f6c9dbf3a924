"""What the coach says, as messages to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.coach import events
from unkink.core.history.seen_words import REGAINED, lost_words
from unkink.web import live_messages as told
from unkink.web.live_wire import Judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.coach.live import Glance
    from unkink.core.coach.placing import Placement
    from unkink.core.definition.exercise import Exercise
    from unkink.web.live_wire import State


def in_words(  # noqa: PLR0911 - one for each kind
    event: events.Event, exercises: Mapping[str, Exercise]
) -> told.Message:
    """Tell one of the coach's events."""
    t_ms = ms(event.at_s)
    match event:
        case events.RepCounted():
            number = event.number
            return told.RepCounted(t_ms=t_ms, side=event.side, number=number, say=f"{number}")
        case events.HoldStarted():
            return told.HoldStarted(t_ms=t_ms, side=event.side, start_ms=ms(event.start_s))
        case events.HoldEnded():
            return told.HoldEnded(
                t_ms=t_ms, side=event.side, start_ms=ms(event.start_s), end_ms=ms(event.end_s)
            )
        case events.CueGiven():
            return told.CueGiven(t_ms=t_ms, side=event.side, fault=event.fault, say=event.say)
        case events.SightLost():
            return told.SightLost(t_ms=t_ms, reason=event.reason, say=lost_words(event.reason))
        case events.SightRegained():
            return told.SightRegained(t_ms=t_ms, say=REGAINED)
        case events.Recognised():
            known = event.exercise is not None and event.exercise in exercises
            name = exercises[event.exercise].name if known and event.exercise else ""
            return told.Recognised(t_ms=t_ms, exercise=event.exercise, name=name)


def placed(placement: Placement, t_s: float) -> told.Placed:
    """Tell how the camera stands."""
    return told.Placed(
        t_ms=ms(t_s),
        verdict=placement.verdict,
        edges=list(placement.edges),
        say=placement.say,
    )


def answer(glance: Glance, t_ms: int, person: int) -> Judged:
    """Tell how it stands, as the answer to a picture."""
    state: State = "waiting"
    if glance.judged is not None:
        state = "judged" if glance.judged else "unseen"
    _, left, right, held_s, reps = glance
    return Judged(t_ms, state, left, right, round(held_s * 1000), reps, person)


def ms(t_s: float) -> int:
    """Give whole milliseconds; smoothing may put a beginning just before the first picture."""
    return max(round(t_s * 1000), 0)
