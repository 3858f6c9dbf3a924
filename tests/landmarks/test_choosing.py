"""Of several people it is the one who exercises that is watched, also when two cross."""

from __future__ import annotations

import pytest
from tests.catalogue import EXERCISES

from unkink.core.body import Frame, Joint, Point
from unkink.core.simulation.camera import Camera
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.choosing import MEMORY_S, NOBODY, Chosen, choose

ASPECT = 16 / 9
BRIDGE = EXERCISES["bridge"]


def _first(camera: Camera) -> Frame:
    return next(iter(simulate(BRIDGE, Performance(camera=camera))))


def _choose(frames: list[Frame], before: Chosen = NOBODY, *, t_s: float = 0.0) -> Chosen:
    return choose([frame.points for frame in frames], before, t_s=t_s, width=ASPECT)


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


def test_it_is_told_who_of_the_people_is_watched_and_how_many_others_there_are() -> None:
    """The page draws its lines over the one who is coached, and says that there are two."""
    first = _choose([HERE, THERE])
    later = _choose([THERE, HERE], first, t_s=0.1)

    assert [(0, 1), (1, 1)] == [(each.which, each.others) for each in (first, later)]


def test_one_person_found_twice_is_one_person() -> None:
    """The model finds somebody twice now and then; nobody is told of a second one."""
    twice = _choose([HERE, _moved(HERE, 0.02)])

    assert 0 == twice.others


def _passes(doing: str, yaw_deg: float, *, per_s: float, before: bool) -> list[str]:
    """
    Let somebody walk past who exercises; tell who was taken for that person, picture by picture.

    Where one hides the other the model finds one of them only, and which of two is the surer one
    changes all the time.
    """
    exercise, walk = (EXERCISES[name] for name in (doing, "walk"))
    me = simulate(exercise, Performance(frames_per_s=per_s, camera=Camera(yaw_deg=yaw_deg)))
    other = simulate(walk, Performance(reps=20, frames_per_s=per_s, camera=Camera(yaw_deg=0.0)))
    chosen, taken = NOBODY, []
    for number, (mine, passing) in enumerate(zip(me, other, strict=False)):
        away = 0.5 * (mine.t_s - 5.0)
        if away > 1.2:
            break
        people = [("me", mine.points), ("other", _moved(passing, away).points)]
        if abs(away) > 1.0:
            people = people[:1]
        elif abs(away) < 0.15:
            people = people[1:] if before else people[:1]
        elif number % 3 == 0:
            people.reverse()
        points = [points for _, points in people]
        chosen = choose(points, chosen, t_s=mine.t_s, width=ASPECT)
        taken.append(people[chosen.which][0] if chosen.frame.points else "nobody")
    return taken


@pytest.mark.parametrize("before", [True, False], ids=["in front", "behind"])
@pytest.mark.parametrize("per_s", [8.0, 30.0])
@pytest.mark.parametrize(
    ("doing", "yaw_deg"),
    [("bridge", 0.0), ("cobra", 180.0), ("knee_to_chest", 0.0), ("chair_twist", -90.0)],
)
def test_who_walks_past_is_not_taken_for_who_exercises(
    doing: str, yaw_deg: float, per_s: float, *, before: bool
) -> None:
    """Somebody crosses the room, before the mat or behind it: the right one is watched on."""
    taken = _passes(doing, yaw_deg, per_s=per_s, before=before)

    assert "other" not in taken
    assert ["me"] * 5 == taken[-5:]
    assert before == ("nobody" in taken)


def test_two_who_pass_each_other_are_told_apart_by_where_they_go() -> None:
    """Two of one build and posture cross while walking: each goes on as before."""
    walk = EXERCISES["walk"]
    frames = list(simulate(walk, Performance(reps=20, frames_per_s=10.0)))
    chosen, taken = NOBODY, []
    for number, frame in enumerate(frames[:40]):
        away = 0.5 * (frame.t_s - 2.0)
        people = [("me", _moved(frame, away)), ("other", _moved(frames[number + 7], -away))]
        if number % 2 and number:
            people.reverse()
        points = [frame.points for _, frame in people]
        chosen = choose(points, chosen, t_s=frame.t_s, width=ASPECT)
        taken.append(people[chosen.which][0])

    assert ["me"] * 40 == taken
