"""
Every screen, on every device, in light and dark.

`UNKINK_SHOTS=folder pytest tests/browser/test_every_screen.py` also keeps a picture of each.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser.conftest import before_a_webcam
from tests.browser.walk import answer_all, every_screen, pictures_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Opened

AXE = Path(__file__).parents[2] / "page" / "node_modules" / "axe-core" / "axe.min.js"
SHOTS = os.environ.get("UNKINK_SHOTS")

DEVICES = {
    "phone": (360, 740),
    "lying-phone": (740, 360),
    "laptop": (1280, 800),
    "television": (1920, 1080),
    # What is left of a small laptop's window at a zoom of 200 %.
    "zoomed": (640, 400),
}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

AXE_LOOK = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((one) => `${one.id}: ${one.nodes[0].html}`)
"""
ROOM_LOOK = """
() => [
  ...(document.documentElement.scrollWidth > window.innerWidth ? ["runs out sideways"] : []),
  ...[...document.querySelectorAll("dialog, .card, .stage")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.className || one.tagName} hides its right: ${one.innerText}`),
  ...[...document.querySelectorAll(".control")]
    .filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < 64)
    .map((one) => `${one.innerText} is ${one.offsetWidth} x ${one.offsetHeight}`),
  ...[...document.querySelectorAll("[data-text=normal] .control")]
    .filter((one) => one.getBoundingClientRect().bottom > window.innerHeight)
    .map((one) => `${one.innerText} is below the screen`),
]
"""


@pytest.fixture(scope="module")
def chromium(chromium_alone: Browser, bridges_seen: Path) -> Iterator[Browser]:
    """Start a browser with a webcam: its screens are looked at, too."""
    browser = before_a_webcam(chromium_alone, bridges_seen)
    yield browser
    browser.close()


IN_SIGHT = "one => one.getBoundingClientRect().bottom <= window.innerHeight"


@pytest.mark.browser
def test_every_screen_can_be_seen_touched_and_heard_by_everyone(
    open_page: Callable[..., Opened],
) -> None:
    """On no device, in light or dark, is a screen hard to read, to touch, or to hear read out."""
    page, _ = open_page("/?speed=2")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.add_init_script(path=AXE)  # where the walk loads the page anew
    flaws: dict[tuple[str, str, str], object] = {}
    for screen in every_screen(page):
        for device in DEVICES:
            for theme in THEMES:
                _hold(page, device, theme)
                _keep(page, f"{screen}-{device}-{theme}")
                if found := page.evaluate(ROOM_LOOK):
                    flaws[screen, device, theme] = found
        for device, theme in (("laptop", "dark"), ("phone", "light")):
            _hold(page, device, theme)
            if found := page.evaluate(AXE_LOOK):
                flaws[screen, device, f"{theme} for axe"] = found
        with _largest_words(page):
            if found := page.evaluate(ROOM_LOOK):
                flaws[screen, "phone", "largest words"] = found

    assert {} == flaws


@pytest.mark.browser
def test_today_can_be_begun_without_scrolling(open_page: Callable[..., Opened]) -> None:
    """However small the phone and however it is held, the button that starts is in sight."""
    page, _ = open_page()
    answer_all(page)
    start = page.get_by_role("button", name="Start: ")
    start.wait_for()
    pictures_there(page)
    seen = {}
    for device in DEVICES:
        _hold(page, device, "light")
        seen[device] = start.evaluate(IN_SIGHT)

    assert dict.fromkeys(DEVICES, True) == seen


def _hold(page: Page, device: str, theme: Literal["light", "dark"]) -> None:
    wide, high = DEVICES[device]
    page.set_viewport_size({"width": wide, "height": high})
    page.emulate_media(color_scheme=theme)


@contextmanager
def _largest_words(page: Page) -> Iterator[None]:
    page.evaluate("document.documentElement.dataset.text = 'largest'")
    assert "largest" == page.locator("html").get_attribute("data-text")
    yield
    page.evaluate("document.documentElement.dataset.text = 'normal'")


def _keep(page: Page, name: str) -> None:
    if not SHOTS:
        return
    page.wait_for_timeout(250)
    page.screenshot(path=Path(SHOTS) / f"{name}.png")
