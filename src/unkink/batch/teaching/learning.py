"""From demonstrations to an exercise: what several showed, in one file's worth."""

from __future__ import annotations

import math
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

import numpy as np

from unkink.batch.teaching.exercise_file import Learnt
from unkink.batch.teaching.posing import fitted, known_poses, mirrored_pose, shape_of, solved
from unkink.batch.teaching.resting import position_of, put_down, view_of
from unkink.batch.teaching.shown import NothingShownError, middle_of, what_is_shown
from unkink.core.figure.skeleton import angles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.batch.teaching.posing import Known, Seen
    from unkink.batch.teaching.shown import Excursion, Numbers, Shown
    from unkink.core.body import Frame
    from unkink.core.definition.exercise import Exercise, Sides
    from unkink.core.definition.pose import Pose

HELD_S: Final = 1.0
"""Shorter than this, an end is a turning point, no hold. [D]"""
SLOWEST_S, FASTEST_S = 6.0, 2.0
"""A change of position is taught no faster and no slower than this. [D]"""
UNEVEN_DEG: Final = 25.0
"""Left and right differ by more than the errors of two angles where an exercise has sides. [D]"""
SAME: Final = 0.6
"""Repetitions whose ends are no further apart, in spreads, are of the same side. [D]"""
LIKE: Final = 1.0
"""A figure that looks further than this from what was seen, in spreads, isn't the body. [D]"""


def learnt_from(
    demonstrations: Sequence[Sequence[Frame]],
    *,
    id_: str,
    name: str,
    exercises: Mapping[str, Exercise],
) -> Learnt:
    """Learn an exercise; all demonstrations are of the same one, from one place each."""
    shown = [what_is_shown(frames) for frames in demonstrations]
    known = known_poses(
        pose
        for exercise in exercises.values()
        for movement in exercise.movements.values()
        for pose in movement.poses.values()
        if pose.roller is None
    )
    posed = [_posed(each, known) for each in shown]
    start, end = min(posed, key=lambda each: each[0].off + each[1].off)
    worst = max(start.off, end.off)
    if worst > LIKE:
        raise NothingShownError(
            f"our figure can't take that position (it stays {worst:.1f} off, at most {LIKE:g} would"
            " do): show it from the side, the whole body in the picture."
        )
    excursions = [each for one in shown for each in one.excursions]
    uneven = _is_uneven(end.pose)
    held_s = median(each.held_s for each in excursions)
    backs = [each.back_s for each in excursions if each.back_s is not None]
    rests, there = put_down(start.pose), put_down(end.pose)
    position = position_of(rests)
    to_left = mirrored_pose if uneven and not _is_left(end.pose) else _same
    return Learnt(
        id=id_,
        name=name,
        start=to_left(rests),
        end=to_left(there),
        position=position,
        view=view_of(start.camera.yaw_deg, position),
        sides=_sides(shown, end) if uneven else "both",
        reps=len(excursions),
        hold_s=held_s if held_s >= HELD_S else 0.0,
        out_s=_pace(median(each.out_s for each in excursions)),
        back_s=_pace(median(backs)) if backs else 3.0,
    )


def _posed(shown: Shown, known: Known) -> tuple[Seen, Seen]:
    """Pose the rest, then the peak before the same camera: from rest, or from what it is like."""
    start = fitted(shown.rest, known)
    first = shown.excursions[0]
    peak = _peak([each for each in shown.excursions if _apart(each.shape, first.shape) <= SAME])
    moved = solved(peak, start.pose, start.camera, turns=False)
    other = fitted(peak, known, camera=start.camera)
    return start, min(moved, other, key=lambda each: each.off)


def _peak(excursions: Sequence[Excursion]) -> Numbers:
    return middle_of(np.stack([each.shape for each in excursions]))


def _apart(one: Numbers, other: Numbers) -> float:
    offs = (one - other)[~np.isnan(one - other)]
    return float(np.sqrt((offs**2).mean())) if offs.size else math.inf


def _same(pose: Pose) -> Pose:
    return pose


def _is_uneven(pose: Pose) -> bool:
    if max(abs(pose.spine_rotation_deg), abs(pose.roll_deg)) > UNEVEN_DEG:
        return True
    angles = angles_of(pose)
    return any(
        abs(angles[f"left_{joint}_flexion_deg"] - angles[f"right_{joint}_flexion_deg"]) > UNEVEN_DEG
        for joint in ("hip", "knee")
    )


def _is_left(pose: Pose) -> bool:
    """Tell whether it goes to the left: the way it turns, else the leg that is bent more."""
    if abs(pose.spine_rotation_deg) > UNEVEN_DEG:
        return pose.spine_rotation_deg > 0.0
    angles = angles_of(pose)
    return angles["left_hip_flexion_deg"] >= angles["right_hip_flexion_deg"]


def _sides(shown: Sequence[Shown], end: Seen) -> Sides:
    """Tell how the sides share what was shown: each repetition is one or the mirrored other."""
    looks = [shape_of(pose, end.camera) for pose in (end.pose, mirrored_pose(end.pose))]
    one, other = (np.array(look) if look is not None else None for look in looks)
    if one is None or other is None:
        return "one_then_other"
    own = [
        _apart(each.shape, one) <= _apart(each.shape, other)
        for demonstration in shown
        for each in demonstration.excursions
    ]
    return "alternating" if sum(a != b for a, b in pairwise(own)) > 1 else "one_then_other"


def _pace(seen_s: float) -> float:
    return min(max(math.ceil(2.0 * seen_s) / 2.0, FASTEST_S), SLOWEST_S)
