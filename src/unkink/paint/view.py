"""The painter's view: from space to paper, a parallel projection from a little above."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.figure.frames import Frame, Vec, dot

if TYPE_CHECKING:
    from unkink.core.figure.proportions import Ball

Spot = tuple[float, float]

PIXELS_PER_M: Final = 1000.0
"""One picture unit is a millimetre: whole numbers are exact enough, and short."""


@dataclass(frozen=True, slots=True)
class View:
    """
    Where the viewer stands.

    `turn_deg` 0 is the plain side view with the person's left side near; at 90 someone upright
    faces the viewer, someone on the back shows the soles. `height_deg` looks down from above.
    """

    turn_deg: float = 0.0
    height_deg: float = 12.0

    def axes(self) -> tuple[Vec, Vec, Vec]:
        """Give right, up and towards-the-viewer as directions in space."""
        t, h = math.radians(self.turn_deg), math.radians(self.height_deg)
        ct, st, ch, sh = math.cos(t), math.sin(t), math.cos(h), math.sin(h)
        return (ct, 0.0, st), (st * sh, ch, -ct * sh), (-st * ch, sh, ct * ch)


class Paper:
    """A view with its axes at hand; gives places in picture units, y downwards."""

    def __init__(self, view: View) -> None:
        self.right, self.up, self.near = view.axes()

    def spot(self, at: Vec) -> Spot:
        """Project a place."""
        return (dot(at, self.right) * PIXELS_PER_M, -dot(at, self.up) * PIXELS_PER_M)

    def depth(self, at: Vec) -> float:
        """Give how near a place is to the viewer, in metres."""
        return dot(at, self.near)

    def way(self, direction: Vec) -> Spot:
        """Project a direction of one metre."""
        return self.spot(direction)

    def facing(self, direction: Vec) -> float:
        """Give how much a direction points at the viewer, -1..1."""
        return dot(direction, self.near)

    def flatness(self) -> float:
        """Give the height of a circle on the floor against its width."""
        return self.near[1]

    def oval(self, frame: Frame, piece: Ball) -> Oval:
        """Project a piece of flesh: a ball with three half axes is an ellipse on paper."""
        x, y = self.spot(frame.at(piece.forward, piece.left, piece.up))
        axes = (
            (self.way(frame.forward), piece.half_forward),
            (self.way(frame.left), piece.half_left),
            (self.way(frame.up), piece.half_up),
        )
        xx = xy = yy = 0.0
        for (ax, ay), half in axes:
            xx += ax * ax * half * half
            xy += ax * ay * half * half
            yy += ay * ay * half * half
        return Oval(x, y, xx, xy, yy)


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse on paper: its middle, and the symmetric matrix of its shape."""

    x: float
    y: float
    xx: float
    xy: float
    yy: float

    def farthest(self, ux: float, uy: float) -> tuple[float, float, float]:
        """Give how far it reaches in a direction from the origin, and the point that does."""
        gx, gy = self.xx * ux + self.xy * uy, self.xy * ux + self.yy * uy
        size = math.sqrt(max(gx * ux + gy * uy, 1e-9))
        px, py = self.x + gx / size, self.y + gy / size
        return px * ux + py * uy, px, py

    def shrunk(self, times: float, dx: float = 0.0, dy: float = 0.0) -> Oval:
        """Make it smaller, and move it."""
        t = times * times
        return Oval(self.x + dx, self.y + dy, self.xx * t, self.xy * t, self.yy * t)


def circle(spot: Spot, radius: float) -> Oval:
    """Make a round one, of a radius in picture units."""
    return Oval(spot[0], spot[1], radius * radius, 0.0, radius * radius)
