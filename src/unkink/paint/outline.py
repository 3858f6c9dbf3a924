"""Outlines: smooth curves round rows of circles and groups of ellipses, always of the same make."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from unkink.paint.shapes import Numbers, flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.paint.view import Oval, Spot

KAPPA: Final = 0.5523
"""Length of the handles that make a quarter circle of a cubic curve."""
DIRECTIONS: Final = 12
"""Around a hull: fewer show corners, more make films larger."""

Ring = tuple[float, float, float]
"""A circle on paper: x, y, radius."""


def hull_commands(directions: int = DIRECTIONS) -> str:
    """Give the commands of `hull`."""
    return "M" + "Q" * directions + "Z"


def hull(ovals: Sequence[Oval], directions: int = DIRECTIONS) -> Numbers:
    """Go once round a group of ellipses, as tight as a smooth convex curve goes."""
    reach: list[float] = []
    at: list[Spot] = []
    ways: list[Spot] = []
    for k in range(directions):
        a = 2 * math.pi * k / directions
        u = (math.cos(a), math.sin(a))
        far, x, y = max(oval.farthest(*u) for oval in ovals)
        ways.append(u)
        reach.append(far)
        at.append((x, y))
    sine = math.sin(2 * math.pi / directions)
    points = [at[0]]
    for k in range(directions):
        n = (k + 1) % directions
        (ux, uy), (vx, vy) = ways[k], ways[n]
        corner = (
            (reach[k] * vy - reach[n] * uy) / sine,
            (reach[n] * ux - reach[k] * vx) / sine,
        )
        points += [corner, at[n]]
    return flat(points)


def limb_commands(rings: int, *, closed: bool) -> str:
    """Give the commands of `limb`."""
    sides = 2 * (rings - 1)
    return "M" + "C" * (sides + (4 if closed else 2)) + ("Z" if closed else "")


def limb(rings: Sequence[Ring], *, closed: bool, bulge: float = 1.0) -> Numbers:
    """
    Go round a limb: down one side, round its far end and back up the other.

    Left open, its near end has no line: it grows out of what it hangs from. *bulge* is how
    round the far end is: 1 a half circle, 0 flat.
    """
    (x0, y0, r0), (x1, y1, r1) = rings[0], rings[-1]
    dx, dy = x1 - x0, y1 - y0
    size = math.hypot(dx, dy)
    dx, dy = (dx / size, dy / size) if size > 1e-6 else (0.0, 1.0)
    left = [(x + dy * r, y - dx * r) for x, y, r in rings]
    right = [(x - dy * r, y + dx * r) for x, y, r in reversed(rings)]
    points = [left[0]]
    points += _through(left, (dx, dy))
    points += _round_end((x1, y1), r1, (dx, dy), bulge)
    points += _through(right, (-dx, -dy))
    if closed:
        points += _round_end((x0, y0), r0, (-dx, -dy))
    return flat(points)


def _through(points: Sequence[Spot], along: Spot) -> list[Spot]:
    """Curve through points, leaving and arriving in the direction *along*."""
    curve: list[Spot] = []
    last = len(points) - 1
    slopes = []
    for k, (x, y) in enumerate(points):
        if k in {0, last}:
            n = points[1] if k == 0 else points[last - 1]
            size = abs((n[0] - x) * along[0] + (n[1] - y) * along[1])
            slopes.append((along[0] * size, along[1] * size))
        else:
            a, b = points[k - 1], points[k + 1]
            slopes.append(((b[0] - a[0]) / 2, (b[1] - a[1]) / 2))
    for k in range(last):
        (x0, y0), (x1, y1) = points[k], points[k + 1]
        (sx, sy), (ex, ey) = slopes[k], slopes[k + 1]
        curve += [(x0 + sx / 3, y0 + sy / 3), (x1 - ex / 3, y1 - ey / 3), (x1, y1)]
    return curve


def _round_end(middle: Spot, radius: float, along: Spot, bulge: float = 1.0) -> list[Spot]:
    """Go half round an end, from its left to its right as seen looking *along*."""
    x, y = middle
    ax, ay = along[0] * radius * bulge, along[1] * radius * bulge
    nx, ny = along[1] * radius, -along[0] * radius
    k = KAPPA
    return [
        (x + nx + ax * k, y + ny + ay * k),
        (x + ax + nx * k, y + ay + ny * k),
        (x + ax, y + ay),
        (x + ax - nx * k, y + ay - ny * k),
        (x - nx + ax * k, y - ny + ay * k),
        (x - nx, y - ny),
    ]


def smooth_commands(points: int, *, closed: bool) -> str:
    """Give the commands of `smooth`."""
    return "M" + "C" * (points if closed else points - 1) + ("Z" if closed else "")


def smooth(points: Sequence[Spot], *, closed: bool) -> Numbers:
    """Curve through points."""
    count = len(points)
    spans = count if closed else count - 1

    def at(k: int) -> Spot:
        return points[k % count] if closed else points[min(max(k, 0), count - 1)]

    curve: list[Spot] = [points[0]]
    for k in range(spans):
        a, b, c, d = at(k - 1), at(k), at(k + 1), at(k + 2)
        curve += [
            (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6),
            (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6),
            c,
        ]
    return flat(curve)
