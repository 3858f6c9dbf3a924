"""
How fast the page looks through a camera, what it loads for that, and what it counts.

`python bench/camera.py CLIP EXERCISE [SECONDS]`: the clip is the fake webcam of a real Chromium;
the page goes the whole way, from being placed to the record. Prints the bytes loaded with and
without the camera, the pictures looked at a second, and what the server says of them.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser.conftest import (
    CHROMIUM,
    FAKE_CAMERA,
    FAKE_CAMERA_PER_S,
    FLAGS,
    Server,
    write_webcam,
)
from tests.browser.walk import answer_all, asked, check_in_with_the_camera

from unkink.landmarks.clip import Clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Request, WebSocket

LEAST_WIDE = 640


def as_webcam(clip: Path, out: Path) -> None:
    """Write a clip as the fake webcam wants it."""
    with Clip(clip) as opened:
        write_webcam(_pictures(opened), FAKE_CAMERA_PER_S, out)


def _pictures(clip: Clip) -> Iterator[Any]:
    for sample in clip.samples(per_s=FAKE_CAMERA_PER_S):
        picture = cv2.cvtColor(sample.picture, cv2.COLOR_RGB2BGR)
        scale = min(1.0, LEAST_WIDE / min(picture.shape[:2]))
        yield cv2.resize(picture, None, fx=scale, fy=scale)


def watch(page: Page, url: str, exercise: str, seconds: float) -> None:
    """Go through a session before the camera, and print what comes."""
    loaded: list[Request] = []
    page.on("requestfinished", lambda request: loaded.append(request))  # noqa: PLW0108 - not a bare method: Playwright marks it
    page.on("websocket", _print_words)
    page.goto(url)
    answer_all(page)
    print(f"loaded without the camera: {_mb(loaded):.2f} MB")
    check_in_with_the_camera(page, exercise)
    page.locator(".rate", has_text="pictures").wait_for(timeout=60_000)
    page.wait_for_timeout(6_000)
    print(f"loaded with it: {_mb(loaded):.2f} MB; {page.locator('.rate').inner_text()}")
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".sight").wait_for()
    while page.locator(".session").get_attribute("data-kind") not in {"move", "hold", "pause"}:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    page.wait_for_timeout(seconds * 1000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End it").click()
    page.get_by_role("heading", name="How was it?").wait_for()
    [session] = asked(page, "/api/record")["sessions"]
    print("on the record:", json.dumps([one["seen"] for one in session["exercises"]]))


def _mb(loaded: list[Request]) -> float:
    return sum(request.sizes()["responseBodySize"] for request in loaded) / 1e6


def _print_words(socket: WebSocket) -> None:
    socket.on("framereceived", lambda said: print("  ", said) if isinstance(said, str) else None)


def main(clip: Path, exercise: str, seconds: float) -> None:
    """Play the clip before the page."""
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "clip.mjpeg"
        as_webcam(clip, film)
        server = Server(Path(folder) / "data")
        server.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=CHROMIUM,
                    args=[*FLAGS, *FAKE_CAMERA, f"--use-file-for-fake-video-capture={film}"],
                )
                page = browser.new_page()
                watch(page, server.url, exercise, seconds)
                browser.close()
        finally:
            server.stop()


if __name__ == "__main__":
    if len(sys.argv) not in {3, 4}:
        sys.exit("python bench/camera.py CLIP EXERCISE [SECONDS]")
    main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]) if sys.argv[3:] else 40.0)
