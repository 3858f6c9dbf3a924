"""
Measures: what can be read off one moment of a body, each by name, None where unseen.

Angles are those of the picture (0..180 at a joint, 180 straight); tilts are above the picture's
horizontal; rises, gaps and widths are shares of the body's height, so that a person far away
reads like one close by. Nothing here knows an exercise: files name measures, this gives them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final, Literal, NamedTuple

from unkink.core.body import Joint, Point
from unkink.core.coach.sight import (
    LEFT_HIP,
    LEFT_SHOULDER,
    RIGHT_HIP,
    RIGHT_SHOULDER,
    SEEN,
    Place,
    Sight,
    sight,
)


class Reading(NamedTuple):
    """A measure's value, and how well its least seen joint was seen (0..1)."""

    value: float
    seen: float


__all__ = ["MEASURES", "SEEN", "Measure", "Reading", "Sight", "is_measure", "measured", "sight"]

Read = Callable[[Sight], Reading | None]


class Measure(NamedTuple):
    """One named thing to measure."""

    name: str
    unit: Literal["deg", "share"]
    spread: float
    """How far a camera's reading of a right posture may be off, in the measure's own unit."""
    read: Read
    mirror: str
    """The same measure on the mirrored body."""
    turns: bool = False
    """Signed to the person's left, so the mirrored body has it with the other sign."""


def _angle(first: Joint, corner: Joint, last: Joint) -> Read:
    at_first, at_corner, at_last = int(first), int(corner), int(last)

    def read(sight: Sight) -> Reading | None:
        points = sight.points
        a, b, c = points[at_first], points[at_corner], points[at_last]
        if a is None or b is None or c is None:
            return None
        seen = min(a.seen, b.seen, c.seen)
        if seen < SEEN:
            return None
        ux, uy, vx, vy = a.x - b.x, a.y - b.y, c.x - b.x, c.y - b.y
        if (ux == 0.0 == uy) or (vx == 0.0 == vy):
            return None
        angle = math.degrees(math.atan2(abs(ux * vy - uy * vx), ux * vx + uy * vy))
        return Reading(angle, seen)

    return read


_HIPS_PLACE, _SHOULDERS_PLACE = len(Joint), len(Joint) + 1


def _number(where: Joint | str) -> int:
    """Give a joint's number, or that of one of the two middles."""
    if isinstance(where, Joint):
        return int(where)
    return {"hips": _HIPS_PLACE, "shoulders": _SHOULDERS_PLACE}[where]


def _place(sight: Sight, where: int) -> Place | Point | None:
    if where >= _HIPS_PLACE:
        return sight.hips if where == _HIPS_PLACE else sight.shoulders
    point = sight.points[where]
    return None if point is None or point.seen < SEEN else point


def _tilt(low: Joint | str, high: Joint | str) -> Read:
    at_low, at_high = _number(low), _number(high)

    def read(sight: Sight) -> Reading | None:
        a, b = _place(sight, at_low), _place(sight, at_high)
        if a is None or b is None or (a.x == b.x and a.y == b.y):
            return None
        angle = math.degrees(math.atan2(a.y - b.y, abs(a.x - b.x)))
        return Reading(angle, min(a.seen, b.seen))

    return read


def _rise(low: Joint | str, high: Joint | str) -> Read:
    at_low, at_high = _number(low), _number(high)

    def read(sight: Sight) -> Reading | None:
        a, b = _place(sight, at_low), _place(sight, at_high)
        if a is None or b is None:
            return None
        return Reading((a.y - b.y) / sight.height, min(a.seen, b.seen))

    return read


def _gap(one: Joint | str, other: Joint | str) -> Read:
    at_one, at_other = _number(one), _number(other)

    def read(sight: Sight) -> Reading | None:
        a, b = _place(sight, at_one), _place(sight, at_other)
        if a is None or b is None:
            return None
        return Reading(math.hypot(a.x - b.x, a.y - b.y) / sight.height, min(a.seen, b.seen))

    return read


def _axis(sight: Sight, left: int, right: int) -> tuple[float, float, float, float] | None:
    """From the right joint to the left one, in depth too; and how well both were seen."""
    a, b = sight.points[left], sight.points[right]
    if a is None or b is None or a.seen < SEEN or b.seen < SEEN or not sight.has_depth:
        return None
    return (a.x - b.x, a.y - b.y, a.z - b.z, min(a.seen, b.seen))


def _trunk(sight: Sight) -> tuple[float, float, float] | None:
    a, b = sight.shoulders, sight.hips
    return None if a is None or b is None else (a.x - b.x, a.y - b.y, a.z - b.z)


