"""What every place the record may be kept in promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.storage.records import NOES, PLAN, event, new_session

from unkink.core.errors import Conflict, NotFound
from unkink.core.history.entries import (
    KINDS,
    Bound,
    Bounds,
    Day,
    DirectionTest,
    DirectionTried,
    Measure,
    Profile,
    Said,
    Trial,
    Undone,
    Wording,
)
from unkink.core.history.record import CheckIn, Event, EventKind, Plan
from unkink.core.history.sightings import Sighting
from unkink.core.history.tally import tally
from unkink.core.plan.session import Session
from unkink.storage.folder import open_folder
from unkink.storage.memory import MemoryStore
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.core.history.sightings import SightingKind
    from unkink.ports import KeptSession, Store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Each store, empty."""
    return MemoryStore() if request.param == "memory" else SqliteStore(open_folder(tmp_path))


@pytest.fixture
def session_id(store: Store) -> str:
    """Start a session."""
    return new_session(store, "one")


def found(store: Store, session_id: str) -> KeptSession:
    """Tell a session that must be there."""
    session = store.session(session_id)
    assert session is not None
    return session


def test_answers_are_kept_in_the_order_they_were_given(store: Store) -> None:
    """Whatever the clock says, the last answer given is the last one in the record."""
    first = store.add_answers(200.0, "v1", NOES)
    second = store.add_answers(100.0, "v2", {"A1": True})

    assert (first, second) == tuple(store.answers())
    assert first.number < second.number
    assert NOES == first.answers


def test_a_new_session_stands_at_its_start(store: Store, session_id: str) -> None:
    """A session just started is open, at the beginning, with the plan it was given."""
    session = found(store, session_id)

    assert ("open", 0.0, 0) == (session.status, session.position_s, session.last_seq)
    assert (3, 4, "Gentle start") == (session.pain, session.stiffness, session.name)
    assert (PLAN,) == tuple(store.plans(session_id))
    assert session.check_in is None


def test_an_id_is_given_once(store: Store, session_id: str) -> None:
    """A second session can't take the place of the first."""
    with pytest.raises(Conflict):
        new_session(store, session_id)


def test_events_are_kept_and_move_the_position(store: Store, session_id: str) -> None:
    """What happened is in the record, and the session stands where the last of it was."""
    assert 2 == store.append(session_id, [event(1, "started"), event(2)], heard_at_s=1002.0)

    assert (event(1, "started"), event(2)) == tuple(store.events(session_id))
    assert 2.0 == found(store, session_id).position_s
    assert 1002.0 == found(store, session_id).heard_at_s


def test_sending_again_changes_nothing(store: Store, session_id: str) -> None:
    """A page that never heard the answer may send the same events again."""
    store.append(session_id, [event(1), event(2)], heard_at_s=1002.0)

    assert 3 == store.append(session_id, [event(1), event(2), event(3)], heard_at_s=1003.0)
    assert 3 == store.append(session_id, [event(2)], heard_at_s=1004.0)
    assert (event(1), event(2), event(3)) == tuple(store.events(session_id))


def test_a_gap_is_refused_whole(store: Store, session_id: str) -> None:
    """An event out of order is refused with the number to send, and nothing beside it is kept."""
    with pytest.raises(Conflict, match="Event 3 came out of order: the record has got to 1"):
        store.append(session_id, [event(1), event(3)], heard_at_s=1002.0)

    assert () == tuple(store.events(session_id))


def test_another_event_under_the_same_number_is_refused(store: Store, session_id: str) -> None:
    """Two players of one session can't overwrite each other."""
    store.append(session_id, [event(1), event(2, "heartbeat")], heard_at_s=1002.0)

    for other in (event(1, "paused"), event(1, position_s=5.0), event(2, "paused")):
        with pytest.raises(Conflict, match="Another event"):
            store.append(session_id, [other], heard_at_s=1003.0)


def test_heartbeats_move_the_position_and_leave_no_event(store: Store, session_id: str) -> None:
    """After a crash at most the time since the last heartbeat is lost."""
    store.append(session_id, [event(1), event(2, "heartbeat", 7.5)], heard_at_s=1002.0)
    store.append(session_id, [event(2, "heartbeat", 7.5)], heard_at_s=1003.0)

    assert (event(1),) == tuple(store.events(session_id))
    assert (7.5, 2) == (found(store, session_id).position_s, found(store, session_id).last_seq)


