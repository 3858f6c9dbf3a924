"""Inverse kinematics: limbs of two bones reach for a point."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from unkink.core.figure import proportions as p
from unkink.core.figure.frames import Vec, dot, facing, length, minus, plus, unit

if TYPE_CHECKING:
    from unkink.core.figure.skeleton import OneSide, Parts


def bend_point(start: Vec, end: Vec, sizes: tuple[float, float], towards: Vec) -> tuple[Vec, Vec]:
    """
    Give the middle joint, bent towards a direction, and the end that can be reached.

    An end out of reach is approached as far as the bones go, never by stretching them.
    """
    upper, lower = sizes
    way = unit(minus(end, start), (0.0, -1.0, 0.0))
    far = min(max(length(minus(end, start)), abs(upper - lower) + 1e-4), upper + lower - 1e-4)
    along = (upper * upper - lower * lower + far * far) / (2 * far)
    aside = math.sqrt(max(upper * upper - along * along, 0.0))
    level = unit(plus(towards, way, -dot(towards, way)), (0.0, 0.0, 1.0))
    return plus(plus(start, way, along), level, aside), plus(start, way, far)


def reach_with_leg(parts: Parts, side: OneSide, ankle: Vec) -> None:
    """Bring an ankle to a place; the knee keeps to the side it is on, the foot its turn."""
    thigh, shank, foot = (parts[f"{side}_{n}"] for n in ("thigh", "shank", "foot"))
    middle = minus(shank.origin, thigh.origin)
    line = unit(minus(foot.origin, thigh.origin))
    towards = plus(middle, line, -dot(middle, line))
    if length(towards) < 0.03:
        towards = plus(towards, thigh.forward, 0.03)
    knee, end = bend_point(thigh.origin, ankle, (p.THIGH_M, p.SHANK_M), towards)
    parts[f"{side}_thigh"] = facing(thigh.origin, minus(thigh.origin, knee), thigh.forward)
    parts[f"{side}_shank"] = facing(knee, minus(knee, end), shank.forward)
    parts[f"{side}_foot"] = foot.moved_to(end)


def reach_with_arm(parts: Parts, side: OneSide, wrist: Vec, elbow_towards: Vec) -> None:
    """Bring a wrist to a place, the elbow to the side of *elbow_towards*; the hand comes along."""
    upper = parts[f"{side}_upper_arm"]
    elbow, end = bend_point(upper.origin, wrist, (p.UPPER_ARM_M, p.FOREARM_M), elbow_towards)
    lower_up, upper_up = minus(elbow, end), minus(upper.origin, elbow)
    crease = minus(end, elbow)
    parts[f"{side}_upper_arm"] = facing(upper.origin, upper_up, plus(crease, upper.forward, 0.02))
    forearm = facing(elbow, lower_up, plus(upper_up, crease, 0.01))
    parts[f"{side}_forearm"] = forearm
    parts[f"{side}_hand"] = forearm.moved_to(end)
