"""What a demonstration shows: where it rests, where it goes to, how often, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from unkink.core.coach.plausibility import Eye, look
from unkink.core.coach.shape import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from unkink.core.body import Frame

    Numbers = NDArray[np.float64]

REST_S: Final = 0.5
"""A demonstration begins at rest: so much of it says where that is. [D]"""
ENTERS, LEAVES = 0.6, 0.35
"""A repetition went out beyond the first share of the farthest and came back below the second."""
NEAR: Final = 0.9
"""A hold is the time within a tenth of the way from its peak: the record's definition."""
MOVES: Final = 1.0
"""A way of fewer spreads than this shows nothing; what the coach can tell it says itself. [D]"""
LINES: Final = 2
"""Left and right go on two: more would only add noise."""
SHORTEST_S: Final = 0.5
"""What lasts less is an error of the model, no repetition to learn from. [D]"""
FEWEST: Final = 10


class NothingShownError(Exception):
    """Nothing can be learnt, for the reason in the message."""


class Excursion(NamedTuple):
    """One repetition: from rest to its peak and back."""

    shape: Numbers
    """The body at its peak."""
    held_s: float
    out_s: float
    back_s: float | None
    """How long the way back took; None when the recording ended before."""


class Shown(NamedTuple):
    """What one demonstration showed."""

    rest: Numbers
    excursions: tuple[Excursion, ...]


def what_is_shown(frames: Sequence[Frame]) -> Shown:
    """Find the rest and the repetitions of one demonstration."""
    times, shapes = _shapes(frames)
    at_rest = times <= times[0] + REST_S
    rest = middle_of(shapes[at_rest])
    off = np.nan_to_num(shapes - rest)
    size = _size(off)
    full = np.quantile(size, 0.95)
    if full < MOVES:
        raise NothingShownError("nobody moves enough in it: begin at rest, go, and come back.")
    way = size / full
    excursions = tuple(_excursions(times, shapes, way))
    if not excursions:
        raise NothingShownError("no repetition is seen in it: begin at rest, go, and come back.")
    return Shown(rest, excursions)


def _shapes(frames: Sequence[Frame]) -> tuple[Numbers, Numbers]:
    """Give the shape of every moment that can be believed, smoothed over three."""
    eye, times, found = Eye(), [], []
    for frame in frames:
        seen = look(eye, frame)
        eye = seen.eye
        if seen.sight is not None:
            times.append(frame.t_s)
            found.append([np.nan if v is None else v for v in shape(seen.sight)])
    if len(found) < FEWEST:
        raise NothingShownError("nobody is seen in it for long enough.")
    raw = np.array(found, dtype=float)
    padded = np.concatenate([raw[:1], raw, raw[-1:]])
    three = np.stack([padded[:-2], padded[1:-1], padded[2:]])
    unseen = np.isnan(three).all(axis=0)
    smooth = middle_of(np.where(unseen, 0.0, three))
    return np.array(times), np.where(unseen, np.nan, smooth)


def middle_of(shapes: Numbers) -> Numbers:
    """Give the median of some shapes, unknown where none knows."""
    unseen = np.isnan(shapes).all(axis=0)
    found: Numbers = np.nanmedian(np.where(unseen, 0.0, shapes), axis=0)
    return np.where(unseen, np.nan, found)


def _size(off: Numbers) -> Numbers:
    """Give how far each moment is from rest, in spreads, along the lines where most happens."""
    _, _, axes = np.linalg.svd(off, full_matrices=False)
    size: Numbers = np.linalg.norm(off @ axes[:LINES].T, axis=1)
    return size


def _excursions(times: Numbers, shapes: Numbers, way: Numbers) -> list[Excursion]:
    found = []
    i = 0
    while i < len(way):
        if way[i] < ENTERS:
            i += 1
            continue
        end = i
        while end + 1 < len(way) and way[end + 1] >= LEAVES:
            end += 1
        if times[end] - times[i] >= SHORTEST_S:
            found.append(_excursion(times, shapes, way, i, end))
        i = end + 1
    return found


def _excursion(times: Numbers, shapes: Numbers, way: Numbers, i: int, end: int) -> Excursion:
    high = way[i : end + 1].max()
    near = [k for k in range(i, end + 1) if way[k] >= NEAR * high]
    before = i
    while before > 0 and way[before - 1] < way[before] and way[before] > 1.0 - NEAR:
        before -= 1
    after = near[-1]
    while after + 1 < len(way) and way[after] > LEAVES:
        after += 1
    came_back = way[after] <= LEAVES
    return Excursion(
        shape=middle_of(shapes[near]),
        held_s=float(times[near[-1]] - times[near[0]]),
        out_s=float(times[near[0]] - times[before]),
        back_s=float(times[after] - times[near[-1]]) if came_back else None,
    )
