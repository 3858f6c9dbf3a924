"""
Simulated people: an exercise's own figure, done to a dose before a camera, as frames.

It proves that files, figure and coach agree, never that they are true: recordings do that. Nothing
here is random; noise comes in as data.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint, Point
from unkink.core.figure import Motion, eased
from unkink.core.simulation.camera import Camera, asked_camera, middle, seen_by
from unkink.core.simulation.variation import raised, raised_m, with_fault

if TYPE_CHECKING:
    from unkink.core.body import Frame, Side
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.figure import Body, Vec

BREATH_S: Final = 4.0
"""A calm breath."""
BREATH_M: Final = 0.003
"""How far the shoulders of a body at rest move with it: a living body is never quite still. [D]"""
BREATHING: Final = frozenset(joint for joint in Joint if joint < Joint.LEFT_HIP)
PLACES: Final = 100
"""Bodies along the way are worked out this finely, once each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """How somebody does an exercise, and how they are seen."""

    movement: str = "main"
    reps: int = 5
    """For each side."""
    hold_s: float = 3.0
    range_fraction: float = 1.0
    """How far of the way they go."""
    tempo: float = 1.0
    """2 is twice as fast; holds are not shortened."""
    fault: str | None = None
    ready_s: float = 2.0
    """Time in the start pose, before and after."""
    frames_per_s: float = 10.0
    camera: Camera | None = None
    """None for where the file asks for it."""
    hidden: frozenset[Joint] = frozenset()
    noise: Sequence[float] = ()
    """Added to every coordinate in turn, in picture heights, over and over."""


class Span(NamedTuple):
    """A stretch of time in which the body goes from one place of the cycle to another."""

    side: Side
    from_: float
    to: float
    lasts_s: float


def simulate(exercise: Exercise, how: Performance) -> Iterator[Frame]:
    """Give the frames of one performance, from the start pose back to the start pose."""
    movement = exercise.movements[how.movement]
    up_m = 0.0
    if how.fault is not None:
        up_m = max(raised_m(fault) for fault in movement.faults if fault.id == how.fault)
        movement = with_fault(movement, how.fault)
    bodies = _Bodies(movement, how.range_fraction)
    camera = how.camera or asked_camera(movement)
    at = middle(bodies.at("left", 0.0).joints)
    noise = how.noise
    index, used, began_s = 0, 0, 0.0
    for span in spans(movement, how):
        while (t_s := index / how.frames_per_s) < began_s + span.lasts_s:
            share = eased((t_s - began_s) / span.lasts_s)
            body = bodies.at(span.side, span.from_ + (span.to - span.from_) * share)
            frame = seen_by(camera, raised(_breathing(body, t_s), up_m), at=at, t_s=t_s)
            yield _spoilt(frame, how.hidden, noise, used)
            used += 3 * len(frame.points)
            index += 1
        began_s += span.lasts_s


def spans(movement: Movement, how: Performance) -> list[Span]:
    """Lay out a performance in time."""
    order = _order(movement, how.reps)
    found = [Span(order[0], 0.0, 0.0, how.ready_s)]
    for side in order:
        for k, stage in enumerate(movement.cycle):
            found.append(Span(side, k, k + 1, stage.move_s / how.tempo))
            stays_s = (how.hold_s if stage.holds else 0.0) + stage.pause_s / how.tempo
            if stays_s > 0.0:
                found.append(Span(side, k + 1, k + 1, stays_s))
    found.append(Span(order[-1], 0.0, 0.0, how.ready_s))
    return found


def _order(movement: Movement, reps: int) -> list[Side]:
    if movement.sides == "both":
        return ["both"] * reps
    pair: list[Side] = ["left", "right"]
    if movement.sides == "alternating":
        return pair * reps
    return [side for side in pair for _ in range(reps)]


class _Bodies:
    """Bodies along one movement, each worked out once."""

    def __init__(self, movement: Movement, range_fraction: float) -> None:
        self._motions = {
            side: Motion.of(movement, side, range_fraction) for side in ("left", "right", "both")
        }
        self._known: dict[tuple[Side, int], Body] = {}

    def at(self, side: Side, position: float) -> Body:
        key = (side, round(position * PLACES))
        if key not in self._known:
            self._known[key] = self._motions[side].at(key[1] / PLACES)
        return self._known[key]


def _breathing(body: Body, t_s: float) -> dict[Joint, Vec]:
    rise_m = BREATH_M * math.sin(2 * math.pi * t_s / BREATH_S)
    return {
        joint: (x, y + rise_m, z) if joint in BREATHING else (x, y, z)
        for joint, (x, y, z) in body.joints.items()
    }


def _spoilt(frame: Frame, hidden: frozenset[Joint], noise: Sequence[float], used: int) -> Frame:
    if not hidden and not noise:
        return frame
    points: list[Point | None] = []
    for joint in Joint:
        point = frame.points[joint]
        if point is None or joint in hidden:
            points.append(None)
        elif noise:
            k, n = used + 3 * joint, len(noise)
            x, y, z = (noise[(k + axis) % n] for axis in range(3))
            points.append(Point(point.x + x, point.y + y, point.z + z, point.seen))
        else:
            points.append(point)
    return replace(frame, points=tuple(points))
