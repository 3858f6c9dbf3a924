"""The frames that flesh and clothes hang on, for a body of which only the joints are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.figure import Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.frames import (
    between,
    cross,
    dot,
    facing,
    length,
    mean,
    minus,
    plus,
    unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.figure import Vec

BENT: Final = 0.5
"""How much of what the neck bends the spine is taken to bend."""
HEIGHTS: Final = {
    name: at / p.TRUNK_M
    for name, at in zip(("waist", "ribs", "chest"), p.SPINE_JOINTS_M[1:], strict=True)
}
"""How far up from the hips to the shoulders each part of the spine begins."""
NOSE_M: Final = 0.12
"""From between the ears to the tip of the nose."""


@dataclass(frozen=True, slots=True)
class Worn:
    """Frames by part, as `core.figure.Body` has them, and how large each is, 1 the figure's."""

    parts: Mapping[str, Frame]
    sizes: Mapping[str, float]
    """Lengths of limbs, head and trunk; `hips` and `shoulders` for breadths."""


def worn(places: Sequence[Vec]) -> Worn:
    """Find the frames of a body whose joints are at *places*, in the order of `Joint`."""
    parts, sizes = _trunk(places)
    parts["head"], sizes["head"] = _head(places)
    chest, head = parts["chest"], parts["head"]
    base = chest.at(forward=-0.01, up=(p.NECK_BASE_M - p.SPINE_JOINTS_M[-1]) * sizes["trunk"])
    parts["neck"] = facing(base, minus(head.origin, base), plus(chest.forward, head.forward))
    for side in ("left", "right"):
        _leg(places, parts, sizes, side)
        _arm(places, parts, sizes, side)
    return Worn(parts, sizes)


def _of(places: Sequence[Vec], side: str, name: str) -> Vec:
    return places[Joint[f"{side}_{name}".upper()]]


def _mid(places: Sequence[Vec], name: str) -> Vec:
    return between(_of(places, "left", name), _of(places, "right", name), 0.5)


def _trunk(places: Sequence[Vec]) -> tuple[dict[str, Frame], dict[str, float]]:
    """Bend the spine evenly between hips and shoulders, as the neck goes on."""
    hips, shoulders, ears = (_mid(places, name) for name in ("hip", "shoulder", "ear"))
    left_hips = minus(_of(places, "left", "hip"), _of(places, "right", "hip"))
    left_chest = minus(_of(places, "left", "shoulder"), _of(places, "right", "shoulder"))
    straight, neck = unit(minus(shoulders, hips)), unit(minus(ears, shoulders))
    bend = mean([(BENT, neck), (-BENT * dot(neck, straight), straight)])
    low, high = unit(plus(straight, bend, -0.5)), unit(plus(straight, bend, 0.5))
    long = length(minus(shoulders, hips))
    parts = {"pelvis": _upright(hips, low, left_hips)}
    # A curve that leaves the hips as the pelvis stands and comes to the shoulders as the chest.
    knots = (hips, plus(hips, low, long / 3), plus(shoulders, high, -long / 3), shoulders)
    for name, share in HEIGHTS.items():
        place, up = _curve(knots, share)
        left = mean([(1 - share, unit(left_hips)), (share, unit(left_chest))])
        parts[name] = _upright(place, up, left)
    parts["chest"] = _upright(parts["chest"].origin, high, left_chest)
    return parts, {
        "trunk": long / p.TRUNK_M,
        "hips": length(left_hips) / (2 * p.HALF_HIPS_M),
        "shoulders": length(left_chest) / (2 * p.HALF_SHOULDERS_M),
    }


def _curve(knots: tuple[Vec, Vec, Vec, Vec], share: float) -> tuple[Vec, Vec]:
    """Give a place on a curve of Bezier, and the way it goes there."""
    a, b, c, d = knots
    one, two, three = between(a, b, share), between(b, c, share), between(c, d, share)
    low, high = between(one, two, share), between(two, three, share)
    return between(low, high, share), unit(minus(high, low))


def _upright(origin: Vec, up: Vec, left: Vec) -> Frame:
    return facing(origin, up, cross(left, up))


def _head(places: Sequence[Vec]) -> tuple[Frame, float]:
    ears = _mid(places, "ear")
    left = minus(_of(places, "left", "ear"), _of(places, "right", "ear"))
    ahead = minus(places[Joint.NOSE], ears)
    # The nose is a little lower than the ears.
    up = plus(unit(cross(ahead, left)), unit(ahead), 0.01 / NOSE_M)
    size = length(ahead) / NOSE_M
    frame = facing(ears, up, ahead)
    return frame.moved_to(frame.at(forward=0.005 * size, up=-0.030 * size)), size


def _leg(
    places: Sequence[Vec], parts: dict[str, Frame], sizes: dict[str, float], side: str
) -> None:
    hip, knee, ankle, heel, toe = (
        _of(places, side, name) for name in ("hip", "knee", "ankle", "heel", "toe")
    )
    thigh, shank, sole = minus(hip, knee), minus(knee, ankle), minus(toe, heel)
    ahead = plus(mean([(0.2, unit(sole))]), parts["pelvis"].forward, 0.1)
    # A knee bends backwards only: that tells which way the thigh looks.
    parts[f"{side}_thigh"] = facing(hip, thigh, plus(unit(shank), ahead))
    parts[f"{side}_shank"] = facing(knee, shank, plus(mean([(-1.0, unit(thigh))]), ahead))
    flat = between(heel, toe, 0.06 / (0.06 + p.FOOT_M - 0.085))
    parts[f"{side}_foot"] = facing(ankle, minus(ankle, flat), sole)
    sizes[f"{side}_thigh"] = length(thigh) / p.THIGH_M
    sizes[f"{side}_shank"] = length(shank) / p.SHANK_M
    sizes[f"{side}_foot"] = length(sole) / (0.06 + p.FOOT_M - 0.085)


def _arm(
    places: Sequence[Vec], parts: dict[str, Frame], sizes: dict[str, float], side: str
) -> None:
    shoulder, elbow, wrist, hand = (
        _of(places, side, name) for name in ("shoulder", "elbow", "wrist", "hand")
    )
    upper, lower, palm = minus(shoulder, elbow), minus(elbow, wrist), minus(wrist, hand)
    ahead = mean([(0.15, parts["chest"].forward)])
    parts[f"{side}_upper_arm"] = facing(shoulder, upper, plus(ahead, unit(lower), -1.0))
    forearm = facing(elbow, lower, plus(unit(upper), ahead))
    parts[f"{side}_forearm"] = forearm
    half = radians(45.0 if side == "left" else -45.0)
    thumb = mean([(cos(half), forearm.forward), (sin(half), forearm.left)])
    parts[f"{side}_hand"] = facing(wrist, palm, thumb)
    sizes[f"{side}_upper_arm"] = length(upper) / p.UPPER_ARM_M
    sizes[f"{side}_forearm"] = length(lower) / p.FOREARM_M
    sizes[f"{side}_hand"] = length(palm) / p.PALM_M
