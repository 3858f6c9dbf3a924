"""When a camera gives its pictures: evenly never, sometimes not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.simulation.chance import between, happens, normal, pick, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.simulation.chance import Chance

PAUSE_S: Final = (0.3, 2.5)
"""A browser that does something else, a phone that grows hot. [D]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Pictures a second, and how badly they keep to it; perfect by itself."""

    per_s: float = 10.0
    jitter: float = 0.0
    """How much the time between two pictures differs, as a share of itself."""
    dropped: float = 0.0
    """What share of the pictures is missing."""
    pauses_a_minute: float = 0.0


def some_clock(chance: Chance) -> Clock:
    """Give any device's: 8 to 30 a second, most of them near 10, as the model takes its time."""
    return Clock(
        per_s=pick(chance, (8.0, 10.0, 10.0, 12.0, 15.0, 25.0, 30.0)),
        jitter=between(chance, 0.0, 0.25),
        dropped=pick(chance, (0.0, 0.02, 0.05, 0.15)),
        pauses_a_minute=pick(chance, (0.0, 0.0, 0.0, 1.0)),
    )


def ticks(clock: Clock, until_s: float, chance: Chance) -> Iterator[float]:
    """Give the second of each picture, always later than the one before."""
    pauses = iter(times(chance, a_minute=clock.pauses_a_minute, until_s=until_s))
    pause_s = next(pauses, until_s)
    step_s = 1.0 / clock.per_s
    t_s = 0.0
    while t_s < until_s:
        if clock.dropped == 0.0 or not happens(chance, clock.dropped):
            yield t_s
        if clock.jitter:
            t_s += step_s * max(1.0 + normal(chance, clock.jitter), 0.2)
        else:
            t_s += step_s
        if t_s >= pause_s:
            t_s += between(chance, *PAUSE_S)
            pause_s = next(pauses, until_s)
