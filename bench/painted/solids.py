"""Balls, tapered limbs and boxes, cast ray by ray into a picture that knows its depth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from bench.painted.lens import Lens

Array = NDArray[Any]
"""32-bit numbers: twice as fast as 64."""
Mask = NDArray[np.bool_]
Paint = Callable[[Array], Array]
"""Places on a solid, in its own metres, to their colours: red, green, blue from 0 to 1."""
FAR = np.float32(1e6)


@dataclass(frozen=True, slots=True)
class Ellipsoid:
    """A ball with three half axes, turned: *axes* has its own forward, left and up as rows."""

    middle: Array
    axes: Array
    halves: Array
    paint: Paint


@dataclass(frozen=True, slots=True)
class Limb:
    """A tapered limb with round ends, from one ball to another."""

    start: Array
    end: Array
    radii: tuple[float, float]
    along: tuple[float, float]
    """How far down the whole limb its ends are, 0 to 1: `paint` gets (along, 0, 0)."""
    paint: Paint


@dataclass(frozen=True, slots=True)
class Box:
    """A box, turned: *axes* as rows."""

    middle: Array
    axes: Array
    halves: Array
    paint: Paint


Solid = Ellipsoid | Limb | Box


class Canvas:
    """What each pixel shows: how far away, which way it faces, in which colour."""

    def __init__(self, lens: Lens) -> None:
        self.lens = lens
        shape = (lens.height, lens.width)
        self.depth: Array = np.full(shape, FAR, np.float32)
        self.normal: Array = np.zeros((*shape, 3), np.float32)
        self.colour: Array = np.zeros((*shape, 3), np.float32)
        self._rays = lens.rays()

    def copy(self) -> Canvas:
        """Give another that shows the same."""
        other = object.__new__(Canvas)
        other.lens, other._rays = self.lens, self._rays
        other.depth, other.normal = self.depth.copy(), self.normal.copy()
        other.colour = self.colour.copy()
        return other

    def cast(self, solid: Solid) -> None:
        """Put a solid into the picture, where nothing is nearer."""
        window = self._window(solid)
        if window is None:
            return
        rays = self._rays[window]
        offset = self.lens.place - (solid.start if isinstance(solid, Limb) else solid.middle)
        if isinstance(solid, Ellipsoid):
            depth, normal, local = _ellipsoid(solid, offset, rays)
        elif isinstance(solid, Limb):
            depth, normal, local = _limb(solid, offset, rays)
        else:
            depth, normal, local = _box(solid, offset, rays)
        nearer = depth < self.depth[window]
        if not nearer.any():
            return
        self.depth[window][nearer] = depth[nearer]
        self.normal[window][nearer] = normal[nearer]
        self.colour[window][nearer] = solid.paint(local[nearer])

    def _window(self, solid: Solid) -> tuple[slice, slice] | None:
        lens = self.lens
        if isinstance(solid, Limb):
            balls = np.stack((solid.start, solid.end))
            radii = np.asarray(solid.radii, np.float32)
        else:
            balls = solid.middle[None]
            reach = np.linalg.norm(solid.halves) if isinstance(solid, Box) else solid.halves.max()
            radii = np.asarray([reach], np.float32)
        seen = lens.seen(balls)
        nearest = seen[:, 2] - radii
        if nearest.min() < 0.05:
            # Round the camera itself: it may be anywhere in the picture.
            ahead = (seen[:, 2] + radii).max() > 0.0
            return (slice(0, lens.height), slice(0, lens.width)) if ahead else None
        reach_px = lens.focus_px * radii / nearest * 1.2 + 1.0
        x0, y0 = np.floor((seen[:, :2] - reach_px[:, None]).min(axis=0)).astype(int)
        x1, y1 = np.ceil((seen[:, :2] + reach_px[:, None]).max(axis=0)).astype(int)
        x0, x1 = max(x0, 0), min(x1, lens.width)
        y0, y1 = max(y0, 0), min(y1, lens.height)
        return (slice(y0, y1), slice(x0, x1)) if x0 < x1 and y0 < y1 else None


def _ellipsoid(solid: Ellipsoid, offset: Array, rays: Array) -> tuple[Array, Array, Array]:
    to_ball = solid.axes / solid.halves[:, None]
    ray, start = rays @ to_ball.T, to_ball @ offset
    a = np.einsum("ijk,ijk->ij", ray, ray)
    b = ray @ start
    root = b * b - a * (start @ start - 1.0)
    hit = root > 0.0
    depth = np.where(hit, (-b - np.sqrt(np.where(hit, root, 0.0))) / a, FAR)
    depth = np.where(depth > 0.0, depth, FAR)
    on_ball = start + np.where(hit, depth, 0.0)[..., None] * ray
    normal = _unit(on_ball @ to_ball)
    return depth, normal, on_ball * solid.halves


def _limb(solid: Limb, offset: Array, rays: Array) -> tuple[Array, Array, Array]:
    ra, rb = solid.radii
    axis = solid.end - solid.start
    taper = ra - rb
    m0, m1, m5 = axis @ axis, axis @ offset, offset @ offset
    from_end = offset - axis
    rr = np.einsum("ijk,ijk->ij", rays, rays)
    m2, m3, m6 = rays @ axis, rays @ offset, rays @ from_end
    d2 = m0 - taper * taper
    k2 = d2 * rr - m2 * m2
    k1 = d2 * m3 - m1 * m2 + m2 * taper * ra
    k0 = d2 * m5 - m1 * m1 + m1 * taper * ra * 2.0 - m0 * ra * ra
    root = k1 * k1 - k0 * k2
    side = (-np.sqrt(np.maximum(root, 0.0)) - k1) / np.where(k2 == 0.0, 1.0, k2)
    y = m1 - ra * taper + side * m2
    depth = np.where((root > 0.0) & (y > 0.0) & (y < d2) & (side > 0.0), side, FAR)
    for m, start, radius in ((m3, offset, ra), (m6, from_end, rb)):
        root = m * m - rr * (start @ start - radius * radius)
        cap = (-m - np.sqrt(np.maximum(root, 0.0))) / rr
        depth = np.where((root > 0.0) & (cap > 0.0) & (cap < depth), cap, depth)
    at = offset + np.where(depth < FAR, depth, 0.0)[..., None] * rays
    y = np.clip((at @ axis) / m0, 0.0, 1.0)
    normal = _unit(at - y[..., None] * axis)
    local = np.zeros_like(at)
    low, high = solid.along
    local[..., 0] = low + (high - low) * y
    return depth, normal, local


def _box(solid: Box, offset: Array, rays: Array) -> tuple[Array, Array, Array]:
    ray, start = rays @ solid.axes.T, solid.axes @ offset
    ray = np.where(np.abs(ray) < 1e-9, np.float32(1e-9), ray)
    one, two = (-solid.halves - start) / ray, (solid.halves - start) / ray
    into, out = np.minimum(one, two), np.maximum(one, two)
    enters, leaves = into.max(axis=-1), out.min(axis=-1)
    depth = np.where((enters < leaves) & (enters > 0.0), enters, FAR)
    face = into.argmax(axis=-1)
    sign = -np.sign(np.take_along_axis(ray, face[..., None], axis=-1))
    normal = solid.axes[face] * sign
    local = start + np.where(depth < FAR, depth, 0.0)[..., None] * ray
    return depth, normal.astype(np.float32), local


def _unit(vectors: Array) -> Array:
    size = np.sqrt(np.einsum("ijk,ijk->ij", vectors, vectors))
    return np.asarray(vectors / np.maximum(size, np.float32(1e-9))[..., None])
