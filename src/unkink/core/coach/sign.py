"""A hand raised and kept up: how somebody on the floor, far from the screen, says "pause"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint, Side
from unkink.core.coach.sight import SEEN
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Motion
from unkink.core.simulation.camera import Camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.body import Frame, Point
    from unkink.core.definition.exercise import Movement

RAISED_S: Final = 1.5
"""So long the hand stays up: nobody reaches for something, or scratches their head, so long. [D]"""
FORGIVEN_S: Final = 0.4
"""A hand that the model loses for less than this is still up. [D]"""
SELDOM_S: Final = 1.0
"""Where pictures come this seldom, or more often, a hand up in both is up in between. [D]"""
LEANS_DEG: Final = 30.0
"""The arm leans by no more in the picture; what it is bent counts as leaning. [D]"""
POINTS_AWAY_DEG: Final = 45.0
"""With the model's depth, which is poor, it leans by no more than this. [D]"""
LONG: Final = 0.6
"""An arm that looks shorter than this, against the trunk, points at the camera or away. [D]"""
PLACES: Final = 4
"""At so many places between two poses a movement is looked at for hands of its own."""

_ARMS: Final = (
    (int(Joint.LEFT_SHOULDER), int(Joint.LEFT_ELBOW), int(Joint.LEFT_WRIST)),
    (int(Joint.RIGHT_SHOULDER), int(Joint.RIGHT_ELBOW), int(Joint.RIGHT_WRIST)),
)
_BELOW: Final = tuple(
    joint for joint in Joint if not joint.name.endswith(("ELBOW", "WRIST", "HAND"))
)


class Sign(NamedTuple):
    """Since when a hand is up, when it was last seen there, and whether that was told."""

    since_s: float = math.inf
    seen_s: float = -math.inf
    last_s: float = -math.inf
    """When the last picture was, whatever it showed."""
    told: bool = False


DOWN: Final = Sign()


def follow(before: Sign, frame: Frame) -> tuple[Sign, bool]:
    """Take one more frame; true once when a hand was up long enough, and again after it sank."""
    t_s = frame.t_s
    since_s, seen_s, last_s, told = before
    if t_s - seen_s > (SELDOM_S if last_s == seen_s else FORGIVEN_S):
        since_s, seen_s, told = math.inf, -math.inf, False
    if not hand_is_up(frame.points):
        return Sign(since_s, seen_s, t_s, told), False
    since_s = min(since_s, t_s)
    is_given = not told and t_s - since_s >= RAISED_S
    return Sign(since_s, t_s, t_s, told or is_given), is_given


def hand_is_up(points: Sequence[Point | None]) -> bool:
    """
    Say whether an arm points straight up in the picture, its wrist above head, trunk and legs.

    So it is the same standing, sitting, and lying on the back or the side.
    """
    for shoulder, elbow, wrist in _ARMS if points else ():
        a, c = points[shoulder], points[wrist]
        # Nearly always the wrist is below the shoulder, and nothing else is asked.
        if a is not None and c is not None and c.y < a.y and _is_up(points, a, points[elbow], c):
            return True
    return False


def mistakable(movement: Movement) -> bool:
    """Say whether this movement itself raises a hand so, as some camera in a home would see it."""
    return any(hand_is_up(points) for points in _looks(movement))


def _is_up(points: Sequence[Point | None], a: Point, b: Point | None, c: Point) -> bool:
    """Say whether an arm from shoulder over elbow to wrist points straight up."""
    if b is None or min(a.seen, b.seen, c.seen) < SEEN:
        return False
    rise = a.y - c.y
    long = math.hypot(a.x - b.x, a.y - b.y) + math.hypot(b.x - c.x, b.y - c.y)
    deep = math.dist((a.x, a.y, a.z), (c.x, c.y, c.z))
    return (
        rise >= math.cos(math.radians(LEANS_DEG)) * long
        and rise >= math.cos(math.radians(POINTS_AWAY_DEG)) * deep
        and rise >= LONG * _trunk(points)
        and all(c.y < point.y for joint in _BELOW if (point := points[joint]) is not None)
    )


def _trunk(points: Sequence[Point | None]) -> float:
    """Give how long the trunk looks; infinite where it isn't known."""
    a, b = points[Joint.LEFT_SHOULDER], points[Joint.RIGHT_SHOULDER]
    c, d = points[Joint.LEFT_HIP], points[Joint.RIGHT_HIP]
    if a is None or b is None or c is None or d is None:
        return math.inf
    return math.hypot(a.x + b.x - c.x - d.x, a.y + b.y - c.y - d.y) / 2


def _looks(movement: Movement) -> Iterator[Sequence[Point | None]]:
    sides: tuple[Side, ...] = ("both",) if movement.sides == "both" else ("left", "right")
    cameras = [Camera(yaw_deg=yaw, elevation_deg=up) for yaw, up in VIEWS_DEG]
    for side in sides:
        motion = Motion.of(movement, side, 1.0)
        for place in range(PLACES * len(movement.cycle) + 1):
            joints = motion.at(place / PLACES).joints
            at = middle(joints)
            yield from (seen_by(camera, joints, at=at, t_s=0.0).points for camera in cameras)
