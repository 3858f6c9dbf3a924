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
ENOUGH_S: Final = 3.0
"""And it must have been so for this long: getting down to the floor passes many looks. [D]"""
REACHED: Final = 0.25
"""The nearest look must have left the start, or nothing of the exercise was seen. [D]"""

STRANGE: Final = 0.5
"""It is none of ours while a posture of none was nearer for half of that time. [D]"""


class Likeness(NamedTuple):
    """How like one exercise a body was, of late."""

    distance: float | None = None
    reached: float = 0.0
    """How far along its way the nearest look was."""
    sure_s: float = 0.0
    """For how long it was near enough, with everything that led up to now."""
    strange: float = 0.0
    """In what share of that time a posture of no exercise was nearer."""


def liken(before: Likeness, nearest: Fit, *, strange: bool, gap_s: float) -> Likeness:
    """Take one more look at the posture; *strange* when one of no exercise is nearer."""
    is_near = nearest.distance < SURE and not strange
    sure_s = min(2.0 * ENOUGH_S, max(0.0, before.sure_s + (gap_s if is_near else -gap_s)))
    if before.distance is None:
        return Likeness(nearest.distance, nearest.step, sure_s, float(strange))
    share = 1.0 - math.exp(-gap_s / LASTS_S)
    return Likeness(
        before.distance + share * (nearest.distance - before.distance),
        max(nearest.step, before.reached * math.exp(-gap_s / (3.0 * LASTS_S))),
        sure_s,
        before.strange + share * (strange - before.strange),
    )


def recognise(
    likenesses: Sequence[Likeness], did: Sequence[bool], *, enough_s: float = ENOUGH_S
) -> int | None:
    """Give the place of the exercise that is being done, or None; *did* says who has done some."""
    best = _likest(likenesses, SURE)
    if best is None or not did[best]:
        return None
    like = likenesses[best]
    return best if like.reached >= REACHED and like.sure_s >= enough_s else None


def _likest(likenesses: Sequence[Likeness], least: float) -> int | None:
    best: int | None = None
    for i, likeness in enumerate(likenesses):
        if likeness.distance is not None and likeness.distance < least:
            best, least = i, likeness.distance
    return best if best is not None and likenesses[best].strange < STRANGE else None
