"""
The paths of the joints: how each one goes, in a camera's picture, from start pose to end pose.

Seen from one place, an exercise moves every joint its own way. How far along its path a body is,
is then the best fit of all its joints at once: joints that go far and are read well count most, and
what one of them errs, the others correct. Angles would need two or three good joints each.
"""

from __future__ import annotations

import math
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.coach.measures import sight
from unkink.core.simulation.camera import OTHER, Camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.measures import Sight
    from unkink.core.figure import Body

JOINTS: Final = (
    Joint.NOSE, Joint.LEFT_EAR, Joint.RIGHT_EAR, Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER,
    Joint.LEFT_ELBOW, Joint.RIGHT_ELBOW, Joint.LEFT_WRIST, Joint.RIGHT_WRIST,
    Joint.LEFT_HIP, Joint.RIGHT_HIP, Joint.LEFT_KNEE, Joint.RIGHT_KNEE,
    Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE,
)  # fmt: skip
"""Joints that tell a body's shape; eyes, fingers and toes lie beside them and are read worse."""
POOR: Final = 4.0
"""Depth is read worse than the picture by about so much: docs/coach.md#measures. [D]"""
LOOSE: Final = 1.5
"""Where a file puts arms is kept to less than where it puts the rest: they count less. [D]"""
ARMS: Final = frozenset(joint for joint in JOINTS if "ELBOW" in joint.name or "WRIST" in joint.name)
SPREADS: Final = tuple(
    axis * (LOOSE if joint in ARMS else 1.0) for joint in JOINTS for axis in (1.0, 1.0, POOR)
)
"""How far off each number is read, against the best read."""
OFF: Final = 0.05
"""How far the best read joints of a right posture may be off, as a share of body height."""

Outline = tuple[float, ...]
"""x, y and z of every one of `JOINTS`, in body heights."""


class Path(NamedTuple):
    """The outlines of the start pose and of the end pose, as one camera sees them."""

    start: Outline
    end: Outline


def paths(start: Body, end: Body, cameras: Sequence[Camera]) -> tuple[Path, ...]:
    """
    Give the path before every camera.

    Both ends are in heights of the body where it looks taller: looking along it only shortens it.
    """
    found = []
    for camera in cameras:
        sights = [_seen(body, camera) for body in (start, end)]
        height = max(each.height for each in sights)
        first, last = (tuple(outline(each, height)) for each in sights)
        found.append(Path(first, last))
    return tuple(found)


def mirrored_paths(found: Sequence[Path], cameras: Sequence[Camera]) -> tuple[Path, ...]:
    """
    Give the paths of the same movement to the other side.

    A mirror along the body's middle shows it to a camera as the real one looks from the other side
    of that mirror, the picture's left and right exchanged.
    """
    places = {_place(camera.yaw_deg, camera): i for i, camera in enumerate(cameras)}
    twins = [found[places[_place(180.0 - camera.yaw_deg, camera)]] for camera in cameras]
    return tuple(Path(_mirrored(twin.start), _mirrored(twin.end)) for twin in twins)


def outline(sight: Sight, height: float) -> list[float]:
    """Read where the joints are, in heights of a body; NaN where that is unknown."""
    found: list[float] = []
    for joint in JOINTS:
        point = sight.points[joint]
        if point is None:
            found += (math.nan, math.nan, math.nan)
        else:
            z = point.z / height if sight.has_depth else math.nan
            found += (point.x / height, point.y / height, z)
    return found


def centred(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Move an outline so that its weighed middle is at 0: where a body is doesn't matter."""
    found = list(values)
    for axis in range(3):
        share = weights[axis::3]
        total = sum(share)
        if total > 0.0:
            mean = sum(map(mul, share, values[axis::3])) / total
            found[axis::3] = [value - mean for value in values[axis::3]]
    return found


def _seen(body: Body, camera: Camera) -> Sight:
    joints = body.joints
    points = seen_by(camera, joints, at=middle(joints), t_s=0.0).points
    seen = sight(points)
    if seen is None:
        raise AssertionError("a figure before a camera is seen")
    return seen


def _place(yaw_deg: float, camera: Camera) -> tuple[int, float]:
    return round(yaw_deg) % 360, camera.elevation_deg


_EXCHANGED: Final = tuple(3 * JOINTS.index(OTHER[joint]) for joint in JOINTS)


def _mirrored(values: Outline) -> Outline:
    return tuple(v for i in _EXCHANGED for v in (-values[i], values[i + 1], values[i + 2]))
