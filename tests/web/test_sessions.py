"""A session from the page: started only when safe, recorded as it happens, resumed, counted."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tests.cases import Clock, cases_in_memory

from unkink.core.errors import NotCleared
from unkink.core.history.record import Before
from unkink.core.plan.choice import Asked
from unkink.core.safety.rounds import ALL, VERSION, A
from unkink.storage.memory import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from httpx2 import Response
    from tests.web.conftest import Person


def _refused(response: Response, status: int) -> str:
    """Check the one form every refusal has, and give its line."""
    assert status == response.status_code, response.text
    assert {"error", "what_to_do"} == response.json().keys()
    assert response.json()["what_to_do"]
    error = response.json()["error"]
    assert "\n" not in error
    return str(error)


def test_nobody_starts_before_the_questions(person: Person) -> None:
    """Without answers there is no session, and the page is told to ask all of them."""
    assert "all" == person.get("/today").json()["screening"]["ask"]
    assert list(ALL) == person.get("/screening").json()["ask"]
    _refused(person.start(), 409)


@pytest.mark.parametrize("question", A)
@pytest.mark.parametrize("answer", [True, None])
def test_nobody_starts_past_a_yes_or_a_blank(
    person: Person,
    question: str,
    answer: bool | None,  # noqa: FBT001 - it is the answer itself
) -> None:
    """One answer that is not a plain no, and there is no session."""
    told = person.answer(**{question: answer}).json()

    assert not told["cleared"]
    assert [question] == [reason["question"] for reason in told["reasons"]]
    _refused(person.start(), 409)


def test_a_cleared_person_starts_and_the_next_session_asks_four_questions(person: Person) -> None:
    """Eight noes open one session; before the next one come the four short questions."""
    person.started()

    assert "short" == person.get("/today").json()["screening"]["ask"]
    _refused(person.start(), 409)
    assert person.answer_short().json()["cleared"]
    assert 201 == person.start().status_code


def test_an_emergency_answer_ends_the_open_session_and_locks(person: Person) -> None:
    """No route leads on past an emergency: not the open session, not a new one, not easier."""
    session = person.started()
    told = person.answer_short(A1=True).json()

    assert ("emergency", "112") == (told["verdict"], told["call"])
    today = person.get("/today").json()
    assert (True, None) == (today["screening"]["locked"], today["unfinished"])
    assert "emergency" == today["screening"]["last"]["verdict"]
    _refused(person.post(f"/sessions/{session}/events", [person.event(1, "resumed")]), 409)
    easier = {"seq": 1, "position_s": 1.0, "at": person.clock().isoformat()}
    _refused(person.post(f"/sessions/{session}/easier", easier), 409)
    person.answer_short()
    _refused(person.start(), 409)


@pytest.fixture
def live_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Move the machine to another zone, and back afterwards."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/Berlin", 2), ("Pacific/Auckland", 2), ("America/Los_Angeles", 1)]
)
def test_a_session_is_of_the_day_it_was_done_on(
    live_in: Callable[[str], None], zone: str, day: int
) -> None:
    """Half past midnight in summer is that day, also when I look in winter; so it is elsewhere."""
    live_in(zone)
    clock = Clock(datetime(2026, 7, 1, 22, 30, tzinfo=UTC))
    cases = cases_in_memory(clock, MemoryStore())
    cases.safety.answer(VERSION, dict.fromkeys(ALL, False))
    cases.sessions.start(Asked(exercises=("bridge",)), Before(pain=2, stiffness=3))
    clock.go_on(days=180)

    assert [date(2026, 7, day)] == [each.started_at.date() for each in cases.sessions.record()]


def test_an_emergency_answered_while_a_session_is_laid_out_stops_it(clock: Clock) -> None:
    """Two pages at once: what one answers ends what the other is about to start."""
    store = MemoryStore()
    cases = cases_in_memory(clock, store)
    cases.safety.answer(VERSION, dict.fromkeys(ALL, False))

    def meanwhile() -> str:
        cases.safety.answer(VERSION, {"A1": True})
        return "started-too-late"

    late = replace(cases, new_id=meanwhile)
    with pytest.raises(NotCleared):
        late.sessions.start(Asked(programme="gentle"), Before(pain=2, stiffness=3))
    assert () == tuple(store.open_sessions())
    assert ["stopped"] == [each.status for each in cases.sessions.record()]


def test_only_a_doctors_check_and_a_new_round_of_noes_unlock(person: Person) -> None:
    """After the emergency a doctor's check is told with its day; then a session may start."""
    person.answer(A7=True)
    person.clock.go_on(days=40)
    _refused(person.start(), 409)
    assert "emergency" == person.answer().json()["verdict"]
    _refused(person.start(), 409)

    assert person.answer(A_checked="2026-11-25").json()["cleared"]
    assert 201 == person.start().status_code


