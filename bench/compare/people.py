"""
Simulated people before a camera, and the truth about them.

Each does three repetitions (a side) with 3-second holds. What a pose model gets wrong is added with
fixed seeds, by our own assumption of its size: joints that tremble together over a third of a
second (0.4 % of the picture's height) and by themselves (0.3 %), that sit wrong all the time (1 %),
depth four times worse; twice a minute nobody for up to a second, twice a minute the legs exchanged
for up to half a second, twice a minute one joint somewhere else for up to a third of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unkink.batch.labels import Label, Span
from unkink.core.body import Frame, Joint, Point
from unkink.core.figure import eased
from unkink.core.simulation.camera import OTHER, Camera, asked_camera
from unkink.core.simulation.simulate import Performance, simulate, spans

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from unkink.core.body import Side
    from unkink.core.definition.exercise import Exercise

REPS, HOLD_S, READY_S, PER_S = 3, 3.0, 2.0, 10.0
RANGES = (0.3, 0.4, 0.6, 0.8, 1.0)
VIEWED_RANGE = 0.7
VIEWS: dict[str, tuple[float, float]] = {
    "where asked": (0.0, 10.0),
    "turned 30 degrees": (30.0, 10.0),
    "turned 60 degrees": (60.0, 10.0),
    "from the other side": (180.0, 10.0),
    "on the floor": (0.0, 2.0),
    "on a shelf": (0.0, 40.0),
}
"""How far round from where the file asks for it, and how high, in degrees."""
TOGETHER, ALONE, WRONG, DEPTH = 0.004, 0.003, 0.01, 4.0
TOGETHER_S = 0.33
A_MINUTE = 2.0
LEGS = tuple(Joint)[Joint.LEFT_HIP :]
NEAR = 0.9
"""A hold is the time within a tenth of the way from its peak."""


class Person(NamedTuple):
    """Somebody who does an exercise, seen by a model that errs; and the truth about them."""

    exercise: str
    frames: tuple[Frame, ...]
    label: Label


def person(exercise: Exercise, *, range_fraction: float, view: str, seed: int) -> Person:
    """Let somebody do it."""
    turned_deg, elevation_deg = VIEWS[view]
    asked = asked_camera(exercise.movements["main"])
    camera = Camera(yaw_deg=asked.yaw_deg + turned_deg, elevation_deg=elevation_deg)
    how = Performance(
        reps=REPS,
        hold_s=HOLD_S,
        ready_s=READY_S,
        range_fraction=range_fraction,
        frames_per_s=PER_S,
        camera=camera,
    )
    clean = tuple(simulate(exercise, how))
    frames = spoilt(clean, np.random.default_rng(seed))
    return Person(exercise.id, frames, truth(exercise, how))


def truth(exercise: Exercise, how: Performance) -> Label:
    """Say what was done: each hold from and to a tenth of the way off its peak."""
    movement = exercise.movements["main"]
    off = 1.0 - _share_at(NEAR)
    reps: dict[Side, int] = {"left": 0, "right": 0, "both": 0}
    holds: list[Span] = []
    at_s = 0.0
    laid = spans(movement, how)
    for before, span, after in zip(laid, laid[1:], laid[2:], strict=False):
        at_s += before.lasts_s
        if span.from_ == span.to and 0.0 < span.to < len(movement.cycle):
            start_s = at_s - off * before.lasts_s
            holds.append(Span(start_s, at_s + span.lasts_s + off * after.lasts_s, span.side))
            reps[span.side] += 1
    return Label(
        exercise.id, exercise.id, reps=sum(reps.values()), by_side=reps, holds=tuple(holds)
    )


def _share_at(way: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if eased(middle) < way else (low, middle)
    return low


def spoilt(frames: tuple[Frame, ...], dice: np.random.Generator) -> tuple[Frame, ...]:
    """Add what a pose model gets wrong."""
    count = len(frames)
    at = np.array([[(p.x, p.y, p.z) if p else (np.nan,) * 3 for p in f.points] for f in frames])
    errors = _trembling(count, dice)
    errors[..., 2] *= DEPTH
    at = at + errors
    gone = np.zeros(count, dtype=bool)
    for start, end in _bursts(count, 1.0, dice):
        gone[start:end] = True
    for start, end in _bursts(count, 0.5, dice):
        others = [OTHER[joint] for joint in LEGS]
        at[start:end, LEGS] = at[start:end, others]
    for start, end in _bursts(count, 0.33, dice):
        at[start:end, dice.integers(len(Joint))] += dice.normal(0.0, 0.15, 3)
    return tuple(
        Frame(t_s=frame.t_s, points=() if gone[i] else _points(at[i]))
        for i, frame in enumerate(frames)
    )


def _trembling(count: int, dice: np.random.Generator) -> NDArray[np.float64]:
    keeps = float(np.exp(-1.0 / (TOGETHER_S * PER_S)))
    shape = (len(Joint), 3)
    now = dice.normal(0.0, TOGETHER, shape)
    found = np.empty((count, *shape))
    for i in range(count):
        now = keeps * now + dice.normal(0.0, TOGETHER * np.sqrt(1.0 - keeps**2), shape)
        found[i] = now
    wrong = dice.normal(0.0, WRONG, shape)
    return found + dice.normal(0.0, ALONE, found.shape) + wrong


def _bursts(count: int, longest_s: float, dice: np.random.Generator) -> list[tuple[int, int]]:
    times = dice.poisson(A_MINUTE * count / PER_S / 60.0)
    starts = dice.integers(0, count, times)
    lasts = 1 + (dice.random(times) * longest_s * PER_S).astype(int)
    return [(int(a), int(a + n)) for a, n in zip(starts, lasts, strict=True)]


def _points(at: NDArray[np.float64]) -> tuple[Point | None, ...]:
    return tuple(
        None if np.isnan(x) else Point(float(x), float(y), float(z), 0.95) for x, y, z in at
    )
