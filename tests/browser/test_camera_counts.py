"""
Before the page's camera, through the real model, to the record.

Our painted figure does the bridge. With `UNKINK_CLIPS=folder` people in videos do theirs, too: each
file is named for its exercise, as in `bridge.mp4` or `cobra-anna.mp4`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import pytest
from tests.browser.conftest import FAKE_CAMERA_PER_S, before_a_webcam, write_webcam
from tests.browser.walk import answer_all, asked, check_in_with_the_camera, session_id

from unkink.landmarks.clip import Clip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

CLIPS = os.environ.get("UNKINK_CLIPS")
FILMS = [Path("bridge"), *(sorted(Path(CLIPS).glob("*.mp4")) if CLIPS else [])]


def _pictures(path: Path) -> Iterator[Any]:
    with Clip(path) as clip:
        for sample in clip.samples(per_s=FAKE_CAMERA_PER_S):
            yield cv2.cvtColor(sample.picture, cv2.COLOR_RGB2BGR)


@pytest.fixture(scope="module", params=FILMS, ids=lambda film: film.stem)
def film(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Choose what the webcam shows: our painted figure, or a clip."""
    chosen: Path = request.param
    if not chosen.suffix:
        painted: Path = request.getfixturevalue("bridges_seen")
        return painted
    out = tmp_path_factory.mktemp("webcam") / f"{chosen.stem}.mjpeg"
    return write_webcam(_pictures(chosen), FAKE_CAMERA_PER_S, out)


@pytest.fixture(scope="module")
def chromium(chromium_alone: Browser, film: Path) -> Iterator[Browser]:
    """Start a browser with a webcam that shows the film, again and again."""
    browser = before_a_webcam(chromium_alone, film)
    yield browser
    browser.close()


def test_the_camera_counts_what_is_done_before_it(
    open_page: Callable[..., Opened], film: Path
) -> None:
    """Somebody exercises before the camera, sees it counted or held, finds it in the record."""
    exercise = re.split(r"[-.]", film.name)[0].removesuffix("s")
    page, _ = open_page("/")
    answer_all(page)
    check_in_with_the_camera(page, exercise)
    page.locator(".rate", has_text="pictures").wait_for(timeout=40_000)
    page.get_by_role("button", name="Start", exact=True).click()
    session = session_id(page)
    page.locator(".session .sight").wait_for()
    while page.locator(".session").get_attribute("data-kind") not in {"move", "hold", "pause"}:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    seen = re.compile("^[1-9]")
    counted = page.locator(".sight-count", has_text=seen)
    counted.or_(page.locator(".sight-held", has_text=seen)).first.wait_for(timeout=40_000)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End it").click()
    page.get_by_role("heading", name="How was it?").wait_for()

    [summary] = asked(page, "/api/record")["sessions"]
    assert session == summary["session_id"]
    [done] = summary["exercises"]
    assert sum(done["seen"]["reps"].values()) + done["seen"]["held_s"] > 0
