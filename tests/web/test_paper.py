"""What can be printed from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.documents.reading import words_of

from unkink.core.history.entries import Day

if TYPE_CHECKING:
    from tests.web.conftest import Person

    from unkink.ports import Store


def test_a_programme_comes_as_a_file_to_print(person: Person) -> None:
    """One click, and a PDF with a name of its own is there."""
    got = person.get("/handout.pdf?programme=gentle")

    assert "application/pdf" == got.headers["content-type"]
    assert 'attachment; filename="unkink-gentle.pdf"' == got.headers["content-disposition"]
    assert "Gentle start" in words_of(got.content)


def test_one_exercise_comes_in_large_print_with_the_way_to_its_page(person: Person) -> None:
    """The code of one exercise leads to that exercise."""
    got = person.get("/handout.pdf?exercise=bridge&large=true&paper=letter")
    told = words_of(got.content).replace(" ", "")

    assert "#/exercises/bridge" in told


def test_the_plan_is_printed_as_it_was_changed(person: Person) -> None:
    """What a person left out of today's plan is not on its paper; nonsense is refused."""
    whole = words_of(person.get("/handout.pdf?programme=plan").content)
    wishes = quote('{"without": ["bridge"], "wanted": [], "steps": {}}')
    less = words_of(person.get(f"/handout.pdf?programme=plan&wishes={wishes}").content)

    assert "Slowly lift your hips" in whole
    assert "Slowly lift your hips" not in less
    assert 422 == person.get("/handout.pdf?programme=plan&wishes=%7B").status_code


def test_what_can_not_be_printed_is_refused_with_a_reason(person: Person) -> None:
    """A mistyped name gives words, not an empty page."""
    assert 404 == person.get("/handout.pdf?programme=hard").status_code
    assert 404 == person.get("/handout.pdf?exercise=headstand").status_code
    assert 422 == person.get("/handout.pdf?programme=gentle&paper=a0").status_code
    assert 400 <= person.get("/handout.pdf").status_code < 500


def test_a_report_comes_with_its_day_in_its_name(person: Person, store: Store) -> None:
    """One click, and the clinician's report is there; before there is anything, it says so."""
    assert 422 == person.get("/report.pdf").status_code
    store.add_entry(Day(pain=5), at=person.clock().isoformat())
    got = person.get("/report.pdf?name=Ada")

    assert (
        'attachment; filename="unkink-report-2026-11-23.pdf"'
        == (got.headers["content-disposition"])
    )
    assert "Ada" in words_of(got.content)
