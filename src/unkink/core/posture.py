"""Is this body in the position of this exercise at all? The nearest of all its looks tells."""

from __future__ import annotations

from typing import Final, NamedTuple

from unkink.core.measures import MEASURES, Sight
from unkink.core.watch import POSTURE, SideWatch

_READS: Final = tuple(MEASURES[name].read for name in POSTURE)
_WEIGHTS: Final = tuple(1.0 / MEASURES[name].spread for name in POSTURE)
CAP: Final = 3.0
"""One measure may not weigh more than this many spreads: people differ, models err. [D]"""
FEWEST: Final = 6
"""With fewer measures seen no posture can be told. [D]"""


class Fit(NamedTuple):
    """How far the body is from the nearest look, in spreads, and where on the way that look is."""

    distance: float
    step: float


def posture(sight: Sight) -> tuple[float | None, ...]:
    """Read what tells postures apart, in spreads."""
    values: list[float | None] = []
    for read, weight in zip(_READS, _WEIGHTS, strict=True):
        reading = read(sight)
        values.append(None if reading is None else reading.value * weight)
    return tuple(values)


def fit(values: tuple[float | None, ...], watch: SideWatch) -> Fit | None:
    """Find the nearest look; None when too little is seen to say."""
    known = [(i, value) for i, value in enumerate(values) if value is not None]
    if len(known) < FEWEST:
        return None
    best, step = CAP * CAP * len(known), 0.0
    for look in watch.looks:
        total = 0.0
        target = look.scaled
        for i, value in known:
            off = value - target[i]
            off *= off
            total += min(CAP * CAP, off)
            if total >= best:
                break
        else:
            best, step = total, look.step
    return Fit((best / len(known)) ** 0.5, step)
