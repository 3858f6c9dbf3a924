"""A report is gathered from the record as it truly is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.cases import Clock, cases_in_memory
from tests.documents.reading import words_of

from unkink.core.errors import Invalid
from unkink.core.history.entries import Bound, Bounds, Day, Profile
from unkink.core.safety.flags import FLAGS
from unkink.documents import ReportWish, print_report
from unkink.documents.gathering import gathered

if TYPE_CHECKING:
    from tests.web.conftest import Person

    from unkink.ports import Store


def _trained(person: Person, *, note: str = "") -> None:
    """Do a whole session of the bridge, and say how it was."""
    session_id = person.started()
    schedule = person.get(f"/sessions/{session_id}").json()["schedule"]
    events = [
        person.event(number, data={"segment": number - 1}, position_s=segment["end_s"])
        for number, segment in enumerate(schedule["segments"], 1)
    ]
    person.post(f"/sessions/{session_id}/events", events)
    person.post(f"/sessions/{session_id}/finish", {"pain": 2, "stiffness": 2, "note": note})


def test_what_was_done_and_said_is_in_the_report(
    person: Person, clock: Clock, store: Store
) -> None:
    """Sessions, notes, conditions and a clinician's own bounds come from the record."""
    store.add_entry(Profile(conditions=("wrist_pain",)), at=clock().isoformat())
    bounds = Bounds(by="Dr. Ode", exercises={"bridge": Bound(most_level="L2", most_hold_s=5)})
    store.add_entry(bounds, at=clock().isoformat())
    store.add_entry(Day(pain=4), at=clock().isoformat())
    _trained(person, note="Went #well")
    clock.go_on(days=1)
    cases = cases_in_memory(clock, store)

    told = words_of(print_report(cases, ReportWish(name="Ada")).pdf)

    assert "Ada" in told
    assert "1 session " in told
    assert "Bridge 8 times, 3 seconds each" in told
    assert "8 of 8" in told
    assert "Went #well" in told
    assert "at most level L2, holds of at most 5 s: Bridge. Set by Dr. Ode." in told


def test_an_emergency_answer_is_told_with_its_date(
    person: Person, clock: Clock, store: Store
) -> None:
    """A clinician sees what was answered with yes, and that exercises were locked."""
    store.add_entry(Day(pain=4), at=clock().isoformat())
    person.answer(A2=True)

    flags = gathered(cases_in_memory(clock, store), ReportWish()).flags

    assert [(date(2026, 11, 23), "New trouble with passing water.")] == [
        (each.date, each.words) for each in flags
    ]


def test_a_weak_flag_is_told_as_one(person: Person, clock: Clock, store: Store) -> None:
    """What was answered with yes and did not lock is there too, with what followed."""
    store.add_entry(Day(pain=4), at=clock().isoformat())
    weak = next(flag for flag in FLAGS if flag.weak)
    person.answer(**{weak.id: True})
    clock.go_on(days=28)
    person.answer(**{weak.id: True})

    flags = gathered(cases_in_memory(clock, store), ReportWish()).flags

    assert [
        (date(2026, 12, 21), f"{weak.name}.", "The person went on with care. Told 2 times.")
    ] == [(each.date, each.words, each.meant) for each in flags]


def test_only_the_days_asked_for_are_told(person: Person, clock: Clock, store: Store) -> None:
    """A report of last month leaves out this one."""
    _trained(person)
    clock.go_on(days=40)
    wish = ReportWish(first=date(2026, 12, 1), last=date(2026, 12, 24))

    assert () == tuple(gathered(cases_in_memory(clock, store), wish).sessions)


def test_nothing_to_tell_is_refused_in_words() -> None:
    """Whoever has not begun is told what to do, and gets no empty paper."""
    with pytest.raises(Invalid, match="nothing to report yet"):
        print_report(cases_in_memory(Clock()), ReportWish())


def test_a_report_tells_of_no_day_without_a_record(clock: Clock, store: Store) -> None:
    """Asked for all years, it begins where the record does and ends today; before, it says so."""
    store.add_entry(Day(pain=4), at=clock().isoformat())
    cases = cases_in_memory(clock, store)
    clock.go_on(days=3)

    told = gathered(cases, ReportWish(first=date(2000, 1, 1), last=date(2100, 1, 1)))

    assert (date(2026, 11, 23), date(2026, 11, 26)) == (told.first, told.last)
    with pytest.raises(Invalid, match="it begins on 2026-11-23"):
        gathered(cases, ReportWish(last=date(2026, 11, 1)))


def test_days_the_wrong_way_round_are_refused(clock: Clock, store: Store) -> None:
    """A first day after the last is a slip of the pen."""
    store.add_entry(Day(pain=4), at=clock().isoformat())
    wish = ReportWish(first=date(2027, 1, 1), last=date(2026, 1, 1))

    with pytest.raises(Invalid, match="after its end"):
        gathered(cases_in_memory(clock, store), wish)
