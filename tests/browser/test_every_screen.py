"""
Every screen, on every device, in light and dark.

`UNKINK_SHOTS=folder pytest tests/browser/test_every_screen.py` also keeps a picture of each.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from tests.browser.walk import every_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page
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
EVERY_TIME = [("phone", "light"), ("laptop", "dark")]
ALL = [(device, theme) for device in DEVICES for theme in ("light", "dark")]

AXE_LOOK = """
async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((one) => `${one.id}: ${one.nodes[0].html}`)
"""
ROOM_LOOK = """
() => [
  ...(document.documentElement.scrollWidth > window.innerWidth ? ["runs out sideways"] : []),
  ...[...document.querySelectorAll(".control")]
    .filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < 64)
    .map((one) => `${one.innerText} is ${one.offsetWidth} x ${one.offsetHeight}`),
  ...[...document.querySelectorAll("[data-text=normal] .control")]
    .filter((one) => one.getBoundingClientRect().bottom > window.innerHeight)
    .map((one) => `${one.innerText} is below the screen`),
]
"""


@pytest.mark.browser
@pytest.mark.parametrize(("device", "theme"), ALL if SHOTS else EVERY_TIME)
def test_every_screen_can_be_seen_and_heard_by_everyone(
    open_page: Callable[..., Opened], device: str, theme: Literal["light", "dark"]
) -> None:
    """No screen breaks the rules of accessibility, contrast included, in light or dark."""
    wide, high = DEVICES[device]
    page, _ = open_page("/?speed=4", viewport={"width": wide, "height": high}, color_scheme=theme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    flaws = {}
    for screen in every_screen(page):
        if SHOTS:
            _keep(page, f"{screen}-{device}-{theme}")
        if found := page.evaluate(AXE_LOOK) + page.evaluate(ROOM_LOOK):
            flaws[screen] = found

    assert {} == flaws


@pytest.mark.browser
@pytest.mark.parametrize(
    ("device", "size"), [("lying-phone", "normal"), ("zoomed", "normal"), ("phone", "largest")]
)
def test_all_fits_and_can_be_touched(
    open_page: Callable[..., Opened], device: str, size: str
) -> None:
    """Nothing runs out sideways or gets too small to touch, however it is held or enlarged."""
    wide, high = DEVICES[device]
    page, _ = open_page("/?speed=4", viewport={"width": wide, "height": high})
    page.evaluate(
        "size => fetch('/api/settings', {method: 'PUT', body: JSON.stringify({text_size: size}),"
        " headers: {'content-type': 'application/json'}})",
        size,
    )
    page.reload()
    flaws = {screen: found for screen in every_screen(page) if (found := page.evaluate(ROOM_LOOK))}

    assert size == page.locator("html").get_attribute("data-text")
    assert {} == flaws


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(250)
    whole = not name.startswith("session")
    page.screenshot(path=Path(SHOTS or "") / f"{name}.png", full_page=whole)
