"""The direction test over the wire: to whom it is offered, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Person

FINE = {"before": 3, "after": 2}
WORSE = {"before": 3, "after": 4, "later": 4}


def offered(person: Person) -> dict[str, Any]:
    """Ask for the test."""
    return dict(person.get("/direction-test").json())


def felt(person: Person, place: int, **answers: bool) -> None:
    """Say where it is felt today, and answer the questions."""
    person.answer(**answers)
    assert 200 == person.put("/day", {"pain": 3, "farthest": place}).status_code


def codes(person: Person) -> dict[str, str]:
    """Tell why exercises are left out of the plan."""
    plan = person.post("/plan", {"minutes": 30}).json()
    return {
        each["exercise"]: " ".join(why["words"] for why in each["why"]) for each in plan["left_out"]
    }


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 5])
def test_it_is_offered_from_the_buttock_down(person: Person, place: int) -> None:
    """Whose trouble stays in the back needs no such test."""
    felt(person, place)

    assert (place >= 2) == offered(person)["offered"]


def test_it_is_not_offered_before_anything_was_told(person: Person) -> None:
    """Nothing known is no reason to begin."""
    assert not offered(person)["offered"]


def test_it_is_not_offered_while_a_flag_stands(person: Person) -> None:
    """An emergency answer locks this test as it locks everything."""
    felt(person, 4)
    person.answer_short(A2=True)
    refused = person.post("/direction-test", {"tried": {"forwards": FINE}})

    assert (False, 409) == (offered(person)["offered"], refused.status_code)


def test_old_answers_are_asked_again_first(person: Person) -> None:
    """Two hours later the short questions come before the test, and nothing fine is kept."""
    felt(person, 3)
    person.clock.go_on(hours=2)
    refused = person.post("/direction-test", {"tried": {"forwards": FINE}})

    assert (True, 409) == (offered(person)["ask_first"], refused.status_code)


def test_what_does_not_send_it_down_opens_what_waited(person: Person) -> None:
    """With a slipped disc the cobra waits for this test; a good one opens it, for four weeks."""
    felt(person, 3, disc_herniation=True)
    before = codes(person)["cobra"]
    kept = person.post("/direction-test", {"tried": {"backwards": FINE, "forwards": FINE}})
    after = codes(person)
    person.clock.go_on(days=28)

    assert 200 == kept.status_code, kept.text
    assert "short test" in before
    assert "short test" not in after.get("cobra", "")
    assert "short test" in codes(person)["cobra"]


def test_what_sends_it_down_the_leg_is_left_out(person: Person) -> None:
    """That direction leaves the plan, with its reason, and all questions are asked again."""
    felt(person, 3)
    told = person.post("/direction-test", {"tried": {"backwards": WORSE}}).json()

    assert [
        "Bending backwards: it moved further down the leg, so exercises that way are left out."
    ] == (told["found"])
    assert "further down the leg" in codes(person)["cobra"]
    assert "all" == person.get("/today").json()["screening"]["ask"]


def test_what_got_worse_is_kept_even_if_it_came_too_late(person: Person) -> None:
    """A bad result is never refused, however it came about."""
    stopped = {"before": 3, "stopped": True}
    kept = person.post("/direction-test", {"tried": {"forwards": stopped}})

    assert (200, 1) == (kept.status_code, len(kept.json()["found"]))


def test_it_waits_for_the_number_of_the_day_and_for_a_better_day(person: Person) -> None:
    """Nobody is tested with pain of eight; what got worse on such a day is kept all the same."""
    person.answer()
    person.put("/day", {"pain": 8, "farthest": 3})
    refused = person.post("/direction-test", {"tried": {"forwards": FINE}})
    kept = person.post("/direction-test", {"tried": {"forwards": WORSE}})

    assert (409, 200) == (refused.status_code, kept.status_code)
    assert "With pain of 8 or more it is for another day." == offered(person)["why"]


def test_todays_pain_is_asked_before_the_test(person: Person) -> None:
    """Yesterday's number says nothing of today."""
    felt(person, 3)
    asked_today = offered(person)["pain_first"]
    person.clock.go_on(days=1)

    assert (False, True) == (asked_today, offered(person)["pain_first"])


def test_the_second_time_sends_to_a_clinician(person: Person) -> None:
    """Once it moved down in a session and once in the test, or twice in tests: somebody looks."""
    felt(person, 3)
    once = person.post("/direction-test", {"tried": {"backwards": WORSE}}).json()
    person.answer()
    twice = person.post("/direction-test", {"tried": {"forwards": WORSE}}).json()

    assert (True, "") == (once["worse"], once["clinician"])
    assert twice["clinician"].endswith("It is not the first time: please see a clinician.")
    assert twice["clinician"] == person.post("/plan", {"minutes": 30}).json()["clinician"]


@pytest.mark.parametrize(
    "tried",
    [{}, {"turning": FINE}, {"forwards": {"before": 9}}, {"forwards": {"after": 2}}],
)
def test_what_cannot_be_is_refused(person: Person, tried: dict[str, Any]) -> None:
    """A direction or a place that does not exist changes nothing."""
    assert 422 == person.post("/direction-test", {"tried": tried}).status_code