def test_a_jump_moves_the_position_to_where_it_led(store: Store, session_id: str) -> None:
    """Who skipped ahead goes on after the skipped part."""
    skip = Event(seq=1, position_s=2.0, at="t", kind="skipped", data={"to_s": 9.0})
    store.append(session_id, [skip], heard_at_s=1002.0)

    assert 9.0 == found(store, session_id).position_s


@pytest.mark.parametrize("end", ["finished", "stopped"])
def test_after_the_end_nothing_new_is_kept(store: Store, session_id: str, end: EventKind) -> None:
    """A session that is over stays over; sending its events again is still harmless."""
    store.append(session_id, [event(1), event(2, end)], heard_at_s=1002.0)

    assert (end, 1002.0) == (found(store, session_id).status, found(store, session_id).ended_at_s)
    assert 2 == store.append(session_id, [event(2, end)], heard_at_s=1003.0)
    with pytest.raises(Conflict, match="already over"):
        store.append(session_id, [event(3)], heard_at_s=1003.0)


def test_nothing_comes_after_the_end_in_one_message_either(store: Store, session_id: str) -> None:
    """Events after the end are refused with the whole message they came in."""
    with pytest.raises(Conflict, match="already over"):
        store.append(session_id, [event(1, "finished"), event(2)], heard_at_s=1002.0)

    assert "open" == found(store, session_id).status


def test_events_of_no_session_are_refused(store: Store) -> None:
    """An event that belongs to no session of ours is not kept."""
    with pytest.raises(NotFound):
        store.append("other", [event(1)], heard_at_s=1.0)
    with pytest.raises(NotFound):
        store.close("other", status="partial", at_s=1.0)
    with pytest.raises(NotFound):
        store.check_in("other", CheckIn())
    assert store.session("other") is None
    assert () == tuple(store.plans("other"))
    assert () == tuple(store.events("other"))


def test_an_easier_plan_comes_with_its_event(store: Store, session_id: str) -> None:
    """A made-easier session goes on at the right place of its new plan."""
    easier = Plan(from_seq=1, session=PLAN.session, schedule=PLAN.schedule, position_s=4.0)
    store.append(session_id, [event(1, "made_easier", 6.0)], heard_at_s=1002.0, plan=easier)

    assert (PLAN, easier) == tuple(store.plans(session_id))
    assert 4.0 == found(store, session_id).position_s


def test_what_was_planned_is_told_of_every_session(store: Store, session_id: str) -> None:
    """A plan reads what was to be done, as it was last changed, without the schedules."""
    other = new_session(store, "other")
    eased = replace(PLAN, from_seq=1, session=Session(items=()))
    store.append(session_id, [event(1, "made_easier")], heard_at_s=1.0, plan=eased)

    assert {other: PLAN.session, session_id: eased.session} == store.planned()


def test_sessions_are_told_newest_first(store: Store) -> None:
    """The latest session comes first, whatever the clock said."""
    for session_id in ("a", "b", "c"):
        new_session(store, session_id)
    store.close("b", status="partial", at_s=5.0)

    assert ["c", "b", "a"] == [each.id for each in store.sessions()]
    assert ["c", "b"] == [each.id for each in store.sessions(limit=2)]
    assert ["c", "a"] == [each.id for each in store.open_sessions()]


def test_closing_again_changes_nothing(store: Store, session_id: str) -> None:
    """The first word on how a session ended counts."""
    store.close(session_id, status="partial", at_s=5.0)
    store.close(session_id, status="finished", at_s=6.0)

    assert ("partial", 5.0) == (
        found(store, session_id).status,
        found(store, session_id).ended_at_s,
    )


def test_how_it_was_can_be_told_again(store: Store, session_id: str) -> None:
    """Whoever corrects what they said is heard."""
    store.check_in(session_id, CheckIn(pain=3, felt="worse", note="hm"))
    store.check_in(session_id, CheckIn(pain=2, felt="better", note="Ü“"))

    assert CheckIn(pain=2, felt="better", note="Ü“") == found(store, session_id).check_in


def test_settings_are_kept_one_by_one(store: Store) -> None:
    """Changing one setting leaves the others."""
    store.save_settings({"theme": "dark", "captions": False})
    store.save_settings({"theme": "light", "speech_rate": 0.9})
    store.save_settings({})

    assert {"theme": "light", "captions": False, "speech_rate": 0.9} == store.settings()


def seen(kind: SightingKind, amount: float) -> Sighting:
    """Make a sighting."""
    return Sighting(
        at="2026-11-23T19:00:00+00:00",
        item=0,
        exercise="bridge",
        movement="main",
        side="both",
        kind=kind,
        amount=amount,
        fault="hips_sag" if kind == "cue" else "",
    )


