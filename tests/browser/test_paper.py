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
    page.get_by_role("radio", name="Gentle start").check()
    with page.expect_download() as programme:
        page.get_by_role("link", name="Print Gentle start, as a PDF").click()
    page.goto(f"{page.url.split('#')[0]}#/exercises/bridge")
    with page.expect_download() as exercise:
        page.get_by_role("link", name="Print Bridge in large print").click()

    assert "unkink-gentle.pdf" == programme.value.suggested_filename
    assert "Gentle start" in words_of(Path(programme.value.path()).read_bytes())
    assert "unkink-bridge.pdf" == exercise.value.suggested_filename


@pytest.mark.browser
def test_a_report_can_be_printed_from_progress(open_page: Callable[..., Opened]) -> None:
    """As soon as there is anything to tell, one tap prints it for a clinician."""
    page, _ = open_page("/")
    answer_all(page)
    sent = page.evaluate(
        """async () => (await fetch("/api/day", {
          method: "PUT", headers: { "content-type": "application/json" },
          body: JSON.stringify({ pain: 4 }) })).status"""
    )
    page.goto(f"{page.url.split('#')[0]}#/progress")
    with page.expect_download() as report:
        page.get_by_role("link", name="Print a report for your clinician").click()

    assert 200 <= sent < 300
    assert "unkink-report-" in report.value.suggested_filename
    assert "Pain, day by day" in words_of(Path(report.value.path()).read_bytes())
