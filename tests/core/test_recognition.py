"""Which exercise it is, from a held position or one picture; and what is none of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.coach.gallery import Gallery, Look, coded
from unkink.core.coach.judging import judge
from unkink.core.coach.measures import MEASURES, sight
from unkink.core.coach.others import Strange, own, strangers
from unkink.core.coach.postures import PLAIN
from unkink.core.coach.shape import SIZE, mirrored_shape, shape, whole
from unkink.core.figure import Motion, blended, mirrored, posed
from unkink.core.simulation.camera import Camera, asked_camera, middle, seen_by

if TYPE_CHECKING:
    from unkink.core.body import Frame
    from unkink.core.definition.pose import Pose
    from unkink.core.figure import Body

COACHED = [
    name for name, exercise in EXERCISES.items() if WATCHES[name].can_tell and not exercise.everyday
]


def picture(name: str, *, side: str = "left", t_s: float = 0.0) -> Frame:
    """Take one picture of an exercise at its end, from where its file asks."""
    movement = EXERCISES[name].movements["main"]
    end = next((k + 1 for k, stage in enumerate(movement.cycle) if stage.holds), 1)
    joints = Motion.of(movement, side).at(float(end)).joints
    return seen_by(asked_camera(movement), joints, at=middle(joints), t_s=t_s)


def ends(name: str) -> tuple[Pose, Pose]:
    """Give the pose it starts from, and the one it is held in."""
    movement = EXERCISES[name].movements["main"]
    held = next(stage.pose for stage in movement.cycle if stage.holds)
    return movement.poses[movement.cycle[-1].pose], movement.poses[held]


def taken(body: Body, name: str) -> Frame:
    """Take a picture of a body from where an exercise's file asks."""
    joints = body.joints
    camera = asked_camera(EXERCISES[name].movements["main"])
    return seen_by(camera, joints, at=middle(joints), t_s=0.0)


def flat(frame: Frame) -> Frame:
    """Give the frame as a source without depth has it."""
    return replace(frame, points=tuple(p and replace(p, z=0.0) for p in frame.points))


def named(*frames: Frame) -> str | None:
    """Name what was done."""
    return judge(frames, EXERCISES, expected=None, known=WATCHES).account.exercise


@pytest.mark.parametrize("name", COACHED)
def test_one_picture_is_enough_for_what_it_shows(name: str) -> None:
    """A picture of somebody halfway or farther is named, with or without depth, on either side."""
    right = picture(name, side="right")
    assert [name] * 2 == [named(picture(name)), named(right)]


@pytest.mark.parametrize("name", ["bridge", "cobra", "forward_flexion", "knee_to_chest"])
def test_no_depth_is_needed_where_the_outline_tells(name: str) -> None:
    """A source that knows no depth does not make a body flat."""
    assert name == named(flat(picture(name)))


@pytest.mark.parametrize("name", ["bridge", "cobra", "superman", "kneeling_back_extension"])
def test_who_goes_farther_than_the_file_does_it_as_well(name: str) -> None:
    """A supple back is no other exercise."""
    assert name == named(taken(blended(*ends(name), 1.6), name))


def test_arms_that_hold_nothing_lie_where_they_like() -> None:
    """A superman with the arms along the body is one all the same."""
    start, end = (
        replace(pose, shoulder_flexion_deg=-5, shoulder_abduction_deg=10, hands={})
        for pose in ends("superman")
    )
    assert "superman" == named(taken(blended(start, end, 1.0), "superman"))


@pytest.mark.parametrize("name", ["bridge", "superman", "forward_flexion"])
def test_a_picture_whose_shape_is_not_known_is_tried_in_several(name: str) -> None:
    """A photo of 16:9 that comes as if it were a square is unsquashed before it is judged."""
    frame = picture(name)
    squashed = tuple(p and replace(p, x=p.x * 9 / 16, z=p.z * 9 / 16) for p in frame.points)
    square = replace(frame, points=squashed, width=1.0)
    told = judge([square], EXERCISES, expected=None, known=WATCHES, shape_known=False)
    assert name == told.account.exercise


