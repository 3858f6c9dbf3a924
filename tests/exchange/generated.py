"""Whole records as they could be, made up by hypothesis."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st
from tests.storage.records import PLAN

from unkink.core.history.entries import (
    Bound,
    Bounds,
    Day,
    DirectionTest,
    DirectionTried,
    Entry,
    Measure,
    Profile,
    Said,
    Undone,
)
from unkink.core.history.record import CheckIn, Event, EventKind, Farthest, Plan
from unkink.core.history.sightings import Sighting
from unkink.core.safety.gate import Answered
from unkink.ports import Everything, KeptSession, WholeSession

RATINGS = st.integers(0, 10)
PLACES: st.SearchStrategy[Farthest | None] = st.sampled_from((None, 0, 1, 2, 3, 4, 5))
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
TIMES_S = st.floats(0, 4e9, allow_nan=False).map(lambda s: round(s, 3))
POSITIONS_S = st.floats(0, 5000, allow_nan=False).map(lambda s: round(s, 3))
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
TIMES = st.builds(
    lambda seconds, zone: datetime.fromtimestamp(int(seconds), UTC).astimezone(zone).isoformat(),
    st.integers(86_400, 4_000_000_000),
    ZONES,
)
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-99, 99), WORDS)
SAID: st.SearchStrategy[Said] = st.one_of(
    st.builds(
        Day,
        pain=RATINGS,
        stiffness=st.none() | RATINGS,
        farthest=PLACES,
        besides=WORDS,
    ),
    st.builds(
        Profile,
        conditions=st.none() | st.lists(WORDS, max_size=3).map(tuple),
        minutes=st.integers(5, 90),
        days_a_week=st.integers(1, 7),
    ),
    st.builds(
        Bounds, by=WORDS, exercises=st.dictionaries(WORDS, st.builds(Bound, excluded=st.booleans()))
    ),
    st.builds(
        Measure, instrument=WORDS, version=WORDS, answers=st.dictionaries(WORDS, VALUES, max_size=4)
    ),
    st.builds(Undone, rule=WORDS, exercise=WORDS, change=WORDS),
    st.builds(
        DirectionTest,
        tried=st.dictionaries(
            st.sampled_from(("backwards", "forwards")),
            st.builds(
                DirectionTried,
                before=st.sampled_from((0, 1, 2, 3, 4, 5)),
                after=PLACES,
                later=PLACES,
                stopped=st.booleans(),
            ),
            min_size=1,
        ),
    ),
)
CHECK_INS = st.builds(
    CheckIn,
    pain=st.none() | RATINGS,
    stiffness=st.none() | RATINGS,
    felt=st.sampled_from((None, "better", "same", "worse")),
    note=WORDS,
    worst=st.none() | RATINGS,
    farthest=PLACES,
    hurt_by=st.lists(st.sampled_from(("bridge", "cobra")), max_size=2).map(tuple),
)
EVENT_KINDS: st.SearchStrategy[EventKind] = st.sampled_from(
    ("started", "segment_done", "paused", "resumed", "skipped")
)

SIGHTINGS = st.builds(
    Sighting,
    at=TIMES,
    item=st.integers(0, 5),
    exercise=st.just("bridge"),
    movement=st.just("main"),
    side=st.sampled_from(("left", "right", "both")),
    kind=st.sampled_from(("rep", "hold", "cue", "judged")),
    amount=POSITIONS_S,
    fault=WORDS,
)


@st.composite
def _whole_sessions(draw: st.DrawFn, session_id: str, opened_by: int) -> WholeSession:
    kinds = draw(st.lists(EVENT_KINDS, max_size=4))
    events = tuple(
        Event(
            seq=seq,
            position_s=draw(POSITIONS_S),
            at=draw(TIMES),
            kind=kind,
            data=draw(st.dictionaries(WORDS, VALUES, max_size=2)),
        )
        for seq, kind in enumerate(kinds, 1)
    )
    last_seq = len(events) + draw(st.integers(0, 3))
    plans: tuple[Plan, ...] = (PLAN,)
    replanned: bool = draw(st.booleans())
    if events and replanned:
        plans = (PLAN, replace(PLAN, from_seq=events[-1].seq, position_s=draw(POSITIONS_S)))
    is_open: bool = draw(st.booleans())
    session = KeptSession(
        id=session_id,
        name=draw(WORDS),
        started_at_s=draw(TIMES_S),
        pain=draw(RATINGS),
        stiffness=draw(RATINGS),
        farthest=draw(PLACES),
        opened_by=opened_by,
        status="open" if is_open else draw(st.sampled_from(("finished", "stopped", "partial"))),
        position_s=draw(POSITIONS_S),
        last_seq=last_seq,
        heard_at_s=draw(TIMES_S),
        ended_at_s=None if is_open else draw(TIMES_S),
        check_in=draw(st.none() | CHECK_INS),
    )
    seen_all = tuple(draw(st.lists(SIGHTINGS, max_size=3)))
    return WholeSession(session=session, plans=plans, events=events, sightings=seen_all)


@st.composite
def records(draw: st.DrawFn, ids: str = "abcdef") -> Everything:
    """Make up a whole record; its sessions have ids out of these letters."""
    answers = tuple(
        Answered(
            number=number,
            at_s=draw(TIMES_S),
            version=draw(WORDS),
            answers=draw(st.dictionaries(WORDS, st.none() | st.booleans(), max_size=3)),
        )
        for number in range(1, draw(st.integers(1, 4)) + 1)
    )
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=3))
    return Everything(
        answers=answers,
        entries=tuple(
            Entry(number=number, at=draw(TIMES), said=draw(SAID))
            for number in range(1, draw(st.integers(0, 4)) + 1)
        ),
        sessions=tuple(
            draw(_whole_sessions(each, draw(st.integers(1, len(answers))))) for each in chosen
        ),
        settings=draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "theme": st.sampled_from(("light", "dark")),
                    "captions": st.booleans(),
                    "speech_rate": st.sampled_from((0.5, 1, 1.5)),
                },
            )
        ),
        files=draw(
            st.dictionaries(st.sampled_from(("mine.toml", "yours.toml")), WORDS, max_size=2)
        ),
    )
