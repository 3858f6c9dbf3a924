"""The direction test in a browser: offered with why, gone through, and stopped at any second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

SAY = """
(place) => fetch("/api/day", {
  method: "PUT",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ pain: 3, farthest: place }),
}).then((answer) => answer.status)
"""


def begin(page: Page) -> None:
    """Feel it in the thigh, and come by the test from "You"."""
    answer_all(page)
    assert page.evaluate(SAY, 3) == 200
    page.goto(f"{page.url.split('#')[0]}#/you")
    page.get_by_role("link", name="To the direction test").click()
    page.get_by_role("button", name="Begin the test").click()


def say(page: Page, question: str, place: str) -> None:
    """Say where it is felt."""
    page.get_by_role("heading", name=question).wait_for()
    page.locator(".felt-words label", has_text=place).click()
    page.get_by_role("button", name="Go on").click()


@pytest.mark.browser
def test_the_test_is_gone_through_and_told(open_page: Callable[..., Opened]) -> None:
    """Backwards does no harm, forwards draws on: each is told, and what is bad is left out."""
    page, _ = open_page("/?speed=60")
    begin(page)
    say(page, "Where is it felt now?", "Thigh")
    page.get_by_role("button", name="Done, all 5").click()
    say(page, "And now, right after?", "Buttock")
    say(page, "Where is it felt now?", "Buttock")
    page.get_by_role("heading", name="Knee to chest, 5 times").wait_for()
    page.get_by_role("button", name="Done, all 5").click()
    say(page, "And now, right after?", "Calf")
    say(page, "And a minute later?", "Calf")

    page.get_by_text("Bending backwards: it did not move further down the leg.").wait_for()
    page.get_by_text("Bending forwards: it moved further down the leg").wait_for()
    page.get_by_role("link", name="To the safety questions").wait_for()


@pytest.mark.browser
def test_stop_ends_it_at_once(open_page: Callable[..., Opened]) -> None:
    """One press while I lie there: it is over, and that direction is left out."""
    page, _ = open_page()
    begin(page)
    say(page, "Where is it felt now?", "Thigh")
    page.get_by_role("timer").wait_for()
    page.get_by_role("button", name="Stop, it goes further down").click()

    page.get_by_text("Bending backwards: it moved further down the leg").wait_for()
    assert page.get_by_text("Bending forwards").count() == 0
