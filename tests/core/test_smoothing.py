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


def test_time_never_goes_back_after_lost_frames() -> None:
    """A gap makes the smoothed number older, but never older than it was before."""
    now, last_s = Smooth(), 0.0
    for t_s in (0.0, 0.1, 0.2, 0.3, 0.8, 0.9, 1.4, 1.5, 1.55, 2.1):
        now = smooth(now, t_s, math.sin(t_s))

        assert last_s <= now.at_s <= t_s
        last_s = now.at_s
