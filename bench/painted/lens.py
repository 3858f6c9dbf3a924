"""The camera of `core.simulation`, pixel by pixel: a ray for each, and where a place is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from bench.painted.solids import Array

from unkink.core.simulation.camera import aimed

if TYPE_CHECKING:
    from unkink.core.figure import Vec
    from unkink.core.simulation.camera import Camera


@dataclass(frozen=True, slots=True)
class Lens:
    """Where a camera is, which way it looks, and how many pixels it has."""

    place: Array
    right: Array
    up: Array
    ahead: Array
    width: int
    height: int
    focus_px: float

    @classmethod
    def of(cls, camera: Camera, *, at: Vec, height: int) -> Lens:
        """Give the lens of a camera that looks *at* a place, as `seen_by` does."""
        aim = aimed(camera, at)
        middle, right, up, ahead = (
            np.asarray(vec, np.float32) for vec in (aim.at, aim.right, aim.up, aim.ahead)
        )
        place = middle - np.float32(aim.away_m) * ahead
        # Even numbers of pixels: what video formats want.
        width = 2 * round(camera.aspect * height / 2)
        focus = camera.focus
        return cls(place, right / focus, up / focus, ahead, width, height, focus * height)

    @property
    def rows(self) -> Array:
        """How far up each row looks, for one ahead."""
        return ((self.height / 2 - 0.5 - np.arange(self.height)) / self.focus_px).astype(np.float32)

    @property
    def columns(self) -> Array:
        """How far to the right each column looks, for one ahead."""
        return ((np.arange(self.width) + 0.5 - self.width / 2) / self.focus_px).astype(np.float32)

    def rays(self, rows: slice = slice(None), columns: slice = slice(None)) -> Array:
        """Give the way each pixel looks; one step of it goes one metre ahead."""
        u, v = self.columns[columns][None, :, None], self.rows[rows][:, None, None]
        return np.asarray(self.ahead + u * self.right + v * self.up)

    def seen(self, places: Array) -> Array:
        """Give for places (n, 3) their column, row and depth, in pixels and metres."""
        off = np.asarray(places, np.float32) - self.place
        depth = off @ self.ahead
        x = self.width / 2 + self.focus_px * (off @ self.right) / depth
        y = self.height / 2 - self.focus_px * (off @ self.up) / depth
        return np.stack((x, y, depth), axis=-1)
