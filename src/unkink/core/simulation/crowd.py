"""
People as they come: each drawn by chance, with all hardships of real life or only some of them.

What each spread rests on stands beside it, in `build`, `habits`, `manner`, `script`, `viewpoint`,
`clock` and `errors`. Nobody here is made harder than life, and nobody easier.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from unkink.core.simulation.acting import Someone, act
from unkink.core.simulation.activities import ACTIVITIES, doing
from unkink.core.simulation.build import OURS, some_build
from unkink.core.simulation.camera import Camera, asked_camera
from unkink.core.simulation.chance import between, happens
from unkink.core.simulation.clock import Clock, some_clock
from unkink.core.simulation.errors import PERFECT, some_errors
from unkink.core.simulation.habits import NONE, some_habits
from unkink.core.simulation.manner import Manner, some_manner
from unkink.core.simulation.paths import placed
from unkink.core.simulation.script import Plan, script, some_plan
from unkink.core.simulation.seeing import looked_at, seen
from unkink.core.simulation.viewpoint import BUMPED, bumped, some_camera

if TYPE_CHECKING:
    from collections.abc import Collection

    from unkink.core.body import Frame
    from unkink.core.definition.exercise import Exercise
    from unkink.core.simulation.acting import Acted, Truth
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.paths import Repertoire

Hardship = Literal["body", "range", "moving", "doing", "faults", "camera", "model", "clock"]
"""
How they are built and hold themselves; how far they get; how they move; what they do beside
repetitions; faults; where the camera stands; what the pose model gets wrong; when pictures come.
"""
ALL: Final[tuple[Hardship, ...]] = get_args(Hardship)
ACTIVITY_S: Final = (20.0, 60.0)


class Shown(NamedTuple):
    """A simulated recording, and the truth about it."""

    frames: tuple[Frame, ...]
    truth: Truth
    """The body's own: where the camera is a mirror, its picture shows the sides exchanged."""
    who: Someone
    camera: Camera
    clock: Clock
    plan: Plan | None


def exercising(
    exercise: Exercise,
    repertoire: Repertoire,
    chance: Chance,
    *,
    movement: str = "main",
    hardships: Collection[Hardship] = ALL,
    plan: Plan | None = None,
) -> Shown:
    """Let somebody do an exercise; by this *plan*, or by anybody's."""
    moves = exercise.movements[movement]
    who = someone(chance, hardships)
    if plan is None:
        plan = some_plan(chance, moves, faults="faults" in hardships)
        if "doing" not in hardships:
            plan = Plan(fault=plan.fault, faulty=plan.faulty)
    acts = script(plan, moves, chance, tempo=who.manner.tempo)
    acted = act(who, acts, repertoire, chance, exercise=exercise, movement=movement)
    camera = asked_camera(moves)
    if "camera" in hardships:
        at = looked_at(acted)
        bodies = repertoire.way(exercise, movement, "left")
        camera = some_camera(chance, moves.view, (bodies[0], bodies[-1]), at)
    return _taken(acted, who, camera, plan, chance, hardships)


def busy(
    activity: str,
    repertoire: Repertoire,
    chance: Chance,
    *,
    hardships: Collection[Hardship] = ALL,
) -> Shown:
    """Let somebody do what is none of ours."""
    who = someone(chance, hardships)
    for_s = between(chance, *ACTIVITY_S)
    acts = doing(ACTIVITIES[activity], for_s=for_s, tempo=who.manner.tempo, chance=chance)
    acted = act(who, acts, repertoire, chance)
    camera = Camera()
    if "camera" in hardships:
        bodies = [repertoire.posture(pose) for pose in ACTIVITIES[activity].poses]
        bodies = [placed(body, (0.0, 0.0, 0.0), turned_rad=0.0) for body in bodies]
        camera = some_camera(chance, None, bodies, looked_at(acted))
    return _taken(acted, who, camera, None, chance, hardships)


def someone(chance: Chance, hardships: Collection[Hardship] = ALL) -> Someone:
    """Give anybody, with these hardships and otherwise as our figure is."""
    build, habits, manner = some_build(chance), some_habits(chance), some_manner(chance)
    if "moving" not in hardships:
        manner = Manner(reach=manner.reach)
    if "range" not in hardships:
        manner = replace(manner, reach=(1.0, 1.0))
    if "body" not in hardships:
        build, habits = OURS, NONE
    return Someone(build=build, habits=habits, manner=manner)


def _taken(
    acted: Acted,
    who: Someone,
    camera: Camera,
    plan: Plan | None,
    chance: Chance,
    hardships: Collection[Hardship],
) -> Shown:
    clock = some_clock(chance) if "clock" in hardships else Clock()
    errors = some_errors(chance) if "model" in hardships else PERFECT
    push = None
    if "camera" in hardships and happens(chance, BUMPED):
        push = bumped(camera, acted.shots[-1].end_s, chance)
    frames = tuple(seen(acted, camera, clock, errors, chance, bumped=push))
    return Shown(frames, acted.truth, who, camera, clock, plan)
