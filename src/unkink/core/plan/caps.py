"""How much at most, whoever asks: the caps no plan breaks (`docs/evidence.md#caps`)."""

from __future__ import annotations

from typing import Final

MUSCLE_SESSION_S: Final = 240.0
"""A muscle's work in one session, on one side [V45]."""
MUSCLE_WEEK_S: Final = 600.0
"""The same in seven days [V45]."""
MOST_EXERCISES: Final = 5
"""In one session, the warm-up and the walk included [D, V56]."""
