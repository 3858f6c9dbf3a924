"""Limbs are as long as they are: what looks longer than the body allows has an end elsewhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.coach.sight import SEEN

if TYPE_CHECKING:
    from unkink.core.body import Points

STRETCHED: Final = 1.4
"""
A limb longer than this, against the body's height, can't be: people's limbs differ by a tenth from
the mean, what is nearer looks larger by a seventh at arm's length before a camera 3 m away. [D]
"""
GROWS_S: Final = 1.0
"""How soon a body is believed to be taller: somebody walks up to the camera, no joint flies off."""
SHRINKS_S: Final = 20.0
"""And how soon to be smaller, for a body that is turned or folded only looks so. [D]"""

TRUNK: Final = 0.288
LIMBS: Final = (
    (int(Joint.LEFT_HIP), int(Joint.LEFT_KNEE), 0.245),
    (int(Joint.LEFT_KNEE), int(Joint.LEFT_ANKLE), 0.246),
    (int(Joint.RIGHT_HIP), int(Joint.RIGHT_KNEE), 0.245),
    (int(Joint.RIGHT_KNEE), int(Joint.RIGHT_ANKLE), 0.246),
    (int(Joint.LEFT_SHOULDER), int(Joint.LEFT_ELBOW), 0.186),
    (int(Joint.LEFT_ELBOW), int(Joint.LEFT_WRIST), 0.146),
    (int(Joint.RIGHT_SHOULDER), int(Joint.RIGHT_ELBOW), 0.186),
    (int(Joint.RIGHT_ELBOW), int(Joint.RIGHT_WRIST), 0.146),
)
"""Each limb's inner end, outer end and share of body height: Drillis and Contini (1966)."""
_LONG: Final = (
    (int(Joint.LEFT_SHOULDER), int(Joint.LEFT_HIP), TRUNK),
    (int(Joint.RIGHT_SHOULDER), int(Joint.RIGHT_HIP), TRUNK),
    *LIMBS[:4],
)


def height_now(points: Points) -> float:
    """Give the body's height by its second longest long part, so that one flying joint is none."""
    first = second = 0.0
    for inner, outer, share in _LONG:
        a, b = points[inner], points[outer]
        if a is not None and b is not None and a.seen >= SEEN and b.seen >= SEEN:
            tall = math.hypot(a.x - b.x, a.y - b.y) / share
            if tall > first:
                first, second = tall, first
            elif tall > second:
                second = tall
    return second


def taller(before: float, points: Points, gap_s: float) -> float:
    """Give the body's height after one more moment."""
    now = height_now(points) if points else 0.0
    if before == 0.0 or now == 0.0:
        return before or now
    soon_s = GROWS_S if now > before else SHRINKS_S
    return before + (now - before) * min(gap_s / soon_s, 1.0)


def without_stretched(points: Points, tall: float) -> Points:
    """Leave out the outer end of every limb that is longer than a body so tall can have."""
    if tall <= 0.0 or not points:
        return points
    gone: list[int] = []
    for inner, outer, share in LIMBS:
        a, b = points[inner], points[outer]
        if a is not None and b is not None:
            most = STRETCHED * share * tall
            x, y = a.x - b.x, a.y - b.y
            if x * x + y * y > most * most:
                gone.append(outer)
    if not gone:
        return points
    return tuple(None if i in gone else point for i, point in enumerate(points))
