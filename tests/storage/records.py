"""Small pieces of a record, for the tests of the stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.history.record import Event, EventKind, Farthest, Plan, Value
from unkink.core.plan.session import Item, Part, Session
from unkink.core.timing.timeline import Cue, Schedule, Segment
from unkink.ports import NewSession, Store

if TYPE_CHECKING:
    from collections.abc import Mapping

SEGMENT = Segment(
    kind="hold",
    start_s=0.0,
    end_s=10.0,
    item=0,
    exercise="bridge",
    name="Bridge",
    movement="main",
    side="both",
    set_number=1,
    sets=1,
    rep=1,
    reps=2,
    breathe="easy",
    say="Hold.",
    caption="Hold",
    next_up="",
    film_from=1.0,
    film_to=1.0,
    range_fraction=1.0,
    back_s=0.0,
    skip_s=10.0,
    repeat_s=0.0,
    lead_in_s=2.0,
)
PART = Part(movement="main", hold_s=10.0, reps=2)
ITEM = Item(exercise="bridge", level="L1", parts=(PART,))
CUE = Cue(kind="count", at_s=1.0, words="one")
PLAN = Plan(
    from_seq=0,
    session=Session(items=(ITEM,)),
    schedule=Schedule(segments=(SEGMENT,), cues=(CUE,), total_s=10.0),
    position_s=0.0,
)
NOES = {"A1": False, "A2": None}


def new_session(store: Store, session_id: str, farthest: Farthest | None = None) -> str:
    """Start a session, after some answers."""
    answered = store.add_answers(900.0, "v", NOES)
    new = NewSession(
        id=session_id,
        name="Gentle start",
        started_at_s=1000.0,
        pain=3,
        stiffness=4,
        opened_by=answered.number,
        plan=PLAN,
        farthest=farthest,
    )
    store.add_session(new)
    return session_id


def event(
    seq: int,
    kind: EventKind = "segment_done",
    position_s: float | None = None,
    data: Mapping[str, Value] | None = None,
) -> Event:
    """Make an event that happened at second `seq`."""
    at = f"2026-11-23T19:00:{seq:02d}+00:00"
    position_s = float(seq) if position_s is None else position_s
    return Event(seq=seq, position_s=position_s, at=at, kind=kind, data=data or {"segment": seq})
