"""The camera when something is away: a painted person before the webcam, the real model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import before_a_webcam
from tests.browser.walk import answer_all, check_in_with_the_camera

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from tests.browser.conftest import Opened, Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium(chromium_alone: Browser, bridges_seen: Path) -> Iterator[Browser]:
    """Start a browser with a webcam in front of which somebody does the bridge, again and again."""
    browser = before_a_webcam(chromium_alone, bridges_seen)
    yield browser
    browser.close()


def test_with_the_server_gone_the_session_goes_on_and_says_so(
    open_page: Callable[..., Opened], server: Server
) -> None:
    """A lost connection stops nothing; once Unkink is back, the camera watches again by itself."""
    page, watch = open_page("/")
    watch.expected = ("ERR_CONNECTION_REFUSED", "WebSocket", "Failed to load resource")
    answer_all(page)
    check_in_with_the_camera(page, "bridge")
    page.get_by_text("I see you whole.").wait_for(timeout=40_000)
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".sight .viewfinder").wait_for()
    server.stop()
    page.locator(".sight", has_text="Unkink is away. By the clock.").wait_for()
    still_on = page.locator(".session").get_attribute("data-status")
    server.start()
    page.locator(".sight", has_text="Unkink is away").wait_for(state="detached", timeout=30_000)

    assert "playing" == still_on == page.locator(".session").get_attribute("data-status")


def test_what_the_camera_needs_is_loaded_when_unkink_is_back(
    open_page: Callable[..., Opened],
) -> None:
    """A server that is away while the model loads is waited for; nobody has to begin again."""
    page, watch = open_page("/")
    watch.expected = ("ERR_FAILED", "Failed to load resource")
    answer_all(page)
    page.route("**/api/pose-model*", lambda route: route.abort())
    check_in_with_the_camera(page, "bridge")
    page.get_by_text("Unkink is away. I go on loading when it is back.").wait_for()
    page.unroute("**/api/pose-model*")
    page.get_by_text("I see you whole.").wait_for(timeout=40_000)

    assert 0 == page.get_by_role("progressbar").count()
