"""How somebody lies, sits and stands in their own way: limbs elsewhere than a file says."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.figure.frames import cross, unit
from unkink.core.simulation.bones import (
    BONE_TO,
    MID_EARS,
    MID_SHOULDERS,
    beyond,
    body_of,
    bones_of,
    spun,
)
from unkink.core.simulation.build import laid
from unkink.core.simulation.chance import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.figure import Vec
    from unkink.core.simulation.bones import Places
    from unkink.core.simulation.chance import Chance

ARM_DEG: Final = 16.0
"""How differently a free arm lies over the floor, or hangs: a hand's breadth or two. [D]"""
BUSY: Final = 0.35
"""An arm that holds on to the body, or carries it, differs so much less. [D]"""
ELBOW_DEG: Final = 12.0
HEAD_DEG: Final = 12.0
"""Looking up, down, or to the phone that says what to do. [D]"""
LEG_DEG: Final = 5.0
"""Feet a little nearer or farther, knees a little wider, than in the picture. [D]"""
UP: Final = (0.0, 1.0, 0.0)
ALONG: Final = (0.0, 0.0, 1.0)
_UPPER: Final = {"left": Joint.LEFT_ELBOW, "right": Joint.RIGHT_ELBOW}
_LOWER: Final = {"left": Joint.LEFT_WRIST, "right": Joint.RIGHT_WRIST}
_THIGH: Final = {"left": Joint.LEFT_KNEE, "right": Joint.RIGHT_KNEE}
_SHANK: Final = {"left": Joint.LEFT_ANKLE, "right": Joint.RIGHT_ANKLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Degrees by which somebody differs from a posture; left and right where there are two."""

    arms_aside_deg: tuple[float, float] = (0.0, 0.0)
    """Swept over the floor, or turned about the upright line."""
    arms_up_deg: tuple[float, float] = (0.0, 0.0)
    elbows_deg: tuple[float, float] = (0.0, 0.0)
    nod_deg: float = 0.0
    look_aside_deg: float = 0.0
    hips_deg: tuple[float, float] = (0.0, 0.0)
    knees_deg: tuple[float, float] = (0.0, 0.0)


NONE: Final = Habits()


def some_habits(chance: Chance) -> Habits:
    """Give anybody's habits; the two legs differ less from each other than from the file."""

    def pair(spread: float) -> tuple[float, float]:
        return (normal(chance, spread), normal(chance, spread))

    hips, knees = normal(chance, LEG_DEG), normal(chance, LEG_DEG)
    return Habits(
        arms_aside_deg=pair(ARM_DEG),
        arms_up_deg=pair(ARM_DEG / 3),
        elbows_deg=pair(ELBOW_DEG),
        nod_deg=normal(chance, HEAD_DEG),
        look_aside_deg=normal(chance, HEAD_DEG),
        hips_deg=(hips + normal(chance, LEG_DEG / 2), hips + normal(chance, LEG_DEG / 2)),
        knees_deg=(knees + normal(chance, LEG_DEG / 2), knees + normal(chance, LEG_DEG / 2)),
    )


def in_habit(places: Sequence[Vec], habits: Habits, arms: float = 1.0) -> Places:
    """Give the same posture as somebody with these habits takes it; *arms* is how free they are."""
    if habits == NONE:
        return tuple(places)
    bones = list(bones_of(places))
    across = unit(bones[BONE_TO[Joint.LEFT_HIP]], ALONG)
    for i, side in enumerate(("left", "right")):
        _turn(bones, _UPPER[side], UP, habits.arms_aside_deg[i] * arms)
        level = unit(cross(bones[BONE_TO[_UPPER[side]]], UP), ALONG)
        _turn(bones, _UPPER[side], level, habits.arms_up_deg[i] * arms)
        _turn(bones, _LOWER[side], UP, habits.elbows_deg[i] * arms)
        _turn(bones, _THIGH[side], across, habits.hips_deg[i])
        _turn(bones, _SHANK[side], across, habits.knees_deg[i])
    trunk = unit(bones[BONE_TO[MID_SHOULDERS]])
    _turn(bones, MID_EARS, across, habits.nod_deg)
    _turn(bones, MID_EARS, trunk, habits.look_aside_deg)
    return laid(body_of(bones), places)


def _turn(bones: list[Vec], joint: int, axis: Vec, deg: float) -> None:
    rad = math.radians(deg)
    for bone in (BONE_TO[joint], *BEYOND[joint]):
        bones[bone] = spun(bones[bone], axis, rad)


BEYOND: Final = {
    joint: beyond(joint)
    for joint in (*_UPPER.values(), *_LOWER.values(), *_THIGH.values(), *_SHANK.values(), MID_EARS)
}
"""What hangs from each joint whose bone is turned."""
