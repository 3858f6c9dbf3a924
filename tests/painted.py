"""Our own painted figure, filmed: for the real pose model to look at."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from unkink.catalogue import read_catalogue
from unkink.core.definition.pose import Paired
from unkink.paint import Picture, film, to_svg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from unkink.paint import Film

WIDTH, HEIGHT, PER_S = 640, 360, 10.0
PAGE = '<body style="margin:0;background:#e8e4dc;display:grid;height:100vh;place-items:center">'


def bridges(browser: Browser, *, times: int) -> Iterator[Any]:
    """Lie for a second; then lift the hips, hold them for two seconds and come down, again."""
    painted = film(read_catalogue().exercises["bridge"].movements["main"])
    up = painted.frames_per_stage
    lift = [number for number in range(up) for _ in range(2)]
    once = [*lift, *[up] * 20, *reversed(lift), *[0] * 10]
    pictures = list(itertools.islice(_screenshots(browser, painted), up + 1))
    for number in [0] * 10 + once * times:
        yield pictures[number]


def hands_up(browser: Browser) -> Iterator[Any]:
    """Lie for two seconds; stretch an arm towards the ceiling for four, and let it sink."""
    movement = read_catalogue().exercises["bridge"].movements["main"]
    first, last = movement.cycle[0].pose, movement.cycle[-1].pose
    arm_up = replace(
        movement.poses[last],
        shoulder_flexion_deg=Paired(left=90.0),
        shoulder_abduction_deg=Paired(right=18.0),
        hands={"right": "floor"},
    )
    painted = film(replace(movement, poses=dict(movement.poses) | {first: arm_up}))
    up = painted.frames_per_stage
    rising = list(itertools.islice(_screenshots(browser, painted), up + 1))
    yield from [rising[0]] * 20
    yield from rising
    yield from [rising[up]] * 40
    yield from reversed(rising)


def _screenshots(browser: Browser, painted: Film) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    for frame in painted.frames:
        picture = Picture(painted.view_box, painted.defs, painted.shapes, frame)
        drawn = to_svg(picture).replace("<svg", '<svg width="620" height="340"', 1)
        page.set_content(PAGE + drawn)
        yield cv2.imdecode(np.frombuffer(page.screenshot(), np.uint8), cv2.IMREAD_COLOR)
    page.close()
