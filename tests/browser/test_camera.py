"""The camera, from being placed to the record: our painted figure as the webcam, the real model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import cv2
import pytest
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.walk import answer_all, asked, choose, session_id
from tests.painted import PER_S, bridges

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Opened, Server

pytestmark = pytest.mark.browser

FAKE_CAMERA_PER_S = 30
FAKE_CAMERA = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]


@pytest.fixture(scope="module")
def chromium(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser with a webcam in front of which somebody does the bridge, again and again."""
    seen = tmp_path_factory.mktemp("webcam") / "bridges.mjpeg"
    again = round(FAKE_CAMERA_PER_S / PER_S)
    with seen.open("wb") as file:
        for picture in bridges(chromium, times=3):
            packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()
            file.write(packed * again)
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM,
        args=[*FLAGS, *FAKE_CAMERA, f"--use-file-for-fake-video-capture={seen}"],
    )
    yield browser
    browser.close()


def check_in_with_the_camera(page: Page, exercise: str) -> None:
    """Begin a session of one exercise, with the camera wanted."""
    page.goto(f"{page.url.split('#')[0]}#/exercises/{exercise}")
    page.get_by_role("button", name="Start just this one").click()
    choose(page, "Pain in your back", 1)
    choose(page, "Stiffness", 2)
    page.get_by_label("Use the camera").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("heading", name="Place the camera").wait_for()


def test_the_camera_counts_what_is_done_before_it(open_page: Callable[..., Opened]) -> None:
    """Somebody places the camera, does the bridge, sees it counted, and finds it in the record."""
    page, _ = open_page("/")
    answer_all(page)
    check_in_with_the_camera(page, "bridge")
    page.get_by_text("I see you whole.").wait_for(timeout=40_000)
    page.get_by_role("button", name="Start", exact=True).click()
    session = session_id(page)
    page.locator(".session .sight").wait_for()
    while page.locator(".session").get_attribute("data-kind") not in {"move", "hold", "pause"}:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    page.locator(".sight-count", has_text=re.compile("^[1-9]")).wait_for(timeout=40_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End it").click()
    page.get_by_role("heading", name="How was it?").wait_for()

    [summary] = asked(page, "/api/record")["sessions"]
    assert session == summary["session_id"]
    [done] = summary["exercises"]
    assert done["seen"]["reps"]["both"] >= 1


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
