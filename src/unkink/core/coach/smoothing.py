"""Smoothing of one number over time, at any frame rate: a median against spikes, then a lag."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

LAG_S: Final = 0.07
"""The lag's time constant: short beside the fastest repetition we promise, one a second. [D]"""
MOST_LAG_S: Final = 0.35
"""A trembling number is smoothed for longer, up to this: still shorter than a move. [D]"""
QUIET: Final = 0.015
"""A way that trembles by this much asks for twice the lag. [D]"""
NOISE_S: Final = 3.0
"""Over how long the trembling is judged. [D]"""
FORGET_S: Final = 0.6
"""After a longer gap the past says nothing about now. [D]"""


ZIGZAG: Final = 3.77
"""
What a zigzag of four values is multiplied by to be as large, on the mean, as one value's own spread
when nothing moves: worked out for Gaussian noise. [C]
"""


class Smooth(NamedTuple):
    """A number on its way: its last three raw values, what it is now, and how it trembles."""

    raw: tuple[float, float, float] | None = None
    value: float = 0.0
    noise: float = 0.0
    t_s: float = 0.0
    at_s: float = 0.0
    """When the raw values were what `value` is: behind `t_s`, and never before an earlier one."""


def smooth(before: Smooth, t_s: float, raw: float) -> Smooth:
    """Take one more raw value."""
    gap_s = t_s - before.t_s
    if before.raw is None or gap_s > FORGET_S:
        return Smooth((raw, raw, raw), raw, before.noise, t_s, t_s)
    oldest, a, b = before.raw
    middle = max(min(a, b), min(max(a, b), raw))
    lag_s = min(MOST_LAG_S, LAG_S * (1.0 + before.noise / QUIET))
    share = 1.0 - math.exp(-gap_s / lag_s)
    value = before.value + share * (middle - before.value)
    wobble = ZIGZAG * _zigzag(a - oldest, b - a, raw - b)
    noise = before.noise + min(1.0, gap_s / NOISE_S) * (wobble - before.noise)
    at_s = max(before.at_s, t_s - gap_s - lag_s)
    return Smooth((a, b, raw), value, noise, t_s, at_s)


def _zigzag(first: float, then: float, last: float) -> float:
    """
    Give how far a number goes to, fro and to again from frame to frame: trembling does.

    A body does so only if it repeats within three frames. How sharply it turns would not do: the
    fewer frames, the sharper every real turn.
    """
    if first * then < 0.0 and then * last < 0.0:
        return min(abs(first), abs(then), abs(last))
    return 0.0
