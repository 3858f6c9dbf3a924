"""The camera tells the one thing to change about where it stands, and tells it calmly."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.body import Frame, Joint, Point
from unkink.core.coach.placing import SETTLES_S, Placing, follow, placement
from unkink.core.figure import Motion
from unkink.core.simulation.camera import ASKED_DEG, Camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from unkink.core.coach.placing import Placement
    from unkink.core.definition.exercise import Exercise, Movement

ASPECT = 16 / 9


@cache
def exercises() -> dict[str, Exercise]:
    """Read the built-in exercises."""
    return dict(read_catalogue().exercises)


MOVEMENTS = [
    pytest.param(movement, id=f"{exercise.id}-{key}")
    for exercise in exercises().values()
    for key, movement in exercise.movements.items()
]


def _body(movement: Movement, *, off_deg: float = 0.0, farther: float = 1.0) -> Frame:
    """See the start pose from as near as it fits into the picture, or so many times farther."""
    joints = Motion.of(movement, "left", 1.0).at(0.0).joints
    yaw_deg = ASKED_DEG[movement.view][0] + off_deg

    def seen(distance_m: float) -> Frame:
        camera = Camera(yaw_deg=yaw_deg, distance_m=distance_m, elevation_deg=15.0)
        return seen_by(camera, joints, at=middle(joints), t_s=0.0)

    near_m = next(m / 10 for m in range(10, 80) if _fits(seen(m / 10)))
    return seen(near_m * farther)


def _fits(frame: Frame) -> bool:
    return all(p is not None and 0.05 < p.y < 0.95 and 0.05 < p.x < 1.72 for p in frame.points)


def _look(frame: Frame, movement: Movement | None = None, light: int | None = 120) -> Placement:
    view = movement.view if movement is not None else None
    return placement(frame, aspect=ASPECT, light=light, view=view)


def _changed(frame: Frame, change: Callable[[Joint, Point], Point | None]) -> Frame:
    points = [
        change(joint, point) if (point := frame.points[joint]) is not None else None
        for joint in Joint
    ]
    return Frame(frame.t_s, tuple(points))


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_a_camera_that_stands_well_is_told_so(movement: Movement) -> None:
    """From where every exercise asks for it, and from 30 degrees beside, nothing is to change."""
    verdicts = {_look(_body(movement, off_deg=off), movement).verdict for off in (-30, 0, 30)}

    assert {"whole"} == verdicts


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_a_camera_from_the_wrong_side_is_told(movement: Movement) -> None:
    """A quarter turn away from where it is needed, it is asked to come round."""
    frame = _body(movement, off_deg=90.0)
    wanted = {"side": "not_side_on", "front": "not_facing", "foot_end": "not_from_the_feet"}

    assert wanted[movement.view] == _look(frame, movement).verdict


BRIDGE = exercises()["bridge"].movements["main"]


def test_nobody_in_the_light_and_nobody_in_the_dark() -> None:
    """In the dark it is the light that is asked for, not the camera."""
    nobody = Frame(0.0, ())

    assert "nobody" == _look(nobody).verdict
    assert "nobody" == _look(nobody, light=None).verdict
    assert "too_dark" == _look(nobody, light=10).verdict


def test_somebody_far_away_is_asked_to_come_closer() -> None:
    """The model misses people who are small in the picture."""
    assert "too_far" == _look(_body(BRIDGE, farther=3.0)).verdict


@pytest.mark.parametrize(
    ("right", "down", "edge"), [(-0.6, 0, "left"), (0.6, 0, "right"), (0, -0.5, "top")]
)
def test_whoever_leaves_the_picture_is_told_what_is_missing(
    right: float, down: float, edge: str
) -> None:
    """It is said which part can't be seen, and the page knows at which edge."""
    frame = _changed(_body(BRIDGE), lambda _, p: replace(p, x=p.x + right, y=p.y + down))
    found = _look(frame)

    assert ("out_of_picture", (edge,)) == (found.verdict, found.edges)
    assert "I can't see your " in found.say


def test_whoever_is_too_near_is_asked_to_move_back() -> None:
    """Cut off on both sides, turning the camera would not help."""
    assert "too_near" == _look(_body(BRIDGE, farther=0.5)).verdict


def test_hidden_feet_ask_for_a_clear_view_or_for_light() -> None:
    """What the model doubts is named; in the dark the light comes first."""
    feet = {Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE}
    frame = _changed(_body(BRIDGE), lambda j, p: replace(p, seen=0.2) if j in feet else p)

    assert ("hidden", True) == (_look(frame).verdict, "feet" in _look(frame).say)
    assert "too_dark" == _look(frame, light=20).verdict


def test_one_leg_behind_the_other_is_no_fault() -> None:
    """From the side the far leg is always hidden by the near one."""
    far = {joint for joint in Joint if joint.name.startswith("RIGHT")}
    frame = _changed(_body(BRIDGE), lambda j, p: replace(p, seen=0.1) if j in far else p)

    assert "whole" == _look(frame, BRIDGE).verdict


def test_advice_never_flickers() -> None:
    """What changes from moment to moment is not told; what lasts is told once."""
    whole, nobody = _body(BRIDGE), Frame(0.0, ())
    state, told = Placing(), []
    for index in range(200):
        # Ten seconds of coming and going, then ten of being there.
        shown = whole if index >= 100 or index // 4 % 2 else nobody
        frame = Frame(index / 10, shown.points)
        state, now = follow(state, frame, aspect=ASPECT, light=None, view="side")
        if now is not None:
            told.append((frame.t_s, now.verdict))

    assert ["whole"] == [verdict for _, verdict in told]
    assert pytest.approx(10.0 + SETTLES_S, abs=0.5) == told[0][0]
    assert all(later > before for (before, _), (later, _) in pairwise(told))


@pytest.mark.parametrize(("others", "words"), [(1, "two"), (2, "three")])
def test_several_people_are_told_kindly(others: int, words: str) -> None:
    """Nothing is wrong with company: it is said who is followed."""
    movement = exercises()["bridge"].movements["main"]
    told = placement(_body(movement), aspect=ASPECT, light=120, view="side", others=others)

    assert ("several_people", f"I see {words} people. I follow the one with the lines.") == (
        told.verdict,
        told.say,
    )
