"""How far a human body goes: the range of every joint angle that a pose may give."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from unkink.core.definition.pose import Paired, Pose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LIMITS_DEG: Final[Mapping[str, tuple[float, float]]] = {
    "lean_deg": (-180, 180),
    "roll_deg": (-180, 180),
    "spine_flexion_deg": (-45, 90),
    "spine_rotation_deg": (-80, 80),
    "spine_side_deg": (-35, 35),
    "neck_flexion_deg": (-60, 60),
    "neck_rotation_deg": (-80, 80),
    "hip_flexion_deg": (-30, 135),
    "hip_abduction_deg": (-30, 45),
    "hip_rotation_deg": (-45, 75),
    "knee_flexion_deg": (0, 140),
    "ankle_flexion_deg": (-65, 20),
    "shoulder_flexion_deg": (-60, 180),
    "shoulder_abduction_deg": (-45, 180),
    "shoulder_rotation_deg": (-90, 90),
    "elbow_flexion_deg": (0, 150),
}
"""Low and high end of each angle of a `Pose`. Source: `docs/evidence.md#joint-limits`."""


def beyond_limits(pose: Pose) -> Iterator[tuple[str, str]]:
    """Yield the key of every angle that no body reaches, and what is allowed instead."""
    for field in fields(pose):
        if field.name not in LIMITS_DEG:
            continue
        value = getattr(pose, field.name)
        sides = {"": value}
        if isinstance(value, Paired):
            sides = {".left": value.left, ".right": value.right}
        low, high = LIMITS_DEG[field.name]
        for side, angle_deg in sides.items():
            if not low <= angle_deg <= high:
                yield f"{field.name}{side}", f"must be {low} to {high} degrees, not {angle_deg:g}"
