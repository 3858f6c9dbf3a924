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
STEP_S: Final = 0.3
"""How far a number goes in so short a time tells, where a body is still, how it wobbles. [D]"""
STEADY: Final = 2.1
"""
What the lower third of those steps is multiplied by to be a spread: 1 / (0.43 * 1.1), for errors
that forget themselves over a third of a second. Bodies are still at least a third of the time. [C]
"""
MORE, LESS = 1.05, 1.0 / 1.1
"""By how much each step moves the estimate: twice as fast down as up, it comes to the third. [D]"""
LEAST: Final = 0.002
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
    wobble: float = 2.0 * LEAST
    """How much it goes to and fro while nothing moves, slowly as well."""
    mark: float = 0.0
    mark_s: float = -math.inf


def smooth(before: Smooth, t_s: float, raw: float) -> Smooth:
    """Take one more raw value."""
    gap_s = t_s - before.t_s
    if before.raw is None or gap_s > FORGET_S:
        return Smooth((raw, raw, raw), raw, before.noise, t_s, t_s, before.wobble, raw, t_s)
    oldest, a, b = before.raw
    middle = max(min(a, b), min(max(a, b), raw))
    lag_s = min(MOST_LAG_S, LAG_S * (1.0 + before.noise / QUIET))
    share = 1.0 - math.exp(-gap_s / lag_s)
    value = before.value + share * (middle - before.value)
    zigzag = ZIGZAG * _zigzag(a - oldest, b - a, raw - b)
    noise = before.noise + min(1.0, gap_s / NOISE_S) * (zigzag - before.noise)
    at_s = max(before.at_s, t_s - gap_s - lag_s)
    wobble, mark, mark_s = before.wobble, before.mark, before.mark_s
    if t_s - mark_s >= STEP_S:
        far = STEADY * abs(value - mark) > wobble
        wobble = wobble * MORE if far else max(wobble * LESS, LEAST)
        mark, mark_s = value, t_s
    return Smooth((a, b, raw), value, noise, t_s, at_s, wobble, mark, mark_s)


def _zigzag(first: float, then: float, last: float) -> float:
    """
    Give how far a number goes to, fro and to again from frame to frame: trembling does.

    A body does so only if it repeats within three frames. How sharply it turns would not do: the
    fewer frames, the sharper every real turn.
    """
    if first * then < 0.0 and then * last < 0.0:
        return min(abs(first), abs(then), abs(last))
    return 0.0
