"""The figure's promises, over the whole catalogue and every frame of every film."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.definition.limits import beyond_limits
from unkink.core.figure import Body, Motion, eased, mirrored
from unkink.core.figure import proportions as p
from unkink.core.figure.flesh import lowest_everywhere_m, lowest_m, spots
from unkink.core.figure.frames import dot, length, minus
from unkink.core.figure.holds import grip_at
from unkink.core.figure.settle import HEIGHTS, ROLLER_RADIUS_M, each_side, gap_m, stance_of
from unkink.core.figure.skeleton import SIDES

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Movement
    from unkink.core.figure import Frame

CATALOGUE = read_catalogue().exercises
MOVEMENTS = {
    f"{exercise.id}:{name}": movement
    for exercise in CATALOGUE.values()
    for name, movement in exercise.movements.items()
}
CM = 0.01
each_movement = pytest.mark.parametrize("name", MOVEMENTS)


@cache
def bodies(name: str, frames_per_stage: int = 10) -> list[Body]:
    """Every moment of a movement's film."""
    motion = Motion.of(MOVEMENTS[name])
    return [
        motion.at(stage + eased(step / frames_per_stage))
        for stage in range(motion.stages)
        for step in range(frames_per_stage)
    ]


def key_bodies(movement: Movement) -> dict[str, Body]:
    """Give the body in every key pose, as the film shows it."""
    motion = Motion.of(movement)
    return {stage.pose: motion.at(k + 1) for k, stage in enumerate(movement.cycle)}


@each_movement
def test_nobody_sinks_or_floats(name: str) -> None:
    """In every frame the lowest point of the body is on the floor, to the centimetre."""
    heights = [lowest_everywhere_m(body.parts) for body in bodies(name)]

    assert [] == [round(h, 3) for h in heights if abs(h) > CM]


@each_movement
def test_what_rests_rests(name: str) -> None:
    """In every key pose all that the file says rests on something touches it."""
    movement = MOVEMENTS[name]
    gaps = {
        f"{pose}: {contact}": round(gap_m(body.parts, contact, stance_of(movement.poses[pose])), 3)
        for pose, body in key_bodies(movement).items()
        for contact in each_side(movement.poses[pose].rests_on)
    }

    assert {} == {where: gap for where, gap in gaps.items() if abs(gap) > CM}


@each_movement
def test_hands_reach_what_they_hold(name: str) -> None:
    """A hand is within 2 cm of its place, in every key pose."""
    movement = MOVEMENTS[name]
    away = {}
    for pose, body in key_bodies(movement).items():
        for side, place in movement.poses[pose].hands.items():
            palm = body.parts[f"{side}_hand"].at(up=-p.PALM_M)
            if place == "floor":
                gap = abs(lowest_m(body.parts, spots(f"{side}_hand")))
            else:
                gap = length(minus(palm, grip_at(dict(body.parts), side, place).palm))
            away[f"{pose}: {side} at {place}"] = round(gap, 3)

    assert {} == {where: gap for where, gap in away.items() if gap > 2 * CM}


@each_movement
def test_no_joint_bends_the_wrong_way(name: str) -> None:
    """Knees and elbows bend only their own way, hips as far as hips go, in every frame."""
    wrong = set()
    for body in bodies(name):
        for side in SIDES:
            upper, lower = body.parts[f"{side}_upper_arm"], body.parts[f"{side}_forearm"]
            thigh, shank = body.parts[f"{side}_thigh"], body.parts[f"{side}_shank"]
            bends = {
                "elbow": (-bend_deg(upper, lower), -3, 151),
                "knee": (bend_deg(thigh, shank), -3, 151),
                "hip": (-bend_deg(body.parts["pelvis"], thigh), -31, 136),
            }
            wrong |= {
                (side, joint, round(deg))
                for joint, (deg, low, high) in bends.items()
                if not low <= deg <= high
            }

    assert set() == wrong


def bend_deg(one: Frame, two: Frame) -> float:
    """Give how far a part is nodded against the one it hangs from."""
    return math.degrees(math.atan2(dot(two.up, one.forward), dot(two.up, one.up)))


@each_movement
def test_no_pose_asks_for_more_than_a_joint_can(name: str) -> None:
    """Every pose of the catalogue stays within the limits of its joints."""
    assert [] == [fault for pose in MOVEMENTS[name].poses.values() for fault in beyond_limits(pose)]