def test_the_emergency_number_is_that_of_the_country(person: Person) -> None:
    """Whom to call is told by the country, or by the person's own number."""
    assert "112" == person.answer(A1=True).json()["call"]
    person.put("/settings", {"country": "US"})
    assert "911" == person.answer(A1=True).json()["call"]
    person.put("/settings", {"emergency_number": "0123"})
    assert "0123" == person.get("/screening").json()["call"]


def test_what_happens_is_in_the_record_and_can_be_resumed(person: Person, clock: Clock) -> None:
    """After the page is gone the session waits where it was, to the last heartbeat."""
    session = person.started()
    events = [person.event(1, "started", position_s=0.0), person.event(2, "heartbeat")]
    events[1]["position_s"] = 17.25
    assert {"last_seq": 2} == person.post(f"/sessions/{session}/events", events).json()
    clock.go_on(hours=3)

    unfinished = person.get("/today").json()["unfinished"]
    assert (session, 17.25) == (unfinished["session_id"], unfinished["position_s"])
    now = person.get(f"/sessions/{session}").json()
    assert ("open", 17.25, 2) == (now["status"], now["position_s"], now["last_seq"])
    assert ["started"] == [event["kind"] for event in now["events"]]
    assert now["schedule"]["total_s"] == unfinished["total_s"]


def test_a_session_left_for_hours_is_kept_as_partial(person: Person, clock: Clock) -> None:
    """What was done counts, but nobody is thrown into the middle of yesterday's session."""
    session = person.started()
    person.post(f"/sessions/{session}/events", [person.event(1)])
    clock.go_on(hours=4, seconds=1)

    assert person.get("/today").json()["unfinished"] is None
    assert "partial" == person.get(f"/sessions/{session}").json()["status"]
    late = [person.event(1), person.event(2)]
    _refused(person.post(f"/sessions/{session}/events", late), 409)


def test_a_new_session_takes_the_place_of_an_open_one(person: Person) -> None:
    """There is one session at a time; the one before is kept as partial."""
    first = person.started()
    person.answer_short()
    second = person.start().json()["session_id"]

    assert "partial" == person.get(f"/sessions/{first}").json()["status"]
    assert second == person.get("/today").json()["unfinished"]["session_id"]


def test_a_whole_session_is_counted(person: Person) -> None:
    """Every repetition gone through is counted, once; and how it was is kept."""
    session = person.started()
    segments = person.get(f"/sessions/{session}").json()["schedule"]["segments"]
    for index, segment in enumerate(segments):
        done = person.event(index + 1, data={"segment": index})
        done["position_s"] = segment["end_s"]
        assert 200 == person.post(f"/sessions/{session}/events", [done]).status_code
    over = person.event(len(segments) + 1, "finished")
    person.post(f"/sessions/{session}/events", [over])
    after = {"pain": 2, "stiffness": 1, "felt": "better", "note": " good "}
    told = person.post(f"/sessions/{session}/finish", after).json()

    (bridge,) = told["exercises"]
    level = person.get("/exercises/bridge").json()["levels"][1]["dose"]
    assert level["reps"][0] == bridge["reps_planned"] == bridge["reps_done"]
    assert level["reps"][0] * level["hold_s"][0] == bridge["held_s"]
    assert ("finished", 3, 2, "good") == (
        told["status"],
        told["pain_before"],
        told["pain_after"],
        told["note"],
    )
    assert [told] == person.get("/record").json()["sessions"]


def test_half_a_repetition_is_none(person: Person) -> None:
    """Only what was gone through to its end counts, and going back counts no repetition twice."""
    session = person.started()
    segments = person.get(f"/sessions/{session}").json()["schedule"]["segments"]
    first = [i for i, each in enumerate(segments) if each["rep"] == 1]
    second = next(i for i, each in enumerate(segments) if each["rep"] == 2)
    played = [*first, *first, second]
    events = [person.event(n, data={"segment": i}) for n, i in enumerate(played, 1)]
    person.post(f"/sessions/{session}/events", events)
    told = person.post(f"/sessions/{session}/finish", {}).json()

    assert 1 == told["exercises"][0]["reps_done"]
    assert "stopped" == told["status"]


def test_skipping_to_the_end_is_not_doing_it(person: Person) -> None:
    """Nobody is praised for a session in which nothing was done."""
    session = person.started()
    total_s = person.get(f"/sessions/{session}").json()["schedule"]["total_s"]
    skipped = person.event(1, "skipped", data={"to_s": total_s})
    skipped["position_s"] = total_s
    assert 200 == person.post(f"/sessions/{session}/events", [skipped]).status_code
    told = person.post(f"/sessions/{session}/finish", {}).json()

    assert ("stopped", 0) == (told["status"], told["exercises"][0]["reps_done"])


