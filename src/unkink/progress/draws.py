"""The lot: every way a trial of one person could have been drawn, and what it keeps to."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

Way = tuple[int, ...]
"""What each day is in one draw: 0 without, or the first of two; 1 with; -1 not counted."""

BASELINE_DAYS: Final = 44
LEAST_DAYS: Final = 12
"""
A start is drawn among those that leave at least so many days in each phase: 21 starts, so that the
lot can reach p = 1/21; and two days may be missed before ten are left (`evidence.md#n-of-1`).
"""

PAIRS: Final = 5
BLOCK_DAYS: Final = 7
WASH_OUT_DAYS: Final = 2
"""Five pairs of weeks make 32 orders; the first days of each week still feel the week before."""


def starts(days: int, candidates: Sequence[int]) -> tuple[Way, ...]:
    """Tell every way a first day with could have been drawn, counted from 0."""
    return tuple((0,) * start + (1,) * (days - start) for start in candidates)


def orders(pairs: int, days: int, *, left_out: int = 0) -> tuple[Way, ...]:
    """
    Tell every order of pairs of blocks, each block with its *days*: in a pair either comes first.

    Of each block the first *left_out* days don't count: what went before may still work.
    """
    return tuple(
        tuple(
            -1 if day < left_out else phase
            for first in firsts
            for phase in (first, 1 - first)
            for day in range(days)
        )
        for firsts in itertools.product((0, 1), repeat=pairs)
    )


def candidate_starts(days: int, *, least: int) -> tuple[int, ...]:
    """Tell all first days, counted from 0, that leave at least so many in each phase."""
    return tuple(range(least, days - least + 1))
