"""What is told before, during and after a session reaches the record, and changes what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Person


def _done(person: Person, session: str, **how: object) -> dict[str, object]:
    person.post(f"/sessions/{session}/events", [person.event(1, "started")])
    return dict(person.post(f"/sessions/{session}/finish", how).json())


def test_after_a_red_session_all_questions_are_asked_again(person: Person) -> None:
    """The worst pain far above the pain before: the whole round comes before the next session."""
    session = person.started()
    summary = _done(person, session, pain=7, worst=8)
    person.clock.go_on(hours=2)

    assert 8 == summary["pain_worst"]
    assert "all" == person.get("/today").json()["screening"]["ask"]
    assert not person.answer_short().json()["cleared"] or 409 == person.start().status_code
    assert person.answer().json()["cleared"]
    assert "none" == person.get("/today").json()["screening"]["ask"]


def test_answers_given_in_the_same_second_as_a_red_session_count(person: Person) -> None:
    """However fast it went: what I answered after it is after it."""
    session = person.started()
    _done(person, session, pain=7, worst=8)
    due = person.get("/today").json()["screening"]["ask"]
    person.answer()

    assert ("all", "none") == (due, person.get("/today").json()["screening"]["ask"])


def test_after_a_green_session_only_the_short_questions_are_asked(person: Person) -> None:
    """What was well taken asks for nothing more."""
    session = person.started()
    _done(person, session, pain=3, worst=3)
    person.clock.go_on(hours=2)

    assert "short" == person.get("/today").json()["screening"]["ask"]


def test_further_down_the_leg_asks_all_questions_again(person: Person) -> None:
    """Felt in the calf after a session that began in the back: everything is asked anew."""
    assert person.answer().json()["cleared"]
    started = person.start(exercises=["bridge"], farthest=1)
    _done(person, started.json()["session_id"], pain=3, worst=3, farthest=4)
    person.clock.go_on(hours=2)

    assert "all" == person.get("/today").json()["screening"]["ask"]


def test_with_pain_of_eight_there_is_no_session(person: Person) -> None:
    """The worst days get positions of ease and short walks, and nothing is started."""
    assert person.answer().json()["cleared"]
    refused = person.start(exercises=["bridge"], pain=8)

    assert 409 == refused.status_code
    assert "walk" in refused.json()["what_to_do"].lower()
    assert [] == person.get("/record").json()["sessions"]


@pytest.mark.parametrize(
    ("kinds", "ended_by"),
    [(["started", "hurt", "stopped"], "hurt"), (["started", "stopped"], "")],
)
def test_a_stopped_session_says_why(person: Person, kinds: list[str], ended_by: str) -> None:
    """Whoever looks back reads that it hurt, and not that they gave up."""
    session = person.started()
    person.post(
        f"/sessions/{session}/events",
        [person.event(number, kind) for number, kind in enumerate(kinds, 1)],
    )

    assert ended_by == person.get("/record").json()["sessions"][0]["ended_by"]


def test_a_session_ended_by_an_emergency_says_so(person: Person) -> None:
    """An answer that told of an emergency ended it: that is what the record says."""
    person.started()
    person.answer_short(A2=True)

    assert "emergency" == person.get("/record").json()["sessions"][0]["ended_by"]


def test_how_much_it_hurt_may_be_told_after_it_was_recorded(person: Person) -> None:
    """What hurts is on record at once; the number that follows counts for the plan."""
    session = person.started()
    person.post(
        f"/sessions/{session}/events", [person.event(1, "started"), person.event(2, "hurt")]
    )
    told = person.event(3, "hurt_told", data={"pain": 9, "where": "back"})
    person.post(f"/sessions/{session}/events", [told, person.event(4, "stopped")])
    person.clock.go_on(hours=2)

    assert 1 == person.get("/record").json()["sessions"][0]["hurt"]
    assert "all" == person.get("/today").json()["screening"]["ask"]
