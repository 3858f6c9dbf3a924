"""Contacts: a body is put down so that what rests, rests, and nothing sinks in."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from unkink.core.definition.pose import Contact, Pose, RollerUnder, Support
from unkink.core.figure.flesh import Spot, lowest_m, reach_down_m, spots
from unkink.core.figure.frames import STANDING, Frame, Vec, plus
from unkink.core.figure.proportions import SHANK_M, THIGH_M
from unkink.core.figure.skeleton import SIDES, OneSide, Parts, add_arm, add_leg, angles_of, parts_of

SEAT_M: Final = 0.435
"""Height of the chair's seat: with level thighs the soles of a 1.70 m adult are flat."""
CUSHION_M: Final = 0.07
ROLLER_RADIUS_M: Final = 0.075
"""A common foam roller, 15 cm thick."""
BALL_RADIUS_M: Final = 0.045
HEIGHTS: Final[dict[str, float]] = {"floor": 0.0, "chair": SEAT_M, "cushion": CUSHION_M}
ROLLER_PLACES: Final[dict[str, tuple[str, float, float]]] = {
    "upper_back": ("chest", 0.12, -0.12),
    "pelvis": ("pelvis", 0.12, -0.12),
    "left_thigh": ("left_thigh", 0.0, -THIGH_M),
    "right_thigh": ("right_thigh", 0.0, -THIGH_M),
    "left_shank": ("left_shank", 0.0, -SHANK_M),
    "right_shank": ("right_shank", 0.0, -SHANK_M),
}
"""Which part, and from which height on it to which, `along` counts."""
FLAT_WRIST_M: Final = 0.022
"""Height of the wrist of a forearm that lies on the floor."""
TRUNK: Final = ("pelvis", "shoulders", "chest", "belly", "head")


@dataclass(frozen=True, slots=True)
class Stance:
    """What a body does apart from its hands: angles, and what it rests on."""

    angles: dict[str, float]
    contacts: tuple[str, ...]
    """One side each: `left_foot`, not `feet`; the first is what stays in place."""
    supports: Mapping[str, Support] = field(default_factory=dict)
    flat_feet: Mapping[OneSide, float] = field(default_factory=dict)
    roller: RollerUnder | None = None


def stance_of(pose: Pose) -> Stance:
    """Read a pose's stance."""
    return Stance(
        angles=angles_of(pose),
        contacts=each_side(pose.rests_on),
        supports={
            name: support for group, support in pose.supports.items() for name in each_side([group])
        },
        flat_feet=dict.fromkeys(SIDES, float(pose.flat_feet)),
        roller=pose.roller,
    )


