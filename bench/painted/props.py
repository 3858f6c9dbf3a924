"""What the body sits, lies or leans on, where the figure has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from bench.painted.looks import cloth
from bench.painted.solids import Box, Ellipsoid

from unkink.core.body import Joint
from unkink.core.figure.settle import CUSHION_M, SEAT_M

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.painted.solids import Array, Paint, Solid

    from unkink.core.figure import Vec

WOOD = (0.50, 0.36, 0.24)


def things(props: Sequence[str], places: Sequence[Vec]) -> Iterator[Solid]:
    """Give the things of a movement, under a body at its start."""
    (x, _, z), (x2, _, z2) = (places[joint] for joint in (Joint.LEFT_HIP, Joint.RIGHT_HIP))
    x, z = (x + x2) / 2, (z + z2) / 2
    if "chair" in props:
        yield from _chair(x, z)
    if "cushion" in props:
        halves = np.asarray((0.21, CUSHION_M / 2, 0.23), np.float32)
        middle = np.asarray((x - 0.02, CUSHION_M / 2, z), np.float32)
        yield Ellipsoid(middle, np.eye(3, dtype=np.float32), halves, cloth((0.7, 0.4, 0.25)))


def _chair(x: float, z: float) -> Iterator[Solid]:
    wood = cloth(WOOD, seed=11)
    front, back, half = x - 0.27, x + 0.19, 0.215
    middle = (front + back) / 2
    yield _box((middle, SEAT_M - 0.018, z), ((back - front) / 2, 0.018, half), wood)
    for side in (-half + 0.02, half - 0.02):
        yield _box((front + 0.02, SEAT_M / 2, z + side), (0.018, SEAT_M / 2, 0.018), wood)
        tall = SEAT_M / 2 + 0.21
        yield _box((back - 0.0, tall, z + side), (0.018, tall, 0.018), wood)
    yield _box((back, SEAT_M + 0.32, z), (0.012, 0.10, half), wood)


def _box(
    middle: tuple[float, float, float], halves: tuple[float, float, float], paint: Paint
) -> Box:
    def array(values: tuple[float, float, float]) -> Array:
        return np.asarray(values, np.float32)

    return Box(array(middle), np.eye(3, dtype=np.float32), array(halves), paint)
