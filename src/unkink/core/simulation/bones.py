"""A body as a tree of bones, to be built otherwise and to go from one posture to another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.figure.frames import between, length, mean, minus, plus

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.figure import Vec

UPRIGHT: Final = (0.0, 1.0, 0.0)
MID_HIPS, MID_SHOULDERS, MID_EARS = len(Joint), len(Joint) + 1, len(Joint) + 2
Places = tuple["Vec", ...]
"""Where every joint is, in metres, in the order of `Joint`."""
Bones = tuple["Vec", ...]
"""From the middle of the hips outwards: where that is, then each bone of `TREE` as a vector."""


def _tree() -> tuple[tuple[int, int, str], ...]:
    found = [(MID_SHOULDERS, MID_HIPS, "trunk"), (MID_EARS, MID_SHOULDERS, "neck")]
    found += [(Joint[n], MID_EARS, "head") for n in ("NOSE", "LEFT_EYE", "RIGHT_EYE")]
    for side in ("LEFT", "RIGHT"):
        found.append((Joint[f"{side}_EAR"], MID_EARS, "head"))
        limbs: tuple[tuple[str, int | str, str], ...] = (
            ("SHOULDER", MID_SHOULDERS, "shoulders"),
            ("ELBOW", "SHOULDER", "upper_arm"),
            ("WRIST", "ELBOW", "forearm"),
            ("HAND", "WRIST", "forearm"),
            ("HIP", MID_HIPS, "hips"),
            ("KNEE", "HIP", "thigh"),
            ("ANKLE", "KNEE", "shank"),
            ("HEEL", "ANKLE", "foot"),
            ("TOE", "ANKLE", "foot"),
        )
        for child, parent, part in limbs:
            above = parent if isinstance(parent, int) else Joint[f"{side}_{parent}"]
            found.append((Joint[f"{side}_{child}"], above, part))
    return tuple(found)


TREE: Final = _tree()
"""Each bone: the joint it leads to, the one it comes from, the part of the body it belongs to."""
BONE_TO: Final[Mapping[int, int]] = {child: at + 1 for at, (child, _, _) in enumerate(TREE)}
"""Which of the bones leads to a joint."""


def beyond(joint: int) -> tuple[int, ...]:
    """Give the bones that hang from a joint, however far out."""
    found = [joint]
    for child, parent, _ in TREE:
        if parent in found:
            found.append(child)
    return tuple(BONE_TO[child] for child in found[1:])


def bones_of(places: Sequence[Vec]) -> Bones:
    """Take a body apart."""
    nodes = list(places)
    for a, b in (
        (Joint.LEFT_HIP, Joint.RIGHT_HIP),
        (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER),
        (Joint.LEFT_EAR, Joint.RIGHT_EAR),
    ):
        nodes.append(between(places[a], places[b], 0.5))
    return (nodes[MID_HIPS], *(minus(nodes[child], nodes[parent]) for child, parent, _ in TREE))


def body_of(bones: Sequence[Vec]) -> Places:
    """Put a body together."""
    nodes: list[Vec] = [(0.0, 0.0, 0.0)] * (len(Joint) + 3)
    nodes[MID_HIPS] = bones[0]
    for (child, parent, _), bone in zip(TREE, bones[1:], strict=True):
        nodes[child] = plus(nodes[parent], bone)
    return tuple(nodes[: len(Joint)])


def spun(v: Vec, axis: Vec, rad: float) -> Vec:
    """Turn a vector about an axis of length 1."""
    c, s = math.cos(rad), math.sin(rad)
    x, y, z = v
    a, b, d = axis
    along = (x * a + y * b + z * d) * (1.0 - c)
    return (
        x * c + (b * z - d * y) * s + a * along,
        y * c + (d * x - a * z) * s + b * along,
        z * c + (a * y - b * x) * s + d * along,
    )


def part_way(a: Bones, b: Bones, share: float) -> Bones:
    """Give the bones of a body on its way from one posture to another: they turn, never stretch."""
    start = between(a[0], b[0], share)
    return (start, *(_turned(one, two, share) for one, two in zip(a[1:], b[1:], strict=True)))


def _turned(a: Vec, b: Vec, share: float) -> Vec:
    far_a, far_b = length(a), length(b)
    if min(far_a, far_b) < 1e-6:
        return between(a, b, share)
    cos = sum(p * q for p, q in zip(a, b, strict=True)) / (far_a * far_b)
    rad = math.acos(min(max(cos, -1.0), 1.0))
    if math.pi - rad < 0.1:
        # Straight over: any plane would do; the upright one keeps a trunk from rolling.
        over = (-0.3 * far_a, far_a, 0.2 * far_a)
        return _turned(a, over, 2 * share) if share < 0.5 else _turned(over, b, 2 * share - 1)
    if rad < 1e-3:
        return between(a, b, share)
    one, two = math.sin((1.0 - share) * rad) / far_a, math.sin(share * rad) / far_b
    size = (far_a + (far_b - far_a) * share) / math.sin(rad)
    return mean([(size * one, a), (size * two, b)])
