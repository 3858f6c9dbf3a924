"""Paper from the page: one tap, and the file is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all
from tests.documents.reading import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened


@pytest.mark.browser
def test_a_session_and_an_exercise_can_be_printed(open_page: Callable[..., Opened]) -> None:
    """From Today and from an exercise, in large print too, without the internet."""
    page, _ = open_page("/")
    answer_all(page)
    with page.expect_download() as programme:
        page.get_by_role("link", name="Print Gentle start, as a PDF").click()
    page.goto(f"{page.url.split('#')[0]}#/exercises/bridge")
    with page.expect_download() as exercise:
        page.get_by_role("link", name="Print Bridge in large print").click()

    assert "unkink-gentle.pdf" == programme.value.suggested_filename
    assert "Gentle start" in words_of(Path(programme.value.path()).read_bytes())
    assert "unkink-bridge.pdf" == exercise.value.suggested_filename
