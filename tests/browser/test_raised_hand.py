"""A hand held up, seen by the real model: it starts, pauses and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import before_a_webcam, write_webcam
from tests.browser.walk import answer_all, check_in_with_the_camera
from tests.painted import PER_S, hands_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium(
    chromium_alone: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Start a browser with a webcam before which somebody lies and holds up a hand now and then."""
    seen = tmp_path_factory.mktemp("webcam") / "hands.mjpeg"
    browser = before_a_webcam(chromium_alone, write_webcam(hands_up(), PER_S, seen))
    yield browser
    browser.close()


def test_a_hand_starts_pauses_and_goes_on(open_page: Callable[..., Opened]) -> None:
    """Somebody lies down far from the screen, and needs neither a tap nor a key."""
    page, _ = open_page("/")
    answer_all(page)
    check_in_with_the_camera(page, "bridge")
    page.locator(".session[data-status=playing]").wait_for(timeout=40_000)
    page.locator(".session[data-status=paused]").wait_for(timeout=40_000)
    told = page.locator(".sight-words").inner_text()
    page.locator(".session[data-status=playing]").wait_for(timeout=40_000)

    assert "Hold a hand up to go on." == told
