"""
How far the days of two phases overlap: effect sizes for a record of one person.

Higher counts as better here, as it is published; for pain give the numbers negated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence


def nap(a: Sequence[float], b: Sequence[float]) -> float:
    """Tell the part of all pairs, one day of each phase, in which the later is better: 0..1."""
    return (tau(a, b) + 1) / 2


def tau(a: Sequence[float], b: Sequence[float]) -> float:
    """Tell the pairs that are better less those that are worse, as a part of all: -1..1."""
    return _rises(a, b) / (len(a) * len(b))


def tau_u(a: Sequence[float], b: Sequence[float]) -> float:
    """
    Tell `tau` less the trend within the first phase.

    It can leave -1..1 and finds too much too often, so we show it to nobody; the
    baseline-corrected tau of `trend` takes its place.
    """
    within = np.sign(np.subtract.outer(a, a))
    own = -float(np.triu(within, 1).sum())
    return (_rises(a, b) - own) / (len(a) * len(b))


def _rises(a: Sequence[float], b: Sequence[float]) -> float:
    return float(np.sign(np.subtract.outer(b, a)).sum())
