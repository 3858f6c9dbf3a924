"""The coach over whole performances: naming, forking, losing and finding again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.catalogue import EXERCISES, WATCHES

from unkink.core.body import Frame
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import RepCounted, SightLost, SightRegained
from unkink.core.coach.judging import NotJudgedError, judge
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.coach.coach import State
    from unkink.core.coach.events import Event

BRIDGE = list(simulate(EXERCISES["bridge"], Performance(reps=3)))
WATCH = WATCHES["bridge"]


def gone_on(state: State, frames: Iterable[Frame]) -> tuple[State, list[Event]]:
    """Step through frames from a state."""
    events: list[Event] = []
    for frame in frames:
        state, new = step(state, frame)
        events.extend(new)
    return state, events


@pytest.mark.parametrize("name", ["bridge", "cobra", "superman", "knee_to_chest", "spinal_twist"])
def test_what_is_not_told_is_recognised(name: str) -> None:
    """Whoever does an exercise of ours without saying which gets its repetitions all the same."""
    frames = simulate(EXERCISES[name], Performance(reps=3))

    assert name == judge(frames, EXERCISES, expected=None, known=WATCHES).account.exercise


@pytest.mark.parametrize("name", [e.id for e in EXERCISES.values() if e.everyday])
def test_marching_and_walking_are_not_guessed(name: str) -> None:
    """Whoever walks through the picture is not told that they exercised."""
    frames = simulate(EXERCISES[name], Performance(reps=6))

    assert judge(frames, EXERCISES, expected=None, known=WATCHES).account.exercise is None


def test_resting_is_none_of_ours() -> None:
    """Lying there is no exercise."""
    rest = simulate(EXERCISES["bridge"], Performance(reps=1, range_fraction=0.0, ready_s=20.0))

    assert judge(rest, EXERCISES, expected=None, known=WATCHES).account.exercise is None


def test_an_old_state_stays_true() -> None:
    """A session can be gone on from any moment, as often as one likes, with the same outcome."""
    state, _ = gone_on(begin([WATCH]), BRIDGE[:80])
    first, second = gone_on(state, BRIDGE[80:]), gone_on(state, BRIDGE[80:])

    assert first == second


def test_a_frame_that_comes_late_changes_nothing() -> None:
    """A jittered clock may send a frame twice or out of order."""
    state, _ = gone_on(begin([WATCH]), BRIDGE[:50])

    assert (state, ()) == step(state, BRIDGE[30])


def test_whoever_leaves_the_picture_is_told_once_and_found_again() -> None:
    """Fetching a glass of water costs nothing that was counted, and nothing is made up."""
    away = [Frame(t_s=frame.t_s, points=()) for frame in BRIDGE[100:150]]
    _, events = gone_on(begin([WATCH]), [*BRIDGE[:100], *away, *BRIDGE[150:]])

    assert ["nobody"] == [event.reason for event in events if isinstance(event, SightLost)]
    assert 1 == sum(isinstance(event, SightRegained) for event in events)


def test_dropped_frames_lose_no_repetition() -> None:
    """Every third frame missing is what a busy computer does."""
    frames = [frame for i, frame in enumerate(BRIDGE) if i % 3]
    state, events = gone_on(begin([WATCH]), frames)

    assert 3 == sum(isinstance(event, RepCounted) for event in [*events, *end(state)[1]])


def test_what_missing_frames_hide_is_no_repetition() -> None:
    """Up before four seconds without a picture and down after them: nobody saw what was between."""
    state, events = gone_on(begin([WATCH]), [*BRIDGE[:30], *BRIDGE[70:]])
    told = [*events, *end(state)[1]]

    assert ["gap"] == [event.reason for event in told if isinstance(event, SightLost)]
    assert 1 == sum(isinstance(event, SightRegained) for event in told)
    assert 2 == sum(isinstance(event, RepCounted) for event in told)


@pytest.mark.parametrize(("right", "down"), [(2.0, 0.0), (-2.0, 0.0), (0.0, 0.62)])
def test_whoever_is_cut_by_the_edge_is_told_so(right: float, down: float) -> None:
    """A model guesses on beyond the picture, and is sure of it; the coach isn't."""
    cut = [
        replace(f, points=tuple(p and replace(p, x=p.x + right, y=p.y + down) for p in f.points))
        for f in BRIDGE
    ]
    _, events = gone_on(begin([WATCH]), cut)

    assert ["out_of_picture"] == [e.reason for e in events if isinstance(e, SightLost)]
    assert [] == [event for event in events if isinstance(event, RepCounted)]


def test_a_pose_held_as_the_recording_ends_counts() -> None:
    """A recording that stops at the top loses nobody a repetition."""
    state, events = gone_on(begin([WATCH]), BRIDGE[:70])
    told = [event for event in [*events, *end(state)[1]] if isinstance(event, RepCounted)]

    assert [True] == [rep.still_held for rep in told]


def test_what_is_not_there_is_refused() -> None:
    """An unknown exercise or an empty recording gets a reason, not a zero."""
    with pytest.raises(NotJudgedError, match="no exercise 'bridg'"):
        judge(BRIDGE, EXERCISES, expected="bridg")
    with pytest.raises(NotJudgedError, match="no frame"):
        judge([], EXERCISES, expected="bridge")


def test_half_seen_is_not_a_failed_second() -> None:
    """Time that can't be judged lowers the share that was judged, and nothing else."""
    blank = [replace(frame, points=()) for frame in BRIDGE[len(BRIDGE) // 2 :]]
    account = judge(
        [*BRIDGE[: len(BRIDGE) // 2], *blank], EXERCISES, expected="bridge", known=WATCHES
    ).account

    assert 0.5 == pytest.approx(account.judged_fraction, abs=0.05)
    assert () == account.faults
