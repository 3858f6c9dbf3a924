"""BlazePose's 33 landmarks as our frames. The only place that knows their numbers."""

from __future__ import annotations

from math import isfinite, nan
from typing import TYPE_CHECKING, Final

from unkink.core.body import Frame, Joint, Point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANDMARKS: Final = 33
NUMBER_OF: Final[Mapping[Joint, int]] = {
    Joint.NOSE: 0,
    Joint.LEFT_EYE: 2,
    Joint.RIGHT_EYE: 5,
    Joint.LEFT_EAR: 7,
    Joint.RIGHT_EAR: 8,
    Joint.LEFT_SHOULDER: 11,
    Joint.RIGHT_SHOULDER: 12,
    Joint.LEFT_ELBOW: 13,
    Joint.RIGHT_ELBOW: 14,
    Joint.LEFT_WRIST: 15,
    Joint.RIGHT_WRIST: 16,
    Joint.LEFT_HAND: 19,
    Joint.RIGHT_HAND: 20,
    Joint.LEFT_HIP: 23,
    Joint.RIGHT_HIP: 24,
    Joint.LEFT_KNEE: 25,
    Joint.RIGHT_KNEE: 26,
    Joint.LEFT_ANKLE: 27,
    Joint.RIGHT_ANKLE: 28,
    Joint.LEFT_HEEL: 29,
    Joint.RIGHT_HEEL: 30,
    Joint.LEFT_TOE: 31,
    Joint.RIGHT_TOE: 32,
}
"""The landmark of each joint."""
FARTHEST: Final = 4.0
"""A joint farther away than so many pictures is not there: no model means it, docs/live.md."""
DEPTH: Final = 2.7
"""
So many times too large the model tells depth, against x and y: docs/coach.md#depth.

Its documentation says "about the scale of x". Against its own landmarks in metres it is 2.6 to 3.3
times that in four videos of people, the same on painted people whose depth is known.
"""
_ORDER: Final = tuple(4 * NUMBER_OF[joint] for joint in Joint)
"""Where each joint's four values begin."""


def frame(t_s: float, values: Sequence[float] | None, *, aspect: float) -> Frame:
    """
    Make a frame of 33 times x, y, z, visibility; None values mean that nobody was found.

    x and z come divided by the picture's width and are given back in heights.
    A landmark with a value that isn't a finite number, or is far outside, is unknown, not zero.
    """
    if values is None:
        return Frame(t_s=t_s, points=(), width=aspect)
    points: list[Point | None] = []
    for at in _ORDER:
        x, y, z, seen = values[at : at + 4]
        if max(abs(x), abs(y), abs(z)) <= FARTHEST and isfinite(x + y + z + seen):
            seen = 0.0 if seen < 0.0 else min(seen, 1.0)
            points.append(Point(x * aspect, y, z * aspect / DEPTH, seen))
        else:
            points.append(None)
    return Frame(t_s=t_s, points=tuple(points), width=aspect)


def landmarks(frame: Frame, *, aspect: float) -> tuple[float, ...]:
    """Give a frame as the model would: 33 times x, y, z, visibility; what is unknown is NaN."""
    values = [nan] * (4 * LANDMARKS)
    for joint, point in zip(Joint, frame.points, strict=True):
        if point is not None:
            at = 4 * NUMBER_OF[joint]
            values[at : at + 4] = point.x / aspect, point.y, point.z * DEPTH / aspect, point.seen
    return tuple(values)
