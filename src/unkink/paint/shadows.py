"""Shadows: dark and close where the body touches, wide and faint where it hovers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure import Body
from unkink.core.figure import proportions as p
from unkink.core.figure.skeleton import SIDES
from unkink.paint.shapes import Drawn, Numbers, Shape, flat
from unkink.paint.view import PIXELS_PER_M, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.figure.frames import Vec

DEFS: Final = "".join(
    f'<radialGradient id="{name}"><stop offset="0" stop-color="#16233a" stop-opacity="{dark}"/>'
    f'<stop offset=".55" stop-color="#16233a" stop-opacity="{half}"/>'
    '<stop offset="1" stop-color="#16233a" stop-opacity="0"/></radialGradient>'
    for name, dark, half in (("touch", ".34", ".17"), ("hover", ".085", ".05"))
)
TOUCH_M: Final = 0.12
"""Flesh this high above its support no longer darkens the spot it would touch."""
HOVER_M: Final = 1.1
FAINT_M: Final = 0.03
"""Thinner flesh throws no shadow from afar."""
FLOOR_DEPTH: Final = -50.0


def _places() -> Iterator[tuple[str, float, float, float]]:
    """Part, how far up its frame, radius of the flesh there, radius of its shadow."""
    yield from (("pelvis", 0.0, 0.11, 0.19), ("pelvis", 0.12, 0.11, 0.17))
    yield from (("ribs", 0.0, 0.11, 0.18), ("chest", 0.04, 0.11, 0.19), ("chest", 0.13, 0.08, 0.16))
    yield ("head", 0.05, 0.10, 0.12)
    for side in SIDES:
        for kind, along, wide in (
            ("thigh", (0.35, 0.62, 0.88), 1.5),
            ("shank", (0.0, 0.25, 0.5, 0.75), 1.7),
            ("upper_arm", (0.3, 0.75), 1.7),
            ("forearm", (0.05, 0.4, 0.8), 2.0),
        ):
            size_m, rings = p.LIMBS[kind]
            for at in along:
                radius = min(rings, key=lambda ring: abs(ring.along - at)).radius
                yield (f"{side}_{kind}", -at * size_m, radius, radius * wide)
        yield (f"{side}_hand", -0.05, 0.015, 0.055)
        yield (f"{side}_hand", -0.12, 0.015, 0.05)


PLACES: Final = tuple(_places())
SOLES: Final = ((-0.02, 0.07), (0.06, 0.06), (0.13, 0.065))


def shadows(body: Body, paper: Paper) -> Iterator[Drawn]:
    """Paint two soft blots under every piece of the body: touch and hover."""
    count = 0
    for part, up, radius, wide in PLACES:
        at = body.parts[part].at(up=up)
        hovers = radius > FAINT_M
        yield from _two(f"shadow_{count}", paper, at, at[1] - radius, wide, hovers=hovers)
        count += 1
    for side in SIDES:
        for forward, wide in SOLES:
            at = body.parts[f"{side}_foot"].at(forward=forward, up=-p.ANKLE_HEIGHT_M)
            yield from _two(f"shadow_{count}", paper, at, at[1], wide, hovers=False)
            count += 1


def _two(
    name: str, paper: Paper, at: Vec, height_m: float, wide_m: float, *, hovers: bool
) -> Iterator[Drawn]:
    height = max(height_m, 0.0)
    floor = (at[0], 0.0, at[2])
    close = max(0.0, 1.0 - height / TOUCH_M)
    far = (1.0 + height) * min(1.0, max(0.0, (HOVER_M - height) / 0.4)) ** 0.4
    if hovers:
        yield Drawn(
            Shape(f"{name}_hover", "MQQQQZ", "url(#hover)"),
            _blot(paper, floor, wide_m * 1.5 * far),
            FLOOR_DEPTH + 1,
        )
    yield Drawn(
        Shape(f"{name}_touch", "MQQQQZ", "url(#touch)"),
        _blot(paper, floor, wide_m * 1.15 * close**0.35),
        FLOOR_DEPTH + 2,
    )


def _blot(paper: Paper, at: Vec, radius_m: float) -> Numbers:
    """Draw a circle on the floor; it lies level whatever the view's turn."""
    x, y = paper.spot(at)
    a = radius_m * PIXELS_PER_M
    b = a * paper.flatness()
    corners = ((a, b), (-a, b), (-a, -b), (a, -b))
    ends = ((0.0, b), (-a, 0.0), (0.0, -b), (a, 0.0))
    points = [(x + a, y)]
    for (cx, cy), (ex, ey) in zip(corners, ends, strict=True):
        points += [(x + cx, y + cy), (x + ex, y + ey)]
    return flat(points)
