"""Simulated people: they move as bodies do, and the truth about them is what they really did."""

from __future__ import annotations

import random
from itertools import pairwise
from math import dist
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.body import Joint
from unkink.core.simulation.acting import Someone, Span, act
from unkink.core.simulation.activities import ACTIVITIES
from unkink.core.simulation.bones import bones_of
from unkink.core.simulation.build import Build, built
from unkink.core.simulation.camera import Camera, middle, seen_by
from unkink.core.simulation.clock import Clock, ticks
from unkink.core.simulation.crowd import busy, exercising
from unkink.core.simulation.errors import PERFECT, Errors
from unkink.core.simulation.manner import Asked, Course, Manner, held, repeated, still
from unkink.core.simulation.paths import Repertoire, blend
from unkink.core.simulation.script import Plan, Repeat, Rest, script
from unkink.core.simulation.seeing import looked_at, seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Point
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.script import Act

EXERCISES = read_catalogue().exercises
REPERTOIRE = Repertoire()
SIDED = ("knee_to_chest", "spinal_twist")
ACTED = ("bridge", "cobra", "chair_twist", *SIDED)


def chance(seed: int = 1) -> Chance:
    """Give the same numbers in every run."""
    return random.Random(seed).random  # noqa: S311 - nothing to keep secret


def test_the_same_chance_gives_the_same_person() -> None:
    """Whoever has the seed can see what happened again."""
    one, two = (exercising(EXERCISES["bridge"], REPERTOIRE, chance(7)) for _ in range(2))

    assert one == two


@pytest.mark.parametrize("name", ACTED)
def test_plain_people_do_what_the_plan_says(name: str) -> None:
    """Three repetitions, each held as long as it was meant to be, are the truth told of them."""
    exercise = EXERCISES[name]
    movement = exercise.movements["main"]
    acts = script(Plan(reps=(3, 2), hold_s=3.0), movement, chance())
    truth = act(Someone(), acts, REPERTOIRE, chance(), exercise=exercise).truth
    sided = movement.sides != "both"

    assert {"left": 3 * sided, "right": 2 * sided, "both": 3 * (not sided)} == truth.reps
    assert 3 + 2 * sided == len(truth.holds)
    assert all(3.0 <= end_s - start_s <= 6.0 for start_s, end_s, _ in truth.holds)


def test_half_a_repetition_is_told_as_one_given_up() -> None:
    """What went less than 35 % of the own usual way is no repetition, and holds nothing."""
    acts: list[Act] = [Rest(lasts_s=1.0), Repeat(), Repeat(share=0.25), Repeat(), Repeat(share=0.3)]
    someone = Someone(manner=Manner(reach=(0.4, 0.4)))
    truth = act(someone, acts, REPERTOIRE, chance(), exercise=EXERCISES["bridge"]).truth

    assert (2, 2, 2) == (truth.reps["both"], len(truth.holds), truth.halves)


def test_a_hold_lasts_from_and_to_a_tenth_below_its_own_peak() -> None:
    """Up in 1 s, held for 2 s, down in 1 s: held from 0.9 s to 3.1 s, however far it went."""
    ways = [0.4 * min(k / 25, 1.0, (100 - k) / 25) for k in range(101)]

    ((start_s, end_s),) = held(Course(tuple(ways)), 0.0)

    assert (0.9, 3.1) == (round(start_s, 6), round(end_s, 6))


def test_who_sags_out_of_a_hold_has_ended_it() -> None:
    """Sinking by a fifth of the way ends a hold half way through, and the truth says so."""
    asked = Asked(reach=1.0, out_s=2.0, hold_s=10.0, back_s=2.0, rest_s=0.0)
    course = repeated(asked, Manner(sags=0.2), 0.0, chance())
    (start_s, end_s), *_ = held(course, 0.0)

    assert pytest.approx(5.0, abs=0.8) == end_s - start_s


def test_bodies_turn_and_never_stretch() -> None:
    """Between any two postures every bone keeps its length, and nothing sinks into the floor."""
    poses = [pose for activity in ACTIVITIES.values() for pose in activity.poses]
    bodies = [REPERTOIRE.posture(pose) for pose in poses]
    off_m, lowest_m = 0.0, 1.0
    for start, end in pairwise(bodies):
        path = blend(start, end)
        sizes = [dist(bone, (0, 0, 0)) for bone in bones_of(start)[1:]]
        for k in range(len(path.bodies)):
            places = path.places(k / (len(path.bodies) - 1))
            here = [dist(bone, (0, 0, 0)) for bone in bones_of(places)[1:]]
            off_m = max(off_m, *(abs(a - b) for a, b in zip(sizes, here, strict=True)))
            lowest_m = min(lowest_m, *(y for _, y, _ in places))

    # The shoulder rises by 4 cm as an arm goes up, as shoulders do.
    assert (True, True) == (off_m < 0.05, lowest_m > -0.04)


def test_longer_legs_stand_higher_on_the_same_floor() -> None:
    """A build changes lengths, and what rested on the floor still does."""
    standing = REPERTOIRE.posture(ACTIVITIES["squats"].poses[0])
    tall = built(standing, Build(parts={"thigh": 1.1, "shank": 1.1}))
    feet = [joint for joint in Joint if joint >= Joint.LEFT_HEEL]

    assert pytest.approx(0.0, abs=0.01) == fmean(tall[j][1] - standing[j][1] for j in feet)
    assert pytest.approx(0.083, abs=0.01) == tall[Joint.NOSE][1] - standing[Joint.NOSE][1]


