"""A raised hand pauses, whatever somebody does; and no exercise of ours looks like one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.body import Frame, Joint
from unkink.core.coach.sign import DOWN, RAISED_S, follow, hand_is_up, mistakable
from unkink.core.definition.pose import Paired
from unkink.core.figure import Motion
from unkink.core.simulation.camera import ASKED_DEG, Camera, middle, seen_by
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.figure import Vec

UPPER_M, FORE_M = 0.30, 0.26


@cache
def exercises() -> dict[str, Exercise]:
    """Read the built-in exercises."""
    return dict(read_catalogue().exercises)


MOVEMENTS = [
    pytest.param(movement, id=f"{exercise.id}-{key}")
    for exercise in exercises().values()
    for key, movement in exercise.movements.items()
]


def _start(movement: Movement) -> Mapping[Joint, Vec]:
    return Motion.of(movement, "left", 1.0).at(0.0).joints


def _raised(joints: Mapping[Joint, Vec], side: str) -> dict[Joint, Vec]:
    """Straighten one arm towards the ceiling."""
    x, y, z = joints[Joint[f"{side}_SHOULDER"]]
    up = {"ELBOW": UPPER_M, "WRIST": UPPER_M + FORE_M, "HAND": UPPER_M + FORE_M + 0.1}
    return dict(joints) | {
        Joint[f"{side}_{part}"]: (x, y + metres, z) for part, metres in up.items()
    }


def _seen(joints: Mapping[Joint, Vec], movement: Movement, off_deg: float, up_deg: float) -> Frame:
    yaw_deg = ASKED_DEG[movement.view][0] + off_deg
    camera = Camera(yaw_deg=yaw_deg, elevation_deg=up_deg)
    return seen_by(camera, joints, at=middle(joints), t_s=0.0)


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_a_hand_is_seen_from_every_start(movement: Movement) -> None:
    """Standing, sitting, kneeling, lying: an arm straight up is seen from where a camera is."""
    unseen = [
        (side, off_deg, up_deg)
        for side in ("LEFT", "RIGHT")
        for off_deg in (-30.0, 0.0, 30.0)
        for up_deg in (10.0, 20.0)
        if not hand_is_up(_seen(_raised(_start(movement), side), movement, off_deg, up_deg).points)
    ]

    assert [] == unseen


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_no_exercise_is_taken_for_a_sign(movement: Movement) -> None:
    """Whatever the camera's place, no pose of the catalogue, nor the way between, raises a hand."""
    assert not mistakable(movement)


def test_an_exercise_that_raises_a_hand_is_known_by_its_file() -> None:
    """Somebody's own exercise with an arm up never pauses itself: its poses tell."""
    march = exercises()["march"].movements["main"]
    name, pose = next(iter(march.poses.items()))
    up = replace(pose, shoulder_flexion_deg=Paired(left=175.0), elbow_flexion_deg=0.0, hands={})
    reaching = replace(march, poses=dict(march.poses) | {name: up})

    assert (False, True) == (mistakable(march), mistakable(reaching))


@pytest.mark.parametrize("exercise", exercises())
def test_a_whole_performance_gives_no_sign(exercise: str) -> None:
    """Doing an exercise, with the model trembling, pauses nothing."""
    noise = tuple(0.012 * ((7 * k * k + 3 * k) % 19 - 9) / 9 for k in range(211))
    sign, told = DOWN, 0
    for frame in simulate(exercises()[exercise], Performance(reps=2, noise=noise)):
        sign, up = follow(sign, frame)
        told += up

    assert 0 == told


def _played(*up: bool, per_s: float = 10.0) -> list[float]:
    """Give the seconds at which a hand that is up in these frames is told."""
    movement = exercises()["bridge"].movements["main"]
    low = _seen(_start(movement), movement, 0.0, 10.0)
    high = _seen(_raised(_start(movement), "LEFT"), movement, 0.0, 10.0)
    sign, told = DOWN, []
    for number, is_up in enumerate(up):
        t_s = number / per_s
        sign, now = follow(sign, replace(high if is_up else low, t_s=t_s))
        if now:
            told.append(t_s)
    return told


def test_a_hand_kept_up_is_told_once() -> None:
    """After a second and a half, and never again before the hand has sunk."""
    assert [1.0 + RAISED_S] == _played(*[False] * 10, *[True] * 60)


def test_a_hand_raised_again_is_told_again() -> None:
    """Pausing and going on are the same sign."""
    assert [1.5, 4.5] == _played(*[True] * 20, *[False] * 10, *[True] * 20)


def test_reaching_for_something_is_no_sign() -> None:
    """A hand that is up for only a second does nothing, however often."""
    assert [] == _played(*([True] * 10 + [False] * 6) * 5)


def test_a_hand_lost_for_a_moment_is_still_up() -> None:
    """The model may lose it in a few pictures; nobody has to begin anew."""
    assert [1.5] == _played(*[True] * 6, *[False] * 3, *[True] * 20)


def test_a_slow_device_sees_it_too() -> None:
    """With two pictures a second a hand that stays up is still told, only a little later."""
    assert [2.0] == _played(*[False] * 1, *[True] * 6, per_s=2.0)


def test_nobody_gives_no_sign() -> None:
    """An empty picture is no hand."""
    sign, told = follow(DOWN, Frame(t_s=0.0, points=()))

    assert (DOWN.since_s, False) == (sign.since_s, told)
