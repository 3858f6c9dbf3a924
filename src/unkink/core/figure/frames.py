"""Points, directions and frames in three dimensions, as plain tuples: fast, no surprises."""

from __future__ import annotations

import math
from typing import NamedTuple

Vec = tuple[float, float, float]
"""A place or a direction: x, y, z in metres."""

ORIGIN: Vec = (0.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)


def plus(a: Vec, b: Vec, times: float = 1.0) -> Vec:
    """Go from *a* along *b*, so many *times*."""
    return (a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times)


def minus(a: Vec, b: Vec) -> Vec:
    """Give the way from *b* to *a*."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def dot(a: Vec, b: Vec) -> float:
    """How far *a* reaches along *b*."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Give the direction at right angles to both, by the right hand."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Give the length of *a*."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """Give the direction of *a*, or *otherwise* when it has none."""
    size = length(a)
    return (a[0] / size, a[1] / size, a[2] / size) if size > 1e-9 else otherwise


def between(a: Vec, b: Vec, fraction: float) -> Vec:
    """Give the point that *fraction* of the way from *a* to *b*."""
    return (
        a[0] + (b[0] - a[0]) * fraction,
        a[1] + (b[1] - a[1]) * fraction,
        a[2] + (b[2] - a[2]) * fraction,
    )


def mean(parts: list[tuple[float, Vec]]) -> Vec:
    """Give the weighted mean; the weights add up to 1."""
    x = y = z = 0.0
    for weight, at in parts:
        x += weight * at[0]
        y += weight * at[1]
        z += weight * at[2]
    return (x, y, z)


class Frame(NamedTuple):
    """Where a part of the body is and how it is turned: its own forward, left and up."""

    origin: Vec
    forward: Vec
    left: Vec
    up: Vec

    def at(self, forward: float = 0.0, left: float = 0.0, up: float = 0.0) -> Vec:
        """Give the place so far forward, left and up from the origin, in metres."""
        o, f, s, u = self.origin, self.forward, self.left, self.up
        return (
            o[0] + f[0] * forward + s[0] * left + u[0] * up,
            o[1] + f[1] * forward + s[1] * left + u[1] * up,
            o[2] + f[2] * forward + s[2] * left + u[2] * up,
        )

    def moved_to(self, origin: Vec) -> Frame:
        """Keep the turn, take another place."""
        return Frame(origin, self.forward, self.left, self.up)

    def nodded(self, deg: float) -> Frame:
        """Turn about the left axis: positive brings the top forward."""
        if not deg:
            return self
        c, s = _cos_sin(deg)
        f, u = self.forward, self.up
        return Frame(self.origin, _mix(f, c, u, -s), self.left, _mix(u, c, f, s))

    def turned(self, deg: float) -> Frame:
        """Turn about the up axis: positive brings the front to the left."""
        if not deg:
            return self
        c, s = _cos_sin(deg)
        f, side = self.forward, self.left
        return Frame(self.origin, _mix(f, c, side, s), _mix(side, c, f, -s), self.up)

    def tipped(self, deg: float) -> Frame:
        """Turn about the forward axis: positive brings the top to the left."""
        if not deg:
            return self
        c, s = _cos_sin(deg)
        side, u = self.left, self.up
        return Frame(self.origin, self.forward, _mix(side, c, u, -s), _mix(u, c, side, s))


STANDING = Frame(ORIGIN, (-1.0, 0.0, 0.0), (0.0, 0.0, 1.0), UP)
"""Upright at the origin, facing -x."""


def facing(origin: Vec, up: Vec, forward: Vec) -> Frame:
    """Give the frame whose up is *up* and whose forward is as near to *forward* as that allows."""
    top = unit(up)
    ahead = minus(forward, (top[0] * (d := dot(forward, top)), top[1] * d, top[2] * d))
    if length(ahead) < 1e-6:
        ahead = cross(top, (0.0, 0.0, 1.0)) if abs(top[2]) < 0.9 else (1.0, 0.0, 0.0)
    front = unit(ahead)
    return Frame(origin, front, cross(top, front), top)


def _cos_sin(deg: float) -> tuple[float, float]:
    rad = math.radians(deg)
    return math.cos(rad), math.sin(rad)


def _mix(a: Vec, times_a: float, b: Vec, times_b: float) -> Vec:
    return (
        a[0] * times_a + b[0] * times_b,
        a[1] * times_a + b[1] * times_b,
        a[2] * times_a + b[2] * times_b,
    )
