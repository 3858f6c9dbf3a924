"""A number over time, at any frame rate."""

from __future__ import annotations

import math
import random

import pytest

from unkink.core.coach.smoothing import Smooth, smooth

SHAKE = 0.02


def smoothed(values: list[float], frames_per_s: float) -> Smooth:
    """Take them in, one frame after another."""
    now = Smooth()
    for i, value in enumerate(values):
        now = smooth(now, i / frames_per_s, value)
    return now


@pytest.mark.parametrize("frames_per_s", [8.0, 10.0, 15.0, 30.0])
def test_a_fast_move_is_no_trembling(frames_per_s: float) -> None:
    """There and back once a second is a move, however few frames show it."""
    values = [0.5 - 0.5 * math.cos(2 * math.pi * i / frames_per_s) for i in range(200)]

    assert 0.0 == smoothed(values, frames_per_s).noise


@pytest.mark.parametrize("frames_per_s", [8.0, 10.0, 15.0, 30.0])
def test_trembling_is_as_large_as_it_is(frames_per_s: float) -> None:
    """A still body's trembling is told to within its half, at any frame rate."""
    chance = random.Random(3)  # noqa: S311 - the same trembling in every run
    values = [chance.gauss(0.4, SHAKE) for _ in range(900)]

    assert SHAKE == pytest.approx(smoothed(values, frames_per_s).noise, rel=0.5)
