"""Somebody does an exercise, or something else: where their joints are at every moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.simulation.acting import Someone, act
from unkink.core.simulation.activities import ACTIVITIES, doing
from unkink.core.simulation.crowd import someone
from unkink.core.simulation.manner import Manner
from unkink.core.simulation.paths import Repertoire
from unkink.core.simulation.script import Plan, script, some_plan
from unkink.core.simulation.seeing import BREATH_M, BREATH_S

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.figure import Vec
    from unkink.core.simulation.acting import Acted
    from unkink.core.simulation.chance import Chance

PER_S: Final = 10.0
REPS: Final = {"both": (3, 3), "alternating": (2, 2), "one_then_other": (2, 2)}
HOLD_S: Final = 2.0
BUSY_S: Final = 15.0
STILL_M: Final = 0.002
"""A body that goes less far from one moment to the next stays where it is."""
REPERTOIRE: Final = Repertoire()


class Moment(NamedTuple):
    """A body at a second; `still_s` says for how long it has been where it is."""

    t_s: float
    places: tuple[Vec, ...]
    still_s: float


def calmly(exercise: Exercise, *, range_fraction: float, tempo: float, chance: Chance) -> Acted:
    """Let somebody built like our figure do it as the file says, as far as they get."""
    movement = exercise.movements["main"]
    who = Someone(manner=Manner(reach=(range_fraction, range_fraction), tempo=tempo))
    plan = Plan(reps=REPS[movement.sides], hold_s=HOLD_S)
    acts = script(plan, movement, chance, tempo=tempo)
    return act(who, acts, REPERTOIRE, chance, exercise=exercise)


def anyhow(exercise: Exercise, chance: Chance) -> Acted:
    """Let anybody do it in their own way, with all that comes between."""
    movement = exercise.movements["main"]
    who = someone(chance)
    plan = some_plan(chance, movement, faults=True)
    acts = script(plan, movement, chance, tempo=who.manner.tempo)
    return act(who, acts, REPERTOIRE, chance, exercise=exercise)


def busily(activity: str, chance: Chance) -> Acted:
    """Let anybody do what is none of ours."""
    who = someone(chance)
    acts = doing(ACTIVITIES[activity], for_s=BUSY_S, tempo=who.manner.tempo, chance=chance)
    return act(who, acts, REPERTOIRE, chance)


def moments(acted: Acted) -> Iterator[Moment]:
    """Give the body at every moment that the camera looks."""
    k, before, since_s = 0, None, 0.0
    for index in range(int(acted.shots[-1].end_s * PER_S)):
        t_s = index / PER_S
        while t_s >= acted.shots[k].end_s and k < len(acted.shots) - 1:
            k += 1
        shot = acted.shots[k]
        places = shot.path.places(shot.course.at(t_s - shot.start_s))
        if before is None or _farthest_m(before, places) > STILL_M:
            since_s = t_s
        before = places
        yield Moment(t_s, breathing(places, t_s), t_s - since_s)


def breathing(places: Sequence[Vec], t_s: float) -> tuple[Vec, ...]:
    """Let all above the hips rise and sink: a living body is never quite still."""
    rise_m = BREATH_M * math.sin(2 * math.pi * t_s / BREATH_S)
    return tuple(
        (x, y + rise_m, z) if joint < Joint.LEFT_HIP else (x, y, z)
        for joint, (x, y, z) in enumerate(places)
    )


def _farthest_m(one: Sequence[Vec], two: Sequence[Vec]) -> float:
    return max(math.dist(a, b) for a, b in zip(one, two, strict=True))
