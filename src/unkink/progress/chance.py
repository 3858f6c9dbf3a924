"""
How often chance alone would bring so much: a test by the lot that was drawn.

It is exact: whatever pain does by itself, a p of at most .05 comes up in at most 5 of 100 trials
without any effect. It holds only where the start, or the order, truly was drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from unkink.progress.draws import Way

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How many of the possible draws would have shown as much or more."""

    as_much: int
    draws: int

    @property
    def p(self) -> float:
        """The same as a part of all."""
        return self.as_much / self.draws


def by_lot(pain: Sequence[float | None], drawn: Way, possible: Sequence[Way]) -> Chance | None:
    """
    Compare what was drawn with all that could have been; None where it has no days to compare.

    Asked is how much lower pain was with than without. A draw without days to compare counts as
    showing as much: so too few days never look like a proof.
    """
    if drawn not in possible:
        message = "what was drawn must be one of the draws that were possible"
        raise ValueError(message)
    y = np.array([np.nan if each is None else each for each in pain], dtype=float)
    fell = _fell(y, drawn)
    if np.isnan(fell):
        return None
    # Half a billionth: equal means computed in another order still count as equal.
    others = (_fell(y, each) for each in possible)
    as_much = sum(bool(np.isnan(each) or each >= fell - 5e-10) for each in others)
    return Chance(as_much=as_much, draws=len(possible))


def _fell(y: Floats, way: Way) -> float:
    phase = np.array(way)
    without, with_it = y[phase == 0], y[phase == 1]
    without, with_it = without[~np.isnan(without)], with_it[~np.isnan(with_it)]
    if len(without) == 0 or len(with_it) == 0:
        return float("nan")
    return float(without.mean() - with_it.mean())