def each_side(contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Name every contact for one side: `feet` is `left_foot` and `right_foot`."""
    pairs = {"feet": "foot", "knees": "knee", "shins": "shin", "thighs": "thigh"}
    pairs |= {"hands": "hand", "elbows": "elbow"}
    found: list[str] = []
    for name in contacts:
        found += [f"{side}_{pairs[name]}" for side in SIDES] if name in pairs else [name]
    return tuple(found)


def settled(stance: Stance) -> tuple[Stance, Parts]:
    """
    Put a body down, and give the angles it has then.

    The pelvis, when it rests, carries the trunk, and the legs find the floor from the hips.
    Otherwise the whole body tips until the first two contacts touch.
    """
    angles = dict(stance.angles)
    stance = replace(stance, angles=angles)
    carried = [c for c in stance.contacts if c in TRUNK and c != "head"]
    if "pelvis" not in carried:
        others = [c for c in stance.contacts if c not in carried and c != "head"]
        carried += _both_at_once(others)
    if len(carried) > 1:
        _tip(stance, carried[0], carried[1])
    parts = parts_of(angles, STANDING, stance.flat_feet)
    first = carried[0] if carried else "|".join(stance.contacts)
    parts = shifted(parts, (0.0, -gap_m(parts, first, stance), 0.0))
    if "pelvis" in carried:
        _lower_legs(stance, parts)
    _lower_arms(stance, parts)
    if "head" in stance.contacts and carried:
        _lay_head(stance, parts)
    return stance, parts


def _both_at_once(contacts: Sequence[str]) -> list[str]:
    """Left and right of the same kind touch as one."""
    kinds: dict[str, list[str]] = {}
    for contact in contacts:
        kinds.setdefault(contact.split("_")[1], []).append(contact)
    return ["|".join(same) for same in kinds.values()]


def gap_m(parts: Mapping[str, Frame], contact: str, stance: Stance) -> float:
    """Give how far a contact is above what carries it; below 0 it sinks in."""
    names = contact.split("|")
    gaps = []
    for name in names:
        support = stance.supports.get(name, "floor")
        if support == "roller":
            gaps.append(_gap_over_roller_m(parts, spots(name), stance.roller))
        else:
            gaps.append(lowest_m(parts, spots(name)) - HEIGHTS.get(support, 0.0))
    return min(gaps)


def roller_x_m(parts: Mapping[str, Frame], under: RollerUnder) -> float:
    """Give where the roller's axis is, seen along the mat."""
    part, top, bottom = ROLLER_PLACES[under.part]
    return parts[part].at(up=top + (bottom - top) * under.along)[0]


def _gap_over_roller_m(
    parts: Mapping[str, Frame], where: tuple[Spot, ...], under: RollerUnder | None
) -> float:
    if under is None:
        return lowest_m(parts, where)
    middle = roller_x_m(parts, under)
    gap = math.inf
    for part, piece in where:
        frame = parts[part]
        x, y, _ = frame.at(piece.forward, piece.left, piece.up)
        radius = reach_down_m(frame, piece)
        aside = abs(x - middle)
        whole = radius + ROLLER_RADIUS_M
        if aside < whole:
            gap = min(gap, y - ROLLER_RADIUS_M - math.sqrt(whole * whole - aside * aside))
    return gap if math.isfinite(gap) else lowest_m(parts, where) - 2 * ROLLER_RADIUS_M


def shifted(parts: Parts, by: Vec) -> Parts:
    """Move the whole body."""
    return {name: frame.moved_to(plus(frame.origin, by)) for name, frame in parts.items()}


def _tip(stance: Stance, one: str, two: str) -> None:
    start = stance.angles["lean_deg"]

    def uneven(by_deg: float) -> float:
        stance.angles["lean_deg"] = start + by_deg
        parts = parts_of(stance.angles, STANDING, stance.flat_feet)
        if "roller" in stance.supports.values():
            parts = shifted(parts, (0.0, -gap_m(parts, one, stance), 0.0))
        return gap_m(parts, one, stance) - gap_m(parts, two, stance)

    stance.angles["lean_deg"] = start + _root(uneven, 60.0)


def _lower_legs(stance: Stance, parts: Parts) -> None:
    for contact in stance.contacts:
        side: OneSide = "left" if contact.startswith("left") else "right"
        if not contact.endswith(("foot", "knee", "shin", "thigh")):
            continue
        done = [c for c in stance.contacts[: stance.contacts.index(contact)] if c.startswith(side)]
        knee_too = any(c.endswith(("thigh", "knee")) for c in done)
        name = f"{side}_knee_flexion_deg" if knee_too else f"{side}_hip_flexion_deg"
        start = stance.angles[name]

        def gap(
            by_deg: float,
            *,
            name: str = name,
            start: float = start,
            contact: str = contact,
            side: OneSide = side,
        ) -> float:
            stance.angles[name] = start + by_deg
            add_leg(parts, stance.angles, side, stance.flat_feet[side])
            return gap_m(parts, contact, stance)

        found = _root(gap, 45.0)
        gap(found)


def _lower_arms(stance: Stance, parts: Parts) -> None:
    for side in SIDES:
        if f"{side}_elbow" not in stance.contacts:
            continue
        name = f"{side}_shoulder_flexion_deg"
        start = stance.angles[name]

        def gap(
            by_deg: float, *, side: OneSide = side, name: str = name, start: float = start
        ) -> float:
            stance.angles[name] = start + by_deg
            add_arm(parts, stance.angles, side)
            return gap_m(parts, f"{side}_elbow", stance)

        gap(_root(gap, 60.0))
        _level_forearm(stance, parts, side)


def _level_forearm(stance: Stance, parts: Parts, side: OneSide) -> None:
    name = f"{side}_elbow_flexion_deg"
    start = stance.angles[name]

    def gap(by_deg: float) -> float:
        stance.angles[name] = start + by_deg
        add_arm(parts, stance.angles, side)
        return parts[f"{side}_hand"].origin[1] - FLAT_WRIST_M

    gap(_root(gap, 60.0))


def _lay_head(stance: Stance, parts: Parts) -> None:
    start = stance.angles["neck_flexion_deg"]
    chest = parts["pelvis"]

    def gap(by_deg: float) -> float:
        stance.angles["neck_flexion_deg"] = start + by_deg
        fresh = parts_of(stance.angles, STANDING, stance.flat_feet)
        by = plus(chest.origin, fresh["pelvis"].origin, -1)
        parts["neck"] = fresh["neck"].moved_to(plus(fresh["neck"].origin, by))
        parts["head"] = fresh["head"].moved_to(plus(fresh["head"].origin, by))
        return gap_m(parts, "head", stance)

    gap(_root(gap, 40.0))


def _root(gap: Callable[[float], float], reach_deg: float) -> float:
    """Give the turn that closes a gap, the one nearest to none; the least gap if none does."""
    here = gap(0.0)
    if abs(here) < 1e-5:
        return 0.0
    step = 3.0
    best = (abs(here), 0.0)
    for size in range(1, int(reach_deg / step) + 1):
        for sign in (1.0, -1.0):
            outer, inner = sign * size * step, sign * (size - 1) * step
            far, near = gap(outer), gap(inner)
            best = min(best, (abs(far), outer))
            if (far < 0) != (near < 0):
                return _halved(gap, inner, outer, near < 0)
    return best[1]


def _halved(
    gap: Callable[[float], float],
    inner: float,
    outer: float,
    inner_is_low: bool,  # noqa: FBT001 - a private step of the search above
) -> float:
    for _ in range(14):
        middle = (inner + outer) / 2
        if (gap(middle) < 0) == inner_is_low:
            inner = middle
        else:
            outer = middle
    return (inner + outer) / 2
