"""A made-up year is a whole record, plainly marked, and never mixed with anybody's own."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.cases import Clock, cases_in_memory

from unkink.core.errors import Conflict
from unkink.core.history.entries import Day, Measure
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.scoring import Score, score
from unkink.core.safety.rounds import ALL, VERSION
from unkink.demo.course import AWAY, DAYS, FLARE, WITHOUT
from unkink.demo.year import NAME, live
from unkink.storage.memory import MemoryStore

if TYPE_CHECKING:
    from unkink.app import UseCases
    from unkink.told import SessionSummary

UNTIL = date(2026, 11, 23)


@pytest.fixture(scope="module")
def lived() -> UseCases:
    """Live the year once."""
    cases = cases_in_memory(Clock(datetime(2026, 11, 23, 22, 0, tzinfo=UTC)), MemoryStore())
    live(cases, until=UNTIL)
    return cases


def _day(summary: SessionSummary) -> int:
    return DAYS - 1 - (UNTIL - summary.started_at.date()).days


def test_it_is_marked_as_made_up(lived: UseCases) -> None:
    """Wherever the record is shown, it can say whose it is: nobody's."""
    assert NAME == lived.today().settings["made_up"]


def test_a_year_has_its_ups_and_downs(lived: UseCases) -> None:
    """Days told, sessions done, stopped and made easier, a flare that hurt, a holiday."""
    sessions = lived.sessions.record()
    days = [_day(each) for each in sessions]
    kinds = Counter(each.status for each in sessions)
    told = [each.said for each in lived.store.entries("day")]

    assert all(WITHOUT <= day < DAYS and day not in AWAY for day in days)
    assert {"finished", "stopped"} == set(kinds)
    assert 100 < len(sessions) < 250
    assert [FLARE.start] == [_day(each) for each in sessions if each.hurt]
    assert 0 < sum(each.made_easier for each in sessions)
    assert any(done.seen for each in sessions for done in each.exercises)
    assert any(done.seen is None for each in sessions for done in each.exercises)
    assert 280 < len(told) < DAYS - len(AWAY)
    assert max(each.pain for each in told if isinstance(each, Day)) >= 7


def test_the_safety_questions_were_answered_before_each_session(lived: UseCases) -> None:
    """Nobody, not even someone made up, starts without them."""
    assert len(lived.store.answers()) >= len({each.opened_by for each in lived.store.sessions()})


def test_everything_filled_in_can_be_scored(lived: UseCases) -> None:
    """What was filled in is what a real person could have filled in."""
    filled = [each.said for each in lived.store.entries("measure")]
    unscored = [
        (each.instrument, score(INSTRUMENTS[each.instrument], each.answers))
        for each in filled
        if isinstance(each, Measure)
        and not isinstance(score(INSTRUMENTS[each.instrument], each.answers), Score)
    ]

    assert [] == unscored
    assert 50 < len(filled)


def test_somebodys_record_is_left_alone() -> None:
    """Where anything was ever kept, nothing made up is added."""
    store = MemoryStore()
    cases = cases_in_memory(Clock(), store)
    cases.safety.answer(VERSION, dict.fromkeys(ALL, False))

    before = store.entries()

    with pytest.raises(Conflict, match="somebody's record"):
        live(cases, until=UNTIL)
    assert before == store.entries()
    assert {} == store.settings()


def test_a_second_year_is_not_put_on_top(lived: UseCases) -> None:
    """Asked again, it says what is there already."""
    before = len(lived.store.entries())
    with pytest.raises(Conflict, match="made-up record"):
        live(lived, until=UNTIL)

    assert before == len(lived.store.entries())
