"""A camera in a room: it turns a body in space into the frame a pose model would give."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Frame, Joint, Point

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """
    Where the camera stands: round the body, above the floor, and how far away.

    At a yaw of 0 it looks at a plain side view with the head of a person on the back to the right;
    positive goes round towards the head. It looks at the middle of the body.
    """

    yaw_deg: float = 0.0
    elevation_deg: float = 10.0
    distance_m: float = 3.0
    aspect: float = 16 / 9
    mirrored: bool = False
    """As in a selfie: the picture's left and right exchanged, and so the model's sides too."""


def seen_by(camera: Camera, joints: Mapping[Joint, Vec], *, at: Vec, t_s: float) -> Frame:
    """Project the joints as the camera sees them, looking *at* a place; all of them are seen."""
    yaw, elevation = math.radians(camera.yaw_deg), math.radians(camera.elevation_deg)
    cy, sy, ce, se = math.cos(yaw), math.sin(yaw), math.cos(elevation), math.sin(elevation)
    right, up, ahead = (cy, 0.0, -sy), (-sy * se, ce, -cy * se), (-sy * ce, -se, -cy * ce)
    ax, ay, az = at
    rx, _, rz = right
    ux, uy, uz = up
    fx, fy, fz = ahead
    x, y, z = _hips(joints)
    hips = (x - ax) * fx + (y - ay) * fy + (z - az) * fz + camera.distance_m
    sign = -FOCUS if camera.mirrored else FOCUS
    points: list[Point | None] = []
    for joint in Joint:
        x, y, z = joints[OTHER[joint]] if camera.mirrored else joints[joint]
        x, y, z = x - ax, y - ay, z - az
        depth = x * fx + y * fy + z * fz + camera.distance_m
        if depth < NEAREST_M:
            points.append(None)
            continue
        points.append(
            Point(
                x=camera.aspect / 2 + sign * (x * rx + z * rz) / depth,
                y=0.5 - FOCUS * (x * ux + y * uy + z * uz) / depth,
                z=(depth - hips) * FOCUS / hips,
                seen=1.0,
            )
        )
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
    return Camera(yaw_deg=ASKED_DEG[movement.view][0])
