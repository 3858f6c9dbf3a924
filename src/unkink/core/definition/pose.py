"""A posed body, in joint angles: what an exercise file says and the figure draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Place = Literal[
    "floor",
    "hips",
    "opposite_shoulder",
    "left_knee",
    "right_knee",
    "below_left_knee",
    "below_right_knee",
    "behind_left_knee",
    "behind_right_knee",
    "thighs",
    "toes",
    "head",
    "under_forehead",
]
"""Where a hand is; the arm's angles follow by inverse kinematics."""

Contact = Literal[
    "feet",
    "left_foot",
    "right_foot",
    "pelvis",
    "belly",
    "chest",
    "shoulders",
    "head",
    "knees",
    "left_knee",
    "right_knee",
    "shins",
    "left_shin",
    "right_shin",
    "thighs",
    "left_thigh",
    "right_thigh",
    "hands",
    "elbows",
]
"""What rests on something; the body is placed so that these touch it, the first stays in place."""

Support = Literal["floor", "chair", "cushion", "roller"]
"""What a contact rests on."""


CLOSED: Final = {"extra": "forbid", "allow_inf_nan": False, "use_attribute_docstrings": True}
"""
Read by the catalogue: an unknown key or an endless number is a problem, never ignored; and what
stands below a field is what an editor shows beside it.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """One number for each side of the body."""

    __pydantic_config__ = CLOSED

    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RollerUnder:
    """Where the roller lies: under which part, and how far along it from its upper end, 0..1."""

    __pydantic_config__ = CLOSED

    part: Literal["upper_back", "pelvis", "left_thigh", "right_thigh", "left_shank", "right_shank"]
    along: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """
    The body in one moment, as joint angles in degrees; a number for both sides or one for each.

    Everything not named is 0: standing upright, arms at the sides, facing the picture's left.
    Signs: leaning and bending forward, turning and bending to the person's left are positive.
    """

    __pydantic_config__ = CLOSED

    lean_deg: float = 0.0
    """Pelvis to head: 0 upright, 90 face down, -90 face up."""
    roll_deg: float = 0.0
    """The pelvis turned about the body's long axis."""
    spine_flexion_deg: float = 0.0
    spine_rotation_deg: float = 0.0
    """The chest against the pelvis."""
    spine_side_deg: float = 0.0
    neck_flexion_deg: float = 0.0
    neck_rotation_deg: float = 0.0
    hip_flexion_deg: float | Paired = 0.0
    hip_abduction_deg: float | Paired = 0.0
    hip_rotation_deg: float | Paired = 0.0
    knee_flexion_deg: float | Paired = 0.0
    ankle_flexion_deg: float | Paired = 0.0
    shoulder_flexion_deg: float | Paired = 0.0
    shoulder_abduction_deg: float | Paired = 0.0
    shoulder_rotation_deg: float | Paired = 0.0
    elbow_flexion_deg: float | Paired = 0.0
    hands: Mapping[Literal["left", "right"], Place] = field(default_factory=dict)
    flat_feet: bool = False
    """The soles follow the floor; the ankle's angle is what that takes."""
    rests_on: tuple[Contact, ...] = ("feet",)
    supports: Mapping[Contact, Support] = field(default_factory=dict)
    """What carries a contact, where it is not the floor."""
    roller: RollerUnder | None = None
