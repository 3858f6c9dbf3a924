"""
What to watch: an exercise file's key poses, seen by many cameras, tell which measures matter.

The figure goes from the start pose to the end pose; every camera a home may have looks on; a
measure that changes much, the same way for all of them, straight along the way, and against little
noise, gets a large weight. So a new file needs no code, and no file is treated apart.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Side
from unkink.core.coach.faults import FaultWatch, mirrored_fault, watch_faults
from unkink.core.coach.gallery import Gallery
from unkink.core.coach.looks import STEPS, as_people_do, by_file
from unkink.core.coach.measures import MEASURES, Measure, Reading, Sight, sight
from unkink.core.coach.others import own
from unkink.core.coach.paths import Path, mirrored_paths, paths
from unkink.core.coach.shape import mirrored_shape
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Body, blended
from unkink.core.simulation.camera import ASKED_DEG, Camera, middle, seen_by

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.definition.pose import Pose

TOLD: Final = tuple(STEPS.index(step) for step in (0.0, 0.5, 1.0))
"""Places at which measures are read: the start, halfway, the end."""
HALF: Final = 1
SPREAD_DEG: Final = 35.0
"""How far from where we asked for it the camera may well stand. [D]"""
ANYWHERE: Final = 0.1
"""The weight of views from anywhere else. [D]"""
TELLS: Final = 2.0
"""A way of fewer spreads than this could be an error: by one camera it is only timed. [D]"""
OPPOSED: Final = -0.35
"""With as much below as counts above, both sides are one axis. [D] The share that counts."""
ENOUGH: Final = 0.5
"""At least half of what tells the way must be seen, or the way is not judged. [D]"""
MOST: Final = 10
"""More measures add time and nothing else. [D]"""
LEAST: Final = 0.1
"""A measure that says less than this share of what the best one says is left out. [D]"""


class Term(NamedTuple):
    """One measure's part in the way: `weight * (value - start)`, of `weight * change` in all."""

    measure: Measure
    sign: float
    start: float
    weight: float
    full: float


@dataclass(frozen=True, slots=True)
class SideWatch:
    """What to watch on one side of one movement."""

    side: Side
    terms: tuple[Term, ...]
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
    """How far the other side's way goes as one side reaches its end: -1 for turning to and fro."""
    strength: float
    """How far the whole way stands out of the noise, in spreads."""
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
    seen = [[_readings(by_step[k]) for k in TOLD] for by_step in sights]
    cameras, shares = [camera for camera, _ in views], [share for _, share in views]
    terms, strength = _terms(seen, shares)
    looks = list(by_file(moves, _end_name(moves), sights, cameras))
    of_file = len(looks)
    looks += as_people_do(start, end, cameras)
    gallery = Gallery([look for look, _ in looks], [shown for _, shown in looks], of_file)
    ways = paths(bodies[0], bodies[-1], cameras)
    name = _end_name(moves)
    reach = partial(_reach, terms)
    faults = watch_faults(moves, end=name, cameras=cameras, reach=reach)
    if moves.sides == "both":
        return Watch(
            exercise=exercise.id,
            movement=movement,
            sides=(SideWatch("both", terms, gallery, ways, faults),),
            crossing=0.0,
            strength=strength,
            own=own([gallery]),
        )
    other = tuple(_mirrored_term(term) for term in terms)
    other_faults = tuple(mirrored_fault(fault) for fault in faults)
    other_gallery = Gallery(gallery.looks, [mirrored_shape(shown) for _, shown in looks], of_file)
    return Watch(
        exercise=exercise.id,
        movement=movement,
        sides=(
            SideWatch("left", terms, gallery, ways, faults),
            SideWatch("right", other, other_gallery, mirrored_paths(ways, cameras), other_faults),
        ),
        crossing=_crossing(other, seen, shares),
        strength=strength,
        own=own([gallery, other_gallery]),
    )


def along(
    seen: Sight, terms: tuple[Term, ...], known: dict[Measure, Reading | None]
) -> float | None:
    """
    Say how far along its way a body is: 0 at the start, 1 at the end; None where too little shows.

    *known* keeps what was read before, for sides and movements that share measures.
    """
    moved = trusted = full = 0.0
    for measure, sign, start, weight, change in terms:
        full += change
        if measure in known:
            reading = known[measure]
        else:
            reading = known[measure] = measure.read(seen)
        if reading is not None:
            value, trust = reading
            moved += trust * weight * (sign * value - start)
            trusted += trust * change
    return moved / trusted if full > 0.0 and trusted >= ENOUGH * full else None


def _reach(terms: tuple[Term, ...], seen: Sight) -> float | None:
    return along(seen, terms, {})


Values = Mapping[str, float | None]


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


def _readings(seen: Sight | None) -> Values:
    if seen is None:
        return dict.fromkeys(MEASURES)
    readings = {name: measure.read(seen) for name, measure in MEASURES.items()}
    return {name: None if r is None else r.value for name, r in readings.items()}


def _terms(seen: list[list[Values]], shares: list[float]) -> tuple[tuple[Term, ...], float]:
    found: list[tuple[float, Term]] = []
    for name, measure in MEASURES.items():
        rows = [
            (share, by_step[0][name], by_step[HALF][name], by_step[-1][name])
            for share, by_step in zip(shares, seen, strict=True)
        ]
        known = [
            (s, a, b, c) for s, a, b, c in rows if a is not None and b is not None and c is not None
        ]
        if len(known) < len(rows):
            continue
        start = sum(s * a for s, a, _, _ in known)
        change = sum(s * (c - a) for s, a, _, c in known)
        wobble = sum(s * (c - a - change) ** 2 for s, a, _, c in known)
        bend = sum(s * (b - (a + c) / 2) ** 2 for s, a, b, c in known)
        noise = measure.spread**2 + wobble + bend
        weight = change / noise
        found.append((weight * change, Term(measure, 1.0, start, weight, weight * change)))
    found.sort(key=lambda pair: -pair[0])
    best = found[0][0] if found else 0.0
    kept = [(s, term) for s, term in found[:MOST] if best > 0.0 and s >= LEAST * best]
    return tuple(term for _, term in kept), math.sqrt(sum(s for s, _ in kept))


def _mirrored_term(term: Term) -> Term:
    measure = term.measure
    sign = -1.0 if measure.turns else 1.0
    return term._replace(measure=MEASURES[measure.mirror], sign=sign)


def _crossing(other: tuple[Term, ...], seen: list[list[Values]], shares: list[float]) -> float:
    moved = full = 0.0
    for term in other:
        values = (
            share * (by_step[-1][term.measure.name] or 0.0)
            for share, by_step in zip(shares, seen, strict=True)
        )
        moved += term.weight * (term.sign * sum(values) - term.start)
        full += term.full
    return moved / full if full > 0.0 else 0.0
