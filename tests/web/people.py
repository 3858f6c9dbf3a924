"""Simulated people, as the pose model's landmarks: what a page would send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unkink.core.coach.judging import judge
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks.blazepose import landmarks
from unkink.web.live_wire import Person

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise

ASPECT = 16 / 9
Landmarks = Sequence[tuple[int, tuple[Person, ...]]]
"""Milliseconds, and who is in the picture."""


def performed(exercise: Exercise, *, reps: int, hold_s: float) -> Landmarks:
    """Do an exercise before a camera that stands where its file asks for it."""
    frames = simulate(exercise, Performance(reps=reps, hold_s=hold_s))
    return [(round(frame.t_s * 1000), (landmarks(frame, aspect=ASPECT),)) for frame in frames]


def holds_ms(exercise: Exercise, *, reps: int, hold_s: float) -> list[tuple[int, int]]:
    """Give the holds that the coach finds when the same is recorded and judged afterwards."""
    frames = simulate(exercise, Performance(reps=reps, hold_s=hold_s))
    account = judge(frames, {exercise.id: exercise}, expected=exercise.id).account
    return [(round(held.start_s * 1000), round(held.end_s * 1000)) for held in account.holds]
