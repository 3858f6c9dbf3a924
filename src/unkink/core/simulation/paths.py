"""Ways a body goes: from place to place, worked out once and gone along as often as wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Joint
from unkink.core.figure import Motion, posed
from unkink.core.figure.frames import minus, plus
from unkink.core.simulation.bones import UPRIGHT, body_of, bones_of, part_way, spun
from unkink.core.simulation.camera import OTHER
from unkink.core.simulation.variation import raised, raised_m, with_fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.body import Side
    from unkink.core.definition.exercise import Exercise, Movement
    from unkink.core.definition.pose import Pose
    from unkink.core.figure import Vec
    from unkink.core.simulation.bones import Places

STEPS: Final = 12
"""Places along a way; between them joints go straight, off by a millimetre at most."""
LOW_M: Final = 0.02
"""No joint of a body on its way is lower than this."""
HIGH_M: Final = 0.09
"""Nor its lowest joint higher: nobody flies."""


class Path(NamedTuple):
    """A body at evenly spaced places of a way."""

    bodies: tuple[tuple[float, ...], ...]
    """Each as x, y, z of every joint, one after the other."""

    @classmethod
    def through(cls, bodies: list[Places]) -> Path:
        """Go through these bodies."""
        return cls(tuple(tuple(v for place in body for v in place) for body in bodies))

    def at(self, way: float) -> list[float]:
        """Give x, y, z of every joint at a place: 0 the first body, 1 the last, a little beyond."""
        last = len(self.bodies) - 1
        if last == 0:
            return list(self.bodies[0])
        along = way * last
        k = min(max(int(along), 0), last - 1)
        share = along - k
        return [
            a + (b - a) * share for a, b in zip(self.bodies[k], self.bodies[k + 1], strict=True)
        ]

    def places(self, way: float) -> Places:
        """Give the body at a place, joint by joint."""
        flat = self.at(way)
        return tuple((flat[i], flat[i + 1], flat[i + 2]) for i in range(0, len(flat), 3))


class Repertoire:
    """What our figure can do, each thing worked out once: made once for many people."""

    def __init__(self) -> None:
        self._ways: dict[tuple[str, str, str | None], tuple[Places, ...]] = {}
        self._postures: dict[int, tuple[Pose, Places]] = {}

    def way(
        self, exercise: Exercise, movement: str, side: Side, fault: str | None = None
    ) -> tuple[Places, ...]:
        """Give our figure from the start of a repetition to its end, there only."""
        key = (exercise.id, movement, fault)
        if key not in self._ways:
            self._ways[key] = tuple(_there(exercise.movements[movement], fault))
        found = self._ways[key]
        return tuple(flipped(each) for each in found) if side == "right" else found

    def posture(self, pose: Pose) -> Places:
        """Give our figure in a pose."""
        if id(pose) not in self._postures:
            self._postures[id(pose)] = (pose, _listed(posed(pose).joints))
        return self._postures[id(pose)][1]


def _there(movement: Movement, fault: str | None) -> list[Places]:
    up_m = 0.0
    if fault is not None:
        up_m = max(raised_m(each) for each in movement.faults if each.id == fault)
        movement = with_fault(movement, fault)
    motion = Motion.of(movement)
    # One way goes out and comes back: the first stage of the cycle is all of it.
    found = []
    for k in range(STEPS + 1):
        share = k / STEPS
        joints = motion.at(share if motion.stages > 1 else 0.0).joints
        found.append(_listed(raised(joints, up_m * share)))
    return found


def _listed(joints: Mapping[Joint, Vec]) -> Places:
    return tuple(joints[joint] for joint in Joint)


def flipped(places: Places) -> Places:
    """Exchange left and right, as in a mirror along the middle of the body."""
    return tuple((places[o][0], places[o][1], -places[o][2]) for o in OTHER.values())


def placed(places: Places, root: Vec, *, turned_rad: float) -> Places:
    """Turn a body about the upright line and bring its hips over a place of the floor."""
    x, _, z = bones_of(places)[0]
    found = []
    for place in places:
        away = spun(minus(place, (x, 0.0, z)), UPRIGHT, turned_rad)
        found.append(plus(away, (root[0], 0.0, root[2])))
    return tuple(found)


def blend(start: Places, end: Places, steps: int = STEPS) -> Path:
    """Go from any posture to any other, without stretching, sinking or flying."""
    a, b = bones_of(start), bones_of(end)
    between = [_on_floor(body_of(part_way(a, b, k / steps))) for k in range(1, steps)]
    return Path.through([start, *between, end])


def _on_floor(places: Places) -> Places:
    lowest = min(y for _, y, _ in places)
    by = LOW_M - lowest if lowest < LOW_M else min(HIGH_M - lowest, 0.0)
    return tuple((x, y + by, z) for x, y, z in places)
