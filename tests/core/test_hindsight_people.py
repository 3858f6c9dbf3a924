"""Looked back on: people who turn to one side, get up, tremble, or do something else."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.coach.astray import on_the_paths
from unkink.core.coach.excursions import Line, excursions, line, up_span, usual_reach
from unkink.core.coach.hindsight import grounded
from unkink.core.coach.holding import holds
from unkink.core.coach.judging import judge
from unkink.core.coach.live import Live, Subject, take, watch
from unkink.core.coach.looking_back import Watched
from unkink.core.coach.own_paths import own_paths
from unkink.core.coach.paths import SPREADS, paths
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Motion, eased
from unkink.core.simulation.camera import Camera
from unkink.core.simulation.simulate import Performance, simulate

TOLD = ("bridge", "chair_twist", "superman")
PER_S = 10.0
BRIDGE = Subject(0, "bridge", "main")


def way(*pieces: tuple[float, float]) -> list[float]:
    """Go in so many seconds to each place, slowly begun and ended, from 0 on."""
    values, now = [], 0.0
    for lasts_s, to in pieces:
        count = round(lasts_s * PER_S)
        values += [now + (to - now) * eased(k / count) for k in range(count)]
        now = to
    return values


def drawn(values: list[float]) -> Line:
    """Draw a line of them."""
    return line([i / PER_S for i in range(len(values))], values)


def trembling(values: list[float], amount: float, seed: int) -> list[float]:
    """Let a model err by so much, for a third of a second at a time and from moment to moment."""
    chance = random.Random(seed)  # noqa: S311 - the same trembling in every run
    off, found = 0.0, []
    for value in values:
        off = 0.74 * off + chance.gauss(0.0, 0.67 * amount)
        found.append(value + off + chance.gauss(0.0, 0.5 * amount))
    return found


def test_a_hold_that_trembles_by_a_seventh_of_its_reach_is_one_hold() -> None:
    """A stiff seated turn hardly stands out of the joints' trembling: still it is one hold."""
    found = []
    for seed in range(20):
        values = way((3.0, 0.0), (4.0, 1.0), (4.0, 1.0), (3.0, 0.0), (3.0, 0.0))
        each = drawn(trembling(values, 0.14, seed))
        there = max(excursions(each, usual_reach([1.0])), key=lambda one: one.reach)
        found.append(len(holds(each, there)))

    assert [1] * 20 == found


def test_a_hold_that_was_left_for_a_while_is_two() -> None:
    """Half way down for two seconds is no wobble."""
    values = way((2.0, 0.0), (2.0, 1.0), (4.0, 1.0), (1.0, 0.5), (1.0, 0.5), (1.0, 1.0), (4.0, 1.0))
    each = drawn([*values, *reversed(way((2.0, 0.0), (2.0, 1.0)))])
    (there,) = excursions(each, usual_reach([1.0]))

    assert 2 == len(holds(each, there))


def test_lying_down_before_and_sitting_up_after_cost_no_repetition() -> None:
    """What lies far below the rest is a way to the mat: three bridges are three."""
    three = ((2.0, 0.6), (3.0, 0.6), (2.0, 0.0), (3.0, 0.0)) * 3
    values = way((0.1, -0.9), (1.5, 0.0), (2.0, 0.0), *three, (1.5, -1.4))
    (each,) = grounded([drawn(values)])

    assert 3 == sum(e.came_back for e in excursions(each, usual_reach([0.6])))


@pytest.mark.parametrize("side", ["left", "right"])
def test_who_turns_to_one_side_only_turned_to_no_other(side: str) -> None:
    """One side hurts: nothing is counted for it."""
    movement = EXERCISES["chair_twist"]
    cycle_s = sum(stage.move_s + stage.pause_s for stage in movement.movements["main"].cycle) + 3.0
    frames = list(simulate(movement, Performance(reps=4, range_fraction=0.7)))
    parts = [0.0 if side == "left" else cycle_s, *(2.0 + k * 2 * cycle_s for k in range(4))]
    if side == "right":
        parts = [0.0, *(2.0 + (2 * k + 1) * cycle_s for k in range(4))]
    kept = [f for f in frames if f.t_s < 2.0]
    for start_s in parts[1:]:
        at_s = kept[-1].t_s + 1.0 / PER_S
        turned = [f for f in frames if start_s <= f.t_s < start_s + cycle_s]
        kept += [type(f)(at_s + f.t_s - start_s, f.points, f.width) for f in turned]
    account = judge(kept, EXERCISES, expected="chair_twist", known=WATCHES).account

    assert {"left": 4 * (side == "left"), "right": 4 * (side == "right"), "both": 0} == account.reps


@pytest.mark.parametrize(("done", "told"), [("cobra", "superman"), ("spinal_twist", "bridge")])
def test_another_exercise_than_was_told_counts_nothing(done: str, told: str) -> None:
    """The joints went elsewhere than the exercise takes them: no repetition of it."""
    frames = simulate(EXERCISES[done], Performance(reps=3))

    assert 0 == sum(judge(frames, EXERCISES, expected=told, known=WATCHES).account.reps.values())


