"""Each disposition, walked by requests: who may start, who is locked, and what lifts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cases import cases_in_memory

from unkink.core.history.entries import Profile
from unkink.core.safety.rounds import ALL, SHORT, VERSION, A, C
from unkink.storage.memory import MemoryStore

if TYPE_CHECKING:
    from tests.cases import Clock
    from tests.web.conftest import Person

NOES = dict.fromkeys(ALL, False)


def test_a_flag_locks_until_a_clinicians_word_is_told_with_its_day(person: Person) -> None:
    """Clinician first: no session before, the short questions and a session after."""
    told = person.answer(B1=True).json()
    today = person.get("/today").json()["screening"]

    assert ("clinician_first", "") == (told["verdict"], told["call"])
    assert told["tell"]
    assert (True, "clinician", "all") == (today["locked"], today["lock"], today["ask"])
    assert ["B_checked", *SHORT] == person.get("/screening").json()["ask"]
    assert 409 == person.start().status_code
    assert not person.answer().json()["cleared"]
    assert person.answer_short(B_checked="2026-11-23").json()["cleared"]
    assert 201 == person.start().status_code


def test_conditions_are_kept_for_the_plan_and_told_as_care(clock: Clock) -> None:
    """What was ticked is in the profile, once, and the start page can say what is taken care of."""
    store = MemoryStore()
    cases = cases_in_memory(clock, store)
    told = cases.safety.answer(VERSION, {**NOES, "glaucoma": True, "wrist_pain": True})
    cases.safety.answer(VERSION, {**NOES, "glaucoma": True, "wrist_pain": True})

    assert (True, "with_care") == (told.cleared, told.verdict)
    assert [Profile(conditions=("wrist_pain", "glaucoma"), long_lasting=False)] == [
        entry.said for entry in store.entries("profile")
    ]
    assert told.what_to_do == cases.today().screening.care


def test_the_profile_keeps_what_else_was_said(clock: Clock) -> None:
    """A new round changes the conditions and nothing else of the profile."""
    store = MemoryStore()
    cases = cases_in_memory(clock, store)
    store.add_entry(Profile(minutes=25, avoids=("cobra",)), at=clock().isoformat())
    lasting = {"long_lasting": True, **dict.fromkeys(C, False)}
    cases.safety.answer(VERSION, {**NOES, **lasting, "hernia": True})

    assert (
        Profile(minutes=25, avoids=("cobra",), conditions=("hernia",), long_lasting=True)
        == store.entries("profile")[-1].said
    )


def test_signs_of_inflammation_name_a_specialist_and_exercise_goes_on(person: Person) -> None:
    """Four of five: see a rheumatologist, and the session may start."""
    told = person.answer(long_lasting=True, C1=True, C2=True, C3=True, C4=True, C5=False).json()

    assert (True, "with_care") == (told["cleared"], told["verdict"])
    assert "rheumatologist" in told["what_to_do"][0]
    assert 201 == person.start().status_code


def test_under_18_is_out_of_scope(person: Person) -> None:
    """A young person gets no session, and is sent to people who can look."""
    told = person.answer(B13=True).json()

    assert "out_of_scope" == told["verdict"]
    assert "age" == person.get("/today").json()["screening"]["lock"]
    assert 409 == person.start().status_code


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({"osteoporosis": True}, "said no to"),
        ({"pregnant_under_16_weeks": True, "pregnant_16_weeks": True}, "can't both be true"),
        ({"B11": True}, "not that you are pregnant"),
        ({"A_checked": "2026-11-24"}, "must be from"),
        ({"B_checked": "2026-08-30"}, "must be from"),
        ({"B_checked": "2026-02-30"}, "not a day"),
        ({"A1": "2026-11-20"}, "takes yes or no"),
    ],
)
def test_answers_that_cannot_be_right_are_refused_and_not_kept(
    person: Person, answers: dict[str, bool | str], line: str
) -> None:
    """A slip is told in one clear line, and nothing of it is in the record."""
    refused = person.answer(**answers)

    assert 422 == refused.status_code
    assert line in refused.json()["error"]
    assert list(ALL) == person.get("/screening").json()["ask"]
    assert {} == person.get("/screening").json()["before"]


def test_an_emergency_is_kept_whatever_else_is_wrong(person: Person) -> None:
    """Nothing about the other answers can make us lose an emergency."""
    told = person.answer(A1=True, osteoporosis=True, B_checked="1999-01-01").json()

    assert "emergency" == told["verdict"]
    assert "emergency" == person.get("/today").json()["screening"]["lock"]


def test_the_doctors_check_comes_after_the_emergency(person: Person) -> None:
    """A day before the emergency, or one to come, is no check of it."""
    person.answer(A1=True)
    person.clock.go_on(days=3)

    for day in ("2026-11-22", "2026-11-27", ""):
        assert 422 == person.answer(A_checked=day).status_code
    assert person.answer(A_checked="2026-11-23").json()["cleared"]


def test_an_answer_said_twice_in_one_message_is_refused(person: Person) -> None:
    """A yes can't hide behind a later no of the same name."""
    sent = '{"version": "' + VERSION + '", "answers": {"A1": true, "A1": false}}'
    answer = person.client.post(
        "/api/screening", content=sent, headers={"content-type": "application/json"}
    )

    assert 422 == answer.status_code
    assert "“A1” is there twice." in answer.json()["error"]
    assert list(ALL) == person.get("/screening").json()["ask"]


def test_the_pages_ask_emergencies_one_by_one(person: Person) -> None:
    """What the page shows comes from here: eight single questions first, then lists."""
    pages = person.get("/screening").json()["pages"]

    assert list(A) == [page["asked"][0]["id"] for page in pages[:8]]
    assert "list" in {page["kind"] for page in pages}


@pytest.mark.parametrize("name", ["", " ", "a b", "\n", "ö"])
def test_an_answer_to_no_question_is_refused(person: Person, name: str) -> None:
    """What could never be told to a clinic (a question without a name) is not taken in."""
    sent = {"version": VERSION, "answers": {**dict.fromkeys(ALL, False), name: False}}

    assert 422 == person.post("/screening", sent).status_code