def test_a_model_without_errors_tells_what_a_camera_sees() -> None:
    """Only what errs is added: without it the joints are where the camera puts them."""
    acted = act(Someone(), [Rest(lasts_s=0.05)], REPERTOIRE, chance(), exercise=EXERCISES["cobra"])
    camera = Camera(yaw_deg=20, roll_deg=5, focus=1.6, aside_m=0.2)
    (frame,) = seen(acted, camera, Clock(), PERFECT, chance())
    places = dict(zip(Joint, acted.shots[0].path.places(0.0), strict=True))
    truly = seen_by(camera, places, at=looked_at(acted), t_s=0.0)

    assert _rounded(truly.points) == _rounded(frame.points)


def _rounded(points: Sequence[Point | None]) -> list[tuple[float, ...] | None]:
    return [None if p is None else (round(p.x, 9), round(p.y, 9), round(p.z, 9)) for p in points]


def test_errors_are_as_large_as_was_measured() -> None:
    """A shoulder trembles by a quarter of a per cent of the body's height, its depth by 0.8 %."""
    acted = act(Someone(), [Rest(lasts_s=60.0)], REPERTOIRE, chance(), exercise=EXERCISES["cobra"])
    errors = Errors(size=1.0, gone_a_minute=0.0, swaps_a_minute=0.0, flung_a_minute=0.0)
    frames = list(seen(acted, Camera(), Clock(), errors, chance()))
    size = 1.3 * 1.7 / 3.0
    points = [frame.points[Joint.LEFT_SHOULDER] for frame in frames]
    x, z = ([getattr(p, axis) / size for p in points if p is not None] for axis in "xz")

    assert (pytest.approx(0.0025, rel=0.3), pytest.approx(0.008, rel=0.3)) == (pstdev(x), pstdev(z))


def test_the_far_leg_is_told_with_doubt() -> None:
    """Seen from the side, the near leg is sure and the far one, behind it, is not."""
    acted = act(Someone(), [Rest(lasts_s=3.0)], REPERTOIRE, chance(), exercise=EXERCISES["cobra"])
    *_, last = seen(acted, Camera(elevation_deg=0.0), Clock(), Errors(gone_a_minute=0.0), chance())
    knees = [last.points[joint] for joint in (Joint.LEFT_KNEE, Joint.RIGHT_KNEE)]
    least, most = sorted(knee.seen for knee in knees if knee is not None)

    assert (True, True) == (least < 0.86, most > 0.86)


def test_a_tilted_camera_turns_the_picture() -> None:
    """A phone that leans by 90 degrees shows who stands as if lying."""
    standing = REPERTOIRE.posture(ACTIVITIES["squats"].poses[0])
    places = dict(zip(Joint, standing, strict=True))
    camera = Camera(roll_deg=90.0, elevation_deg=0.0, distance_m=4.0)
    frame = seen_by(camera, places, at=middle(places), t_s=0.0)
    nose, toe = frame.points[Joint.NOSE], frame.points[Joint.LEFT_TOE]
    assert nose is not None
    assert toe is not None

    assert (True, True) == (abs(nose.x - toe.x) > 0.4, abs(nose.y - toe.y) < 0.1)


def test_a_clock_never_goes_backwards() -> None:
    """Jittered, dropped and stopped pictures still come one after the other."""
    clock = Clock(per_s=30.0, jitter=0.5, dropped=0.2, pauses_a_minute=20.0)
    at_s = list(ticks(clock, 60.0, chance()))

    assert [True] * (len(at_s) - 1) == [a < b for a, b in pairwise(at_s)]
    assert 600 < len(at_s) < 1800


def test_nobody_is_in_an_exercise_while_getting_down_to_it() -> None:
    """From standing to the floor and up again, only the time between is in the position."""
    exercise = EXERCISES["bridge"]
    plan = Plan(reps=(2, 2), gets_down=True)
    acts = script(plan, exercise.movements["main"], chance())
    acted = act(Someone(), acts, REPERTOIRE, chance(), exercise=exercise)
    ends_s = acted.shots[-1].end_s

    assert [Span] == [type(span) for span in acted.truth.in_position]
    assert all(5.0 < span.start_s < span.end_s < ends_s - 5.0 for span in acted.truth.in_position)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_other_doings_have_nothing_to_count(activity: str) -> None:
    """Walking, tidying, squatting: frames of a person, and no repetition, hold or name."""
    shown = busy(activity, REPERTOIRE, chance(3))

    assert (None, 0, ()) == (
        shown.truth.exercise,
        sum(shown.truth.reps.values()),
        shown.truth.holds,
    )
    assert any(frame.points for frame in shown.frames)


def test_at_rest_nothing_moves() -> None:
    """A course of rest stays where it is for as long as it was asked to."""
    assert (2.0, 0.3, 0.3) == (
        still(0.3, 2.0).lasts_s,
        still(0.3, 2.0).at(0.0),
        still(0.3, 2.0).at(9),
    )