def test_depth_that_is_not_there_is_unseen_not_zero() -> None:
    """A turn is unknown where no depth is known."""
    frame = picture("chair_twist")
    known, unknown = sight(frame.points), sight(flat(frame).points)
    assert known is not None
    assert unknown is not None
    turn = MEASURES["turn_deg"]
    assert (False, None) == (turn.read(known) is None, turn.read(unknown))


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_what_else_people_do_is_none_of_ours(name: str) -> None:
    """Planks, squats, all fours and the rest are taken for no exercise, however long held."""
    joints = posed(PLAIN[name]).joints
    camera = Camera(yaw_deg=-40.0, elevation_deg=12.0)
    frames = [seen_by(camera, joints, at=middle(joints), t_s=k / 10) for k in range(40)]
    assert (None, None) == (named(*frames), named(frames[0]))


def test_the_start_of_an_exercise_is_not_the_exercise() -> None:
    """Who lies, sits or kneels, ready to begin, has done nothing yet."""
    found = {}
    for name in COACHED:
        movement = EXERCISES[name].movements["main"]
        joints = Motion.of(movement, "left").at(0.0).joints
        found[name] = named(seen_by(asked_camera(movement), joints, at=middle(joints), t_s=0.0))
    assert dict.fromkeys(COACHED) == found


def test_all_looks_are_compared_at_once_as_they_would_be_one_by_one() -> None:
    """The nearest look, of all and from each camera, is the one that a plain sum finds."""
    dice = np.random.default_rng(7)
    shapes = [tuple(each) for each in dice.uniform(-6.0, 6.0, (40, SIZE)).tolist()]
    gallery = Gallery([Look(0.0, i // 10) for i in range(len(shapes))], shapes)
    for _ in range(20):
        body = np.array(shapes[dice.integers(40)]) + dice.normal(0.0, 0.7, SIZE)
        seen = dice.random(SIZE) < 0.8
        offs = np.minimum((np.array(shapes) - body) ** 2, 9.0)[:, seen]
        far = np.sqrt(offs.mean(axis=1))
        code = coded([float(v) if s else None for v, s in zip(body, seen, strict=True)])
        nearest = gallery.nearest(code)
        assert nearest is not None
        assert int(far.argmin()) == nearest.place
        assert far.min() == pytest.approx(nearest.distance, abs=0.06)
        by_view = gallery.by_view(nearest.sums, code)
        assert far.reshape(4, 10).min(axis=1) == pytest.approx(np.sqrt(by_view), abs=0.06)
        compared = gallery.compared(code)
        nearer = [gallery.any_nearer(compared, code, nearest.distance + off) for off in (-0.1, 0.1)]
        assert [False, True] == nearer


def test_too_little_seen_is_like_nothing() -> None:
    """A shoulder and an arm are no posture."""
    gallery = Gallery([Look(0.0, 0)], [(0.0,) * SIZE])
    few = coded((1.0, 1.0, *(None,) * (SIZE - 2)))
    assert (None, False) == (gallery.nearest(few), gallery.any_nearer(0, few, 1.0))


def test_a_mirrored_shape_is_that_of_the_mirrored_body() -> None:
    """Left and right are exchanged, and so is the picture's."""
    body = posed(PLAIN["a lunge on one knee"])
    shapes = []
    for each, yaw_deg in ((body, 20.0), (mirrored(body), 160.0)):
        camera = Camera(yaw_deg=yaw_deg, elevation_deg=15.0)
        seen = sight(seen_by(camera, each.joints, at=middle(each.joints), t_s=0.0).points)
        assert seen is not None
        shapes.append(whole(shape(seen)))
    first, second = shapes
    assert first is not None
    assert second is not None
    assert pytest.approx(mirrored_shape(first)) == second


def test_a_posture_that_a_file_has_itself_is_no_stranger_to_it() -> None:
    """Who adds a plank to the catalogue is not told that planks are none of ours."""
    joints = posed(PLAIN["a plank on the hands"]).joints
    shapes = []
    for view in range(0, 360, 30):
        for up_deg in (5.0, 20.0, 40.0):
            camera = Camera(yaw_deg=float(view), elevation_deg=up_deg)
            seen = sight(seen_by(camera, joints, at=middle(joints), t_s=0.0).points)
            assert seen is not None
            shown = whole(shape(seen))
            assert shown is not None
            shapes.append(shown)
    mine = own([Gallery([Look(1.0, 0)] * len(shapes), shapes)])
    compared = Strange(coded(shapes[0]))
    assert strangers().looks
    assert (True, False) == (compared.nearer_than(0.3, 0), compared.nearer_than(0.3, mine))
