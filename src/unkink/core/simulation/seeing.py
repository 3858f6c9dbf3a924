"""A performance as a camera and a pose model tell it: frames, with all that goes wrong in them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.simulation.camera import aimed, middle
from unkink.core.simulation.clock import ticks
from unkink.core.simulation.pose_model import PoseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.body import Frame
    from unkink.core.figure import Vec
    from unkink.core.simulation.acting import Acted
    from unkink.core.simulation.camera import Camera
    from unkink.core.simulation.chance import Chance
    from unkink.core.simulation.clock import Clock
    from unkink.core.simulation.errors import Errors

BREATH_S: Final = 4.0
"""A calm breath."""
BREATH_M: Final = 0.003
"""How far the shoulders of a body at rest move with it: a living body is never quite still. [D]"""
TREMBLES: Final[tuple[tuple[int, float], ...]] = tuple(
    (limb, amount)
    for joint in Joint
    for limb, (names, amount) in enumerate(
        (
            (("NOSE", "EYE", "EAR", "SHOULDER", "HIP"), 0.4),
            (("LEFT_ELBOW", "LEFT_WRIST", "LEFT_HAND"), 1.0),
            (("RIGHT_ELBOW", "RIGHT_WRIST", "RIGHT_HAND"), 1.0),
            (("LEFT_KNEE", "LEFT_ANKLE", "LEFT_HEEL", "LEFT_TOE"), 0.7),
            (("RIGHT_KNEE", "RIGHT_ANKLE", "RIGHT_HEEL", "RIGHT_TOE"), 0.7),
        )
    )
    if joint.name.endswith(names)
)
"""With which limb each joint trembles, and how much. [D]"""


def seen(
    acted: Acted,
    camera: Camera,
    clock: Clock,
    errors: Errors,
    chance: Chance,
    *,
    bumped: tuple[float, Camera] | None = None,
) -> Iterator[Frame]:
    """Give the frames; a camera that is *bumped* stands otherwise from that second on."""
    at = looked_at(acted)
    shots = acted.shots
    model = PoseModel(errors, shots[-1].end_s, chance)
    aim = aimed(camera, at)
    k = 0
    for t_s in ticks(clock, shots[-1].end_s, chance):
        while t_s >= shots[k].end_s and k < len(shots) - 1:
            k += 1
        if bumped is not None and t_s >= bumped[0]:
            camera, aim, bumped = bumped[1], aimed(bumped[1], at), None
        shot = shots[k]
        way = shot.course.at(t_s - shot.start_s)
        body = _alive(shot.path.at(way), acted, t_s)
        yield model.tells(body, (camera, aim), t_s, shot.name, way, acted.tall)


def looked_at(acted: Acted) -> Vec:
    """Give what a camera is pointed at: the middle of the body in its start position."""
    spans = acted.truth.in_position
    since_s = spans[0].start_s - 0.01 if spans else 0.0
    shot = next(each for each in acted.shots if each.start_s >= since_s)
    places = shot.path.places(shot.course.ways[0])
    return middle(dict(zip(Joint, places, strict=True)))


def _alive(body: list[float], acted: Acted, t_s: float) -> list[float]:
    """Let a body breathe and tremble."""
    rise_m = BREATH_M * math.sin(2 * math.pi * t_s / BREATH_S)
    for joint in range(Joint.LEFT_HIP):
        body[3 * joint + 1] += rise_m
    if acted.tremor_m:
        turn = 2 * math.pi * acted.tremor_hz * t_s
        shakes = [acted.tremor_m * math.sin(turn + 1.3 * limb) for limb in range(5)]
        for joint, (limb, amount) in enumerate(TREMBLES):
            body[3 * joint] += 0.6 * amount * shakes[limb]
            body[3 * joint + 1] += amount * shakes[limb]
    return body
