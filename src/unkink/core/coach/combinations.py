"""More postures that are none of ours: trunks with legs, stances with arms, sides with sides."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement, product
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.definition.pose import Paired, Pose

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Trunk(NamedTuple):
    """A trunk that lies or sits, with the angle that brings a leg in line with the floor."""

    pose: Pose
    level_deg: float


_TRUNKS: Final = (
    _Trunk(
        Pose(lean_deg=-90, shoulder_abduction_deg=20, rests_on=("pelvis", "shoulders", "head")), 0.0
    ),
    _Trunk(
        Pose(
            lean_deg=-50,
            spine_flexion_deg=10,
            shoulder_flexion_deg=-30,
            elbow_flexion_deg=90,
            rests_on=("pelvis",),
        ),
        40.0,
    ),
    _Trunk(Pose(lean_deg=-15, shoulder_flexion_deg=-25, rests_on=("pelvis",)), 75.0),
    _Trunk(Pose(lean_deg=8, shoulder_flexion_deg=50, rests_on=("pelvis",)), 98.0),
)
"""On the back, propped on the elbows, propped on the hands, sitting up."""
_LEGS: Final = ((0.0, 0.0), (48.0, 100.0), (115.0, 120.0), (40.0, 0.0), (85.0, 5.0))
"""A leg's hip above the floor's line and its knee: long, foot planted, drawn up, half up, up."""


_STANCES: Final = (
    Pose(hip_abduction_deg=4),
    Pose(lean_deg=30, hip_flexion_deg=75, hip_abduction_deg=8, knee_flexion_deg=75, flat_feet=True),
    Pose(
        lean_deg=38, hip_flexion_deg=125, hip_abduction_deg=14, knee_flexion_deg=120, flat_feet=True
    ),
    Pose(
        hip_flexion_deg=62,
        hip_abduction_deg=48,
        hip_rotation_deg=40,
        knee_flexion_deg=88,
        flat_feet=True,
    ),
    Pose(
        hip_flexion_deg=Paired(left=85, right=-32),
        knee_flexion_deg=Paired(left=85, right=12),
        rests_on=("left_foot", "right_foot"),
    ),
    Pose(
        hip_flexion_deg=Paired(left=60, right=0),
        hip_abduction_deg=Paired(left=52, right=42),
        hip_rotation_deg=Paired(left=50, right=0),
        knee_flexion_deg=Paired(left=75, right=0),
        rests_on=("left_foot", "right_foot"),
    ),
)
"""Standing, half a squat, a squat, a wide squat, a lunge, a wide lunge."""
_ARMS: Final = (
    (5.0, 8.0, 5.0),
    (90.0, 0.0, 10.0),
    (170.0, 0.0, 5.0),
    (0.0, 88.0, 5.0),
    (0.0, 85.0, 85.0),
    (35.0, 10.0, 125.0),
)
"""Shoulder forward and sideways, elbow: hanging, ahead, up, out, out and bent, before the chest."""


def combined() -> Iterator[Pose]:
    """Give them one by one."""
    for stance, (ahead, sideways, elbow) in product(_STANCES, _ARMS):
        yield replace(
            stance,
            shoulder_flexion_deg=ahead,
            shoulder_abduction_deg=sideways,
            elbow_flexion_deg=elbow,
        )
    for (pose, level_deg), (left, right) in product(
        _TRUNKS, combinations_with_replacement(_LEGS, 2)
    ):
        yield replace(
            pose,
            hip_flexion_deg=Paired(left=left[0] + level_deg, right=right[0] + level_deg),
            knee_flexion_deg=Paired(left=left[1], right=right[1]),
        )
    for below, above in product(_SIDEWAYS, repeat=2):
        yield Pose(
            lean_deg=-90,
            roll_deg=90,
            hip_flexion_deg=Paired(left=below[0], right=above[0]),
            hip_abduction_deg=Paired(right=above[1]),
            hip_rotation_deg=Paired(right=above[2]),
            knee_flexion_deg=Paired(left=below[3], right=above[3]),
            shoulder_flexion_deg=Paired(left=150, right=50),
            elbow_flexion_deg=Paired(left=100, right=40),
            rests_on=("pelvis", "shoulders"),
        )


_SIDEWAYS: Final = (
    (0.0, 0.0, 0.0, 0.0),
    (50.0, 0.0, 0.0, 75.0),
    (0.0, 38.0, 0.0, 0.0),
    (40.0, 45.0, 50.0, 100.0),
)
"""
A leg of somebody on the side, as hip, hip sideways, hip turned, knee: long, bent, lifted, and with
the foot planted before the other leg.
"""
