"""
How long and how thick the body's parts are, for an adult of 1.70 m.

Lengths are the fractions of stature of Drillis and Contini (1966), as given by Winter,
"Biomechanics and Motor Control of Human Movement", figure 4.1. Thicknesses are drawn, not measured:
those of a slim adult in light clothes; contact and painting share them, so what is painted rests.
"""

from __future__ import annotations

from typing import Final, NamedTuple

STATURE_M: Final = 1.70

THIGH_M: Final = 0.245 * STATURE_M
SHANK_M: Final = 0.246 * STATURE_M
ANKLE_HEIGHT_M: Final = 0.039 * STATURE_M
FOOT_M: Final = 0.152 * STATURE_M
UPPER_ARM_M: Final = 0.186 * STATURE_M
FOREARM_M: Final = 0.146 * STATURE_M
TRUNK_M: Final = 0.288 * STATURE_M
"""Hip joints to shoulder joints: 0.818 less 0.530 of stature."""

HALF_HIPS_M: Final = 0.085
HALF_SHOULDERS_M: Final = 0.172
NECK_BASE_M: Final = TRUNK_M + 0.025
"""Hip joints to where neck and chest meet."""
NECK_M: Final = 0.125
"""To the joint between neck and head, a little below the ears."""

SPINE_JOINTS_M: Final = (0.10, 0.18, 0.26, 0.34)
"""Heights above the hip joints where the spine bends, each a quarter of the way."""
TWIST_SHARES: Final = (0.1, 0.2, 0.3, 0.4)
"""The chest turns more than the loins: axial rotation is mostly thoracic (White and Panjabi)."""


class Ball(NamedTuple):
    """A piece of flesh: where it sits in its part's frame, and its three half axes, in metres."""

    forward: float
    left: float
    up: float
    half_forward: float
    half_left: float
    half_up: float


def ball(forward: float, left: float, up: float, radius: float) -> Ball:
    """Make a round piece."""
    return Ball(forward, left, up, radius, radius, radius)


class Ring(NamedTuple):
    """A thickness along a limb: how far down it (0..1), moved forward, and its radius in metres."""

    along: float
    forward: float
    radius: float


LIMBS: Final[dict[str, tuple[float, tuple[Ring, ...]]]] = {
    "thigh": (
        THIGH_M,
        (
            Ring(0.0, 0.000, 0.086),
            Ring(0.18, 0.006, 0.085),
            Ring(0.42, 0.008, 0.077),
            Ring(0.75, 0.002, 0.061),
            Ring(1.0, 0.000, 0.053),
        ),
    ),
    "shank": (
        SHANK_M,
        (
            Ring(0.0, 0.000, 0.053),
            Ring(0.14, -0.004, 0.051),
            Ring(0.32, -0.012, 0.054),
            Ring(0.62, -0.005, 0.043),
            Ring(1.0, 0.000, 0.035),
        ),
    ),
    "upper_arm": (
        UPPER_ARM_M,
        (
            Ring(0.0, 0.0, 0.056),
            Ring(0.25, 0.002, 0.051),
            Ring(0.55, 0.004, 0.045),
            Ring(1.0, 0.0, 0.038),
        ),
    ),
    "forearm": (
        FOREARM_M,
        (
            Ring(0.0, 0.0, 0.037),
            Ring(0.25, 0.002, 0.038),
            Ring(0.6, 0.0, 0.031),
            Ring(1.0, 0.0, 0.024),
        ),
    ),
}
"""For each kind of limb its length and its rings, from the trunk outwards."""

TRUNK: Final[dict[str, tuple[Ball, ...]]] = {
    "pelvis": (
        Ball(0.005, 0.0, 0.055, 0.112, 0.158, 0.085),
        ball(-0.030, 0.075, -0.005, 0.092),
        ball(-0.030, -0.075, -0.005, 0.092),
    ),
    "waist": (Ball(0.008, 0.0, 0.0, 0.104, 0.140, 0.090),),
    "ribs": (Ball(0.015, 0.0, 0.0, 0.112, 0.152, 0.095),),
    "chest": (
        Ball(0.012, 0.0, 0.035, 0.112, 0.163, 0.10),
        Ball(-0.005, 0.115, 0.11, 0.080, 0.085, 0.062),
        Ball(-0.005, -0.115, 0.11, 0.080, 0.085, 0.062),
    ),
}
"""Pieces of the trunk; `waist`, `ribs` and `chest` are frames along the spine."""

SKULL: Final = Ball(0.008, 0.0, 0.056, 0.099, 0.077, 0.103)

HEEL: Final = ball(-0.045, 0.0, -ANKLE_HEIGHT_M + 0.032, 0.032)
BALL_OF_FOOT: Final = ball(0.125, 0.0, -ANKLE_HEIGHT_M + 0.025, 0.025)
TOE: Final = ball(FOOT_M - 0.077 - 0.018, 0.0, -ANKLE_HEIGHT_M + 0.018, 0.018)
FOOT: Final = (HEEL, BALL_OF_FOOT, TOE)

PALM_M: Final = 0.085
"""Wrist to the middle of the palm, where a hand holds or rests."""
HAND_THICKNESS_M: Final = 0.026