def test_what_the_camera_saw_is_kept_in_order_for_each_session(store: Store) -> None:
    """Several people's sightings written in one stroke end up each in their own session."""
    one, two = new_session(store, "one"), new_session(store, "two")
    store.add_sightings([(one, seen("rep", 0.9)), (two, seen("judged", 10.0))])
    store.add_sightings([(one, seen("cue", 1.0)), (one, seen("hold", 5.25))])

    assert (seen("rep", 0.9), seen("cue", 1.0), seen("hold", 5.25)) == tuple(store.sightings(one))
    assert (seen("judged", 10.0),) == tuple(store.sightings(two))
    assert () == tuple(store.sightings("three"))


def test_what_belongs_to_no_session_is_not_kept_and_takes_nothing_with_it(store: Store) -> None:
    """All or none: what was kept before stays."""
    one = new_session(store, "one")
    store.add_sightings([(one, seen("rep", 0.9))])
    with pytest.raises(NotFound):
        store.add_sightings([(one, seen("rep", 0.8)), ("nobody", seen("rep", 0.7))])

    assert (seen("rep", 0.9),) == tuple(store.sightings(one))


def test_where_it_is_felt_is_kept_before_and_after(store: Store) -> None:
    """How it was before, the worst of it, and what was blamed: all are found again."""
    session_id = new_session(store, "one", farthest=2)
    said = CheckIn(pain=4, worst=6, farthest=3, hurt_by=("bridge", "cobra"))
    store.check_in(session_id, said)

    assert 2 == found(store, session_id).farthest
    assert said == found(store, session_id).check_in


SAYINGS: tuple[Said, ...] = (
    Profile(conditions=("osteoporosis",), cannot=("kneeling",), minutes=20, long_lasting=True),
    Profile(),
    Bounds(
        by="Ms Ruiz", exercises={"cobra": Bound(excluded=True), "bridge": Bound(most_hold_s=10.0)}
    ),
    Day(pain=3, stiffness=None, farthest=0, besides="slept badly"),
    Measure(instrument="psfs", version="1", answers={"a": 3.5, "b": None, "c": True, "d": "sit"}),
    Undone(rule="R5", exercise="bridge", change="level"),
    Trial(
        design="a_or_b",
        begins="2026-11-23",
        phases=(("a", 7), ("b", 7)),
        candidates=(7, 8),
        compared=("bridge", "cobra"),
    ),
    Wording(instrument="rmdq_24", sentences=("One.", "Two."), source="the paper"),
    DirectionTest(
        tried={
            "backwards": DirectionTried(before=3, after=4, later=3),
            "forwards": DirectionTried(before=3, stopped=True),
        }
    ),
)


def test_what_was_said_outside_sessions_is_found_again(store: Store) -> None:
    """Every kind of thing said, in the order it was said, whatever the clock did."""
    said = [
        store.add_entry(each, at=f"2026-11-{29 - day}T08:00:00+01:00")
        for day, each in enumerate(SAYINGS)
    ]

    assert said == list(store.entries())
    assert list(SAYINGS) == [each.said for each in store.entries()]
    assert sorted(each.number for each in said) == [each.number for each in said]
    assert [SAYINGS[3]] == [each.said for each in store.entries("day")]
    assert list(SAYINGS[:3]) == [each.said for each in store.entries("bounds", "profile")]
    assert set(KINDS.values()) == {type(each) for each in SAYINGS}


def test_what_was_done_is_told_of_all_sessions_at_once(store: Store) -> None:
    """The count of a session is the same whether it is still open, just over, or long ago."""
    one, two = new_session(store, "one"), new_session(store, "two")
    done = event(1, data={"segment": 0})
    for session_id in (one, two):
        store.append(session_id, [done], heard_at_s=1.0)
    store.close(one, status="stopped", at_s=2.0)
    counted = tally([PLAN], [done])

    assert {one: counted, two: counted} == store.tallies()
    assert {one: counted} == store.tallies([one, "nobody"])
    assert {one: counted, two: counted} == store.tallies()


def test_what_was_seen_late_is_counted_too(store: Store, session_id: str) -> None:
    """The camera's last word may come after the session was closed: it counts all the same."""
    store.append(session_id, [event(1, data={"segment": 0})], heard_at_s=1.0)
    store.close(session_id, status="stopped", at_s=2.0)
    before = store.tallies()[session_id]
    store.add_sightings([(session_id, seen("hold", 5.25))])
    after = store.tallies()[session_id]

    assert [None] == [each.seen for each in before.exercises]
    assert [5.25] == [each.seen.held_s for each in after.exercises if each.seen]
