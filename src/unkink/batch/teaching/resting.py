"""What a body that was posed rests on, where it starts from, and where the camera stands."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from unkink.core.body import Joint
from unkink.core.figure.flesh import lowest_m, spots
from unkink.core.figure.frames import STANDING
from unkink.core.figure.skeleton import SIDES, angles_of, joints_of, parts_of
from unkink.core.simulation.camera import ASKED_DEG

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Position, View
    from unkink.core.definition.pose import Contact, Pose

LIMB_M: Final = 0.1
"""What is no higher than this above the lowest point rests as well: angles are some degrees off."""
TRUNK_M: Final = 0.2
"""And the far end of a trunk that lies, for the same few degrees."""
SEAT_M: Final = 0.2
"""And the pelvis of somebody upright whose hips are bent: crossed feet lie lower than it."""
BACK_M: Final = 0.2
"""A pelvis so far behind the feet, over nothing, sits on a chair: else the body would fall."""
UPRIGHT_DEG: Final = 40.0
LYING_DEG: Final = 60.0
PAIRS: Final = {"foot": "feet"}


def put_down(pose: Pose) -> Pose:
    """Say what the pose rests on, as it lies."""
    if _sits_on_chair(pose):
        return replace(
            pose, rests_on=("feet", "pelvis"), supports={"pelvis": "chair"}, flat_feet=True
        )
    parts = parts_of(angles_of(pose), STANDING, {"left": 0.0, "right": 0.0})
    floor_m = min(lowest_m(parts, spots(name)) for name in ("pelvis", "shoulders", "knees", "feet"))

    def touches(name: str, within_m: float) -> bool:
        return lowest_m(parts, spots(name)) - floor_m <= within_m

    def limbs(*kinds: str) -> list[str]:
        found = []
        for kind in kinds:
            sides = [s for s in ("left", "right") if touches(f"{s}_{kind}", LIMB_M)]
            if len(sides) == len(SIDES):
                found.append(PAIRS.get(kind, f"{kind}s"))
            elif kind not in {"elbow", "hand"}:
                found += [f"{side}_{kind}" for side in sides]
        return found

    back = "shoulders" if pose.lean_deg < 0.0 else "chest"
    near_m = TRUNK_M if back == "shoulders" else LIMB_M
    lies = abs(pose.lean_deg) >= LYING_DEG and touches(back, near_m)
    sits = touches("pelvis", SEAT_M if _is_folded(pose) else LIMB_M)
    found = ["pelvis"] if sits else []
    if lies:
        found += [back, *(limbs("thigh") if back == "chest" else []), *limbs("foot")]
        found += ["head"] if touches("head", TRUNK_M) else []
    elif sits:
        found += limbs("foot") if pose.lean_deg < LYING_DEG else limbs("thigh", "foot")
    else:
        found += limbs("knee", "foot", "elbow", "hand")
    return replace(
        pose, rests_on=cast("tuple[Contact, ...]", tuple(found) or ("feet",)), supports={}
    )


def _is_folded(pose: Pose) -> bool:
    hips = _both(angles_of(pose), "hip")
    return abs(pose.lean_deg) <= UPRIGHT_DEG and min(hips) >= LYING_DEG


def _sits_on_chair(pose: Pose) -> bool:
    angles = angles_of(pose)
    if abs(pose.lean_deg) > UPRIGHT_DEG or min(_both(angles, "knee")) < LYING_DEG:
        return False
    if not all(LYING_DEG <= hip <= 180.0 - LYING_DEG for hip in _both(angles, "hip")):
        return False
    joints = joints_of(parts_of(angles, STANDING, {"left": 0.0, "right": 0.0}))
    hip, ankle = joints[Joint.LEFT_HIP], joints[Joint.LEFT_ANKLE]
    return hip[0] - ankle[0] >= BACK_M and hip[1] - ankle[1] >= BACK_M


def _both(angles: dict[str, float], joint: str) -> tuple[float, float]:
    return angles[f"left_{joint}_flexion_deg"], angles[f"right_{joint}_flexion_deg"]


def position_of(pose: Pose) -> Position:
    """Say where the body starts."""
    if pose.supports:
        return "chair"
    if pose.lean_deg <= -LYING_DEG:
        return "supine"
    if pose.lean_deg >= LYING_DEG and any(c in pose.rests_on for c in ("pelvis", "chest")):
        return "prone"
    if any("knee" in contact or "shin" in contact for contact in pose.rests_on):
        return "kneeling"
    return "floor_sitting" if "pelvis" in pose.rests_on else "standing"


def view_of(yaw_deg: float, position: Position) -> View:
    """Name the place where the camera stood."""
    lies = position in {"supine", "prone"}
    names: tuple[View, ...] = ("side", "three_quarter", "foot_end" if lies else "front")

    def off(name: View) -> float:
        return min(abs(math.remainder(yaw_deg - asked, 360.0)) for asked in ASKED_DEG[name])

    return min(names, key=off)
