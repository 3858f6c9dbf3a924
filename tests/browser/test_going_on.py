"""What gets in the way of a session, and how it goes on: reload, sleep, a server gone, pain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all, asked, choose, session_id, start_one, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened, Server

pytestmark = pytest.mark.browser


def _kinds(page: Page, session: str) -> list[str]:
    return [event["kind"] for event in asked(page, f"/api/sessions/{session}")["events"]]


def _in_the_record(page: Page, session: str, kind: str) -> bool:
    """Give what happened a moment to arrive."""
    for _ in range(40):
        if kind in _kinds(page, session):
            return True
        page.wait_for_timeout(100)
    return False


def _goes_on(page: Page) -> None:
    """Wait until the session has moved on by a second."""
    page.wait_for_function(
        "from => document.querySelector('progress').value > from",
        arg=page.locator("progress").evaluate("one => one.value"),
    )


def test_a_reload_goes_on_where_it_was(open_page: Callable[..., Opened]) -> None:
    """Whoever loads the page again finds the session standing, and goes on with a tap."""
    page, _ = open_page()
    answer_all(page)
    start_one(page, "knee_to_chest")
    session = session_id(page)
    until(page, "hold")
    page.wait_for_timeout(1200)
    before_s = asked(page, f"/api/sessions/{session}")["position_s"]
    page.reload()
    page.get_by_text("Ready?").wait_for()
    kind = page.locator(".session").get_attribute("data-kind")
    page.wait_for_timeout(600)
    after_s = asked(page, f"/api/sessions/{session}")["position_s"]

    assert "hold" == kind
    assert before_s > 0
    assert after_s - before_s < 2
    page.get_by_role("button", name="Start").click()
    page.locator(".session[data-status=playing]").wait_for()
    assert _in_the_record(page, session, "resumed")
    assert "started" == _kinds(page, session)[0]


def test_an_open_session_is_offered_again_or_kept_in_part(open_page: Callable[..., Opened]) -> None:
    """After the window was closed, Today offers to go on or to end it; what was done is kept."""
    page, _ = open_page("/?speed=3")
    answer_all(page)
    start_one(page, "bridge")
    until(page, "move")
    page.wait_for_timeout(300)
    page.goto(page.url.split("#")[0] + "#/")
    page.reload()
    page.get_by_role("heading", name="You have a session open").wait_for()
    page.get_by_role("button", name="End it here").click()
    page.get_by_text(re.compile("^Last time: ")).wait_for()
    [summary] = asked(page, "/api/record")["sessions"]

    assert "open" != summary["status"]
    assert "finished" != summary["status"]


def test_a_server_that_goes_away_takes_nothing_with_it(
    open_page: Callable[..., Opened], server: Server
) -> None:
    """The session goes on by the clock and says so; all of it is in the record once it is back."""
    page, watch = open_page("/?speed=3")
    watch.expected = ("Failed to load resource",)
    answer_all(page)
    start_one(page, "bridge")
    session = session_id(page)
    page.wait_for_timeout(500)
    server.stop()
    page.get_by_text(re.compile("^Unkink is away")).wait_for()
    until(page, "hold")
    page.keyboard.press("e")
    page.get_by_text(re.compile("be made easier now")).wait_for()
    _goes_on(page)
    server.start()
    page.get_by_text(re.compile("^Unkink is away")).wait_for(state="detached")

    assert _in_the_record(page, session, "skipped")


def test_a_figure_that_did_not_come_is_asked_for_again(open_page: Callable[..., Opened]) -> None:
    """A machine that is busy for a moment shows me the figure all the same."""
    page, watch = open_page()
    watch.expected = ("ERR_FAILED",)
    answer_all(page)
    films = "**/api/films/**"
    page.route(films, lambda route: route.abort())
    page.get_by_role("button", name=re.compile("^Start: ")).click()
    choose(page, "Pain in your back", 3)
    choose(page, "Stiffness", 4)
    page.get_by_role("button", name="Start").click()
    page.locator(".session").wait_for()
    assert 0 == page.locator(".session .figure").count()
    page.unroute(films)

    page.locator(".session .figure").wait_for()


CLOSE_THE_LID = """() => {
    const now = Date.now;
    Date.now = () => now() + 3600e3;
    return document.querySelector(".session").dataset.kind;
}"""


def test_a_closed_lid_pauses_and_says_so(open_page: Callable[..., Opened]) -> None:
    """After sleep the session stands where it was; nothing was skipped."""
    page, _ = open_page("/?speed=3")
    answer_all(page)
    start_one(page, "bridge")
    until(page, "hold")
    was = page.evaluate(CLOSE_THE_LID)
    page.locator(".session[data-status=slept]").wait_for()

    assert page.get_by_text("Nothing was skipped").is_visible()
    assert was == page.locator(".session").get_attribute("data-kind")


def test_that_hurts_stops_at_once(open_page: Callable[..., Opened]) -> None:
    """One tap stops everything; it goes on only when the person says so, and the record has it."""
    page, _ = open_page("/?speed=3")
    answer_all(page)
    start_one(page, "bridge")
    session = session_id(page)
    until(page, "move")
    page.get_by_role("button", name="That hurts").click()
    page.get_by_role("heading", name="Stop. Let go slowly.").wait_for()
    at = page.locator("progress").get_attribute("value")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(1200)

    assert page.get_by_role("heading", name="Stop. Let go slowly.").is_visible()
    assert at == page.locator("progress").get_attribute("value")
    choose(page, "How much did it hurt?", 6)
    page.locator("label", has_text="Thigh").click()
    page.get_by_role("button", name="End the session").click()
    page.get_by_role("heading", name="How was it?").wait_for()
    assert _in_the_record(page, session, "stopped")
    events = asked(page, f"/api/sessions/{session}")["events"]
    told = [(e["kind"], e["data"]) for e in events if e["kind"] in {"hurt", "hurt_told"}]
    assert [("hurt", {}), ("hurt_told", {"pain": 6, "where": "thigh"})] == told


def test_easier_is_easier(open_page: Callable[..., Opened]) -> None:
    """The rest gets gentler at a tap, and the record says so."""
    page, _ = open_page("/?speed=3")
    answer_all(page)
    start_one(page, "bridge")
    session = session_id(page)
    until(page, "move")
    page.get_by_role("button", name="Easier").click()
    page.locator(".session-notices").get_by_text("easier").first.wait_for()

    assert _in_the_record(page, session, "made_easier")
