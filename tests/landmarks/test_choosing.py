"""Of several people it is the one who exercises that is watched; mirrors are undone."""

from __future__ import annotations

import pytest
from tests.web.conftest import whole_catalogue

from unkink.core.body import Frame, Joint, Point
from unkink.core.simulation.camera import Camera
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.landmarks.choosing import MEMORY_S, NOBODY, Chosen, choose

ASPECT = 16 / 9
BRIDGE = whole_catalogue().exercises["bridge"]


def _first(camera: Camera) -> Frame:
    return next(iter(simulate(BRIDGE, Performance(camera=camera))))


def _choose(frames: list[Frame], before: Chosen = NOBODY, *, t_s: float = 0.0) -> Chosen:
    people = [landmarks(frame, aspect=ASPECT) for frame in frames]
    return choose(people, before, t_s=t_s, aspect=ASPECT, mirrored=False)


def _moved(frame: Frame, right: float, stretch: float = 1.0) -> Frame:
    """Move somebody to the right, and pull one leg out of all proportion."""
    points = []
    for joint in Joint:
        p = frame.points[joint]
        assert p is not None
        pull = stretch if joint == Joint.LEFT_ANKLE else 1.0
        points.append(Point(p.x + right, p.y * pull, p.z, p.seen))
    return Frame(frame.t_s, tuple(points))


def _is(expected: Frame, chosen: Chosen) -> bool:
    before, after = expected.points[Joint.NOSE], chosen.frame.points[Joint.NOSE]
    assert before is not None
    assert after is not None
    return pytest.approx(before.x) == after.x


HERE = _first(Camera())
THERE = _moved(HERE, 0.5)


def test_the_surest_is_taken_first_and_then_followed() -> None:
    """A helper who walks in is not watched, even when the model is surer of them."""
    first = _choose([HERE, THERE])
    later = _choose([THERE, HERE], first, t_s=0.1)

    assert _is(HERE, first)
    assert _is(HERE, later)


def test_somebody_gone_for_long_is_not_waited_for() -> None:
    """After a while the one who is there is watched, wherever they are."""
    first = _choose([HERE])
    away = _choose([], first, t_s=0.5)
    later = _choose([THERE, HERE], away, t_s=MEMORY_S + 0.1)

    assert () == away.frame.points
    assert _is(THERE, later)


def test_a_skeleton_that_is_no_body_is_passed_over() -> None:
    """The model draws bodies into chairs: where there is a person, the person is taken."""
    assert _is(HERE, _choose([_moved(HERE, 0.4, stretch=5.0), HERE]))


def test_a_mirror_is_undone() -> None:
    """Whether the camera mirrors or not, left is the person's own left."""
    plain = _first(Camera(yaw_deg=20.0))
    mirrored = _first(Camera(yaw_deg=20.0, mirrored=True))
    people = [landmarks(mirrored, aspect=ASPECT)]
    found = choose(people, NOBODY, t_s=0.0, aspect=ASPECT, mirrored=True).frame

    for joint in Joint:
        before, after = plain.points[joint], found.points[joint]
        assert before is not None
        assert after is not None
        assert pytest.approx((before.x, before.y, before.z)) == (after.x, after.y, after.z)


def test_it_is_told_who_of_the_people_is_watched_and_how_many_others_there_are() -> None:
    """The page draws its lines over the one who is coached, and says that there are two."""
    first = _choose([HERE, THERE])
    later = _choose([THERE, HERE], first, t_s=0.1)

    assert [(0, 1), (1, 1)] == [(each.which, each.others) for each in (first, later)]


def test_one_person_found_twice_is_one_person() -> None:
    """The model finds somebody twice now and then; nobody is told of a second one."""
    twice = _choose([HERE, _moved(HERE, 0.02)])

    assert 0 == twice.others
