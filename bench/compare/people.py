"""
Simulated people before a camera, and the truth about them, to compare everybody on.

Each does three repetitions (a side) with 3-second holds, as evenly as the file says; seen by a pose
model that errs as ours was measured to (`core/simulation/errors.py`). Harder people are in
`bench/people.py`.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from unkink.batch.labels import Label, Span
from unkink.core.simulation.acting import Someone, act
from unkink.core.simulation.camera import Camera, asked_camera
from unkink.core.simulation.clock import Clock
from unkink.core.simulation.errors import Errors
from unkink.core.simulation.manner import Manner
from unkink.core.simulation.paths import Repertoire
from unkink.core.simulation.script import Plan, script
from unkink.core.simulation.seeing import seen

if TYPE_CHECKING:
    from unkink.core.body import Frame, Side
    from unkink.core.definition.exercise import Exercise
    from unkink.core.simulation.acting import Truth

RANGES = (0.3, 0.4, 0.6, 0.8, 1.0)
VIEWED_RANGE = 0.7
VIEWS: dict[str, tuple[float, float | None]] = {
    "where asked": (0.0, None),
    "turned 30 degrees": (30.0, None),
    "turned 60 degrees": (60.0, None),
    "from the other side": (180.0, None),
    "on the floor": (0.0, 2.0),
    "on a shelf": (0.0, 40.0),
}
"""How far round from where the file asks for it, and how high, in degrees; None is as asked."""
REPERTOIRE = Repertoire()


class Person(NamedTuple):
    """Somebody who does an exercise, seen by a model that errs; and the truth about them."""

    exercise: str
    frames: tuple[Frame, ...]
    label: Label


def person(exercise: Exercise, *, range_fraction: float, view: str, seed: int) -> Person:
    """Let somebody do it."""
    chance = random.Random(seed).random  # noqa: S311 - the same people in every run
    movement = exercise.movements["main"]
    turned_deg, elevation_deg = VIEWS[view]
    asked = asked_camera(movement)
    up_deg = asked.elevation_deg if elevation_deg is None else elevation_deg
    camera = Camera(yaw_deg=asked.yaw_deg + turned_deg, elevation_deg=up_deg)
    who = Someone(manner=Manner(reach=(range_fraction, range_fraction)))
    acts = script(Plan(reps=(3, 3), hold_s=3.0), movement, chance)
    acted = act(who, acts, REPERTOIRE, chance, exercise=exercise)
    frames = tuple(seen(acted, camera, Clock(), Errors(), chance))
    return Person(exercise.id, frames, label(exercise.id, acted.truth))


def label(recording: str, truth: Truth, *, is_mirrored: bool = False) -> Label:
    """Give the truth as a label: of what the picture shows, which a mirror exchanges."""
    other: dict[Side, Side] = {"left": "right", "right": "left"} if is_mirrored else {}
    return Label(
        recording,
        truth.exercise,
        reps=sum(truth.reps.values()),
        by_side={other.get(side, side): count for side, count in truth.reps.items()},
        holds=tuple(Span(a, b, other.get(side, side)) for a, b, side in truth.holds),
    )
