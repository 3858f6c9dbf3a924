"""
The shape of a body in a picture: where each limb goes to, as a share of the body's height.

Upper arms, thighs, trunk, face, feet: each is an arrow from one place to another. Two bodies whose
arrows agree are in one position and seen from one place; nothing else has to be known of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.coach.measures import SEEN, SHARE
from unkink.core.simulation.camera import OTHER

if TYPE_CHECKING:
    from unkink.core.coach.measures import Sight

ARM: Final = 2.5 * SHARE
"""Arms lie as they like in most positions. [D]"""
DEEP: Final = 2.0 * SHARE
"""Depth, once in the picture's scale, is read about twice as badly: docs/coach.md#depth."""

Shape = tuple[float | None, ...]
"""Each arrow across and down in spreads, then the deep ones' depth; None where unseen."""


class Arrow(NamedTuple):
    """From the middle of some joints to the middle of others."""

    tail: tuple[Joint, ...]
    head: tuple[Joint, ...]
    spread: float
    deep: bool = False
    """Whether its depth is looked at, too: that of what is small or far out tells nothing."""


_HIPS: Final = (Joint.LEFT_HIP, Joint.RIGHT_HIP)
_SHOULDERS: Final = (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER)
_EARS: Final = (Joint.LEFT_EAR, Joint.RIGHT_EAR)


def _limbs() -> tuple[Arrow, ...]:
    found = []
    for side in ("LEFT", "RIGHT"):
        shoulder, elbow, wrist, hip, knee, ankle, heel, toe = (
            (Joint[f"{side}_{part}"],)
            for part in ("SHOULDER", "ELBOW", "WRIST", "HIP", "KNEE", "ANKLE", "HEEL", "TOE")
        )
        found += [
            Arrow(shoulder, elbow, ARM),
            Arrow(elbow, wrist, ARM),
            Arrow(hip, knee, SHARE, deep=True),
            Arrow(knee, ankle, SHARE, deep=True),
            Arrow(heel, toe, SHARE),
        ]
    return tuple(found)


ARROWS: Final = (
    Arrow(_HIPS, _SHOULDERS, SHARE, deep=True),
    Arrow(_SHOULDERS, _EARS, SHARE, deep=True),
    Arrow(_EARS, (Joint.NOSE,), SHARE),
    Arrow((Joint.RIGHT_SHOULDER,), (Joint.LEFT_SHOULDER,), SHARE, deep=True),
    Arrow((Joint.RIGHT_HIP,), (Joint.LEFT_HIP,), SHARE, deep=True),
    *_limbs(),
)
"""What a shape is made of."""
_DEEP: Final = tuple(i for i, arrow in enumerate(ARROWS) if arrow.deep)
SIZE: Final = 2 * len(ARROWS) + len(_DEEP)
_ENDS: Final = tuple(
    (
        int(arrow.tail[0]),
        int(arrow.tail[-1]),
        int(arrow.head[0]),
        int(arrow.head[-1]),
        1.0 / arrow.spread,
        SHARE / DEEP / arrow.spread if arrow.deep else 0.0,
    )
    for arrow in ARROWS
)


def shape(sight: Sight) -> Shape:
    """Read the shape of a body."""
    height, points, has_depth = sight.height, sight.points, sight.has_depth
    flat: list[float | None] = []
    deep: list[float | None] = []
    for tail, other_tail, head, other_head, scale, scale_deep in _ENDS:
        a, b, c, d = points[tail], points[other_tail], points[head], points[other_head]
        # Of two that make a middle, one will do: from the side the far one is often hidden.
        if a is None or a.seen < SEEN:
            a = b
        elif b is None or b.seen < SEEN:
            b = a
        if c is None or c.seen < SEEN:
            c = d
        elif d is None or d.seen < SEEN:
            d = c
        if (
            a is None
            or b is None
            or c is None
            or d is None
            or a.seen < SEEN
            or b.seen < SEEN
            or c.seen < SEEN
            or d.seen < SEEN
        ):
            flat += (None, None)
            if scale_deep:
                deep.append(None)
            continue
        half = 0.5 * scale / height
        flat += ((c.x + d.x - a.x - b.x) * half, (c.y + d.y - a.y - b.y) * half)
        if scale_deep:
            far = (c.z + d.z - a.z - b.z) * 0.5 * scale_deep / height
            deep.append(far if has_depth else None)
    return (*flat, *deep)


def whole(values: Shape) -> tuple[float, ...] | None:
    """Give a shape of which all is seen; None otherwise."""
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(values) else None


def _mirror_place(i: int) -> tuple[int, bool]:
    """Give where an arrow of the mirrored body comes from, and whether it points backwards."""
    arrow = ARROWS[i]
    tail, head = ({OTHER[joint] for joint in ends} for ends in (arrow.tail, arrow.head))
    for k, other in enumerate(ARROWS):
        if (set(other.tail), set(other.head)) == (tail, head):
            return k, False
        if (set(other.head), set(other.tail)) == (tail, head):
            return k, True
    raise AssertionError("every arrow has its fellow")


_MIRROR: Final = tuple(_mirror_place(i) for i in range(len(ARROWS)))


def mirrored_shape(values: tuple[float, ...]) -> tuple[float, ...]:
    """Give the shape of the mirrored body before a mirrored camera."""
    flat: list[float] = []
    for i, backwards in _MIRROR:
        sign = -1.0 if backwards else 1.0
        flat += (-sign * values[2 * i], sign * values[2 * i + 1])
    start = 2 * len(ARROWS)
    for i in _DEEP:
        k, backwards = _MIRROR[i]
        depth = values[start + _DEEP.index(k)]
        flat.append(-depth if backwards else depth)
    return tuple(flat)
