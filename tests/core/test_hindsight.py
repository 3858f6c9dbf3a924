"""What a whole recording shows, looked back on."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Frame, Joint
from unkink.core.coach.excursions import excursions, line, usual_reach
from unkink.core.coach.hindsight import neutral
from unkink.core.coach.holding import holds
from unkink.core.coach.judging import judge
from unkink.core.coach.paths import mirrored_paths, paths
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Motion
from unkink.core.simulation.camera import Camera, asked_camera
from unkink.core.simulation.simulate import Performance, simulate

TOLD = ("bridge", "chair_twist", "cobra", "ground_twist", "knee_to_chest", "spinal_twist")
PER_S = 10.0


def shaken(seed: int, amount: float = 0.004) -> tuple[float, ...]:
    """Give what a model errs by from frame to frame: depth four times as much."""
    chance = random.Random(seed)  # noqa: S311 - the same trembling in every run
    return tuple(chance.gauss(0.0, amount * (4.0 if k % 3 == 2 else 1.0)) for k in range(6999))


@pytest.mark.parametrize("range_fraction", [0.4, 1.0])
@pytest.mark.parametrize("name", TOLD)
def test_a_stiff_trembling_body_is_counted_like_any_other(name: str, range_fraction: float) -> None:
    """Two fifths of the way, seen by a model that errs, is as good as all of it."""
    how = Performance(reps=3, range_fraction=range_fraction, noise=shaken(5))
    frames = simulate(EXERCISES[name], how)
    account = judge(frames, EXERCISES, expected=name, known=WATCHES).account
    sided = EXERCISES[name].movements["main"].sides != "both"

    assert {"left": 3 * sided, "right": 3 * sided, "both": 3 * (not sided)} == account.reps
    assert 3 * (1 + sided) == len(account.holds)


@pytest.mark.parametrize("turned_deg", [-60.0, 45.0, 180.0])
def test_wherever_the_camera_stands_it_is_found(turned_deg: float) -> None:
    """A turn of the chest is counted from in front, from aside and from behind."""
    asked = asked_camera(EXERCISES["chair_twist"].movements["main"])
    camera = replace(asked, yaw_deg=asked.yaw_deg + turned_deg)
    how = Performance(reps=3, range_fraction=0.6, camera=camera, noise=shaken(7, 0.002))
    account = judge(
        simulate(EXERCISES["chair_twist"], how), EXERCISES, expected="chair_twist", known=WATCHES
    ).account

    assert {"left": 3, "right": 3, "both": 0} == account.reps


def test_a_joint_that_is_elsewhere_for_a_moment_adds_nothing() -> None:
    """A model that takes a cushion for a knee for a third of a second counts no repetition."""
    frames = list(simulate(EXERCISES["bridge"], Performance(reps=3, range_fraction=0.4)))
    for start in (5, 95, 165):
        for i in range(start, start + 3):
            points = list(frames[i].points)
            knee = points[Joint.LEFT_KNEE]
            assert knee is not None
            points[Joint.LEFT_KNEE] = replace(knee, x=knee.x + 0.15, y=knee.y - 0.15)
            frames[i] = replace(frames[i], points=tuple(points))
    account = judge(frames, EXERCISES, expected="bridge", known=WATCHES).account

    assert 3 == account.reps["both"]
    assert 3 == len(account.holds)


def test_a_second_without_a_picture_on_the_way_up_loses_no_repetition() -> None:
    """Low before and high after: whatever was hidden, the body went up."""
    frames = list(simulate(EXERCISES["bridge"], Performance(reps=3)))
    blind = [Frame(f.t_s, ()) if 2.6 < f.t_s < 3.7 else f for f in frames]

    assert 3 == judge(blind, EXERCISES, expected="bridge", known=WATCHES).account.reps["both"]


@pytest.mark.parametrize("frames_per_s", [8.0, 15.0])
def test_fast_repetitions_seen_in_few_frames_are_all_counted(frames_per_s: float) -> None:
    """Ten in ten seconds, a third of the frames lost on the way: ten."""
    chance = random.Random(1)  # noqa: S311 - the same losses in every run
    cycle = EXERCISES["bridge"].movements["main"].cycle
    a_second = sum(stage.move_s + stage.pause_s for stage in cycle)
    how = Performance(reps=10, hold_s=0.0, tempo=a_second, frames_per_s=frames_per_s)
    frames = [f for f in simulate(EXERCISES["bridge"], how) if chance.random() > 0.3]

    assert 10 == judge(frames, EXERCISES, expected="bridge", known=WATCHES).account.reps["both"]


def test_paths_to_the_right_are_those_of_a_body_that_goes_right() -> None:
    """The mirror makes what the figure itself would show."""
    movement = EXERCISES["chair_twist"].movements["main"]
    cameras = [Camera(yaw_deg=yaw, elevation_deg=up) for yaw, up in VIEWS_DEG]
    left, right = (Motion.of(movement, side) for side in ("left", "right"))
    truth = paths(right.at(0.0), right.at(1.0), cameras)
    found = mirrored_paths(paths(left.at(0.0), left.at(1.0), cameras), cameras)
    middles = [sum(one.end[::3]) / len(one.end[::3]) for one in truth]

    for one, other, middle in zip(truth, found, middles, strict=True):
        off = sum(other.end[::3]) / len(other.end[::3]) - middle
        assert one.end[::3] == pytest.approx([x - off for x in other.end[::3]], abs=1e-9)


def test_a_hold_ends_at_a_tenth_of_its_reach_below_its_peak() -> None:
    """Looked back on, nothing lags: the edges are where the level was crossed."""
    values = [0.0] * 20 + [k / 20 for k in range(20)] + [1.0] * 40 + [1 - k / 20 for k in range(21)]
    found = line([i / PER_S for i in range(len(values))], values)
    (each,) = excursions(found, usual_reach([1.0]))
    (held,) = holds(found, each)

    assert 3.8 == pytest.approx(held.start_s, abs=0.05)
    assert 8.2 == pytest.approx(held.end_s, abs=0.05)


@pytest.mark.parametrize(
    ("middle", "left", "right"), [(0.1, 0.4, 0.4), (-0.1, 0.6, 0.3), (0.15, 0.4, 0.0)]
)
def test_where_a_turning_body_rests_is_found(middle: float, left: float, right: float) -> None:
    """Nobody sits quite straight: the middle is where the body dwells between its turns."""
    values: list[float] = []
    for far in (left, -right) * 3:
        values += [middle] * 20 + [middle + far * k / 30 for k in range(30)]
        values += [middle + far] * 50 + [middle + far * (1 - k / 30) for k in range(30)]
    found = line([i / PER_S for i in range(len(values))], values)

    assert middle == pytest.approx(neutral([found]), abs=0.05)
