"""
Is this a body that does none of our exercises? Nearer to a posture of none than to any of ours.

Who only knows nine exercises takes everything for one of them. So what else bodies do is known as
well (`postures.py`, `combinations.py`). A posture that an exercise file has itself is passed over
for that exercise.
"""

from __future__ import annotations

import math
from functools import cache
from math import dist
from typing import TYPE_CHECKING, Final

from unkink.core.coach.combinations import combined
from unkink.core.coach.gallery import Gallery, Look, coded
from unkink.core.coach.measures import sight
from unkink.core.coach.postures import PLAIN
from unkink.core.coach.shape import mirrored_shape, shape, whole
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import mirrored, posed
from unkink.core.simulation.camera import Camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.gallery import Code
    from unkink.core.figure import Body

SAME: Final = 0.5
"""Nearer than this to a look of an exercise, in spreads, a posture is that exercise's own. [D]"""
AWAY: Final = 0x4000
"""What is added to a look's distance so that it is never near."""
EVEN_M: Final = 0.01
_CAMERAS: Final = tuple(Camera(yaw_deg=yaw, elevation_deg=up) for yaw, up in VIEWS_DEG)
COMPARED: Final = VIEWS_DEG.index((330.0, 20.0))
"""From a little before and above, any posture looks different from any other."""


def own(galleries: Sequence[Gallery]) -> int:
    """Mark those of the postures that are in an exercise, by its galleries."""
    every = strangers()
    mine: list[int] = []
    cameras = len(_CAMERAS)
    for start in range(0, len(every.looks), cameras):
        code = coded(every.shape_of(start + COMPARED))
        near = [found.distance for each in galleries if (found := each.nearest(code, of_file=True))]
        if min(near, default=SAME) < SAME:
            mine += range(start, start + cameras)
    return every.marked(mine, AWAY)


@cache
def strangers() -> Gallery:
    """Give the looks of all postures and their mirror images: once."""
    shapes: list[tuple[float, ...]] = []
    for pose in (*PLAIN.values(), *combined()):
        body = posed(pose)
        joints = body.joints
        seen = []
        for camera in _CAMERAS:
            sighted = sight(seen_by(camera, joints, at=middle(joints), t_s=0.0).points)
            shown = whole(shape(sighted)) if sighted is not None else None
            if shown is not None:
                seen.append(shown)
        if len(seen) == len(_CAMERAS):
            shapes += seen
            if not _is_even(body):
                shapes += (mirrored_shape(each) for each in seen)
    looks = [Look(1.0, i % len(_CAMERAS)) for i in range(len(shapes))]
    return Gallery(looks, shapes)


def _is_even(body: Body) -> bool:
    """Tell whether left and right do the same, so that the mirrored body is the same one."""
    other = mirrored(body).joints
    return all(dist(place, other[joint]) < EVEN_M for joint, place in body.joints.items())


class Strange:
    """A body compared with all postures of no exercise: once it is asked for."""

    __slots__ = ("_clear", "_code", "_compared", "_near")

    def __init__(self, code: Code) -> None:
        self._code = code
        self._compared: int | None = None
        self._clear, self._near = 0.0, math.inf
        """None of all is nearer than the one; some is nearer than the other."""

    def nearer_than(self, distance: float, own: int) -> bool:
        """Tell whether one is nearer than this, those aside that are an exercise's *own*."""
        if distance <= self._clear:
            return False
        if distance >= self._near and not own:
            return True
        if self._compared is None:
            self._compared = strangers().compared(self._code)
        found = strangers().any_nearer(self._compared + own, self._code, distance)
        if found:
            self._near = min(self._near, distance)
        elif not own:
            self._clear = distance
        return found
