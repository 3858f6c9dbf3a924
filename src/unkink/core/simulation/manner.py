"""A way of moving: how far, how fast, how evenly; and one repetition done so."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.figure import eased
from unkink.core.simulation.chance import about, between, happens, normal

if TYPE_CHECKING:
    from unkink.core.simulation.chance import Chance

STEP_S: Final = 0.04
"""A course is told so finely; nobody moves much in less."""
NEAR: Final = 0.1
"""A hold is the time within this share of a repetition's own reach from its peak."""
TURNING_S: Final = 0.2
"""What is near its peak for less only turned round there: docs/coach.md."""
WOBBLE_S: Final = 0.5
"""A hold lost for less goes on: docs/coach.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How somebody moves; by itself, as an exercise's file says and no human does."""

    reach: tuple[float, float] = (1.0, 1.0)
    """How far of the file's way, to the left and to the right; the first where both work as one."""
    reach_spread: float = 0.0
    """How much it differs from time to time, as a share of itself."""
    tempo: float = 1.0
    """2 is twice as fast as the file."""
    tempo_spread: float = 0.0
    hold_spread: float = 0.0
    bias: float = 1.0
    """Above 1 sets off slowly and arrives fast; below 1 the other way round."""
    jerks: float = 0.0
    """How uneven a way is, as a share of the reach."""
    hesitates: float = 0.0
    """In what share of the ways it stops and goes on."""
    sags: float = 0.0
    """What share of the reach is lost until the end of a hold; below 0 it goes on deeper."""
    wanders: float = 0.0
    """How much of the reach a held position goes to and fro."""
    rests_off: float = 0.0
    """How far from the start, as a share of the reach, it rests between repetitions."""
    tires: float = 0.0
    """What share of reach and hold each repetition costs the next."""
    tremor_m: float = 0.0
    tremor_hz: float = 8.0


PLAIN: Final = Manner()
"""As the file says it, to the millimetre."""


def some_manner(chance: Chance) -> Manner:
    """
    Give anybody's way of moving, as far as a stiff back lets them.

    A third of the textbook's way to all of it, the sides by 15 % apart; half to twice the file's
    speed, as people without a teacher differ; the rest likewise our own judgement [D]. Bodies
    tremble at 4 to 12 Hz, by a millimetre or two when they work [R].
    """
    reach = between(chance, 0.3, 1.0)
    apart = about(chance, 1.0, 0.15)
    return Manner(
        reach=(min(max(reach, 0.3), 1.0), min(max(reach * apart, 0.3), 1.0)),
        reach_spread=between(chance, 0.02, 0.10),
        tempo=min(max(about(chance, 1.1, 0.35), 0.5), 2.2),
        tempo_spread=between(chance, 0.05, 0.25),
        hold_spread=between(chance, 0.05, 0.35),
        bias=about(chance, 1.0, 0.2),
        jerks=between(chance, 0.0, 0.03),
        hesitates=between(chance, 0.0, 0.25),
        sags=min(max(normal(chance, 0.06) + 0.03, -0.05), 0.15),
        wanders=between(chance, 0.0, 0.025),
        rests_off=between(chance, 0.0, 0.06),
        tires=between(chance, 0.0, 0.05),
        tremor_m=between(chance, 0.0, 0.002),
        tremor_hz=between(chance, 4.0, 12.0),
    )


class Course(NamedTuple):
    """Where along its way a body is, every `STEP_S`."""

    ways: tuple[float, ...]

    @property
    def lasts_s(self) -> float:
        """Give how long it lasts."""
        return (len(self.ways) - 1) * STEP_S

    def at(self, t_s: float) -> float:
        """Give where the body is so long after it began."""
        along = max(t_s / STEP_S, 0.0)
        k = min(int(along), len(self.ways) - 2)
        share = min(along - k, 1.0)
        return self.ways[k] + (self.ways[k + 1] - self.ways[k]) * share


class Asked(NamedTuple):
    """One repetition as it is meant."""

    reach: float
    """How far it goes, 1 being the file's end pose."""
    out_s: float
    hold_s: float
    back_s: float
    rest_s: float


def repeated(asked: Asked, manner: Manner, start: float, chance: Chance) -> Course:
    """Do one repetition from where the body rests, and rest again."""
    size = abs(asked.reach - start)
    ways = _on_the_way(start, asked.reach, asked.out_s, manner, chance)
    steps = round(asked.hold_s / STEP_S)
    turn = between(chance, 0.15, 0.6)
    phase = between(chance, 0.0, 2 * math.pi)
    for k in range(steps):
        share = (k + 1) / steps
        sway = math.sin(phase + 2 * math.pi * turn * k * STEP_S) - math.sin(phase)
        ways.append(asked.reach - size * (manner.sags * share - manner.wanders * sway))
    rests = normal(chance, manner.rests_off) * asked.reach
    ways += _on_the_way(ways[-1], rests, asked.back_s, manner, chance)[1:]
    ways += [ways[-1]] * round(asked.rest_s / STEP_S)
    return Course(tuple(ways))


def still(way: float, lasts_s: float) -> Course:
    """Stay where the body is."""
    return Course((way,) * (max(round(lasts_s / STEP_S), 1) + 1))


def moved(lasts_s: float) -> Course:
    """Go all of a way, as bodies do."""
    steps = max(round(lasts_s / STEP_S), 1)
    return Course(tuple(eased(k / steps) for k in range(steps + 1)))


def _on_the_way(
    start: float, end: float, lasts_s: float, how: Manner, chance: Chance
) -> list[float]:
    steps = max(round(lasts_s / STEP_S), 2)
    cycles, phase = between(chance, 1.0, 3.0), between(chance, 0.0, 2 * math.pi)
    stop = round(between(chance, 0.3, 0.8) * steps) if happens(chance, how.hesitates) else -1
    stops_s = between(chance, 0.3, 1.5)
    found: list[float] = []
    for k in range(steps + 1):
        share = k / steps
        uneven = how.jerks * math.sin(phase + 2 * math.pi * cycles * share)
        # A bell that is 0 at both ends: it arrives where it is meant to.
        share = eased(share**how.bias) + uneven * 16 * share * share * (1 - share) ** 2
        found.append(start + (end - start) * share)
        if k == stop:
            found += [found[-1]] * round(stops_s / STEP_S)
    return found


def held(course: Course, start: float) -> list[tuple[float, float]]:
    """Say from when to when a repetition was near its own peak, in seconds of its course."""
    ways = [way - start for way in course.ways]
    peak = max(ways, key=abs)
    line = abs(peak) * (1.0 - NEAR)
    near = [abs(way) >= line and way * peak > 0.0 for way in ways]
    found: list[tuple[float, float]] = []
    begun: float | None = None
    for k in range(1, len(ways)):
        if near[k] != near[k - 1]:
            a, b = abs(ways[k - 1]), abs(ways[k])
            at_s = (k - 1 + (line - a) / (b - a)) * STEP_S
            if near[k]:
                begun = at_s
            elif begun is not None:
                found.append((begun, at_s))
                begun = None
    if begun is not None:
        found.append((begun, course.lasts_s))
    return [span for span in _joined(found) if span[1] - span[0] >= TURNING_S]


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for start_s, end_s in spans:
        if found and start_s - found[-1][1] < WOBBLE_S:
            found[-1] = (found[-1][0], end_s)
        else:
            found.append((start_s, end_s))
    return found
