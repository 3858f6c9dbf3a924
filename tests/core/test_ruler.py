"""How far along its way a body is, by the paths of all its joints, one moment after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Frame, Joint
from unkink.core.coach.coach import begin, step
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.simulation.camera import Camera
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.coach.coach import State


def gone(name: str, frames: Iterable[Frame]) -> list[tuple[float, ...]]:
    """Give how far along each side was after every frame."""
    state = begin([WATCHES[name]])
    found = []
    for frame in frames:
        state, _ = step(state, frame)
        found.append(state.follows[0].now)
    return found


def after(name: str, frames: Iterable[Frame]) -> State:
    """Give the state after all frames."""
    state = begin([WATCHES[name]])
    for frame in frames:
        state, _ = step(state, frame)
    return state


def off(frame: Frame, joint: Joint, by: float) -> Frame:
    """Put one joint elsewhere."""
    points = list(frame.points)
    point = points[joint]
    assert point is not None
    points[joint] = replace(point, x=point.x + by, y=point.y - by)
    return replace(frame, points=tuple(points))


@pytest.mark.parametrize("yaw_deg", [0.0, 60.0, 180.0, 300.0])
def test_where_the_camera_stands_is_seen_within_seconds(yaw_deg: float) -> None:
    """Nobody has to say from where the camera looks."""
    camera = Camera(yaw_deg=yaw_deg, elevation_deg=20.0)
    frames = list(simulate(EXERCISES["knee_to_chest"], Performance(reps=1, camera=camera)))
    viewing = after("knee_to_chest", frames[:15]).follows[0].viewing
    assert viewing is not None
    likeliest = max(viewing.shares, key=lambda each: each[1])[0]

    assert (yaw_deg, 20.0) == VIEWS_DEG[likeliest]


@pytest.mark.parametrize("joint", [Joint.LEFT_HIP, Joint.RIGHT_KNEE, Joint.NOSE])
def test_a_joint_that_leaps_takes_nobody_along(joint: Joint) -> None:
    """A model that puts one joint elsewhere for a third of a second moves no body."""
    frames = list(simulate(EXERCISES["bridge"], Performance(reps=1, ready_s=4.0)))
    spoilt = [off(f, joint, 0.2) if 2.0 <= f.t_s < 2.3 else f for f in frames[:38]]

    assert 0.03 > max(now[0] for now in gone("bridge", spoilt) if now)


def test_a_hidden_joint_changes_nothing_for_those_that_are_seen() -> None:
    """A hand before a knee for two seconds is no way down."""
    frames = list(simulate(EXERCISES["knee_to_chest"], Performance(reps=1, hold_s=5.0)))
    hidden = [
        replace(
            f, points=tuple(None if j == Joint.RIGHT_ANKLE else p for j, p in enumerate(f.points))
        )
        if 6.0 <= f.t_s < 8.0
        else f
        for f in frames
    ]
    whole, part = gone("knee_to_chest", frames), gone("knee_to_chest", hidden)

    assert 0.05 > max(abs(a[0] - b[0]) for a, b in zip(whole, part, strict=True) if a and b)


def test_turning_to_one_side_is_no_turn_to_the_other() -> None:
    """To and fro is one axis, and each half of it one side's way."""
    frames = simulate(EXERCISES["chair_twist"], Performance(reps=2))

    assert 0.0 == max(min(now) for now in gone("chair_twist", frames) if now)
