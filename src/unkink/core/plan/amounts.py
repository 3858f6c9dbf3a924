"""Amounts as people say them: which lengths of time are round."""

from __future__ import annotations

from typing import Final

LITTLE_S: Final = 10
"""Up to here every whole second is round."""

BETWEEN_S: Final = (12, 15, 18)
"""From ten to fifteen and on to twenty seconds is more than a fifth more work [D]."""

MINUTE_S: Final = 60


def is_round(seconds: float) -> bool:
    """Say whether a time is one that people say: 7, 12, 15, 18, 20, 25 seconds; 2, 3 minutes."""
    if seconds <= LITTLE_S:
        return seconds == int(seconds)
    if seconds < 2 * MINUTE_S:
        return seconds in BETWEEN_S or seconds % 5 == 0
    return seconds % MINUTE_S == 0


def rounded_down_s(seconds: float) -> float:
    """Give the longest round time that is no longer than this."""
    return float(next(n for n in range(int(seconds), -1, -1) if is_round(n)))


def round_times_s(above_s: float, most_s: float) -> tuple[float, ...]:
    """Give the round times above one and up to another, the shortest first."""
    return tuple(float(n) for n in range(int(above_s) + 1, int(most_s) + 1) if is_round(n))
