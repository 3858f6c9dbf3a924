"""Where people put their cameras: on the floor, a chair, a shelf; not quite where asked."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.simulation.camera import ASKED_DEG, Camera, aimed
from unkink.core.simulation.chance import between, happens, normal, pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.figure import Vec
    from unkink.core.simulation.bones import Places
    from unkink.core.simulation.chance import Chance

HEIGHTS_M: Final = ((0.05, 0.35), (0.05, 0.35), (0.4, 0.9), (0.4, 0.9), (1.0, 1.6))
"""On the floor against something, on a chair or a low table, on a shelf. [D]"""
FIELDS_DEG: Final = (45.0, 90.0)
"""What webcams and phones see along the longer edge; most about 65."""
ASPECTS: Final = (16 / 9, 16 / 9, 4 / 3, 9 / 16)
NEAR_M, FAR_M = 1.5, 4.0
TURNED_DEG, MOST_TURNED_DEG = 25.0, 60.0
"""How far round from where the file asks for it: mostly a little. [D]"""
BACK: Final = 1.12
EDGE: Final = 0.02
"""What is nearer to the picture's edge, in picture heights, is cut by it, or soon will be."""
CUT: Final = 0.12
"""The share of people who leave it so that a foot or a hand is cut. [D]"""
BUMPED: Final = 0.1
"""The share of cameras that are pushed, or slip, once. [D]"""
ROLL_DEG: Final = 3.0


def some_camera(chance: Chance, view: str | None, poses: Sequence[Places], at: Vec) -> Camera:
    """Give anybody's camera: for a file's *view* or from anywhere, so that it shows *poses*."""
    asked_deg = pick(chance, ASKED_DEG[view]) if view else between(chance, -180.0, 180.0)
    off_deg = min(max(normal(chance, TURNED_DEG), -MOST_TURNED_DEG), MOST_TURNED_DEG)
    height_m = between(chance, *pick(chance, HEIGHTS_M))
    distance_m = between(chance, NEAR_M, FAR_M)
    aspect = pick(chance, ASPECTS)
    low, high = FIELDS_DEG
    field_deg = low + (high - low) * (chance() + chance()) / 2
    camera = Camera(
        yaw_deg=asked_deg + off_deg,
        elevation_deg=_elevation_deg(height_m - at[1], distance_m),
        distance_m=distance_m,
        aspect=aspect,
        mirrored=happens(chance, 0.15),
        focus=_focus(field_deg, aspect),
        roll_deg=normal(chance, ROLL_DEG),
        aside_m=normal(chance, 0.12),
        above_m=normal(chance, 0.06),
    )
    if happens(chance, CUT):
        return camera
    while not shows(camera, poses, at) and camera.distance_m < FAR_M:
        farther_m = min(camera.distance_m * BACK, FAR_M)
        elevation_deg = _elevation_deg(height_m - at[1], farther_m)
        camera = replace(camera, distance_m=farther_m, elevation_deg=elevation_deg)
    if not shows(camera, poses, at) and aspect < 1.0:
        # Upright it can't hold somebody who lies: the phone is turned.
        return replace(camera, aspect=1 / aspect, focus=_focus(field_deg, 1 / aspect))
    return camera


def bumped(camera: Camera, lasts_s: float, chance: Chance) -> tuple[float, Camera]:
    """Give when a camera was pushed, and how it stands from then on."""
    after = replace(
        camera,
        yaw_deg=camera.yaw_deg + normal(chance, 5.0),
        elevation_deg=camera.elevation_deg + normal(chance, 2.0),
        roll_deg=camera.roll_deg + normal(chance, 2.0),
        aside_m=camera.aside_m + normal(chance, 0.08),
        above_m=camera.above_m + normal(chance, 0.05),
    )
    return between(chance, 0.2, 0.8) * lasts_s, after


def shows(camera: Camera, poses: Sequence[Places], at: Vec) -> bool:
    """Tell whether all of a body is in the picture, in all of these poses."""
    aim = aimed(camera, at)
    for places in poses:
        for place in places:
            x, y, _ = aim.seen(place)
            if not (EDGE <= x <= camera.aspect - EDGE and EDGE <= y <= 1.0 - EDGE):
                return False
    return True


def _elevation_deg(above_m: float, distance_m: float) -> float:
    return math.degrees(math.asin(min(max(above_m / distance_m, -0.3), 0.8)))


def _focus(field_deg: float, aspect: float) -> float:
    return max(aspect, 1.0) / 2 / math.tan(math.radians(field_deg) / 2)
