"""A session where there is no camera, or nobody wants one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.walk import answer_all, check_in_with_the_camera, start_one, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import Opened

pytestmark = pytest.mark.browser

OF_THE_CAMERA = ("SetUp", "SessionCamera", "worker", "wasm", "pose-model", "/api/live")


def test_nothing_of_the_camera_is_loaded_while_nobody_wants_it(
    open_page: Callable[..., Opened],
) -> None:
    """A session without the camera is as small and as private as ever."""
    page, _ = open_page("/")
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("websocket", lambda socket: asked_for.append(socket.url))
    answer_all(page)
    start_one(page, "bridge")
    until(page, "hold")

    assert [] == [url for url in asked_for if any(part in url for part in OF_THE_CAMERA)]
    assert 0 == page.locator(".sight").count()


def test_without_a_camera_the_session_goes_on(open_page: Callable[..., Opened]) -> None:
    """Whoever wants the camera but has none is told so plainly, and starts all the same."""
    page, _ = open_page("/")
    answer_all(page)
    check_in_with_the_camera(page, "bridge")
    page.get_by_text("I find no camera on this device.").wait_for()
    page.get_by_role("button", name="Start without the camera").click()
    page.locator(".session[data-status=playing]").wait_for()
    until(page, "hold")

    assert 0 == page.locator(".sight").count()
