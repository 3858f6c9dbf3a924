"""Pictures of people in a room: lit, shadowed, and as a cheap camera would give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
from bench.painted.dressed import solids
from bench.painted.room import furnished, light_of
from bench.painted.solids import FAR, Limb

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.painted.lens import Lens
    from bench.painted.looks import Look
    from bench.painted.room import Room
    from bench.painted.solids import Array, Canvas, Mask, Solid
    from numpy.typing import NDArray

    from unkink.core.figure import Vec

    Picture = NDArray[np.uint8]
    Person = tuple[Sequence[Vec], Look]
    """Where somebody's joints are, and how they look."""

SHADOW_M: Final = 5.0
"""Half of the stretch of floor on which shadows fall."""
SHADOW_PX: Final = 40
"""Pixels a metre of shadow."""
SOFT_PX: Final = 6.0
BRIGHT: Final = 0.42
"""How bright a camera makes its picture in the mean, of full white."""
GAMMA: Final = np.asarray(255.0 * (np.arange(256) / 255.0) ** 0.85, np.uint8)


class Painter:
    """Paints people into one room, as one lens sees it, picture after picture."""

    def __init__(self, lens: Lens, room: Room, *, at: Vec, props: Sequence[Solid] = ()) -> None:
        self.lens, self.room = lens, room
        self._at = np.asarray(at, np.float32)
        self._light = light_of(room, lens)
        self._empty = furnished(room, lens, at=at, props=tuple(props))
        self._floor = self._floor_map(self._empty)
        self._props_shadow = self._shadow(props)
        self._dice = np.random.default_rng(room.seed)
        shape = (lens.height + 64, lens.width + 64, 3)
        grain = self._dice.normal(0.0, 255.0 * room.noise, shape)
        self._grain = np.clip(grain, -127.0, 127.0).astype(np.int8)
        empty = self._empty.colour * self._shade(self._empty.normal)[..., None]
        tint = np.asarray((1.0 + room.warmth, 1.0, 1.0 - room.warmth), np.float32)
        bright = BRIGHT * room.brightness / float(empty.mean())
        self._gain = (tint * np.float32(255.0 * bright) * _vignette(lens)).astype(np.float32)
        self._behind = (empty * self._gain).astype(np.float32)

    def paint(self, people: Iterable[Person], others: Iterable[Solid] = ()) -> Picture:
        """Paint people, and whatever else moves about."""
        there = [solid for places, look in people for solid in solids(places, look)]
        there += others
        canvas = self._empty.copy()
        for solid in there:
            canvas.cast(solid)
        shadow = np.minimum(self._shadow(there), self._props_shadow)
        falls = cv2.remap(
            shadow, self._floor[..., 0], self._floor[..., 1], cv2.INTER_LINEAR, borderValue=1.0
        )
        seen = self._behind * falls[..., None]
        self._light_bodies(canvas, seen)
        return self._exposed(seen)

    def _light_bodies(self, canvas: Canvas, seen: Array) -> None:
        """Light all that isn't the empty room."""
        body = canvas.depth < self._empty.depth
        window = _window(body)
        body, depth = body[window], canvas.depth[window]
        normal = _smoothed(canvas.normal[window], body, 2.2)
        # Where a limb lies behind another, less light comes.
        behind = depth - _smoothed(depth[..., None], body, 6.0)[..., 0]
        shade = self._shade(normal) * np.clip(1.0 - 2.5 * behind, 0.7, 1.0)
        lit = canvas.colour[window] * shade[..., None] * self._gain[window]
        seen[window][body] = lit[body]

    def _shade(self, normal: Array) -> Array:
        towards = np.clip(normal @ self._light, 0.0, 1.0)
        return np.asarray(0.35 + 0.55 * towards + 0.13 * normal[..., 1], np.float32)

    def _exposed(self, seen: Array) -> Picture:
        """Do what a cheap camera does: little room for light, a soft lens, a noisy chip."""
        plain = cv2.GaussianBlur(cv2.convertScaleAbs(seen), (0, 0), self.room.blur_px)
        y, x = self._dice.integers(64, size=2)
        grain = self._grain[y : y + self.lens.height, x : x + self.lens.width]
        return np.asarray(cv2.add(cv2.LUT(plain, GAMMA), grain, dtype=cv2.CV_8U), np.uint8)

    def _floor_map(self, empty: Canvas) -> Array:
        """Give for each pixel where on the shadows' stretch of floor it lies; high ones nowhere."""
        places = self.lens.place + empty.depth[..., None] * self.lens.rays()
        off = (places - self._at)[..., [0, 2]]
        spots = (off + SHADOW_M) * SHADOW_PX
        high = (places[..., 1] > 0.05) | (empty.depth >= FAR)
        spots[high] = -1e4
        return np.asarray(spots, np.float32)

    def _shadow(self, there: Iterable[Solid]) -> Array:
        """Let solids throw soft shadows onto the floor: dark where they touch it."""
        size = round(2 * SHADOW_M * SHADOW_PX)
        cast = np.zeros((size, size), np.uint8)
        touch = np.zeros((size, size), np.uint8)
        slope = self._light[[0, 2]] / self._light[1]
        for place, radius in _balls(there):
            ground = place[[0, 2]] - self._at[[0, 2]]
            under = (ground + SHADOW_M) * SHADOW_PX
            away = (ground - slope * place[1] + SHADOW_M) * SHADOW_PX
            wide = max(1, round(radius * SHADOW_PX))
            cv2.circle(cast, (round(float(away[0])), round(float(away[1]))), wide, 255, -1)
            gap = float(place[1]) - radius
            if gap < 0.15:
                dark = round(255 * (1.0 - max(gap, 0.0) / 0.15))
                at = (round(float(under[0])), round(float(under[1])))
                cv2.circle(touch, at, wide, dark, -1)
        soft = cv2.GaussianBlur(cast, (0, 0), SOFT_PX).astype(np.float32)
        near = cv2.GaussianBlur(touch, (0, 0), 2.0).astype(np.float32)
        return np.asarray(1.0 - 0.28 * soft / 255.0 - 0.35 * near / 255.0, np.float32)


def _balls(there: Iterable[Solid]) -> Iterable[tuple[Array, float]]:
    for solid in there:
        if isinstance(solid, Limb):
            for share in (0.0, 0.5, 1.0):
                place = solid.start + share * (solid.end - solid.start)
                yield place, solid.radii[0] + share * (solid.radii[1] - solid.radii[0])
        else:
            yield solid.middle, float(np.median(solid.halves))


def _window(where: Mask) -> tuple[slice, slice]:
    """Give the rectangle round all that holds, with a margin."""
    rows, columns = (np.flatnonzero(where.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    low, left = max(int(rows[0]) - 8, 0), max(int(columns[0]) - 8, 0)
    return slice(low, int(rows[-1]) + 9), slice(left, int(columns[-1]) + 9)


def _smoothed(values: Array, where: Mask, sigma_px: float) -> Array:
    """Blur only what is *where* it holds, so that nothing bleeds over its edge."""
    if not where.any():
        return values
    weight = where.astype(np.float32)
    blurred = cv2.GaussianBlur(values * weight[..., None], (0, 0), sigma_px)
    share = cv2.GaussianBlur(weight, (0, 0), sigma_px)
    found = blurred.reshape(values.shape) / np.maximum(share, np.float32(1e-3))[..., None]
    return np.asarray(found, np.float32)


def _vignette(lens: Lens) -> Array:
    u, v = lens.columns[None, :], lens.rows[:, None]
    return np.asarray(1.0 - 0.18 * (u * u + v * v), np.float32)[..., None]
