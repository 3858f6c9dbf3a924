"""The body's surface, as balls: what touches, and how far it is from what it rests on."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import TYPE_CHECKING, Final

from unkink.core.figure import proportions as p
from unkink.core.figure.proportions import Ball, ball

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from unkink.core.figure.frames import Frame

Spot = tuple[str, Ball]
"""A piece of flesh and the part it belongs to."""

LIMB_BALLS_BETWEEN: Final = 2
"""Balls added between two rings of a limb, so that its surface has no dents."""


@cache
def limb(kind: str) -> tuple[Ball, ...]:
    """Give a limb as a row of balls."""
    size_m, rings = p.LIMBS[kind]
    balls: list[Ball] = []
    for one, two in itertools.pairwise(rings):
        for step in range(LIMB_BALLS_BETWEEN + 1):
            f = step / (LIMB_BALLS_BETWEEN + 1)
            along, forward, radius = (a + (b - a) * f for a, b in zip(one, two, strict=True))
            balls.append(ball(forward, 0.0, -along * size_m, radius))
    last = rings[-1]
    return (*balls, ball(last.forward, 0.0, -last.along * size_m, last.radius))


@cache
def spots(contact: str) -> tuple[Spot, ...]:
    """Give the flesh that a contact means; `feet` are both, `left_foot` is one."""
    pairs = {"feet": "foot", "knees": "knee", "shins": "shin", "thighs": "thigh"}
    pairs |= {"hands": "hand", "elbows": "elbow"}
    if contact in pairs:
        return spots(f"left_{pairs[contact]}") + spots(f"right_{pairs[contact]}")
    if contact in _TRUNK:
        return tuple((part, piece) for part in _TRUNK[contact] for piece in _pieces(part))
    side, kind = contact.split("_", maxsplit=1)
    part, pieces = {
        "foot": ("foot", p.FOOT),
        "knee": ("shank", limb("shank")[:1]),
        "shin": ("shank", limb("shank")),
        "thigh": ("thigh", limb("thigh")[4:]),
        "hand": ("hand", HAND),
        "elbow": ("forearm", limb("forearm")[:1]),
        "upper_arm": ("upper_arm", limb("upper_arm")),
        "forearm": ("forearm", limb("forearm")),
    }[kind]
    return tuple((f"{side}_{part}", piece) for piece in pieces)


HAND: Final = (
    ball(0.0, 0.0, -0.045, p.HAND_THICKNESS_M / 2),
    ball(0.0, 0.0, -p.PALM_M, p.HAND_THICKNESS_M / 2),
    ball(0.0, 0.0, -0.13, p.HAND_THICKNESS_M / 2 - 0.003),
    ball(0.0, 0.0, -0.165, p.HAND_THICKNESS_M / 2 - 0.003),
)
_TRUNK: Final = {
    "pelvis": ("pelvis",),
    "belly": ("waist",),
    "shoulders": ("chest",),
    "chest": ("ribs", "chest"),
    "head": ("head",),
}
EVERYWHERE: Final = (
    *("pelvis", "belly", "chest", "head", "feet", "shins", "thighs", "hands", "elbows"),
    *("left_upper_arm", "right_upper_arm", "left_forearm", "right_forearm"),
)


def _pieces(part: str) -> tuple[Ball, ...]:
    return (p.SKULL,) if part == "head" else p.TRUNK[part]


def lowest_m(parts: Mapping[str, Frame], where: Iterable[Spot]) -> float:
    """Give the height of the lowest point of some flesh."""
    low = math.inf
    for part, piece in where:
        frame = parts[part]
        y = frame.at(piece.forward, piece.left, piece.up)[1]
        low = min(low, y - reach_down_m(frame, piece))
    return low


def reach_down_m(frame: Frame, piece: Ball) -> float:
    """Give how far a piece reaches below its own middle."""
    return math.sqrt(
        (frame.forward[1] * piece.half_forward) ** 2
        + (frame.left[1] * piece.half_left) ** 2
        + (frame.up[1] * piece.half_up) ** 2
    )


def lowest_everywhere_m(parts: Mapping[str, Frame]) -> float:
    """Give the height of the body's lowest point."""
    return min(lowest_m(parts, spots(name)) for name in EVERYWHERE)
