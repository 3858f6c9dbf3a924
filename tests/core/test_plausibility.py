"""Bodies that can't be, and pictures that stand still."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.body import Frame, Joint
from unkink.core.coach.plausibility import Eye, Seen, look
from unkink.core.simulation.camera import OTHER
from unkink.core.simulation.simulate import Performance, simulate

BRIDGE = read_catalogue().exercises["bridge"]
FRAMES = list(simulate(BRIDGE, Performance(reps=1)))


def watched(frames: list[Frame]) -> list[Seen]:
    """Look at all of them, one after the other."""
    eye, seen = Eye(), list[Seen]()
    for frame in frames:
        seen.append(look(eye, frame))
        eye = seen[-1].eye
    return seen


def moved(frame: Frame, by: float) -> Frame:
    """Put the body elsewhere in the picture."""
    points = (p and replace(p, x=p.x + by) for p in frame.points)
    return replace(frame, points=tuple(points))


def test_a_body_that_moves_as_bodies_do_is_believed() -> None:
    """A calm repetition is never doubted."""
    assert {None} == {seen.reason for seen in watched(FRAMES)}


def test_a_frame_that_jumps_is_left_out() -> None:
    """One frame somewhere else is an error of the model."""
    frames = [*FRAMES[:20], moved(FRAMES[20], 0.8), *FRAMES[21:40]]

    assert [20] == [i for i, seen in enumerate(watched(frames)) if seen.reason]


def test_a_body_that_stays_elsewhere_is_another_picture() -> None:
    """After a cut the coach begins afresh."""
    frames = [*FRAMES[:20], *(moved(frame, 0.8) for frame in FRAMES[20:40])]
    seen = watched(frames)

    assert 1 == sum(each.cut for each in seen)
    assert seen[-1].reason is None


def test_legs_that_change_places_are_put_back() -> None:
    """A frame in which the model takes left for right changes nothing."""
    legs = range(Joint.LEFT_KNEE, Joint.RIGHT_TOE + 1)
    camera_side = list(simulate(read_catalogue().exercises["knee_to_chest"], Performance(reps=1)))
    right = watched(camera_side[:80])
    points = list(camera_side[70].points)
    for joint in legs:
        points[joint] = camera_side[70].points[OTHER[Joint(joint)]]
    wrong = watched([*camera_side[:70], replace(camera_side[70], points=tuple(points))])
    before, after = right[70].sight, wrong[70].sight

    assert before is not None
    assert after is not None
    assert before.points[Joint.LEFT_KNEE] == after.points[Joint.LEFT_KNEE]


def test_a_picture_that_stands_still_is_not_judged() -> None:
    """The same landmarks to the last digit for seconds are no living body."""
    still = [replace(FRAMES[0], t_s=i / 10) for i in range(60)]

    assert "frozen" == watched(still)[-1].reason
    assert watched(still)[20].reason is None


@pytest.mark.parametrize(("share", "reason"), [(0.1, "too_small"), (0.5, None)])
def test_somebody_too_small_is_not_judged(share: float, reason: str | None) -> None:
    """From across the hall the model finds little that is true."""
    points = (p and replace(p, x=p.x * share, y=p.y * share) for p in FRAMES[0].points)

    assert reason == look(Eye(), replace(FRAMES[0], points=tuple(points))).reason


def test_arms_that_change_places_are_put_back() -> None:
    """A frame in which the model takes one arm for the other changes nothing."""
    arms = range(Joint.LEFT_SHOULDER, Joint.RIGHT_HAND + 1)
    twist = list(simulate(read_catalogue().exercises["spinal_twist"], Performance(reps=1)))[:30]
    right = watched(twist)
    points = list(twist[20].points)
    for joint in arms:
        points[joint] = twist[20].points[OTHER[Joint(joint)]]
    seen = watched([*twist[:20], replace(twist[20], points=tuple(points)), *twist[21:]])

    assert [each.sight for each in right] == [each.sight for each in seen]


@pytest.mark.parametrize("joint", [Joint.LEFT_KNEE, Joint.RIGHT_ANKLE, Joint.LEFT_ELBOW])
def test_a_joint_that_flies_off_is_unseen(joint: Joint) -> None:
    """No thigh grows to twice its length: its knee is elsewhere, the rest of the body is not."""
    points = list(FRAMES[20].points)
    point = points[joint]
    assert point is not None
    points[joint] = replace(point, x=point.x + 0.5, y=point.y - 0.4)
    frames = [*FRAMES[:20], replace(FRAMES[20], points=tuple(points)), FRAMES[21]]
    before, flown, after = watched(frames)[-3:]

    assert [None] * 3 == [each.reason for each in (before, flown, after)]
    assert before.sight is not None
    assert flown.sight is not None
    assert flown.sight.points[joint] is None
    assert flown.sight.height == pytest.approx(before.sight.height, rel=0.05)


def test_who_walks_up_to_the_camera_grows() -> None:
    """A body that becomes larger little by little is believed, all of it."""
    frames = []
    for k in range(15):
        nearer = 1.0 + k / 20
        points = (p and replace(p, x=p.x * nearer, y=p.y * nearer) for p in FRAMES[0].points)
        frames.append(replace(FRAMES[0], t_s=k / 10, points=tuple(points), width=None))
    seen = [each.sight for each in watched(frames)]

    assert [0] * len(frames) == [
        0 if each is None else each.points[: Joint.LEFT_HIP].count(None) for each in seen
    ]


def test_an_exchange_that_began_unseen_does_not_last() -> None:
    """While the legs lie one behind the other nobody sees them exchanged; soon it is put right."""
    hug = list(simulate(read_catalogue().exercises["knee_to_chest"], Performance(reps=1)))
    up = next(i for i, f in enumerate(hug) if (p := f.points[Joint.LEFT_KNEE]) and p.y < 0.45)
    legs = range(Joint.LEFT_HIP, Joint.RIGHT_TOE + 1)
    wrong = []
    for frame in hug[:up]:
        points = list(frame.points)
        for joint in legs:
            points[joint] = frame.points[OTHER[Joint(joint)]]
        wrong.append(replace(frame, points=tuple(points)))
    seen = watched([*wrong, *hug[up:]])
    knees = [each.sight.points[Joint.LEFT_KNEE] for each in seen[up + 15 : up + 40] if each.sight]

    assert knees == [frame.points[Joint.LEFT_KNEE] for frame in hug[up + 15 : up + 40]]
