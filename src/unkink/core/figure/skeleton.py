"""Forward kinematics: joint angles become the frames of all parts of a body."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Literal

from unkink.core.body import Joint
from unkink.core.definition.pose import Paired, Pose
from unkink.core.figure import proportions as p
from unkink.core.figure.frames import Frame, Vec, facing, plus, unit

OneSide = Literal["left", "right"]
SIDES: Final[tuple[OneSide, OneSide]] = ("left", "right")
OTHER: Final[dict[OneSide, OneSide]] = {"left": "right", "right": "left"}
Angles = Mapping[str, float]
"""Degrees by name: a pose's fields, and `left_` or `right_` before those that are paired."""
Parts = dict[str, Frame]


@dataclass(frozen=True, slots=True)
class Body:
    """
    A body in space: the frame of every part, and from these the place of every joint.

    Parts are pelvis, waist, ribs, chest, neck and head, and with `left_` or `right_` before them
    thigh, shank, foot, upper_arm, forearm and hand. A limb's frame sits at its upper joint with
    `up` pointing back along it; a foot's at the ankle, `forward` to the toes; a hand's at the
    wrist, `forward` to the thumb.
    """

    parts: Mapping[str, Frame]
    curls: tuple[float, float] = (0.25, 0.25)
    """How much the fingers of the left and the right hand are bent: 0 flat, 1 a fist."""
    roller_x_m: float | None = None
    """Where the roller's axis crosses the picture plane, when there is one."""

    @property
    def joints(self) -> dict[Joint, Vec]:
        """Give the place of every joint, in metres."""
        return joints_of(self.parts)


def mirrored(body: Body) -> Body:
    """Exchange left and right: the same body seen in a mirror that stands along its middle."""
    return Body(
        {_other_name(name): _mirrored_frame(frame) for name, frame in body.parts.items()},
        (body.curls[1], body.curls[0]),
        body.roller_x_m,
    )


def _other_name(name: str) -> str:
    if name.startswith("left_"):
        return "right_" + name[5:]
    return "left_" + name[6:] if name.startswith("right_") else name


def _mirrored_frame(frame: Frame) -> Frame:
    def flip(v: Vec) -> Vec:
        return (v[0], v[1], -v[2])

    left = flip(frame.left)
    away = (-left[0], -left[1], -left[2])
    return Frame(flip(frame.origin), flip(frame.forward), away, flip(frame.up))


def angles_of(pose: Pose) -> dict[str, float]:
    """Give a pose's angles one by one, both sides named."""
    angles: dict[str, float] = {}
    for each in fields(pose):
        value = getattr(pose, each.name)
        if not each.name.endswith("_deg"):
            continue
        if isinstance(value, Paired):
            angles[f"left_{each.name}"] = value.left
            angles[f"right_{each.name}"] = value.right
        elif each.name.split("_", maxsplit=1)[0] in {"hip", "knee", "ankle", "shoulder", "elbow"}:
            angles[f"left_{each.name}"] = angles[f"right_{each.name}"] = value
        else:
            angles[each.name] = value
    return angles


def parts_of(angles: Angles, root: Frame, flat_feet: Mapping[OneSide, float]) -> Parts:
    """Give every part's frame, the pelvis standing at *root* before it leans."""
    pelvis = root.nodded(angles["lean_deg"]).turned(angles["roll_deg"])
    parts: Parts = {"pelvis": pelvis}
    _add_trunk(parts, angles)
    for side in SIDES:
        add_leg(parts, angles, side, flat_feet[side])
        add_arm(parts, angles, side)
    return parts


def _add_trunk(parts: Parts, angles: Angles) -> None:
    flexion, turn, side = (angles[f"spine_{n}_deg"] for n in ("flexion", "rotation", "side"))
    at = parts["pelvis"]
    height = 0.0
    names = ("", "waist", "ribs", "chest")
    for name, joint, share in zip(names, p.SPINE_JOINTS_M, p.TWIST_SHARES, strict=True):
        at = at.moved_to(at.at(up=joint - height))
        at = at.nodded(flexion / 4).tipped(side / 4).turned(turn * share)
        height = joint
        if name:
            parts[name] = at
    neck = at.moved_to(at.at(forward=-0.01, up=p.NECK_BASE_M - height))
    nod, twist = angles["neck_flexion_deg"] / 2, angles["neck_rotation_deg"] / 2
    neck = neck.nodded(nod).turned(twist)
    head = neck.moved_to(neck.at(forward=0.012, up=p.NECK_M)).nodded(nod).turned(twist)
    parts |= {"neck": neck, "head": head}


