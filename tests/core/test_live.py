"""The coach in a session, as the player tells it what is on."""

from __future__ import annotations

import math
import random
from functools import cache
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Frame
from unkink.core.coach import live
from unkink.core.coach.events import RepCounted
from unkink.core.coach.live import Glance, Live, Subject
from unkink.core.simulation.camera import Camera, asked_camera
from unkink.core.simulation.simulate import Performance, simulate, spans

if TYPE_CHECKING:
    from collections.abc import Iterable


BRIDGE = Subject(0, "bridge", "main")


@cache
def _frames(exercise: str, reps: int = 3) -> tuple[Frame, ...]:
    return tuple(simulate(EXERCISES[exercise], Performance(reps=reps)))


def _take_all(state: Live, frames: Iterable[Frame]) -> tuple[Live, int, list[Glance]]:
    reps, glances = 0, []
    for frame in frames:
        state, events, glance = live.take(state, frame)
        reps += sum(isinstance(event, RepCounted) for event in events)
        glances.append(glance)
    return state, reps, glances


def test_a_repetition_that_outlasts_its_segment_counts() -> None:
    """The schedule goes on to the rest while the last repetition comes down: it was done."""
    state = live.watch(Live(), BRIDGE, "move", WATCHES["bridge"]).live
    frames = _frames("bridge")
    state, before, _ = _take_all(state, frames[:-60])
    state = live.watch(state, BRIDGE, "rest", WATCHES["bridge"]).live
    state, after, _ = _take_all(state, frames[-60:])

    assert (2, 1) == (before, after)


def test_time_counts_as_judged_only_in_the_exercise_itself() -> None:
    """Getting ready and resting are watched, but are not what the record asks about."""
    frames = _frames("bridge")
    for part, expected_s in (("get_ready", 0.0), ("hold", frames[-1].t_s)):
        state = live.watch(Live(), BRIDGE, part, WATCHES["bridge"]).live  # type: ignore[arg-type] # both are parts
        state, _, _ = _take_all(state, frames)
        assert pytest.approx(expected_s, abs=1.5) == state.judged_s


def test_the_next_exercise_begins_afresh() -> None:
    """What was counted belongs to its own item; the same exercise again is another item."""
    state = live.watch(Live(), BRIDGE, "move", WATCHES["bridge"]).live
    state, _, glances = _take_all(state, _frames("bridge"))
    again = live.watch(state, Subject(1, "bridge", "main"), "move", WATCHES["bridge"]).live
    later = (Frame(each.t_s + 100.0, each.points) for each in _frames("bridge")[:20])
    _, _, fresh = _take_all(again, later)

    assert (3, 0) == (glances[-1].reps, fresh[-1].reps)


@pytest.mark.parametrize("exercise", ["bridge", "knee_to_chest", "spinal_twist", "superman"])
@pytest.mark.parametrize("gaps", [(1, 7, 2, 9), (3, 11, 5), (13, 2, 17, 1, 6), (19, 4), (8, 1, 12)])
def test_dropped_pictures_never_turn_the_hold_clock_back(
    exercise: str, gaps: tuple[int, ...]
) -> None:
    """A busy machine skips many pictures in a row: the clock stands, it never shows less than 0."""
    frames, at, kept = _frames(exercise), 0, []
    for gap in cycle(gaps):
        if at >= len(frames):
            break
        kept.append(frames[at])
        at += gap
    state = live.watch(Live(), Subject(0, exercise, "main"), "move", WATCHES[exercise]).live
    _, _, glances = _take_all(state, kept)

    assert [] == [glance.held_s for glance in glances if glance.held_s < 0.0]


COACHED = [
    name
    for name, each in EXERCISES.items()
    if each.kind not in {"warm_up", "walk"} and WATCHES[name].can_tell
]
LATE_S = 1.0
"""The hold clock runs at the latest so long after the position was reached."""


@cache
def _stiff(exercise: str, turned_deg: float) -> tuple[Frame, ...]:
    found = EXERCISES[exercise]
    asked = asked_camera(found.movements["main"])
    camera = Camera(yaw_deg=asked.yaw_deg + turned_deg, elevation_deg=20.0)
    chance = random.Random(3)  # noqa: S311 - the same trembling in every run
    noise = tuple(chance.gauss(0.0, 0.003 * (4.0 if k % 3 == 2 else 1.0)) for k in range(6999))
    how = Performance(reps=2, range_fraction=0.4, camera=camera, noise=noise)
    return tuple(simulate(found, how))


@pytest.mark.parametrize("turned_deg", [0.0, 45.0, 180.0])
@pytest.mark.parametrize("exercise", COACHED)
def test_a_stiff_body_is_counted_as_it_goes(exercise: str, turned_deg: float) -> None:
    """Two fifths of the way, from aside and from behind, under a trembling model: all counted."""
    state = live.watch(Live(), Subject(0, exercise, "main"), "move", WATCHES[exercise]).live
    _, reps, _ = _take_all(state, _stiff(exercise, turned_deg))
    sides = 1 if EXERCISES[exercise].movements["main"].sides == "both" else 2

    assert 2 * sides == reps


@pytest.mark.parametrize("exercise", COACHED)
def test_the_hold_clock_starts_soon(exercise: str) -> None:
    """Whoever has got there sees the clock run within a second."""
    movement = EXERCISES[exercise].movements["main"]
    if not any(stage.holds for stage in movement.cycle):
        pytest.skip("nothing is held in this exercise")
    state = live.watch(Live(), Subject(0, exercise, "main"), "move", WATCHES[exercise]).live
    frames = _stiff(exercise, 0.0)
    _, _, glances = _take_all(state, frames)
    how = Performance(reps=2, range_fraction=0.4)
    at_s, late = 0.0, []
    for span in spans(movement, how):
        if span.from_ == span.to and 0.0 < span.to < len(movement.cycle):
            running = [f.t_s for f, g in zip(frames, glances, strict=True) if g.held_s > 0.0]
            late.append(min((t_s for t_s in running if t_s >= at_s), default=math.inf) - at_s)
        at_s += span.lasts_s

    assert [] == [each for each in late if each > LATE_S]
