"""
Every file of the catalogue closes the circle: its own figure, done before a camera, is coached.

This proves that file, figure and coach agree; whether they are true, recordings of people must say.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Joint
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import CueGiven, HoldEnded, RepCounted, SightLost
from unkink.core.simulation.camera import asked_camera
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.body import Frame
    from unkink.core.coach.events import Event
    from unkink.core.coach.watch import Watch
    from unkink.core.definition.exercise import Exercise

COACHED = [e for e in EXERCISES.values() if not e.everyday]
TOLD = [e for e in COACHED if WATCHES[e.id].can_tell]
TIMED = [e for e in COACHED if not WATCHES[e.id].can_tell]
REPS = 3
BRISK_REPS = 8
HOLD_S = 3.0
_CHANCE = random.Random(7)  # noqa: S311 - the same trembling in every run
TREMBLE = tuple(_CHANCE.gauss(0.0, 0.003) for _ in range(9973))
"""About what a model's landmarks tremble by, in picture heights."""

every_told = pytest.mark.parametrize("exercise", TOLD, ids=lambda e: e.id)
every_fault = pytest.mark.parametrize(
    ("exercise", "fault"),
    [
        pytest.param(exercise, fault.id, id=f"{exercise.id}-{fault.id}")
        for exercise in TOLD
        for fault in exercise.movements["main"].faults
    ],
)
every_timed = pytest.mark.parametrize("exercise", TIMED, ids=lambda e: e.id)


def coached(watch: Watch, frames: Iterable[Frame]) -> list[Event]:
    """Let the coach watch to the end."""
    state = begin([watch])
    events: list[Event] = []
    for frame in frames:
        state, new = step(state, frame)
        events.extend(new)
    return [*events, *end(state)[1]]


def done(exercise: Exercise, **how: object) -> list[Event]:
    """Do an exercise three times (a side), with a model's trembling, and be coached."""
    performance = replace(Performance(reps=REPS, hold_s=HOLD_S, noise=TREMBLE), **how)  # type: ignore[arg-type]
    return coached(WATCHES[exercise.id], simulate(exercise, performance))


def counted(events: list[Event]) -> dict[str, int]:
    """Count the repetitions of each side that did any."""
    sides = [event.side for event in events if isinstance(event, RepCounted)]
    return {side: sides.count(side) for side in dict.fromkeys(sides)}


def dose(exercise: Exercise, reps: int = REPS) -> dict[str, int]:
    """Give the repetitions of each side that should be counted."""
    if exercise.movements["main"].sides == "both":
        return {"both": reps}
    return {"left": reps, "right": reps}


def brisk(exercise: Exercise, frames_per_s: float) -> Iterable[Frame]:
    """Do an exercise in a second there and back, with no hold, resting only before and after."""
    cycle = exercise.movements["main"].cycle
    takes_s = sum(stage.move_s + stage.pause_s for stage in cycle)
    how = Performance(
        reps=BRISK_REPS, hold_s=0.0, tempo=takes_s, noise=TREMBLE, frames_per_s=frames_per_s
    )
    return simulate(exercise, how)


def uneven(frames: Iterable[Frame]) -> Iterable[Frame]:
    """Lose three frames in ten by chance, and let the clock be off by up to 20 ms."""
    chance = random.Random(11)  # noqa: S311 - the same losses in every run
    for frame in frames:
        if chance.random() >= 0.3:
            yield replace(frame, t_s=frame.t_s + chance.uniform(-0.02, 0.02))


@every_told
def test_performed_exactly_it_earns_its_dose_in_silence(exercise: Exercise) -> None:
    """Whoever follows the file to the letter gets every repetition and no correction."""
    events = done(exercise)

    assert dose(exercise) == counted(events)
    assert [] == [event for event in events if isinstance(event, (CueGiven, SightLost))]


