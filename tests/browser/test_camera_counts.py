"""
Before the page's camera, through the real model, to the record.

Somebody painted does the bridge; and somebody real, where the recordings lie beside the checkout.
With `UNKINK_CLIPS=folder` people in your own videos do theirs, too: each file is named for its
exercise, as in `bridge.mp4` or `cobra-anna.mp4`.
"""

from __future__ import annotations

import csv
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import pytest
from tests.browser.conftest import FAKE_CAMERA_PER_S, before_a_webcam, write_webcam
from tests.browser.walk import answer_all, asked, check_in_with_the_camera, session_id
from tests.painted import PER_S, bridges

from unkink.landmarks.clip import Clip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

CLIPS = os.environ.get("UNKINK_CLIPS")
RECORDINGS = Path(__file__).parents[3] / "shared" / "recordings"
ENOUGH_PER_S = 8
"""From so many pictures a second on counts are promised to be exact: docs/limits.md."""
SOON_MS = 60_000
A_LITTLE_MORE = 1.15
"""From one count on so many films later, each of the film's repetitions came once again."""
FIRST = re.compile("^[1-9]")


@dataclass(frozen=True)
class Film:
    """What the webcam shows over and over; `reps` is None where nobody counted them."""

    exercise: str
    path: Path
    lasts_s: float
    reps: int | None = None


@pytest.fixture(
    scope="module",
    params=["painted", "real", *sorted(Path(CLIPS).glob("*.mp4") if CLIPS else [])],
    ids=lambda shown: getattr(shown, "stem", shown),
)
def film(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Film:
    """Choose what the webcam shows."""
    out = tmp_path_factory.mktemp("webcam") / "film.mjpeg"
    if request.param == "painted":
        pictures = list(bridges(times=1))
        return Film("bridge", write_webcam(pictures, PER_S, out), len(pictures) / PER_S, 1)
    if request.param == "real":
        return _real(out)
    exercise = re.split(r"[-.]", request.param.name)[0]
    return _filmed(exercise, request.param, out)


def _real(out: Path) -> Film:
    """Film the slowest repetitions that somebody counted: the surest for a slow machine."""
    labels = RECORDINGS / "labels.csv"
    if not labels.is_file():
        pytest.skip(f"there are no recordings of people in {RECORDINGS}")
    with labels.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if (RECORDINGS / _video(row)).is_file()]
    counted = [row for row in rows if int(row["reps"] or 0) > 1]
    if not counted:
        pytest.skip(f"no video in {RECORDINGS} has counted repetitions")
    row = max(counted, key=lambda row: (_to_s(row) - _from_s(row)) / int(row["reps"]))
    reps = int(row["reps"])
    path = RECORDINGS / _video(row)
    return _filmed(row["exercise"], path, out, from_s=_from_s(row), to_s=_to_s(row), reps=reps)


def _video(row: dict[str, str]) -> Path:
    return Path("videos") / f"{row['recording']}.mp4"


def _from_s(row: dict[str, str]) -> float:
    return float(row["segment_start_s"])


def _to_s(row: dict[str, str]) -> float:
    return float(row["segment_end_s"])


def _filmed(
    exercise: str,
    path: Path,
    out: Path,
    *,
    from_s: float = 0.0,
    to_s: float = float("inf"),
    reps: int | None = None,
) -> Film:
    with Clip(path) as clip:
        samples = clip.samples(per_s=FAKE_CAMERA_PER_S, from_s=from_s, to_s=to_s)
        pictures = [cv2.cvtColor(sample.picture, cv2.COLOR_RGB2BGR) for sample in samples]
        per_s = min(clip.frames_per_s or FAKE_CAMERA_PER_S, FAKE_CAMERA_PER_S)
    return Film(exercise, write_webcam(pictures, per_s, out), len(pictures) / per_s, reps)


@pytest.fixture(scope="module")
def chromium(chromium_alone: Browser, film: Film) -> Iterator[Browser]:
    """Start a browser with a webcam that shows the film, again and again."""
    browser = before_a_webcam(chromium_alone, film.path)
    yield browser
    browser.close()


def test_the_camera_counts_what_is_done_before_it(
    open_page: Callable[..., Opened], film: Film
) -> None:
    """Somebody exercises before the camera, sees it counted or held, finds it in the record."""
    page, _ = open_page("/")
    looked: list[float] = []
    page.on(
        "websocket", lambda wire: wire.on("framesent", lambda _: looked.append(time.monotonic()))
    )
    answer_all(page)
    check_in_with_the_camera(page, film.exercise)
    page.locator(".rate", has_text="pictures").wait_for(timeout=SOON_MS)
    page.get_by_role("button", name="Start", exact=True).click()
    session = session_id(page)
    page.locator(".session .sight").wait_for()
    while page.locator(".session").get_attribute("data-kind") not in {"move", "hold", "pause"}:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(50)
    counted = page.locator(".sight-count", has_text=FIRST)
    counted.or_(page.locator(".sight-held", has_text=FIRST)).first.wait_for(timeout=SOON_MS)
    looked.clear()
    before = _counted(page)
    page.wait_for_timeout(1000 * A_LITTLE_MORE * film.lasts_s)
    shown = _counted(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End it").click()
    page.get_by_role("heading", name="How was it?").wait_for()

    [summary] = asked(page, "/api/record")["sessions"]
    assert session == summary["session_id"]
    [done] = summary["exercises"]
    recorded = sum(done["seen"]["reps"].values())
    assert recorded + done["seen"]["held_s"] > 0
    assert shown <= recorded
    if film.reps and before and len(looked) >= ENOUGH_PER_S * A_LITTLE_MORE * film.lasts_s:
        assert film.reps == shown - before


def _counted(page: Page) -> int:
    """Read what the page says it has seen, both sides together."""
    return sum(int(number) for number in page.locator(".sight-count b").all_inner_texts())
