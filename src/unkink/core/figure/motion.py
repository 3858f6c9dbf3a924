"""From key poses to movement: single poses, what lies between them, and whole cycles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.definition.pose import Place, Pose, RollerUnder
from unkink.core.figure.flesh import lowest_m, spots
from unkink.core.figure.frames import Vec, mean
from unkink.core.figure.holds import Grip, grip_at, take
from unkink.core.figure.reach import reach_with_leg
from unkink.core.figure.settle import Stance, roller_x_m, settled, shifted, stance_of
from unkink.core.figure.skeleton import SIDES, Body, OneSide, Parts, mirrored

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Movement

RELAXED_CURL: Final = 0.25
GONE: Final = 1e-9
"""A share this small is none."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key pose put down: what it takes to blend it with another."""

    stance: Stance
    hands: Mapping[OneSide, Place]
    planted: Mapping[OneSide, Vec]
    """Where the ankle of each resting foot is."""
    palms: Mapping[OneSide, Vec]
    """Where the palm of each hand on the floor is."""
    anchor: str
    """The contact that stays in place through a movement: the first of its start pose."""


def posed(pose: Pose) -> Body:
    """Give the body in one key pose, resting on what it rests on, hands at their places."""
    return _mixed([(_key(pose, None), 1.0)])


def blended(start: Pose, end: Pose, fraction: float) -> Body:
    """Give the body *fraction* of the way from one pose to another; resting feet don't slide."""
    first = _key(start, None)
    return _mixed([(first, 1 - fraction), (_key(end, first), fraction)])


def eased(fraction: float) -> float:
    """Turn even time into a slow start and a slow end."""
    f = min(max(fraction, 0.0), 1.0)
    return f * f * f * (f * (f * 6 - 15) + 10)


@dataclass(frozen=True, slots=True)
class Motion:
    """One movement on one side, from key pose to key pose and round again."""

    keys: tuple[Key, ...]
    """The start pose, then the pose of every stage; the last is the first."""
    is_mirrored: bool
    range_fraction: float

    @classmethod
    def of(
        cls, movement: Movement, side: OneSide | str = "left", range_fraction: float = 1.0
    ) -> Motion:
        """
        Prepare a movement; files write it for the left, `right` is its mirror image.

        A *range_fraction* below 1 goes only so far from the start pose.
        """
        names = [stage.pose for stage in movement.cycle]
        start = _key(movement.poses[names[-1]], None)
        keys = {names[-1]: start}
        for name in names:
            if name not in keys:
                keys[name] = _key(movement.poses[name], start)
        return cls((start, *(keys[name] for name in names)), side == "right", range_fraction)

    @property
    def stages(self) -> int:
        """Give the number of stages in a cycle."""
        return len(self.keys) - 1

    def at(self, position: float) -> Body:
        """
        Give the body at a place in the cycle: 0 is the start pose, k the pose of stage k.

        Between them it goes evenly; past the end it begins again.
        """
        stages = self.stages
        position %= stages
        k = int(position)
        fraction = position - k
        shares: dict[int, float] = {}
        keys: dict[int, Key] = {}
        for key, share in self._shares(k, fraction):
            keys[id(key)] = key
            shares[id(key)] = shares.get(id(key), 0.0) + share
        body = _mixed([(keys[i], share) for i, share in shares.items() if share > GONE])
        return mirrored(body) if self.is_mirrored else body

    def _shares(self, k: int, fraction: float) -> list[tuple[Key, float]]:
        start, here, there = self.keys[0], self.keys[k], self.keys[k + 1]
        r = self.range_fraction
        return [
            (start, 1 - r),
            (here, (1 - fraction) * r),
            (there, fraction * r),
        ]


def _key(pose: Pose, start: Key | None) -> Key:
    stance, parts = settled(stance_of(pose))
    anchor = start.anchor if start else stance.contacts[0]
    parts = shifted(parts, (-_place_of(parts, anchor)[0], 0.0, 0.0))
    planted: dict[OneSide, Vec] = {}
    for side in SIDES:
        if f"{side}_foot" in stance.contacts:
            planted[side] = parts[f"{side}_foot"].origin
            if start and side in start.planted and pose.flat_feet:
                planted[side] = start.planted[side]
    palms = {
        side: start.palms[side] if start and side in start.palms else _palm(parts, side)
        for side in SIDES
        if pose.hands.get(side) == "floor" and f"{side}_elbow" not in stance.contacts
    }
    return Key(stance, dict(pose.hands), planted, palms, anchor)


def _palm(parts: Parts, side: OneSide) -> Vec:
    return grip_at(parts, side, "floor").palm


def _place_of(parts: Parts, contact: str) -> Vec:
    names = {"shoulders": "chest", "belly": "waist"}
    part = names.get(contact, contact).replace("_knee", "_shank").replace("_shin", "_shank")
    part = part.replace("_elbow", "_forearm")
    return parts[part].origin


def _mixed(shares: Sequence[tuple[Key, float]]) -> Body:
    """Give the body between several key poses, each with its share."""
    stance = _mixed_stance(shares)
    stance, parts = settled(stance)
    parts = shifted(parts, (-_place_of(parts, shares[0][0].anchor)[0], 0.0, 0.0))
    for side in SIDES:
        if all(side in key.planted for key, _ in shares):
            x, _, z = mean([(share, key.planted[side]) for key, share in shares])
            foot = parts[f"{side}_foot"]
            height = foot.origin[1] - lowest_m(parts, spots(f"{side}_foot"))
            reach_with_leg(parts, side, (x, height, z))
            parts[f"{side}_foot"] = foot.moved_to(parts[f"{side}_foot"].origin)
    curls = dict.fromkeys(SIDES, RELAXED_CURL)
    for side in SIDES:
        if any(key.hands.get(side) for key, _ in shares):
            grips = [(share, _grip(parts, side, key)) for key, share in shares]
            curls[side] = take(parts, side, grips)
    return Body(
        parts,
        (curls["left"], curls["right"]),
        roller_x_m(parts, stance.roller) if stance.roller else None,
    )


def _grip(parts: Parts, side: OneSide, key: Key) -> Grip:
    grip = grip_at(parts, side, key.hands.get(side))
    if side not in key.palms:
        return grip
    x, _, z = key.palms[side]
    return grip._replace(palm=(x, grip.palm[1], z))


def _mixed_stance(shares: Sequence[tuple[Key, float]]) -> Stance:
    first = shares[0][0].stance
    stances = [(key.stance, share) for key, share in shares]
    angles = {
        name: sum(stance.angles[name] * share for stance, share in stances) for name in first.angles
    }
    shared = [set(stance.contacts) for stance, _ in stances]
    contacts = tuple(c for c in first.contacts if all(c in each for each in shared))
    flat: dict[OneSide, float] = {
        side: sum(stance.flat_feet[side] * share for stance, share in stances) for side in SIDES
    }
    return Stance(angles, contacts, first.supports, flat, _mixed_roller(stances))


def _mixed_roller(stances: Sequence[tuple[Stance, float]]) -> RollerUnder | None:
    first = stances[0][0].roller
    if first is None:
        return None
    along = sum((s.roller.along if s.roller else first.along) * share for s, share in stances)
    return RollerUnder(part=first.part, along=along)
