"""
What to watch: how an exercise file's key poses, and all between them, look to many cameras.

The figure goes from the start pose to the end pose, and every camera a home may have looks on: how
its joints go, which shapes it takes, where its faults show. So a new file needs no code, and no
file is treated apart.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from operator import mul
from typing import TYPE_CHECKING, Final

from unkink.core.body import Side
from unkink.core.coach.faults import FaultWatch, mirrored_fault, watch_faults
from unkink.core.coach.gallery import Gallery
from unkink.core.coach.looks import STEPS, as_people_do, by_file
from unkink.core.coach.measures import sight
from unkink.core.coach.others import own
from unkink.core.coach.paths import OFF, SPREADS, Path, centred, mirrored_paths, outline, paths
from unkink.core.coach.shape import mirrored_shape
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Body, blended
from unkink.core.simulation.camera import ASKED_DEG, Camera, asked_camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.measures import Sight
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.definition.pose import Pose

SPREAD_DEG: Final = 35.0
"""How far from where we asked for it the camera may well stand. [D]"""
ANYWHERE: Final = 0.1
"""The weight of views from anywhere else. [D]"""
TELLS: Final = 1.75
"""A way of fewer spreads than this could be an error: by one camera it is only timed. [D]"""
OPPOSED: Final = -0.35
"""Paths as opposite as this are one axis, as turning to and fro is. [D] The share that counts."""
TRUST: Final = tuple(1.0 / spread**2 for spread in SPREADS)
"""How much each number of an outline tells."""
_ROOTS: Final = tuple(1.0 / spread for spread in SPREADS)


@dataclass(frozen=True, slots=True)
class SideWatch:
    """What to watch on one side of one movement."""

    side: Side
    gallery: Gallery
    paths: tuple[Path, ...]
    """How the joints go, before every camera of `VIEWS_DEG`."""
    faults: tuple[FaultWatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """What to watch in one movement of an exercise."""

    exercise: str
    movement: str
    sides: tuple[SideWatch, ...]
    crossing: float
    """How alike the two sides' ways look: -1 for turning to and fro, 0 for one side alone."""
    strength: float
    """How far the whole way stands out of what a right posture may be off, in spreads."""
    own: int = 0
    """Which of the postures that are else in no exercise are in this one: see `others.py`."""

    @property
    def can_tell(self) -> bool:
        """Whether one camera can judge this movement at all; otherwise it is only timed."""
        return self.strength >= TELLS

    @property
    def is_opposed(self) -> bool:
        """Whether one side's way is the other's backwards, as in turning left and right."""
        return self.crossing <= OPPOSED


def watches(exercise: Exercise, movement: str = "main") -> Watch:
    """Work out what to watch in one movement; the same file always gives the same."""
    moves = exercise.movements[movement]
    start, end = _ends(moves)
    views = _views(moves)
    bodies = [blended(start, end, step) for step in STEPS]
    sights = [[_sight(body, camera) for body in bodies] for camera, _ in views]
    cameras, shares = [camera for camera, _ in views], [share for _, share in views]
    looks = list(by_file(moves, _end_name(moves), sights, cameras))
    of_file = len(looks)
    looks += as_people_do(start, end, cameras)
    gallery = Gallery([look for look, _ in looks], [shown for _, shown in looks], of_file)
    ways = paths(bodies[0], bodies[-1], cameras)
    name = _end_name(moves)
    strength = _strength(ways, shares)
    asked = paths(bodies[0], bodies[-1], [asked_camera(moves)])[0]
    reach = partial(_reach, asked)
    faults = watch_faults(moves, end=name, cameras=cameras, reach=reach)
    if moves.sides == "both":
        return Watch(
            exercise=exercise.id,
            movement=movement,
            sides=(SideWatch("both", gallery, ways, faults),),
            crossing=0.0,
            strength=strength,
            own=own([gallery]),
        )
    others = mirrored_paths(ways, cameras)
    other_faults = tuple(mirrored_fault(fault) for fault in faults)
    other_gallery = Gallery(gallery.looks, [mirrored_shape(shown) for _, shown in looks], of_file)
    return Watch(
        exercise=exercise.id,
        movement=movement,
        sides=(
            SideWatch("left", gallery, ways, faults),
            SideWatch("right", other_gallery, others, other_faults),
        ),
        crossing=_crossing(ways, others, shares),
        strength=strength,
        own=own([gallery, other_gallery]),
    )


def _reach(path: Path, seen: Sight) -> float | None:
    """Say how far along its way a body is that is seen whole."""
    move = _move(path)
    weighed = list(map(mul, TRUST, move))
    shown = [a - b for a, b in zip(outline(seen, seen.height), path.start, strict=True)]
    full = sum(map(mul, weighed, move))
    return sum(map(mul, weighed, shown)) / full if full > 0.0 else None


def _move(path: Path) -> list[float]:
    return centred([b - a for a, b in zip(path.start, path.end, strict=True)], TRUST)


def _ends(movement: Movement) -> tuple[Pose, Pose]:
    """Give the start pose and the pose the way leads to: where it is held, else the first."""
    return movement.poses[movement.cycle[-1].pose], movement.poses[_end_name(movement)]


def _end_name(movement: Movement) -> str:
    cycle = movement.cycle
    held = [stage.pose for stage in cycle[:-1] if stage.holds]
    return held[0] if held else cycle[0].pose


def _views(movement: Movement) -> list[tuple[Camera, float]]:
    """Give every camera that may look on, with how likely it is; the shares add up to 1."""
    likely = [
        ANYWHERE + math.exp(-0.5 * (off_asked_deg(movement, yaw_deg) / SPREAD_DEG) ** 2)
        for yaw_deg, _ in VIEWS_DEG
    ]
    total = sum(likely)
    cameras = [Camera(yaw_deg=yaw_deg, elevation_deg=up_deg) for yaw_deg, up_deg in VIEWS_DEG]
    return [(camera, share / total) for camera, share in zip(cameras, likely, strict=True)]


def off_asked_deg(movement: Movement, yaw_deg: float) -> float:
    """Give how far a camera stands from where the file asks for it."""
    asked = ASKED_DEG[movement.view]
    return min(abs((yaw_deg - a + 180.0) % 360.0 - 180.0) for a in asked)


def _sight(body: Body, camera: Camera) -> Sight | None:
    joints = body.joints
    return sight(seen_by(camera, joints, at=middle(joints), t_s=0.0).points)


def _strength(ways: Sequence[Path], shares: Sequence[float]) -> float:
    """Say how far all joints go together, in spreads, before the cameras that may look on."""
    lengths = (math.hypot(*map(mul, _move(way), _ROOTS)) for way in ways)
    return math.fsum(map(mul, shares, lengths)) / OFF


def _crossing(ways: Sequence[Path], others: Sequence[Path], shares: Sequence[float]) -> float:
    """Say how alike the two sides' ways are: -1 opposite, 1 the same."""
    found = 0.0
    for share, one, other in zip(shares, ways, others, strict=True):
        left, right = (list(map(mul, _move(way), _ROOTS)) for way in (one, other))
        both = math.hypot(*left) * math.hypot(*right)
        found += share * sum(map(mul, left, right)) / both if both > 0.0 else 0.0
    return found
