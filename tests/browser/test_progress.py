"""Progress, as people meet it: one honest sentence, charts with tables behind, one tap a day."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.a_record import DAYS, SESSIONS, six_weeks
from tests.browser.walk import answer_all, asked, choose

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened, Server

AXE = Path(__file__).parents[2] / "page" / "node_modules" / "axe-core" / "axe.min.js"
AXE_LOOK = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((one) => `${one.id}: ${one.nodes[0].html}`)
"""
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"
SHOTS = os.environ.get("UNKINK_SHOTS")


def _go(page: Page, path: str, heading: str) -> None:
    page.goto(f"{page.url.split('#')[0]}#/{path}")
    page.get_by_role("heading", name=heading, level=1).wait_for()


@pytest.mark.browser
def test_the_honest_answer_stands_on_top_and_everything_behind_it_can_be_read(
    server: Server, open_page: Callable[..., Opened]
) -> None:
    """The sentence first; each chart is told in words and stands behind it as a table."""
    six_weeks(server.data)
    page, _ = open_page()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    _go(page, "progress", "Progress")
    page.locator(".chart svg").nth(2).wait_for()
    flaws = []
    for wide, high, theme in ((390, 844, "light"), (390, 844, "dark"), (1280, 800, "light")):
        page.set_viewport_size({"width": wide, "height": high})
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type] # one of its two words
        if page.evaluate(TOO_WIDE):
            flaws.append(f"runs out sideways at {wide}")
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"progress-{wide}-{theme}.png", full_page=True)
        flaws += page.evaluate(AXE_LOOK)
    pain = page.get_by_role("region", name="Pain, day by day")
    pain.get_by_text("The same as a table").click()

    assert [] == flaws
    told = asked(page, "/api/progress")
    assert "likely_better" == told["answer"]["verdict"]
    assert told["answer"]["headline"] == page.locator(".headline").inner_text()
    assert DAYS == pain.locator("tbody tr").count()
    assert (
        "The right side was held 30% less, as the camera saw it." in told["exercises"][0]["words"]
    )
    assert len(SESSIONS) == told["exercises"][0]["sessions"]


@pytest.mark.browser
def test_one_tap_a_day_is_enough(open_page: Callable[..., Opened]) -> None:
    """A tap on the number keeps it; Today asks until then, and no longer."""
    page, _ = open_page()
    answer_all(page)
    page.get_by_role("link", name=re.compile("How is your back today")).click()
    choose(page, "Pain in your back now", 4)
    page.get_by_text("Kept: 4.").wait_for()
    assert [4] == [day["pain"] for day in asked(page, "/api/progress")["days"]]
    page.get_by_role("button", name="Done").click()
    page.get_by_role("heading", name="Today").wait_for()

    assert 0 == page.get_by_role("link", name=re.compile("How is your back today")).count()


@pytest.mark.browser
def test_own_activities_are_named_once_and_asked_again_by_name(
    open_page: Callable[..., Opened],
) -> None:
    """Three things in one's own words; the next time only the numbers are asked."""
    page, _ = open_page()
    _go(page, "measure/psfs", "What I want to do again")
    for number, name in enumerate(("socks", "garden", "film"), 1):
        field = page.get_by_label(re.compile(rf"^{number}\. Something your back makes hard"))
        field.fill(name)
        choose(page, f"How well does it go now: {name}", 3 + number)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("5 of 10. The first value").wait_for()
    _go(page, "measure/psfs", "What I want to do again")
    page.get_by_role("heading", name="garden").wait_for()

    assert 2 == page.get_by_placeholder("for example: putting on socks").count()


@pytest.mark.browser
def test_a_trial_is_drawn_and_says_what_today_is_for(open_page: Callable[..., Opened]) -> None:
    """New pain is sent to gentle exercise; lasting pain may begin, and can end, a trial."""
    page, _ = open_page()
    _go(page, "trial", "Try it out fairly")
    page.get_by_role("radio", name="No", exact=True).check()
    page.get_by_text("Pain that is new should not wait for a trial.").wait_for()
    page.get_by_role("radio", name="Yes", exact=True).check()
    page.get_by_role("radio", name=re.compile("Before and after")).check()
    page.get_by_role("button", name="Draw and begin today").click()
    page.get_by_text("Your trial, day 1 of 44.").wait_for()
    _go(page, "trial", "Try it out fairly")
    page.get_by_role("button", name="End the trial").click()
    page.get_by_role("heading", name="Progress").wait_for()

    assert asked(page, "/api/progress")["trial"] is None