def _turn(sight: Sight) -> Reading | None:
    """Read the turn of chest against pelvis about the trunk, positive to the left."""
    hip = _axis(sight, LEFT_HIP, RIGHT_HIP)
    chest = _axis(sight, LEFT_SHOULDER, RIGHT_SHOULDER)
    trunk = _trunk(sight)
    if hip is None or chest is None or trunk is None:
        return None
    ax, ay, az = trunk
    length = math.sqrt(ax * ax + ay * ay + az * az)
    if length == 0.0:
        return None
    ax, ay, az = ax / length, ay / length, az / length
    hx, hy, hz, hip_seen = hip
    sx, sy, sz, chest_seen = chest
    sine = ax * (hy * sz - hz * sy) + ay * (hz * sx - hx * sz) + az * (hx * sy - hy * sx)
    h_along, s_along = ax * hx + ay * hy + az * hz, ax * sx + ay * sy + az * sz
    cosine = hx * sx + hy * sy + hz * sz - h_along * s_along
    return Reading(math.degrees(math.atan2(sine, cosine)), min(hip_seen, chest_seen))


def _pelvis_turn(sight: Sight) -> Reading | None:
    """Read how far the pelvis is turned to the person's left of facing the camera."""
    hips = _axis(sight, LEFT_HIP, RIGHT_HIP)
    if hips is None or hips[0] == 0.0 == hips[2]:
        return None
    return Reading(math.degrees(math.atan2(hips[2], hips[0])), hips[3])


def _chest_up(sight: Sight) -> Reading | None:
    """How far the chest looks up: 1 lying on the back, -1 face down, 0 upright or on a side."""
    front = sight.front
    return None if front is None else Reading(-front[1], front[3])


def _forward(near: Joint, far: Joint) -> Read:
    """How far *far* lies before *near* as the chest looks: a bent hip's knee does, by its sine."""
    at_near, at_far = int(near), int(far)

    def read(sight: Sight) -> Reading | None:
        front, a, b = sight.front, sight.points[at_near], sight.points[at_far]
        if front is None or a is None or b is None or a.seen < SEEN or b.seen < SEEN:
            return None
        x, y, z = b.x - a.x, b.y - a.y, b.z - a.z
        length = math.sqrt(x * x + y * y + z * z)
        if length == 0.0:
            return None
        along = (x * front[0] + y * front[1] + z * front[2]) / length
        return Reading(along, min(front[3], a.seen, b.seen))

    return read


def _leftward(low: tuple[Joint, ...], high: tuple[Joint, ...]) -> Read:
    """How far the middle of *high* lies to the person's left of that of *low*."""
    ends = ((tuple(map(int, high)), 1.0), (tuple(map(int, low)), -1.0))

    def read(sight: Sight) -> Reading | None:
        chest = _axis(sight, LEFT_SHOULDER, RIGHT_SHOULDER)
        if chest is None:
            return None
        x, y, z, seen = chest
        length = math.sqrt(x * x + y * y + z * z)
        if length == 0.0:
            return None
        total = 0.0
        for joints, sign in ends:
            for joint in joints:
                point = sight.points[joint]
                if point is None or point.seen < SEEN:
                    return None
                seen = min(seen, point.seen)
                total += sign * (point.x * x + point.y * y + point.z * z) / len(joints)
        return Reading(total / length / sight.height, seen)

    return read


def _nearer(body: Joint | str, part: Joint | str) -> Read:
    """How much nearer to the camera a part is than another; the model's poorest axis."""
    at_body, at_part = _number(body), _number(part)

    def read(sight: Sight) -> Reading | None:
        a, b = _place(sight, at_body), _place(sight, at_part)
        if a is None or b is None or not sight.has_depth:
            return None
        return Reading((a.z - b.z) / sight.height, min(a.seen, b.seen))

    return read


def _sided(
    name: str, unit: Literal["deg", "share"], spread: float, make: Callable[..., Read], *parts: str
) -> list[Measure]:
    """Build the left and the right one; parts not of a side are named in lower case."""
    pair = []
    for side, other in (("left", "right"), ("right", "left")):
        joints = [part if part.islower() else Joint[f"{side.upper()}_{part}"] for part in parts]
        pair.append(
            Measure(f"{side}_{name}", unit, spread, make(*joints), mirror=f"{other}_{name}")
        )
    return pair


def _single(
    name: str,
    unit: Literal["deg", "share"],
    spread: float,
    read: Read,
    *,
    turns: bool = False,
) -> list[Measure]:
    return [Measure(name, unit, spread, read, mirror=name, turns=turns)]


ANGLE_DEG: Final = 13.0
"""Nine of ten hip and knee angles of the model are within 11 to 13 degrees of a better one's."""
OBLIQUE_DEG: Final = 20.0
"""Small or easily hidden joints, and lines in depth, are read worse. [D]"""
SHARE: Final = 0.05
"""The same error at the end of a thigh: 13 degrees of a quarter of the height. [C]"""
DEPTH: Final = 0.125
"""Depth is the model's poorest axis: two and a half times as far off. [D]"""
SMALL: Final = 0.03
"""Joints near each other err together. [D]"""

_HIPS = (Joint.LEFT_HIP, Joint.RIGHT_HIP)
_SHOULDERS = (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER)
_KNEES = (Joint.LEFT_KNEE, Joint.RIGHT_KNEE)
_EARS = (Joint.LEFT_EAR, Joint.RIGHT_EAR)

