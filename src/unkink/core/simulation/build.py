"""
How somebody is built: otherwise than our figure, as people are.

A build changes lengths and keeps the angles at the joints; then the body is put down again, so that
what rested on the floor still rests there.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.figure.frames import cross, minus, plus, unit
from unkink.core.simulation.bones import BONE_TO, MID_SHOULDERS, TREE, body_of, bones_of
from unkink.core.simulation.chance import about, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.figure import Vec
    from unkink.core.simulation.bones import Bones, Places
    from unkink.core.simulation.chance import Chance

SPREADS: Final[Mapping[str, float]] = {
    "trunk": 0.035,
    "neck": 0.08,
    "head": 0.04,
    "shoulders": 0.075,
    "hips": 0.10,
    "upper_arm": 0.045,
    "forearm": 0.045,
    "thigh": 0.05,
    "shank": 0.045,
    "foot": 0.05,
}
"""
How far a part's share of stature differs between adults, as a standard deviation of its logarithm.

Lengths differ by 3 to 5 % of themselves at the same stature, breadths by 7 to 10 %, both sexes and
all ages together, by surveys of soldiers (ANSUR) [R]; that the parts differ apart is ours [D].
"""
STATURE_SPREAD: Final = 0.055
"""Of the logarithm: 1.51 to 1.90 m hold 95 % of adults, both sexes together [R: NHANES]."""
OFF_M: Final = 0.018
"""How far a model's hip sits before or above the joint in a belly or wide hips. [D]"""
RESTING_M: Final = 0.15
"""What is this low in the figure is taken to rest on the floor, the lower the more. [D]"""
STIFF_M2: Final = 0.05
"""Keeps a body whose contacts are all in one place from tipping over them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Lengths as shares of our figure's own, by part of the body; 1 where none is given."""

    stature: float = 1.0
    parts: Mapping[str, float] = field(default_factory=dict)
    """By the parts of `SPREADS`, on top of stature."""
    hips_forward_m: float = 0.0
    """Where the hips seem to be, before the joints: a belly, a wide seat."""
    hips_up_m: float = 0.0


OURS: Final = Build()
"""Our figure's own: an adult of 1.70 m."""


def some_build(chance: Chance) -> Build:
    """Give anybody's build."""
    return Build(
        stature=about(chance, 1.0, STATURE_SPREAD),
        parts={part: about(chance, 1.0, spread) for part, spread in SPREADS.items()},
        hips_forward_m=normal(chance, OFF_M),
        hips_up_m=normal(chance, OFF_M),
    )


def built(places: Sequence[Vec], build: Build) -> Places:
    """Give the body of somebody built so, in the same posture, on the same floor."""
    if build == OURS:
        return tuple(places)
    sizes = [build.stature * build.parts.get(part, 1.0) for _, _, part in TREE]
    bones = bones_of(places)
    scaled: Bones = (
        bones[0],
        *((x * n, y * n, z * n) for (x, y, z), n in zip(bones[1:], sizes, strict=True)),
    )
    return _off(laid(body_of(scaled), places), build)


def _off(places: Places, build: Build) -> Places:
    """Move the hips to where they seem to be: the legs stay where they are."""
    bones = bones_of(places)
    up = unit(bones[BONE_TO[MID_SHOULDERS]])
    left = unit(minus(places[Joint.LEFT_HIP], places[Joint.RIGHT_HIP]), (0.0, 0.0, 1.0))
    ahead = cross(left, up)
    found = list(places)
    for joint in (Joint.LEFT_HIP, Joint.RIGHT_HIP):
        there = plus(places[joint], ahead, build.hips_forward_m)
        found[joint] = plus(there, up, build.hips_up_m)
    return tuple(found)


def laid(places: Places, as_before: Sequence[Vec]) -> Places:
    """Tip and lower a body until what was low is as low as before."""
    weights = [max(0.0, 1.0 - y / RESTING_M) ** 2 for _, y, _ in as_before]
    total = sum(weights) or 1.0
    x0 = sum(w * x for w, (x, _, _) in zip(weights, places, strict=True)) / total
    rises = [b[1] - a[1] for a, b in zip(places, as_before, strict=True)]
    up_m = sum(w * rise for w, rise in zip(weights, rises, strict=True)) / total
    across = sum(
        w * (x - x0) * (rise - up_m)
        for w, (x, _, _), rise in zip(weights, places, rises, strict=True)
    )
    spread = sum(w * (x - x0) ** 2 for w, (x, _, _) in zip(weights, places, strict=True))
    rad = math.atan(across / (spread + STIFF_M2))
    c, s = math.cos(rad), math.sin(rad)
    y0 = sum(w * y for w, (_, y, _) in zip(weights, places, strict=True)) / total
    return tuple(
        (x0 + (x - x0) * c - (y - y0) * s, y0 + (x - x0) * s + (y - y0) * c + up_m, z)
        for x, y, z in places
    )
