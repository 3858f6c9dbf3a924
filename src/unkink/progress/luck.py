"""What gets better by itself: people begin on bad days."""

from __future__ import annotations


def falls_by_itself(first: float, usual: float, rho: float) -> float:
    """
    Tell how far pain comes back to its usual level the next day, with nothing done at all.

    *rho* is how much a day is like the one before. Above 0: it falls; never below 0 here, for
    whoever begins on a good day has no gift to expect.
    """
    return max((1 - rho) * (first - usual), 0.0)
