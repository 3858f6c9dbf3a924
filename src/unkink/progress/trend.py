"""What was already going on before: the trend of the first phase, and the effect without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.stats import kendalltau

from unkink.progress.overlap import tau

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SIGNIFICANT: Final = 0.05
"""A trend is taken out only where it is surer than this: `evidence.md#n-of-1`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """An even rise or fall, in points a day."""

    slope: float
    intercept: float
    p: float
    """Kendall's; 1 where nothing moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """Tau, with the first phase's trend taken out of both phases where there is one."""

    tau: float
    corrected: bool
    trend: Trend


def trend(days: Sequence[float], values: Sequence[float]) -> Trend:
    """Find the median slope between all pairs of days (Theil-Sen), and whether it is a trend."""
    t, y = np.asarray(days, dtype=float), np.asarray(values, dtype=float)
    if len(y) < 2:
        return Trend(slope=0.0, intercept=float(y[0]) if len(y) else 0.0, p=1.0)
    earlier, later = np.triu_indices(len(t), 1)
    slope = float(np.median((y[later] - y[earlier]) / (t[later] - t[earlier])))
    intercept = float(np.median(y - slope * t))
    # Where all are alike Kendall's tau is not defined; nothing moves.
    p = 1.0 if np.ptp(y) == 0 else float(kendalltau(t, y).pvalue)
    return Trend(slope=slope, intercept=intercept, p=p)


def corrected_tau(
    a_days: Sequence[float],
    a: Sequence[float],
    b_days: Sequence[float],
    b: Sequence[float],
) -> Corrected:
    """Tell the overlap of two phases, without what the first was already doing (Tarlow)."""
    found = trend(a_days, a)
    if found.p >= SIGNIFICANT:
        return Corrected(tau=tau(a, b), corrected=False, trend=found)
    return Corrected(
        tau=tau(_without(found, a_days, a), _without(found, b_days, b)),
        corrected=True,
        trend=found,
    )


def _without(found: Trend, days: Sequence[float], values: Sequence[float]) -> list[float]:
    # Rounded, so that what lies on the line is equal and not a rounding error above or below it.
    line = found.intercept + found.slope * np.asarray(days, dtype=float)
    return [float(each) for each in np.round(np.asarray(values, dtype=float) - line, 9)]