_ALL: Final = (
    *_sided("hip_deg", "deg", ANGLE_DEG, _angle, "SHOULDER", "HIP", "KNEE"),
    *_sided("knee_deg", "deg", ANGLE_DEG, _angle, "HIP", "KNEE", "ANKLE"),
    *_sided("elbow_deg", "deg", OBLIQUE_DEG, _angle, "SHOULDER", "ELBOW", "WRIST"),
    *_sided("arm_deg", "deg", OBLIQUE_DEG, _angle, "HIP", "SHOULDER", "ELBOW"),
    *_sided("neck_deg", "deg", OBLIQUE_DEG, _angle, "EAR", "SHOULDER", "HIP"),
    *_sided("thigh_tilt_deg", "deg", ANGLE_DEG, _tilt, "HIP", "KNEE"),
    *_sided("shin_tilt_deg", "deg", ANGLE_DEG, _tilt, "ANKLE", "KNEE"),
    *_single("trunk_tilt_deg", "deg", ANGLE_DEG, _tilt("hips", "shoulders")),
    *_single("chest_rise", "share", SHARE, _rise("hips", "shoulders")),
    *_single("head_rise", "share", SHARE, _rise("shoulders", Joint.NOSE)),
    *_single("nose_rise", "share", SHARE, _rise("hips", Joint.NOSE)),
    *_sided("hip_rise", "share", SHARE, _rise, "ANKLE", "HIP"),
    *_sided("knee_rise", "share", SHARE, _rise, "HIP", "KNEE"),
    *_sided("ankle_rise", "share", SHARE, _rise, "HIP", "ANKLE"),
    *_single("shoulder_lift", "share", SHARE, _rise(*_SHOULDERS), turns=True),
    *_sided("shoulder_rise", "share", SHARE, _rise, "ANKLE", "SHOULDER"),
    *_sided("elbow_rise", "share", SHARE, _rise, "SHOULDER", "ELBOW"),
    *_sided("hand_rise", "share", 1.5 * SHARE, _rise, "shoulders", "WRIST"),
    *_sided("reach", "share", 1.5 * SHARE, _gap, "WRIST", "ANKLE"),
    *_sided("hand_to_knee", "share", 1.5 * SHARE, _gap, "WRIST", "KNEE"),
    *_sided("knee_to_chest", "share", SHARE, _gap, "KNEE", "shoulders"),
    *_single("head_to_hips", "share", SHARE, _gap("hips", Joint.NOSE)),
    *_sided("heel_to_hip", "share", SHARE, _gap, "ANKLE", "HIP"),
    *_sided("ear_to_shoulder", "share", SMALL, _gap, "EAR", "SHOULDER"),
    *_single("knees_apart", "share", SHARE, _gap(*_KNEES)),
    *_single("shoulders_wide", "share", SHARE, _gap(Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER)),
    *_single("hips_wide", "share", SHARE, _gap(*_HIPS)),
    *_single("chest_up", "share", 0.35, _chest_up),
    *_sided("thigh_forward", "share", 0.35, _forward, "HIP", "KNEE"),
    *_sided("shin_forward", "share", 0.35, _forward, "KNEE", "ANKLE"),
    *_sided("knee_nearer", "share", DEPTH, _nearer, "HIP", "KNEE"),
    *_sided("ankle_nearer", "share", DEPTH, _nearer, "KNEE", "ANKLE"),
    *_single("chest_nearer", "share", DEPTH, _nearer("hips", "shoulders")),
    *_single("turn_deg", "deg", OBLIQUE_DEG, _turn, turns=True),
    *_single("pelvis_turn_deg", "deg", OBLIQUE_DEG, _pelvis_turn, turns=True),
    *_single("knees_leftward", "share", 2 * SHARE, _leftward(_HIPS, _KNEES), turns=True),
    *_single("nose_leftward", "share", SHARE, _leftward(_EARS, (Joint.NOSE,)), turns=True),
)

MEASURES: Final[Mapping[str, Measure]] = {measure.name: measure for measure in _ALL}
"""Every measure by its name; `docs/coach.md` lists them in words."""


def measured(name: str, seen: Sight) -> float | None:
    """Measure by name; for a pair (`hip_deg`) the mean of the sides that are seen."""
    both = (MEASURES[each].read(seen) for each in _parts(name))
    known = [reading.value for reading in both if reading is not None]
    return sum(known) / len(known) if known else None


def spread_of(name: str) -> float:
    """Give how far a reading of it may be off."""
    return MEASURES[_parts(name)[0]].spread


def mirrored_measure(name: str) -> tuple[str, float]:
    """Name the same measure on the mirrored body, and the sign it has there."""
    if name not in MEASURES:
        return name, 1.0
    return MEASURES[name].mirror, -1.0 if MEASURES[name].turns else 1.0


def _parts(name: str) -> tuple[str, ...]:
    return (name,) if name in MEASURES else (f"left_{name}", f"right_{name}")


def is_measure(name: str) -> bool:
    """Whether a file may name it: a measure, or a pair by its common name."""
    return name in MEASURES or f"left_{name}" in MEASURES