def add_leg(parts: Parts, angles: Angles, side: OneSide, flat: float) -> None:
    """Hang one leg from the pelvis."""
    way = 1.0 if side == "left" else -1.0
    pelvis = parts["pelvis"]
    thigh = (
        pelvis.moved_to(pelvis.at(left=p.HALF_HIPS_M * way))
        .nodded(-angles[f"{side}_hip_flexion_deg"])
        .tipped(-angles[f"{side}_hip_abduction_deg"] * way)
        .turned(angles[f"{side}_hip_rotation_deg"] * way)
    )
    shank = thigh.moved_to(thigh.at(up=-p.THIGH_M)).nodded(angles[f"{side}_knee_flexion_deg"])
    parts[f"{side}_thigh"] = thigh
    parts[f"{side}_shank"] = shank
    parts[f"{side}_foot"] = _foot(shank, angles[f"{side}_ankle_flexion_deg"], flat)


def _foot(shank: Frame, ankle_deg: float, flat: float) -> Frame:
    free = shank.moved_to(shank.at(up=-p.SHANK_M)).nodded(-ankle_deg)
    if flat <= 0:
        return free
    level = facing(free.origin, (0.0, 1.0, 0.0), plus(shank.forward, shank.up, 0.2))
    if flat >= 1:
        return level
    up = unit(plus(free.up, plus(level.up, free.up, -1), flat))
    return facing(free.origin, up, plus(free.forward, plus(level.forward, free.forward, -1), flat))


def add_arm(parts: Parts, angles: Angles, side: OneSide) -> None:
    """Hang one arm from the chest."""
    way = 1.0 if side == "left" else -1.0
    chest = parts["chest"]
    flexion, abduction = (
        angles[f"{side}_shoulder_flexion_deg"],
        angles[f"{side}_shoulder_abduction_deg"],
    )
    upper = (
        chest.moved_to(shoulder_of(chest, side, flexion, abduction))
        .nodded(-flexion)
        .tipped(-abduction * way)
        .turned(angles[f"{side}_shoulder_rotation_deg"] * way)
    )
    lower = upper.moved_to(upper.at(up=-p.UPPER_ARM_M)).nodded(-angles[f"{side}_elbow_flexion_deg"])
    parts[f"{side}_upper_arm"] = upper
    parts[f"{side}_forearm"] = lower
    parts[f"{side}_hand"] = lower.moved_to(lower.at(up=-p.FOREARM_M))


def shoulder_of(chest: Frame, side: OneSide, flexion_deg: float, abduction_deg: float) -> Vec:
    """Give the shoulder joint; it rises up to 4 cm as the arm goes overhead."""
    way = 1.0 if side == "left" else -1.0
    raised = 1 - math.cos(math.radians(min(abs(flexion_deg) + abs(abduction_deg), 180.0)))
    rise = 0.02 * raised
    height = p.TRUNK_M - p.SPINE_JOINTS_M[-1] + rise
    return chest.at(left=(p.HALF_SHOULDERS_M - rise / 2) * way, up=height)


def joints_of(parts: Mapping[str, Frame]) -> dict[Joint, Vec]:
    """Give the place of every joint, in metres."""
    head = parts["head"]
    joints = {
        Joint.NOSE: head.at(forward=0.115, up=0.020),
        Joint.LEFT_EYE: head.at(forward=0.085, left=0.032, up=0.048),
        Joint.RIGHT_EYE: head.at(forward=0.085, left=-0.032, up=0.048),
        Joint.LEFT_EAR: head.at(forward=-0.005, left=0.077, up=0.030),
        Joint.RIGHT_EAR: head.at(forward=-0.005, left=-0.077, up=0.030),
    }
    for side in SIDES:
        name = side.upper()
        foot, hand = parts[f"{side}_foot"], parts[f"{side}_hand"]
        joints |= {
            Joint[f"{name}_SHOULDER"]: parts[f"{side}_upper_arm"].origin,
            Joint[f"{name}_ELBOW"]: parts[f"{side}_forearm"].origin,
            Joint[f"{name}_WRIST"]: hand.origin,
            Joint[f"{name}_HAND"]: hand.at(up=-p.PALM_M),
            Joint[f"{name}_HIP"]: parts[f"{side}_thigh"].origin,
            Joint[f"{name}_KNEE"]: parts[f"{side}_shank"].origin,
            Joint[f"{name}_ANKLE"]: foot.origin,
            Joint[f"{name}_HEEL"]: foot.at(forward=-0.06, up=-0.045),
            Joint[f"{name}_TOE"]: foot.at(forward=p.FOOT_M - 0.085, up=-0.045),
        }
    return joints