def test_a_body_that_is_elsewhere_for_a_while_was_not_exercising_then() -> None:
    """Sitting up in between parts the recording; a slip of the model doesn't."""
    times_s = [i / PER_S for i in range(200)]
    off = {*range(80, 100), *range(150, 153)}
    rests = [[0.3 if i in off else 0.01] * len(SPREADS) for i in range(200)]

    assert [slice(0, 80), slice(100, 200)] == on_the_paths(times_s, rests, [1.0] * len(SPREADS))


def test_a_person_s_own_paths_are_learned_and_what_trembles_counts_less() -> None:
    """Built otherwise, with one joint that the model reads badly: a recording shows both."""
    chance = random.Random(3)  # noqa: S311 - the same person in every run
    file = [chance.gauss(0.0, 0.05) for _ in SPREADS]
    true = [value + chance.gauss(0.0, 0.02) for value in file]
    ways = way(*((2.0, 0.6), (2.0, 0.6), (2.0, 0.0), (2.0, 0.0)) * 3)
    errs = [0.05 if k < 3 else 0.005 for k in range(len(SPREADS))]
    rows = [
        [along * move + chance.gauss(0.0, err) for move, err in zip(true, errs, strict=True)]
        for along in ways
    ]
    weights = [1.0 / spread**2 for spread in SPREADS]
    times_s = [i / PER_S for i in range(len(ways))]
    own = own_paths(times_s, rows, [file], weights, [(each,) for each in ways])

    assert own is not None
    off = sum(abs(a - b) for a, b in zip(level(own.moves[0]), level(true), strict=True))
    was = sum(abs(a - b) for a, b in zip(level(file), level(true), strict=True))
    assert off < 0.5 * was
    assert own.weights[0] < 0.05 * own.weights[3]


def level(move: list[float]) -> list[float]:
    """Take off where the body as a whole goes, the badly read first joint left out."""
    middles = [sum(move[k + 3 :: 3]) / len(move[k + 3 :: 3]) for k in range(3)]
    return [value - middles[k % 3] for k, value in enumerate(move)][3:]


def test_looking_along_a_body_shows_little_of_its_way() -> None:
    """From the feet a cobra hardly moves: a path is no longer for being seen end-on."""
    cameras = [Camera(yaw_deg=yaw, elevation_deg=up) for yaw, up in VIEWS_DEG]
    motion = Motion.of(EXERCISES["cobra"].movements["main"], "left")
    for path in paths(motion.at(0.0), motion.at(1.0), cameras):
        far = max(abs(a - b) for a, b in zip(path.start, path.end, strict=True))

        assert far < 1.0


def test_nothing_is_smoothed_that_does_not_tremble() -> None:
    """A quick repetition keeps its height; one that trembles is calmed."""
    quick = way(*((0.5, 1.0), (0.5, 0.0)) * 8)
    calm = drawn(trembling(way(*((3.0, 1.0), (3.0, 0.0)) * 3), 0.1, 1))

    assert 0.8 < max(drawn(quick).quiet)
    assert 0.15 > max(abs(b - a) for a, b in pairwise(calm.quiet))


def test_up_is_from_half_of_the_way_to_half_of_the_way_back() -> None:
    """Two seconds up, four held, two down: up for six."""
    each = drawn(way((2.0, 0.0), (2.0, 1.0), (4.0, 1.0), (2.0, 0.0), (2.0, 0.0)))
    (there,) = excursions(each, usual_reach([1.0]))

    assert pytest.approx((3.0, 9.0), abs=0.11) == up_span(each, there)


@pytest.mark.parametrize("per_s", [3.0, 8.0, 15.0])
def test_what_was_counted_stays_counted_wherever_an_exercise_began_and_ended(per_s: float) -> None:
    """Met four fifths up, broken off on the way down: the look back takes no bridge away."""
    how = Performance(reps=3, range_fraction=0.8, frames_per_s=60.0)
    frames = list(simulate(EXERCISES["bridge"], how))
    chance = random.Random(1)  # noqa: S311 - the same moments in every run
    for start_s in (3.0, 3.8, 3.9, 4.0, 6.0, 8.0):
        done = Watched()
        live = watch(Live(), BRIDGE, "move", WATCHES["bridge"]).live
        t_s, end_s = start_s, chance.uniform(18.0, 20.5)
        while t_s < end_s:
            frame = frames[round(t_s * 60.0)]
            taken = take(live, frame)
            live = taken.live
            done.see(live, frame, taken.events)
            t_s += chance.uniform(0.7, 1.3) / per_s
        found = done.look_back(BRIDGE)

        assert found is not None
        counted, stays = found.counted
        assert counted.get("both", 0) <= stays.get("both", 0)
