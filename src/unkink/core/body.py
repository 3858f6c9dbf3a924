"""The body as a camera sees it: named joints, points and frames. Our only body vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Literal

Side = Literal["left", "right", "both"]
"""Anatomical, the person's own left and right; `both` where the two work together."""


class Joint(IntEnum):
    """A place on the body. The number is its position in `Frame.points`, nothing more."""

    NOSE = 0
    LEFT_EYE = 1
    RIGHT_EYE = 2
    LEFT_EAR = 3
    RIGHT_EAR = 4
    LEFT_SHOULDER = 5
    RIGHT_SHOULDER = 6
    LEFT_ELBOW = 7
    RIGHT_ELBOW = 8
    LEFT_WRIST = 9
    RIGHT_WRIST = 10
    LEFT_HAND = 11
    RIGHT_HAND = 12
    LEFT_HIP = 13
    RIGHT_HIP = 14
    LEFT_KNEE = 15
    RIGHT_KNEE = 16
    LEFT_ANKLE = 17
    RIGHT_ANKLE = 18
    LEFT_HEEL = 19
    RIGHT_HEEL = 20
    LEFT_TOE = 21
    RIGHT_TOE = 22


@dataclass(slots=True, unsafe_hash=True)
class Point:
    """
    A joint in a picture; never changed.

    `x` grows to the right and `y` downwards, both in picture heights, so that angles are true
    whatever the picture's shape. `z` is depth on the same scale, smaller nearer to the camera,
    0 between the hips; it is poor. `seen` is the model's own 0..1; high is no proof.
    """

    # Not frozen when it runs: that makes one four times as slow to make, and each picture has 23.
    x: Final[float]
    y: Final[float]
    z: Final[float]
    seen: Final[float]


Points = tuple[Point | None, ...]
"""One entry per `Joint`, None where unknown; empty when nobody was found."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment: `t_s` seconds on the recording's clock, one point per `Joint`, or nobody."""

    t_s: float
    points: Points
    width: float | None = None
    """The picture's width in its heights; None where it isn't known."""
