"""
How much lower the days of one phase are than those of another, and how sure that is.

    y_t = a + b * phase_t + g * t + e_t,   corr(e_t, e_u) = rho ** |t - u|,   sd(e_t) = s

`b` is what is asked. For each rho and s on a grid the other three are Gaussian, so their algebra
is exact; a missing day widens the gap between two that are there. Priors: `evidence.md#n-of-1`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import ndtr

from unkink.progress.told import Belief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEVEL: Final = (5.0, 2.5)
STEP: Final = (0.0, 1.5)
TREND_PER_DAY: Final = (0.0, 0.05)
RHO: Final = (0.3, 0.3)
SPREAD: Final = (1.3, 0.5)
"""Means and standard deviations of the priors; of the spread its median and the sd of its log."""

RHOS: Final[Floats] = np.linspace(-0.95, 0.98, 60)
SPREADS: Final[Floats] = np.geomspace(0.15, 6.0, 36)

UNTHINKABLE: Final = 1e-10

INSIDE: Final = 0.90
"""How much of the belief the interval holds."""


def belief(
    pain: Sequence[float | None],
    phase: Sequence[float],
    *,
    trend: bool,
    much: float = 2.0,
) -> Belief:
    """
    Weigh the step between days of phase 0 and of phase 1; a day without a number is None.

    With *trend* an even rise or fall over all days is told apart from the step.
    """
    weight, mean, sd, rho = mixture(pain, phase, trend=trend)
    return Belief(
        step=_quantile(0.5, weight, mean, sd),
        low=_quantile((1 - INSIDE) / 2, weight, mean, sd),
        high=_quantile((1 + INSIDE) / 2, weight, mean, sd),
        better=_below(0.0, weight, mean, sd),
        much_better=_below(-much, weight, mean, sd),
        rho=rho,
        days=sum(each is not None for each in pain),
    )


def mixture(
    pain: Sequence[float | None], phase: Sequence[float], *, trend: bool
) -> tuple[Floats, Floats, Floats, float]:
    """Give weight, mean and sd of the step at every point of the grid, and the mean of rho."""
    there = [n for n, each in enumerate(pain) if each is not None]
    days = np.array(there, dtype=float)
    y = np.array([pain[n] for n in there], dtype=float)
    columns = [np.ones_like(y), np.array([phase[n] for n in there], dtype=float)]
    priors = [LEVEL, STEP]
    if trend:
        columns.append(days - days.mean())
        priors.append(TREND_PER_DAY)
    return _weighed(np.column_stack([*columns, y]), days, priors)


def _weighed(
    z: Floats, days: Floats, priors: Sequence[tuple[float, float]]
) -> tuple[Floats, Floats, Floats, float]:
    products, log_det = _whitened(z, np.diff(days))
    n, k = len(z), len(priors)
    prior_mean = np.array([mean for mean, _ in priors])
    prior_precision = np.diag([sd**-2 for _, sd in priors])
    by_variance = products[:, None] / SPREADS[None, :, None, None] ** 2
    precision = by_variance[..., :k, :k] + prior_precision
    pull = by_variance[..., :k, k] + prior_precision @ prior_mean
    covariance = np.linalg.inv(precision)
    mean = np.einsum("...ij,...j->...i", covariance, pull)
    fit = (
        by_variance[..., k, k]
        + prior_mean @ prior_precision @ prior_mean
        - np.einsum("...i,...i->...", mean, pull)
    )
    log_weight = (
        -n * np.log(SPREADS)[None, :]
        - 0.5 * log_det[:, None]
        - 0.5 * np.linalg.slogdet(precision)[1]
        - 0.5 * fit
        - 0.5 * ((RHOS - RHO[0]) / RHO[1])[:, None] ** 2
        # The grid is even in the logarithm of the spread, and so is this prior's density.
        - 0.5 * (np.log(SPREADS / SPREAD[0]) / SPREAD[1])[None, :] ** 2
    )
    weight = np.exp(log_weight - log_weight.max())
    weight /= weight.sum()
    # Most of the grid is out of the question: what is left out adds up to less than 1e-6.
    counts = weight > UNTHINKABLE
    return (
        weight[counts] / weight[counts].sum(),
        mean[..., 1][counts],
        np.sqrt(covariance[..., 1, 1][counts]),
        float((weight.sum(axis=1) * RHOS).sum()),
    )


def _whitened(z: Floats, gaps: Floats) -> tuple[Floats, Floats]:
    # Of each rho: the products of all columns, weighed by the inverse correlation of their days;
    # and the logarithm of that correlation's determinant.
    products = np.repeat(np.outer(z[0], z[0])[None], len(RHOS), axis=0)
    log_det = np.zeros(len(RHOS))
    for gap in np.unique(gaps):
        later, earlier = z[1:][gaps == gap], z[:-1][gaps == gap]
        r = np.sign(RHOS) ** gap * np.abs(RHOS) ** gap
        free = 1 - r**2
        cross = later.T @ earlier
        products += (
            (later.T @ later)[None]
            - r[:, None, None] * (cross + cross.T)[None]
            + r[:, None, None] ** 2 * (earlier.T @ earlier)[None]
        ) / free[:, None, None]
        log_det += len(later) * np.log(free)
    return products, log_det


def _below(limit: float, weight: Floats, mean: Floats, sd: Floats) -> float:
    return float(weight @ ndtr((limit - mean) / sd))


def _quantile(share: float, weight: Floats, mean: Floats, sd: Floats) -> float:
    low, high = float((mean - 8 * sd).min()), float((mean + 8 * sd).max())
    for _ in range(40):
        middle = (low + high) / 2
        if _below(middle, weight, mean, sd) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2
