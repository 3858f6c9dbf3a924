"""For whoever has no mouse, can't hear, can't look, or wants things to stand still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import (
    answer_all,
    asked,
    begin_questions,
    pages_of_questions,
    start_one,
    until,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

FAKE_VOICE = """
window.spoken = [];
window.overlaps = 0;
let talking = null;
const fake = {
  getVoices: () => [{ name: "Robin", lang: "en-GB", localService: true, voiceURI: "robin" }],
  addEventListener: () => {},
  speak: (one) => {
    if (!one.volume) return;
    if (talking) window.overlaps += 1;
    talking = one;
    window.spoken.push(one.text);
    setTimeout(() => { if (talking === one) { talking = null; one.onend?.(); } }, 400);
  },
  cancel: () => { talking = null; },
};
Object.defineProperty(window, "speechSynthesis", { value: fake });
window.SpeechSynthesisUtterance = class {
  constructor(text) { this.text = text; this.volume = 1; }
};
"""


FOCUSED = """
() => {
  const here = document.activeElement;
  return here === document.body || here.id === "main" ? "" : here.innerText;
}
"""


def _press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def _tab_to(page: Page, words: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if words in str(here):
            return
    message = f"the Tab key never came to {words!r}"
    raise AssertionError(message)


def _answer_by_keys(page: Page) -> None:
    pages = pages_of_questions(page)
    for number in range(1, pages + 1):
        page.get_by_text(f"{number} of {pages}", exact=True).wait_for()
        one = page.get_by_role("button", name="No", exact=True).count()
        _tab_to(page, "No" if one else "None of these")
        _press(page, "Enter")


def test_a_whole_way_by_keyboard_alone(open_page: Callable[..., Opened]) -> None:
    """From the questions through a session to the record without touching anything but keys."""
    page, _ = open_page("/?speed=2")
    page.get_by_role("button", name="Begin").wait_for()
    _tab_to(page, "Begin")
    _press(page, "Enter")
    _answer_by_keys(page)
    page.get_by_role("button", name="Start").wait_for()
    _tab_to(page, "Start")
    _press(page, "Enter")
    page.get_by_role("heading", name="How are you now?").wait_for()
    _press(page, "Tab")
    _press(page, " ")
    _press(page, "ArrowRight", 3)
    _press(page, "Tab")
    _press(page, " ")
    _tab_to(page, "Start")
    _press(page, "Enter")
    session = page.locator(".session")
    session.wait_for()
    _press(page, " ")
    page.get_by_text("Paused", exact=True).wait_for()
    _press(page, " ")
    page.locator(".session[data-status=playing]").wait_for()
    until(page, "move")
    _press(page, "h")
    page.get_by_role("heading", name="Stop. Let go slowly.").wait_for()
    _tab_to(page, "End the session")
    _press(page, "Enter")
    page.get_by_role("heading", name="How was it?").wait_for()
    _tab_to(page, "Rather not say")
    _press(page, "Enter")
    page.locator(".summary").wait_for()
    [summary] = asked(page, "/api/record")["sessions"]

    assert (3, 0) == (summary["pain_before"], summary["stiffness_before"])
    assert summary["pain_after"] is None
    assert 1 == summary["hurt"]


def test_what_is_said_is_said_once_and_stands_on_the_screen(
    open_page: Callable[..., Opened],
) -> None:
    """The voice never talks over itself, and all it says of what to do can be read."""
    page, _ = open_page("/?speed=2")
    page.add_init_script(FAKE_VOICE)
    page.reload()
    begin_questions(page)
    page.wait_for_function("spoken.some((words) => words.includes('between your legs'))")
    page.reload()
    answer_all(page)
    start_one(page, "bridge")
    first = page.evaluate("spoken.at(-1)")
    until(page, "hold")
    page.wait_for_timeout(1500)
    _press(page, "r")
    page.wait_for_timeout(800)
    shown = page.locator(".session").inner_text()
    said = page.evaluate("spoken")

    assert "Bridge" in first
    assert 0 == page.evaluate("overlaps")
    assert said[-1].rstrip(".") in shown


def test_silence_is_silent(open_page: Callable[..., Opened]) -> None:
    """Whoever chose silence hears nothing at all and reads everything."""
    page, _ = open_page("/?speed=2")
    page.add_init_script(FAKE_VOICE)
    page.goto(page.url + "#/settings")
    page.reload()
    page.locator("label", has_text="Silent").click()
    page.locator("input[name=voice_mode]:checked + span", has_text="Silent").wait_for()
    page.goto(page.url.split("#")[0] + "#/")
    answer_all(page)
    start_one(page, "bridge")
    page.wait_for_timeout(700)

    assert [] == page.evaluate("spoken")
    assert "Bridge" in page.locator(".captions").inner_text()


def test_whoever_wants_stillness_gets_poses_not_motion(open_page: Callable[..., Opened]) -> None:
    """With reduced motion the figure stands in the pose to reach."""
    page, _ = open_page(reduced_motion="reduce")
    answer_all(page)
    start_one(page, "bridge")
    until(page, "move")
    figure = page.locator(".session .figure g")
    poses = set()
    for _ in range(6):
        poses.add(figure.inner_html())
        page.wait_for_timeout(120)

    assert "move" == page.locator(".session").get_attribute("data-kind")
    assert 1 == len(poses)
