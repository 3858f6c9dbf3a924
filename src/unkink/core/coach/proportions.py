"""Whether a skeleton is built like a person: a model's confidence does not say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHARES: Final = (
    (Joint.LEFT_SHOULDER, Joint.LEFT_ELBOW, 0.186),
    (Joint.RIGHT_SHOULDER, Joint.RIGHT_ELBOW, 0.186),
    (Joint.LEFT_ELBOW, Joint.LEFT_WRIST, 0.146),
    (Joint.RIGHT_ELBOW, Joint.RIGHT_WRIST, 0.146),
    (Joint.LEFT_SHOULDER, Joint.LEFT_HIP, 0.288),
    (Joint.RIGHT_SHOULDER, Joint.RIGHT_HIP, 0.288),
    (Joint.LEFT_HIP, Joint.LEFT_KNEE, 0.245),
    (Joint.RIGHT_HIP, Joint.RIGHT_KNEE, 0.245),
    (Joint.LEFT_KNEE, Joint.LEFT_ANKLE, 0.246),
    (Joint.RIGHT_KNEE, Joint.RIGHT_ANKLE, 0.246),
)
"""Segments and their share of body height: Drillis and Contini (1966)."""

LEAST: Final = 0.55
"""
Below this likeness a skeleton is no body. [D] Of 30 photos of people on the floor, whole, all lie
above 0.69; skeletons that sit wrong on small pictures of them go down to 0.28.
"""


def likeness(points: Sequence[Point | None]) -> float:
    """
    Say how well a skeleton's lengths fit one body: 1 perfectly, 0 not at all or unseen.

    Each segment, as long as it looks, tells how tall the person is at least: pointing towards the
    camera shortens it, nothing lengthens it. In a body at least half of the segments agree about
    that; where one is far longer than the others allow, the skeleton is not one.
    """
    tall = sorted(_heights(points), reverse=True)
    if len(tall) < len(SHARES) // 2 or tall[0] == 0:
        return 0.0
    return tall[len(SHARES) // 2 - 1] / tall[0]


def extent(points: Iterable[Point | None]) -> float:
    """Give the larger of a skeleton's width and height, in picture heights; 0 without points."""
    seen = [point for point in points if point is not None]
    if not seen:
        return 0.0
    xs, ys = [point.x for point in seen], [point.y for point in seen]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _heights(points: Sequence[Point | None]) -> Iterable[float]:
    for low, high, share in SHARES if points else ():
        a, b = points[low], points[high]
        if a is not None and b is not None:
            yield math.hypot(a.x - b.x, a.y - b.y) / share