@each_movement
def test_bones_keep_their_length(name: str) -> None:
    """Reaching never stretches a bone."""
    for body in bodies(name):
        for side in SIDES:
            for one, two, size_m in (
                ("thigh", "shank", p.THIGH_M),
                ("shank", "foot", p.SHANK_M),
                ("upper_arm", "forearm", p.UPPER_ARM_M),
                ("forearm", "hand", p.FOREARM_M),
            ):
                a, b = body.parts[f"{side}_{one}"], body.parts[f"{side}_{two}"]
                assert size_m == pytest.approx(length(minus(a.origin, b.origin)), abs=1e-6)


@each_movement
def test_nothing_jumps(name: str) -> None:
    """From one frame to the next no joint moves more than a calm movement does."""
    steps = {
        (joint.name, k): round(length(minus(two.joints[joint], at)), 3)
        for k, (one, two) in enumerate(pairwise([*bodies(name), bodies(name)[0]]))
        for joint, at in one.joints.items()
    }

    assert {} == {where: step for where, step in steps.items() if step > 0.2}


@each_movement
def test_planted_feet_do_not_slide(name: str) -> None:
    """A sole that stays on the floor stays where it is."""
    movement = MOVEMENTS[name]
    for side in SIDES:
        stays = all(
            pose.flat_feet and f"{side}_foot" in each_side(pose.rests_on)
            for pose in movement.poses.values()
        )
        if stays:
            start = bodies(name)[0].parts[f"{side}_foot"].origin
            for body in bodies(name):
                assert length(minus(start, body.parts[f"{side}_foot"].origin)) < CM


@each_movement
def test_the_right_side_is_the_mirror_of_the_left(name: str) -> None:
    """What the file says of the left is shown on the right, exactly mirrored."""
    left, right = Motion.of(MOVEMENTS[name]), Motion.of(MOVEMENTS[name], "right")
    for position in (0.0, 0.4, 1.0, 1.7):
        assert mirrored(left.at(position)) == right.at(position)
        assert left.at(position) == mirrored(mirrored(left.at(position)))


@each_movement
def test_a_cycle_ends_where_it_began(name: str) -> None:
    """A film can run round and round."""
    motion = Motion.of(MOVEMENTS[name])

    assert motion.at(0.0) == motion.at(float(motion.stages))


@each_movement
def test_a_gentler_range_moves_less(name: str) -> None:
    """Half the range brings every joint about half as far from the start."""
    whole, half = Motion.of(MOVEMENTS[name]), Motion.of(MOVEMENTS[name], range_fraction=0.5)
    start = whole.at(0.0).joints

    def travel(motion: Motion) -> float:
        return max(
            length(minus(at, start[joint]))
            for k in range(motion.stages)
            for joint, at in motion.at(k).joints.items()
        )

    assert start == half.at(0.0).joints
    assert travel(half) <= travel(whole) * 0.75 + CM


@each_movement
def test_nobody_sinks_into_chair_cushion_or_roller(name: str) -> None:
    """In every frame what carries the body carries it on its surface, to the centimetre."""
    movement = MOVEMENTS[name]
    start = movement.poses[movement.cycle[-1].pose]
    for body in bodies(name):
        for contact, support in start.supports.items():
            if support == "roller":
                assert in_the_roller_m(body) < 1.5 * CM
            elif all(contact in pose.supports for pose in movement.poses.values()):
                assert HEIGHTS[support] == pytest.approx(
                    lowest_m(body.parts, spots(contact)), abs=CM
                )


def in_the_roller_m(body: Body) -> float:
    """Give how deep the trunk or the thighs dip into the roller; 0 or less when they lie on it."""
    deepest = -math.inf
    for part, piece in (spot for where in ("pelvis", "chest", "thighs") for spot in spots(where)):
        x, y, _ = body.parts[part].at(piece.forward, piece.left, piece.up)
        away = math.hypot(x - (body.roller_x_m or 0.0), y - ROLLER_RADIUS_M)
        reach = min(piece.half_forward, piece.half_up)
        deepest = max(deepest, reach + ROLLER_RADIUS_M - away)
    return deepest