@every_told
def test_time_held_is_told(exercise: Exercise) -> None:
    """Each repetition's hold lasts what was held, and the slow beginning and end near its peak."""
    stages = exercise.movements["main"].cycle
    if not any(stage.holds for stage in stages):
        pytest.skip("nothing is held in this exercise")
    move_s = max(stage.move_s for stage in stages)
    holds = [event for event in done(exercise) if isinstance(event, HoldEnded)]
    held = [hold.end_s - hold.start_s for hold in holds]

    assert sum(dose(exercise).values()) == len(held)
    assert HOLD_S - 0.5 <= min(held)
    assert max(held) <= HOLD_S + 0.7 * 2 * move_s


@every_told
def test_a_stiff_person_is_counted_like_any_other(exercise: Exercise) -> None:
    """Whoever reaches 40 % of the way gets every repetition too: the range is their own."""
    assert dose(exercise) == counted(done(exercise, range_fraction=0.4))


@every_told
def test_fidgeting_is_no_repetition(exercise: Exercise) -> None:
    """Moving by a twentieth of the way counts for nothing."""
    assert {} == counted(done(exercise, range_fraction=0.05))


@every_told
def test_mirrored_the_sides_swap(exercise: Exercise) -> None:
    """A selfie camera shows left as right, and that is what is told."""
    camera = asked_camera(exercise.movements["main"])
    plain = [e.side for e in done(exercise) if isinstance(e, RepCounted)]
    other = done(exercise, camera=replace(camera, mirrored=True))
    swapped = {"left": "right", "right": "left", "both": "both"}

    assert [swapped[side] for side in plain] == [
        event.side for event in other if isinstance(event, RepCounted)
    ]


@every_told
def test_with_joints_hidden_nothing_is_counted_and_it_says_so(exercise: Exercise) -> None:
    """What can't be seen is never made up, and never a failure: the coach says it can't see."""
    hidden = frozenset(joint for joint in Joint if joint >= Joint.LEFT_HIP)
    events = done(exercise, hidden=hidden)

    assert {} == counted(events)
    assert ["joints_hidden"] == [e.reason for e in events if isinstance(e, SightLost)]


@every_told
@pytest.mark.parametrize("frames_per_s", [8.0, 30.0])
def test_slow_and_fast_cameras_count_the_same(exercise: Exercise, frames_per_s: float) -> None:
    """A poor laptop and a good phone see the same repetitions."""
    assert dose(exercise) == counted(done(exercise, frames_per_s=frames_per_s))


@every_told
@pytest.mark.parametrize("frames_per_s", [8.0, 10.0])
def test_one_repetition_a_second_is_counted(exercise: Exercise, frames_per_s: float) -> None:
    """Somebody brisk is counted by a slow camera too: there and back within a second."""
    events = coached(WATCHES[exercise.id], brisk(exercise, frames_per_s))

    assert dose(exercise, BRISK_REPS) == counted(events)


@every_told
def test_a_slow_uneven_camera_that_loses_frames_counts_the_same(exercise: Exercise) -> None:
    """Ten frames a second of which three in ten are lost, told by a clock that jitters."""
    performance = Performance(reps=REPS, hold_s=HOLD_S, noise=TREMBLE)
    events = coached(WATCHES[exercise.id], uneven(simulate(exercise, performance)))

    assert dose(exercise) == counted(events)


@every_fault
def test_each_fault_is_heard_and_only_that_one(exercise: Exercise, fault: str) -> None:
    """Whoever makes one mistake hears about that one, and about nothing else."""
    assert {fault} == {e.fault for e in done(exercise, fault=fault) if isinstance(e, CueGiven)}


@every_told
def test_a_stiff_person_is_not_corrected_for_being_stiff(exercise: Exercise) -> None:
    """Going less far is no fault: nobody is told to force it."""
    events = done(exercise, range_fraction=0.4)

    assert [] == [event.fault for event in events if isinstance(event, CueGiven)]


@every_timed
def test_what_a_camera_cannot_tell_is_only_timed(exercise: Exercise) -> None:
    """Where one camera can't judge, the file says so in words and the coach counts nothing."""
    events = done(exercise)

    assert exercise.movements["main"].unseen
    assert ["view"] == [event.reason for event in events if isinstance(event, SightLost)]
    assert {} == counted(events)
