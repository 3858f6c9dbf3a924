"""A camera in a room: it turns a body in space into the frame a pose model would give."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Frame, Joint, Point
from unkink.core.figure.frames import mean, plus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Movement
    from unkink.core.figure import Vec

FOCUS: Final = 1.3
"""Focal length in picture heights: about 42 degrees from top to bottom, as in phones. [D]"""
NEAREST_M: Final = 0.3
"""What is nearer than this, or behind, is not in the picture."""

OTHER: Final[Mapping[Joint, Joint]] = {
    joint: Joint[
        joint.name.replace("LEFT", "RIGHT")
        if joint.name.startswith("LEFT")
        else joint.name.replace("RIGHT", "LEFT")
    ]
    for joint in Joint
}
"""Each joint's fellow on the other side."""


ASKED_DEG: Final[Mapping[str, tuple[float, ...]]] = {
    "side": (0.0, 180.0),
    "front": (-90.0,),
    "foot_end": (-90.0,),
    "three_quarter": (-45.0, -135.0),
}
"""Where each of a file's views is, as a yaw: a person who stands upright faces a yaw of -90."""
ASKED_UP_DEG: Final[Mapping[str, float]] = {"foot_end": 40.0}
"""
How high it is asked to stand, where that isn't low: evidence.md#feet-first.

From low down beyond the feet the pose model hardly finds a body, and then wrongly.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """
    Where the camera stands: round the body, above the floor, and how far away.

    At a yaw of 0 it looks at a plain side view with the head of a person on the back to the right;
    positive goes round towards the head. It looks at the middle of the body, or past it.
    """

    yaw_deg: float = 0.0
    elevation_deg: float = 10.0
    distance_m: float = 3.0
    aspect: float = 16 / 9
    mirrored: bool = False
    """As in a selfie: the picture's left and right exchanged, and so the model's sides too."""
    focus: float = FOCUS
    """Focal length in picture heights."""
    roll_deg: float = 0.0
    """How far it leans to its own right: the picture turns the other way."""
    aside_m: float = 0.0
    """How far to the right of the body it was put, looking straight ahead all the same."""
    above_m: float = 0.0


class Aim(NamedTuple):
    """A camera that was put somewhere: where it looks, and what is right, up and ahead there."""

    at: Vec
    right: Vec
    """Of the length of the focus; to the left in a mirror."""
    up: Vec
    ahead: Vec
    away_m: float
    middle: float
    """The middle of the picture from its left edge, in picture heights."""

    def depth_m(self, place: Vec) -> float:
        """Give how far ahead of the camera a place is."""
        ax, ay, az = self.at
        fx, fy, fz = self.ahead
        x, y, z = place
        return (x - ax) * fx + (y - ay) * fy + (z - az) * fz + self.away_m

    def seen(self, place: Vec) -> tuple[float, float, float]:
        """Give where in the picture a place is, and how far ahead in metres."""
        ax, ay, az = self.at
        x, y, z = place[0] - ax, place[1] - ay, place[2] - az
        fx, fy, fz = self.ahead
        depth = x * fx + y * fy + z * fz + self.away_m
        if depth < NEAREST_M:
            return (math.nan, math.nan, depth)
        rx, ry, rz = self.right
        ux, uy, uz = self.up
        return (
            self.middle + (x * rx + y * ry + z * rz) / depth,
            0.5 - (x * ux + y * uy + z * uz) / depth,
            depth,
        )


def aimed(camera: Camera, at: Vec) -> Aim:
    """Put a camera up so that it looks at a place."""
    yaw, elevation = math.radians(camera.yaw_deg), math.radians(camera.elevation_deg)
    roll = math.radians(camera.roll_deg)
    cy, sy, ce, se = math.cos(yaw), math.sin(yaw), math.cos(elevation), math.sin(elevation)
    level: Vec = (cy, 0.0, -sy)
    top: Vec = (-sy * se, ce, -cy * se)
    middle = plus(plus(at, level, camera.aside_m), top, camera.above_m)
    c, s = math.cos(roll) * camera.focus, math.sin(roll) * camera.focus
    right = mean([(c, level), (-s, top)])
    way = -1.0 if camera.mirrored else 1.0
    return Aim(
        at=middle,
        right=(right[0] * way, right[1] * way, right[2] * way),
        up=mean([(s, level), (c, top)]),
        ahead=(-sy * ce, -se, -cy * ce),
        away_m=camera.distance_m,
        middle=camera.aspect / 2,
    )


def seen_by(camera: Camera, joints: Mapping[Joint, Vec], *, at: Vec, t_s: float) -> Frame:
    """Project the joints as the camera sees them, looking *at* a place; all of them are seen."""
    aim = aimed(camera, at)
    hips = aim.depth_m(_hips(joints))
    points: list[Point | None] = []
    for joint in Joint:
        x, y, depth = aim.seen(joints[OTHER[joint]] if camera.mirrored else joints[joint])
        if depth < NEAREST_M:
            points.append(None)
        else:
            points.append(Point(x=x, y=y, z=(depth - hips) * camera.focus / hips, seen=1.0))
    return Frame(t_s=t_s, points=tuple(points), width=camera.aspect)


def middle(joints: Mapping[Joint, Vec]) -> Vec:
    """Give the middle of the body, which a camera is pointed at."""
    x, y, z = (sum(place[axis] for place in joints.values()) / len(joints) for axis in range(3))
    return (x, y, z)


def _hips(joints: Mapping[Joint, Vec]) -> Vec:
    a, b = joints[Joint.LEFT_HIP], joints[Joint.RIGHT_HIP]
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2)


def asked_camera(movement: Movement) -> Camera:
    """Give a camera that stands where the file asks for it."""
    camera = Camera(yaw_deg=ASKED_DEG[movement.view][0])
    return replace(camera, elevation_deg=ASKED_UP_DEG.get(movement.view, camera.elevation_deg))
