"""Whether it helps, from the page: said in one tap, kept, and answered honestly."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from unkink.core.history.entries import Profile

if TYPE_CHECKING:
    from httpx2 import Response
    from tests.cases import Clock
    from tests.web.conftest import Person

    from unkink.ports import Store

ACTIVITIES = {
    **{f"activity_{n}_name": each for n, each in enumerate(("socks", "garden", "car"), 1)},
    **{f"activity_{n}": 3 + n for n in range(3)[1:]},
    "activity_3": 6,
}


def _measure(told: Response, instrument: str) -> Any:
    assert told.is_success, told.text
    return next(m for m in told.json()["measures"] if m["instrument"]["id"] == instrument)


def test_the_day_is_said_in_one_tap_and_yesterday_is_remembered(
    person: Person, clock: Clock
) -> None:
    """Yesterday's number is shown before today's is asked; said again, the later counts."""
    person.put("/day", {"pain": 6})
    assert {"said": 6, "yesterday": None, "trial": ""} == person.get("/today").json()["day"]
    clock.go_on(days=1)
    assert {"said": None, "yesterday": 6, "trial": ""} == person.get("/today").json()["day"]
    person.put("/day", {"pain": 4})
    person.put("/day", {"pain": 5, "stiffness": 3, "besides": "slept badly"})

    expected = [("2026-11-23", 6, ""), ("2026-11-24", 5, "slept badly")]
    days = person.get("/progress").json()["days"]
    assert expected == [(day["date"], day["pain"], day["besides"]) for day in days]


def test_a_day_is_the_persons_own(person: Person, clock: Clock) -> None:
    """Half past midnight in Auckland is a new day there, whatever day it is in Greenwich."""
    clock.now = datetime(2026, 11, 24, 0, 30, tzinfo=timezone(timedelta(hours=13)))
    person.put("/day", {"pain": 6})

    assert ["2026-11-24"] == [day["date"] for day in person.get("/progress").json()["days"]]


def test_with_nothing_said_nothing_is_made_up(person: Person) -> None:
    """A first look at the page finds a sentence that says so, and no number."""
    told = person.get("/progress").json()

    assert ("nothing_yet", None) == (told["answer"]["verdict"], told["answer"]["comparison"])
    assert ([], [], [], []) == (
        told["days"],
        told["sessions"],
        told["weeks"],
        told["exercises"],
    )


def test_own_activities_are_kept_and_scored(person: Person) -> None:
    """Three activities with names and numbers come back with their mean."""
    found = _measure(person.post("/measures/psfs", {"answers": ACTIVITIES}), "psfs")

    assert [5.0] == [point["value"] for point in found["points"]]
    assert {"socks": 4.0, "garden": 5.0, "car": 6.0} == found["points"][0]["parts"]
    assert not found["due"]


@pytest.mark.parametrize(
    ("path", "sent", "status"),
    [
        ("/measures/psfs", {"activity_1": 4}, 422),
        ("/measures/nothing", {"x": 1}, 404),
        ("/measures/nrs_pain", {"pain": 1}, 404),
        ("/measures/pgic", {"change": 8}, 422),
        ("/measures/rmdq_24", {"home": True}, 409),
        ("/measures/fingertip_to_floor", {"cm": 12}, 409),
    ],
)
def test_what_cannot_be_scored_is_refused_and_not_kept(
    person: Person, path: str, sent: dict[str, object], status: int
) -> None:
    """A slip, a questionnaire without its words, a test nobody cleared: one line, nothing kept."""
    refused = person.post(path, {"answers": sent})

    assert status == refused.status_code, refused.text
    assert {"error", "what_to_do"} == refused.json().keys()
    assert not any(m["points"] for m in person.get("/progress").json()["measures"])


def test_the_official_words_can_be_supplied(person: Person) -> None:
    """With its 24 sentences the questionnaire can be filled in; with 23 the reason is told."""
    sentences = [f"A sentence that stands for number {n}." for n in range(1, 25)]
    path = "/measures/rmdq_24/wording"
    refused = person.put(path, {"text": "\n".join(sentences[:-1]), "source": "the paper"})
    assert "It has 23 lines" in refused.json()["error"]
    supplied = person.put(path, {"text": "\n".join(sentences), "source": "the paper"})
    assert sentences == [i["text"] for i in _measure(supplied, "rmdq_24")["instrument"]["items"]]
    filled = person.post("/measures/rmdq_24", {"answers": {"home": True, "bed": True}})

    assert [2.0] == [point["value"] for point in _measure(filled, "rmdq_24")["points"]]


def test_a_movement_test_follows_what_the_person_may_do(person: Person, store: Store) -> None:
    """Who must not bend forwards is not asked to reach for the floor; others are."""
    at = "2026-11-23T19:00:00+00:00"
    store.add_entry(Profile(conditions=()), at=at)
    reached = person.post("/measures/fingertip_to_floor", {"answers": {"cm": 12.5, "by": 1}})
    assert [12.5] == [p["value"] for p in _measure(reached, "fingertip_to_floor")["points"]]
    store.add_entry(Profile(conditions=("worse_bending_forward",)), at=at)
    refused = person.post("/measures/fingertip_to_floor", {"answers": {"cm": 12.5}})

    assert 409 == refused.status_code
    assert refused.json()["error"].startswith("Not for you.")


@pytest.mark.parametrize("said", [None, False])
def test_safe_exercise_for_new_pain_is_never_put_off(person: Person, said: bool | None) -> None:  # noqa: FBT001 - an answer
    """A trial is only for pain of more than three months; whoever doesn't know is asked."""
    wanted = {"design": "baseline_then_exercises", "long_lasting": said}
    refused = person.post("/trial", wanted)

    assert 409 == refused.status_code
    assert "" == person.get("/today").json()["day"]["trial"]


def test_a_trial_is_drawn_tells_each_day_and_can_be_given_up(person: Person, clock: Clock) -> None:
    """The lot here falls on the last start: 32 days without, then exercises."""
    wanted = {"design": "baseline_then_exercises", "long_lasting": True}
    begun = person.post("/trial", wanted).json()["trial"]
    assert (1, 44) == (begun["day"], begun["days"])
    assert "No exercises today." in person.get("/today").json()["day"]["trial"]
    assert 409 == person.post("/trial", wanted).status_code
    clock.go_on(days=32)
    assert "Exercises as you like, today too." == person.get("/today").json()["day"]["trial"]
    person.client.delete("/api/trial")

    assert "" == person.get("/today").json()["day"]["trial"]
    assert 404 == person.client.delete("/api/trial").status_code


def test_two_exercises_are_compared_week_by_week(person: Person) -> None:
    """Each week is for one of the two; a made-up exercise can't be compared."""
    wanted = {"design": "a_or_b", "long_lasting": True}
    assert 422 == person.post("/trial", {**wanted, "compared": ["cobra", "none"]}).status_code
    begun = person.post("/trial", {**wanted, "compared": ["cobra", "bridge"]}).json()["trial"]

    assert ("This week is for: Bridge.", 70) == (begun["today"], begun["days"])
