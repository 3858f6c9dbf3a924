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
