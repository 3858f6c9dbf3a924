"""The painted people of bench/painted: they are where the figure says, and the model sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from bench.painted.cases import ANY, VIEWS, cases, scene
from bench.painted.dressed import solids
from bench.painted.lens import Lens
from bench.painted.looks import Look, look
from bench.painted.picture import Painter
from bench.painted.room import Room, room
from bench.painted.solids import FAR, Canvas, Ellipsoid, Limb

from unkink.catalogue import read_catalogue
from unkink.core.body import Joint
from unkink.core.figure import Motion
from unkink.core.simulation.camera import OTHER, Camera, middle, seen_by
from unkink.landmarks import blazepose
from unkink.landmarks.pose_model import PoseModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unkink.core.figure import Vec

CAMERAS = (
    Camera(yaw_deg=10, elevation_deg=12),
    Camera(yaw_deg=-100, elevation_deg=40, distance_m=2.4),
    Camera(yaw_deg=170, elevation_deg=3, distance_m=5.0, aspect=9 / 16),
    Camera(yaw_deg=30, focus=0.9, roll_deg=5.0, aside_m=0.2, above_m=-0.1, mirrored=True),
)
TALL_M = 1.7


def _lifted() -> dict[Joint, Vec]:
    return Motion.of(read_catalogue().exercises["bridge"].movements["main"]).at(1.0).joints


def _painted(camera: Camera, somebody: Look, where: Room) -> NDArray[np.uint8]:
    joints = _lifted()
    at = middle(joints)
    lens = Lens.of(camera, at=at, height=360)
    painter = Painter(lens, where, at=(at[0], 0.0, at[2]))
    return painter.paint([(tuple(joints[joint] for joint in Joint), somebody)])


@pytest.mark.parametrize("camera", CAMERAS)
def test_the_painter_and_the_simulation_see_alike(camera: Camera) -> None:
    """What is painted stands where the simulated camera says that it is seen."""
    joints = _lifted()
    lens = Lens.of(camera, at=middle(joints), height=640)
    # In a mirror left is right, and told so.
    shown = [joints[OTHER[joint] if camera.mirrored else joint] for joint in Joint]
    seen = lens.seen(np.asarray(shown))
    told = seen_by(camera, joints, at=middle(joints), t_s=0.0).points

    expected = np.asarray([(p.x, p.y) for p in told if p is not None])
    assert expected == pytest.approx(seen[:, :2] / 640, abs=2e-3)


@pytest.mark.parametrize("camera", CAMERAS)
def test_every_joint_is_under_painted_skin_or_cloth(camera: Camera) -> None:
    """Nobody is painted beside their own bones: there is flesh before each joint."""
    joints = _lifted()
    lens = Lens.of(camera, at=middle(joints), height=480)
    canvas = Canvas(lens)
    for solid in solids([joints[joint] for joint in Joint], Look()):
        canvas.cast(solid)
    bare = []
    for joint, place in joints.items():
        x, y, depth = lens.seen(np.asarray([place]))[0]
        # Two pixels round it: the nose's tip is skin itself.
        round_it = canvas.depth[int(y) - 2 : int(y) + 3, int(x) - 2 : int(x) + 3]
        before_m = depth - round_it.min()
        if not -0.02 < before_m < TALL_M:
            bare.append((joint.name, float(before_m)))

    assert [] == bare


def test_a_ball_and_a_limb_are_as_near_as_they_are() -> None:
    """The middle of the picture shows the front of what stands there."""
    lens = Lens.of(Camera(elevation_deg=0.0, distance_m=3.0), at=(0.0, 1.0, 0.0), height=101)
    colour = np.ones((1, 3), np.float32)
    middle_m = np.asarray((0.0, 1.0, 0.0), np.float32)
    halves = np.asarray((0.3, 0.2, 0.25), np.float32)
    ball = Ellipsoid(middle_m, np.eye(3, dtype=np.float32), halves, lambda _: colour)
    ends = [np.asarray((x, 1.0, 0.0), np.float32) for x in (-0.5, 0.5)]
    limb = Limb(ends[0], ends[1], (0.1, 0.1), (0.0, 1.0), lambda _: colour)
    depths = []
    for solid in (ball, limb):
        canvas = Canvas(lens)
        canvas.cast(solid)
        depths.append(float(canvas.depth[50, lens.width // 2]))
        assert canvas.depth[0, 0] == FAR

    assert [2.75, 2.9] == pytest.approx(depths, abs=0.01)


def test_the_same_seed_paints_the_same_picture() -> None:
    """What a bench says can be looked at again."""
    one, two = (_painted(CAMERAS[0], look(7), room(7)) for _ in range(2))
    other = _painted(CAMERAS[0], look(8), room(8))

    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


def test_every_case_can_be_laid_out() -> None:
    """Each exercise and each other thing, in each view, begins with somebody in the picture."""
    exercises = {"cobra": read_catalogue().exercises["cobra"]}
    every = list(cases(exercises, seed=5))
    laid = [scene(case, exercises) for case in every]
    told = [case for case in every if case.act == "cobra" and case.view != ANY]

    assert {*VIEWS, ANY} == {case.view for case in every}
    assert len(every) == len({case.name for case in every})
    calm = [one for case, one in zip(every, laid, strict=True) if case in told]
    idle = [one for case, one in zip(every, laid, strict=True) if case.act != "cobra"]
    assert [3] * len(told) == [one.label.reps for one in calm]
    assert {None} == {one.label.exercise for one in idle}


def test_the_real_model_sees_a_painted_person() -> None:
    """The pose model finds somebody painted, joint by joint, within a hand's length."""
    camera = CAMERAS[0]
    picture = _painted(camera, Look(), Room())
    joints = _lifted()
    truth = seen_by(camera, joints, at=middle(joints), t_s=0.0).points
    with PoseModel() as model:
        found = [blazepose.frame(0.0, one.values, aspect=16 / 9) for one in model.people(picture)]
    tall = 1.3 * TALL_M / camera.distance_m
    off = [
        np.hypot(a.x - b.x, a.y - b.y) / tall
        for a, b in zip(found[0].points, truth, strict=True)
        if a is not None and b is not None
    ]

    assert 1 == len(found)
    assert np.quantile(off, 0.9) < 0.06, off
