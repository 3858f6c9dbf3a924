"""How far joints go: a pose beyond these is a mistake in its file, not a stiff or supple person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure.skeleton import angles_of

if TYPE_CHECKING:
    from unkink.core.pose import Pose

LIMITS_DEG: Final[dict[str, tuple[float, float]]] = {
    "spine_flexion_deg": (-45, 90),
    "spine_rotation_deg": (-75, 75),
    "spine_side_deg": (-40, 40),
    "neck_flexion_deg": (-50, 60),
    "neck_rotation_deg": (-80, 80),
    "hip_flexion_deg": (-30, 135),
    "hip_abduction_deg": (-30, 60),
    "hip_rotation_deg": (-45, 70),
    "knee_flexion_deg": (0, 150),
    "ankle_flexion_deg": (-65, 40),
    "shoulder_flexion_deg": (-60, 180),
    "shoulder_abduction_deg": (-60, 180),
    "shoulder_rotation_deg": (-90, 90),
    "elbow_flexion_deg": (0, 150),
}
"""
Least and most, in degrees. Hips, knees and the loins' bending: evidence.md#posture-targets. The
spine's figures are for loins and chest together. Others: normal ranges of the American Academy of
Orthopaedic Surgeons, rounded up.
"""


def problems_of(pose: Pose) -> tuple[str, ...]:
    """Say of each joint that would go past its limit which it is, and what is allowed."""
    problems: list[str] = []
    for name, value in angles_of(pose).items():
        plain = name.removeprefix("left_").removeprefix("right_")
        low, high = LIMITS_DEG.get(plain, (-180, 180))
        if not low <= value <= high:
            problems.append(f"{name} is {value:g}; allowed is {low:g} to {high:g}")
    return tuple(dict.fromkeys(problems))
