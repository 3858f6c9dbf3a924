"""What of a body a camera can't see for the body itself."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint

if TYPE_CHECKING:
    from collections.abc import Sequence

    Seen = tuple[float, float, float]
    """Where in the picture, and how far ahead in metres."""

BEHIND_M: Final = 0.08
"""What is less far behind a limb or the trunk is seen beside it."""
LIMB: Final = 0.035
"""Half a limb's thickness, in body heights."""
LIMBS: Final = tuple(
    tuple(Joint[f"{side}_{name}"] for name in names)
    for side in ("LEFT", "RIGHT")
    for names in (("SHOULDER", "ELBOW", "WRIST"), ("HIP", "KNEE", "ANKLE"))
)
ENDS: Final = tuple(
    tuple(Joint[f"{side}_{name}"] for name in names)
    for side in ("LEFT", "RIGHT")
    for names in (("ELBOW", "WRIST", "HAND"), ("KNEE", "ANKLE", "HEEL", "TOE"))
)
"""What of each limb can be hidden, in the order of `LIMBS`."""
TRUNK: Final = (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.RIGHT_HIP, Joint.LEFT_HIP)


def hidden(seen: Sequence[Seen], size: float) -> frozenset[int]:
    """Give the joints of arms and legs behind the trunk or another limb; *size* is the body's."""
    found: set[int] = set()
    trunk = [seen[joint] for joint in TRUNK]
    trunk_m = sum(depth for _, _, depth in trunk) / len(trunk)
    segments = [(i, seen[a], seen[b]) for i, limb in enumerate(LIMBS) for a, b in pairwise(limb)]
    for i, joints in enumerate(ENDS):
        others = [(a, b) for k, a, b in segments if k != i]
        for joint in joints:
            place = seen[joint]
            behind = place[2] > trunk_m + BEHIND_M and _within(place, trunk)
            if behind or any(_covers(a, b, place, LIMB * size) for a, b in others):
                found.add(joint)
    return frozenset(found)


def _within(place: Seen, corners: Sequence[Seen]) -> bool:
    x, y, _ = place
    ways = [
        (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
        for a, b in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]
    return all(way > 0.0 for way in ways) or all(way < 0.0 for way in ways)


def _covers(a: Seen, b: Seen, place: Seen, thick: float) -> bool:
    dx, dy = b[0] - a[0], b[1] - a[1]
    x, y = place[0] - a[0], place[1] - a[1]
    far = dx * dx + dy * dy
    share = min(max((x * dx + y * dy) / far, 0.0), 1.0) if far > 1e-9 else 0.0
    nearer_m = place[2] - (a[2] + (b[2] - a[2]) * share)
    return nearer_m > BEHIND_M and math.hypot(x - share * dx, y - share * dy) < thick
