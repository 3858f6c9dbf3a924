"""Is this body in the position of this exercise at all? The nearest of all its looks tells."""

from __future__ import annotations

from typing import Final, NamedTuple

from unkink.core.coach.measures import MEASURES, Sight
from unkink.core.coach.watch import POSTURE, SideWatch

_READS: Final = tuple(MEASURES[name].read for name in POSTURE)
_WEIGHTS: Final = tuple(1.0 / MEASURES[name].spread for name in POSTURE)
CAP: Final = 3.0
"""One measure may not weigh more than this many spreads: people differ, models err. [D]"""
FAR: Final = CAP * CAP
FEWEST: Final = 6
"""With fewer measures seen no posture can be told. [D]"""


TELLING: Final = tuple(
    sorted(
        range(len(POSTURE)),
        key=lambda i: not POSTURE[i].endswith(("chest_up", "_forward", "chest_rise")),
    )
)
"""The measures in order: those that rule out most looks come first, which saves time only."""


class Fit(NamedTuple):
    """How far the body is from the nearest look, in spreads, and where on the way that look is."""

    distance: float
    step: float
    view: int = 0
    """The camera that sees it so, of `watch.VIEWS_DEG`."""
    look: int = 0
    """Which of the side's looks it is."""


def posture(sight: Sight) -> tuple[float | None, ...]:
    """Read what tells postures apart, in spreads."""
    values: list[float | None] = []
    for read, weight in zip(_READS, _WEIGHTS, strict=True):
        reading = read(sight)
        values.append(None if reading is None else reading.value * weight)
    return tuple(values)


def fit(values: tuple[float | None, ...], watch: SideWatch, last: Fit | None = None) -> Fit | None:
    """
    Find the nearest look; None when too little is seen to say.

    To begin with the *last* one costs little and spares most of the rest: bodies move slowly.
    """
    known = [(i, value) for i in TELLING if (value := values[i]) is not None]
    if len(known) < FEWEST:
        return None
    looks = watch.looks
    best, index = FAR * len(known), 0
    if last is not None:
        index = last.look
        best = _off(known, looks[index].scaled, best)
    for k, look in enumerate(looks):
        total = _off(known, look.scaled, best)
        if total < best:
            best, index = total, k
    look = looks[index]
    return Fit((best / len(known)) ** 0.5, look.step, look.view, index)


def _off(known: list[tuple[int, float]], target: tuple[float, ...], best: float) -> float:
    """Give how far off a look is in all, or *best* as soon as it is no better than that."""
    total = 0.0
    for i, value in known:
        off = value - target[i]
        off *= off
        total += off if off < FAR else FAR  # noqa: FURB136 - a call of min costs more than all else here
        if total >= best:
            return best
    return total
