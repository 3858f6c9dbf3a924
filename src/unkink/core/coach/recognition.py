"""Which exercise is it? The one whose looks are nearest while something is being done, or none."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.posture import Fit

SURE: Final = 1.0
"""
A body is taken for an exercise within one spread of its looks on the mean. [D] A spread is how far
a right posture may seem off; further than that, something else is the better guess.
"""
LASTS_S: Final = 2.0
"""Over how long the likeness is judged. [D]"""
ENOUGH_S: Final = 2.0
"""And it must have been so for this long: getting down to the floor passes many looks. [D]"""
REACHED: Final = 0.25
"""The nearest look must have left the start, or nothing of the exercise was seen. [D]"""


class Likeness(NamedTuple):
    """How like one exercise a body was, of late, while it was doing anything."""

    distance: float | None = None
    reached: float = 0.0
    """How far along its way the nearest look was."""
    sure_s: float = 0.0
    """For how long it was near enough, with everything that led up to now."""


def liken(before: Likeness, fits: Sequence[Fit | None], *, gap_s: float) -> Likeness:
    """Take one more look at the posture."""
    known = [fit for fit in fits if fit is not None]
    if not known:
        return before
    nearest = min(known, key=lambda fit: fit.distance)
    share = 1.0 - math.exp(-gap_s / LASTS_S)
    sure_s = before.sure_s + (gap_s if nearest.distance < SURE else -gap_s)
    if before.distance is None:
        return Likeness(nearest.distance, nearest.step, max(0.0, sure_s))
    return Likeness(
        before.distance + share * (nearest.distance - before.distance),
        max(nearest.step, before.reached * math.exp(-gap_s / (3.0 * LASTS_S))),
        min(2.0 * ENOUGH_S, max(0.0, sure_s)),
    )


def recognise(likenesses: Sequence[Likeness], did: Sequence[bool]) -> int | None:
    """Give the place of the exercise that is being done, or None; *did* says who has done some."""
    best: int | None = None
    least = SURE
    for i, likeness in enumerate(likenesses):
        if likeness.distance is not None and likeness.distance < least:
            best, least = i, likeness.distance
    if best is None or not did[best]:
        return None
    like = likenesses[best]
    return best if like.reached >= REACHED and like.sure_s >= ENOUGH_S else None
