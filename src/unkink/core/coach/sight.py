"""One moment of a body, with what several measures share: its middles, height and front."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint

if TYPE_CHECKING:
    from unkink.core.body import Points

SEEN: Final = 0.5
"""Below this the model itself doubts a joint, and we take it as unseen. [D] The usual half."""

TRUNK, THIGH, SHIN = 0.288, 0.245, 0.246
"""Lengths as shares of body height: Drillis and Contini's segments, docs/coach.md#scale."""


class Place(NamedTuple):
    """A point of a sight; `seen` is that of its least seen joint."""

    x: float
    y: float
    z: float
    seen: float


class Sight(NamedTuple):
    """One moment with what several measures share: the middles of the body and its height."""

    points: Points
    hips: Place | None
    shoulders: Place | None
    height: float
    """Body height in picture heights, as if nothing were foreshortened. 0 when unknown."""
    has_depth: bool = True
    """False where every depth is 0: the source knows none, and what needs it is unseen."""
    front: tuple[float, float, float, float] | None = None
    """The direction the chest looks in, in depth too, and how well it was seen."""


def sight(points: Points) -> Sight | None:
    """Look at one moment; None when nobody is there or neither trunk nor leg can be seen."""
    if not points:
        return None
    hips = _middle(points, LEFT_HIP, RIGHT_HIP)
    shoulders = _middle(points, LEFT_SHOULDER, RIGHT_SHOULDER)
    height = 0.0
    if hips and shoulders:
        height = math.hypot(hips.x - shoulders.x, hips.y - shoulders.y) / TRUNK
    for hip, knee, ankle in _LEGS:
        h, k, a = points[hip], points[knee], points[ankle]
        if k is not None and k.seen >= SEEN:
            if h is not None and h.seen >= SEEN:
                height = max(height, math.hypot(h.x - k.x, h.y - k.y) / THIGH)
            if a is not None and a.seen >= SEEN:
                height = max(height, math.hypot(a.x - k.x, a.y - k.y) / SHIN)
    if height <= 0.0:
        return None
    deep = _has_depth(points)
    front = _front(points, hips, shoulders) if deep and hips and shoulders else None
    return Sight(points, hips, shoulders, height, deep, front)


# Plain numbers: a tuple gives its item by one three times as fast as by a member of an enum.
LEFT_HIP, RIGHT_HIP = int(Joint.LEFT_HIP), int(Joint.RIGHT_HIP)
LEFT_SHOULDER, RIGHT_SHOULDER = int(Joint.LEFT_SHOULDER), int(Joint.RIGHT_SHOULDER)
_LEGS: Final = (
    (LEFT_HIP, int(Joint.LEFT_KNEE), int(Joint.LEFT_ANKLE)),
    (RIGHT_HIP, int(Joint.RIGHT_KNEE), int(Joint.RIGHT_ANKLE)),
)


def _has_depth(points: Points) -> bool:
    for point in points:  # noqa: SIM110 - a generator costs more than all of its items
        if point is not None and point.z != 0.0:
            return True
    return False


def _middle(points: Points, left: int, right: int) -> Place | None:
    a, b = points[left], points[right]
    if a is None or a.seen < SEEN:
        return None if b is None or b.seen < SEEN else Place(b.x, b.y, b.z, b.seen)
    if b is None or b.seen < SEEN:
        return Place(a.x, a.y, a.z, a.seen)
    return Place((a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2, min(a.seen, b.seen))


def _front(
    points: Points, hips: Place, shoulders: Place
) -> tuple[float, float, float, float] | None:
    """Give the direction the chest looks in, in depth too; and how well it was seen."""
    a, b = points[LEFT_SHOULDER], points[RIGHT_SHOULDER]
    if a is None or b is None or a.seen < SEEN or b.seen < SEEN:
        return None
    sx, sy, sz = a.x - b.x, a.y - b.y, a.z - b.z
    ax, ay, az = shoulders.x - hips.x, shoulders.y - hips.y, shoulders.z - hips.z
    x, y, z = sy * az - sz * ay, sz * ax - sx * az, sx * ay - sy * ax
    length = math.sqrt(x * x + y * y + z * z)
    if length == 0.0:
        return None
    return (x / length, y / length, z / length, min(a.seen, b.seen))
