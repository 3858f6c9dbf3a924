"""
What to watch: an exercise file's key poses, seen by many cameras, tell which measures matter.

The figure goes from the start pose to the end pose; every camera a home may have looks on; a
measure that changes much, the same way for all of them, straight along the way, and against little
noise, gets a large weight. So a new file needs no code, and no file is treated apart.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Side
from unkink.core.coach.faults import FaultWatch, mirrored_fault, watch_faults
from unkink.core.coach.measures import MEASURES, Measure, Reading, Sight, sight
from unkink.core.figure import Body, blended
from unkink.core.simulation.camera import ASKED_DEG, Camera, middle, seen_by

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.definition.pose import Pose

YAWS_DEG: Final = tuple(range(0, 360, 30))
ELEVATIONS_DEG: Final = (5.0, 20.0, 40.0)
"""From a phone on the floor to one on a shelf. [D]"""
VIEWS_DEG: Final = tuple((float(yaw), up) for yaw in YAWS_DEG for up in ELEVATIONS_DEG)
"""Every camera that may look on: its yaw and its elevation."""
STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
HALF: Final = STEPS.index(0.5)
BEYOND: Final = (-0.35, 1.4)
"""People start lower and go farther than a file says: looks are drawn on by as much. [D]"""
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

POSTURE: Final = tuple(
    name
    for name in MEASURES
    if name.removeprefix("left_").removeprefix("right_")
    in {
        "hip_deg", "knee_deg", "knee_rise", "ankle_rise", "chest_rise", "chest_up",
        "hand_rise", "knee_to_chest", "head_rise", "thigh_forward", "shin_forward",
        "knee_nearer", "ankle_nearer", "chest_nearer",
    }
)  # fmt: skip
"""Measures that tell one posture from another."""


class Term(NamedTuple):
    """One measure's part in the way: `weight * (value - start)`, of `weight * change` in all."""

    measure: Measure
    sign: float
    start: float
    weight: float
    full: float


class Look(NamedTuple):
    """What one camera sees of a posture, every measure of `POSTURE` in its own spreads."""

    step: float
    scaled: tuple[float, ...]
    view: int
    """Which camera: its place in `VIEWS_DEG`."""


@dataclass(frozen=True, slots=True)
class SideWatch:
    """What to watch on one side of one movement."""

    side: Side
    terms: tuple[Term, ...]
    looks: tuple[Look, ...]
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
    seen = [[_look(body, camera) for body in bodies] for camera, _ in views]
    shares = [share for _, share in views]
    terms, strength = _terms(seen, shares)
    looks = tuple(look for view, by_step in enumerate(seen) for look in _looks(by_step, view))
    faults = watch_faults(
        moves,
        end=_end_name(moves),
        cameras=[camera for camera, _ in views],
        reach=lambda seen: along(seen, terms, {}),
    )
    if moves.sides == "both":
        return Watch(
            exercise=exercise.id,
            movement=movement,
            sides=(SideWatch("both", terms, looks, faults),),
            crossing=0.0,
            strength=strength,
        )
    other = tuple(_mirrored_term(term) for term in terms)
    other_faults = tuple(mirrored_fault(fault) for fault in faults)
    other_looks = tuple(look._replace(scaled=_mirrored_values(look.scaled)) for look in looks)
    return Watch(
        exercise=exercise.id,
        movement=movement,
        sides=(
            SideWatch("left", terms, looks, faults),
            SideWatch("right", other, other_looks, other_faults),
        ),
        crossing=_crossing(other, seen, shares),
        strength=strength,
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


def _look(body: Body, camera: Camera) -> Values:
    joints = body.joints
    seen = sight(seen_by(camera, joints, at=middle(joints), t_s=0.0).points)
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


def _looks(by_step: list[Values], view: int) -> Iterator[Look]:
    known = [_scaled(values) for values in by_step]
    first, last = known[0], known[-1]
    for step, values in zip(STEPS, known, strict=True):
        if values is not None:
            yield Look(step, values, view)
    if first is not None and last is not None:
        for step in BEYOND:
            yield Look(
                step, tuple(a + step * (b - a) for a, b in zip(first, last, strict=True)), view
            )


def _scaled(values: Values) -> tuple[float, ...] | None:
    known = [(name, values[name]) for name in POSTURE]
    scaled = tuple(v / MEASURES[name].spread for name, v in known if v is not None)
    return scaled if len(scaled) == len(POSTURE) else None


def _mirrored_values(values: tuple[float, ...]) -> tuple[float, ...]:
    by_name = dict(zip(POSTURE, values, strict=True))
    return tuple(by_name[MEASURES[name].mirror] for name in POSTURE)


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