def test_easier_gives_a_new_schedule_once(person: Person) -> None:
    """Asked for twice because the answer got lost, it is made easier once."""
    session = person.started()
    schedule = person.get(f"/sessions/{session}").json()["schedule"]
    hold = next(each for each in schedule["segments"] if each["kind"] == "hold")
    asked = {"seq": 1, "position_s": hold["start_s"] + 0.5, "at": person.clock().isoformat()}
    told = person.post(f"/sessions/{session}/easier", asked)
    again = person.post(f"/sessions/{session}/easier", asked)

    assert 200 == told.status_code
    assert told.json() == again.json()
    assert told.json()["schedule"] != schedule
    now = person.get(f"/sessions/{session}").json()
    assert told.json()["position_s"] == now["position_s"]
    assert told.json()["schedule"] == now["schedule"]
    assert ["made_easier"] == [event["kind"] for event in now["events"]]
    summary = person.post(f"/sessions/{session}/finish", {}).json()
    assert 1 == summary["made_easier"]


def test_events_come_in_order_or_are_refused(person: Person) -> None:
    """A gap, another event under the same number, or one after the end: one clear line."""
    session = person.started()
    path = f"/sessions/{session}/events"
    person.post(path, [person.event(1, "started")])

    assert "out of order" in _refused(person.post(path, [person.event(3)]), 409)
    assert "Another event" in _refused(person.post(path, [person.event(1, "paused")]), 409)
    assert {"last_seq": 1} == person.post(path, [person.event(1, "started")]).json()
    person.post(path, [person.event(2, "stopped")])
    assert "already over" in _refused(person.post(path, [person.event(3)]), 409)
    _refused(person.post(path, [person.event(3, "made_easier")]), 422)
    _refused(person.post("/sessions/nobody/events", [person.event(1)]), 404)


@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"programme": "gentle"}, 201),
        ({"programme": "article"}, 201),
        ({"exercises": ["bridge", "cobra"], "minutes": 10}, 201),
        ({"programme": "no-such"}, 404),
        ({"exercises": ["no-such"]}, 404),
        ({"programme": "gentle", "exercises": ["bridge"]}, 422),
        ({"exercises": []}, 422),
        ({"exercises": ["bridge"], "minutes": 0.01}, 422),
        ({"exercises": ["bridge"], "minutes": -1}, 422),
        ({"exercises": ["bridge"], "pain": 11}, 422),
        ({"exercises": ["bridge"], "pain": "3"}, 422),
        ({"exercises": ["bridge"], "pain": None}, 422),
        ({"exercises": ["../bridge"]}, 422),
        ({"programme": "gentle", "speed": 9}, 422),
    ],
)
def test_a_session_is_what_was_asked_for(
    person: Person, wanted: dict[str, Any], status: int
) -> None:
    """A programme or exercises that exist, and how the person is; all else is refused in words."""
    person.answer()
    response = person.start(**wanted)

    if status == 201:
        assert 201 == response.status_code
        assert response.json()["schedule"]["segments"]
    else:
        _refused(response, status)


def test_answers_to_an_unknown_version_start_nothing(person: Person) -> None:
    """A page from another time can't clear anybody."""
    noes = dict.fromkeys(ALL, False)
    told = person.post("/screening", {"version": "1999-01", "answers": noes}).json()

    assert (False, "unanswered") == (told["cleared"], told["verdict"])
    _refused(person.start(), 409)
    _refused(person.post("/screening", {"version": VERSION, "answers": {"A1": "no"}}), 422)
    _refused(person.post("/screening", {"version": VERSION, "answers": {"A1": 0}}), 422)


@pytest.mark.parametrize("condition", ["", "knee_replacement", "pregnant_16_weeks"])
def test_a_programme_is_as_long_as_its_card_says(person: Person, condition: str) -> None:
    """Least and most, with what is left out for the person: what is started is what was offered."""
    person.answer(**({condition: True} if condition else {}))
    card = next(each for each in person.get("/programmes").json() if each["id"] == "article")
    started = []
    for high in (False, True):
        person.answer(**({condition: True} if condition else {}))
        asked = {"programme": "article", "high": high, "pain": 2, "stiffness": 2}
        started.append(person.post("/sessions", asked).json())

    assert [card["total_min_s"], card["total_max_s"]] == [
        each["schedule"]["total_s"] for each in started
    ]
    assert card["otherwise"]


@pytest.mark.parametrize(("pain", "offered"), [(5, ["gentle", "article"]), (6, []), (8, [])])
def test_a_bad_day_offers_no_programme(person: Person, pain: int, offered: list[str]) -> None:
    """Where only a warm-up and a walk would be left of it, or nothing, no card promises more."""
    person.answer()
    assert 200 == person.put("/day", {"pain": pain}).status_code

    assert offered == [each["id"] for each in person.get("/programmes").json()]
