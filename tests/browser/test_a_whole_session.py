"""The main thing: someone is led through a session, and what they did is in the record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import (
    answer_by_hand,
    asked,
    begin_questions,
    choose,
    pages_of_questions,
    say_no,
    session_id,
    start_one,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

WATCH = """
() => {
  window.seen = { kinds: new Set(), numbers: new Set(), poses: new Set(), words: new Set() };
  const look = () => {
    const session = document.querySelector(".session");
    if (session) {
      seen.kinds.add(session.dataset.kind);
      seen.numbers.add(document.querySelector(".number")?.textContent);
      seen.poses.add(document.querySelector(".figure g path:last-child")?.getAttribute("d"));
      seen.words.add(document.querySelector(".phase")?.textContent);
    }
    requestAnimationFrame(look);
  };
  look();
}
"""
SEEN = "Object.fromEntries(Object.entries(seen).map(([key, set]) => [key, [...set]]))"


def test_a_first_session_from_the_questions_to_the_record(open_page: Callable[..., Opened]) -> None:
    """From the first question to the record: shown, counted, moved, and written down as it was."""
    page, _ = open_page("/?speed=30")
    answer_by_hand(page)
    page.get_by_role("heading", name="Today").wait_for()
    page.evaluate(WATCH)
    start_one(page, "bridge")
    session = session_id(page)
    schedule = asked(page, f"/api/sessions/{session}")["schedule"]
    page.get_by_role("heading", name="How was it?").wait_for(timeout=40_000)
    seen = page.evaluate(SEEN)

    _looks_at_what_was_shown(seen, schedule)
    choose(page, "Pain now", 2)
    choose(page, "Stiffness now", 1)
    page.locator("label", has_text="Better").click()
    page.get_by_label("A note for yourself").fill("Slept well.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("heading", name="Well done").wait_for()
    _looks_at_the_record(page, session, schedule)


def _looks_at_what_was_shown(
    seen: dict[str, list[str]], schedule: dict[str, list[dict[str, object]]]
) -> None:
    segments = schedule["segments"]
    shown = {"get_ready", "move", "hold"} | {
        str(one["kind"]) for one in segments if one["kind"] == "finish"
    }
    assert shown <= set(seen["kinds"])
    assert {"1", "2", "3"} <= set(seen["numbers"])
    assert len(seen["poses"]) > 20
    assert any("hips" in words for words in seen["words"] if words)


def _looks_at_the_record(page: Page, session: str, schedule: dict[str, list[object]]) -> None:
    [summary] = asked(page, "/api/record")["sessions"]
    assert session == summary["session_id"]
    assert "finished" == summary["status"]
    assert (3, 2) == (summary["pain_before"], summary["pain_after"])
    assert (4, 1) == (summary["stiffness_before"], summary["stiffness_after"])
    assert ("better", "Slept well.") == (summary["felt"], summary["note"])
    assert all(one["reps_done"] == one["reps_planned"] for one in summary["exercises"])
    events = asked(page, f"/api/sessions/{session}")["events"]
    kinds = [event["kind"] for event in events]
    assert ("started", "finished") == (kinds[0], kinds[-1])
    done = [event["data"]["segment"] for event in events if event["kind"] == "segment_done"]
    assert list(range(len(schedule["segments"]))) == done
    numbers = [event["seq"] for event in events]
    assert sorted(set(numbers)) == numbers
    assert "Slept well." in page.locator(".summary").inner_text()


def test_a_yes_stops_everything_and_says_whom_to_call(open_page: Callable[..., Opened]) -> None:
    """After one emergency answer there is a number to call, and no way into a session."""
    page, watch = open_page()
    watch.expected = ("409",)
    begin_questions(page)
    page.get_by_role("button", name="Yes", exact=True).click()
    page.get_by_role("button", name="Yes, that is right").click()
    call = page.get_by_role("link", name=re.compile("^Call "))
    call.wait_for()

    assert re.fullmatch(r"tel:[0-9+]+", call.get_attribute("href") or "")
    for place in ("", "#/", "#/exercises/bridge", "#/how-are-you"):
        page.goto(page.url.split("#")[0] + place)
        page.reload()
        call.wait_for()
    refused = page.evaluate(
        "fetch('/api/sessions', {method: 'POST', headers: {'content-type': 'application/json'},"
        " body: JSON.stringify({programme: 'gentle', pain: 1, stiffness: 1})}).then(a => a.status)"
    )
    assert 409 == refused
    assert [] == asked(page, "/api/record")["sessions"]


def test_a_question_left_open_is_never_taken_as_a_no(open_page: Callable[..., Opened]) -> None:
    """Whoever is not sure gets advice, not a session."""
    page, _ = open_page()
    begin_questions(page)
    page.get_by_role("button", name="I am not sure").click()
    pages = pages_of_questions(page)
    for number in range(2, pages + 1):
        say_no(page, f"{number} of {pages}")
    page.locator(".stop").wait_for()

    assert not asked(page, "/api/today")["screening"]["last"]["cleared"]
    assert 0 == page.get_by_role("button", name=re.compile("^Start")).count()
