"""What can be printed from the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.documents.reading import words_of

if TYPE_CHECKING:
    from tests.web.conftest import Person


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


def test_what_can_not_be_printed_is_refused_with_a_reason(person: Person) -> None:
    """A mistyped name gives words, not an empty page."""
    assert 404 == person.get("/handout.pdf?programme=hard").status_code
    assert 404 == person.get("/handout.pdf?exercise=headstand").status_code
    assert 422 == person.get("/handout.pdf?programme=gentle&paper=a0").status_code
    assert 400 <= person.get("/handout.pdf").status_code < 500
