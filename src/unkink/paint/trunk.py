"""Trunk and head: shirt, trousers' top, neck, face and hair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure import Body, Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.proportions import Ball, ball
from unkink.paint import palette
from unkink.paint.limbs import tone_hulls
from unkink.paint.outline import limb, limb_commands, smooth, smooth_commands
from unkink.paint.palette import LINE_WIDTH
from unkink.paint.shapes import Drawn, Shape
from unkink.paint.view import PIXELS_PER_M, Oval, Paper, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.figure.frames import Vec

YOKE: Final = (
    Ball(-0.008, 0.125, 0.105, 0.062, 0.060, 0.050),
    Ball(-0.008, -0.125, 0.105, 0.062, 0.060, 0.050),
    Ball(-0.012, 0.0, 0.155, 0.058, 0.058, 0.035),
)
"""From shoulder to shoulder, up to the neck."""
HIPS_TOP: Final = (Ball(0.005, 0.0, 0.10, 0.108, 0.150, 0.05),)


def trunk(body: Body, paper: Paper) -> Iterator[Drawn]:
    """Paint shirt and trousers' top."""

    def ovals(part: str, pieces: tuple[Ball, ...]) -> list[Oval]:
        return [paper.oval(body.parts[part], piece) for piece in pieces]

    pelvis = ovals("pelvis", p.TRUNK["pelvis"])
    waist = ovals("waist", p.TRUNK["waist"])
    ribs = ovals("ribs", p.TRUNK["ribs"])
    chest = ovals("chest", p.TRUNK["chest"])
    low = paper.depth(body.parts["pelvis"].at(up=0.03))
    high = paper.depth(body.parts["ribs"].at(up=0.06))
    yield from tone_hulls("pelvis", [pelvis, [*pelvis[:1], *waist]], palette.TROUSERS, low)
    groups = [
        chest,
        [chest[0], *ribs],
        [*ribs, *waist],
        [*waist, *ovals("pelvis", HIPS_TOP)],
        ovals("chest", YOKE),
    ]
    yield from tone_hulls("shirt", groups, palette.SHIRT, max(high, low + 0.001))


FOREHEAD: Final = (ball(0.044, 0.030, 0.084, 0.036), ball(0.044, -0.030, 0.084, 0.036))
FACE: Final = (
    *FOREHEAD,
    ball(0.060, 0.032, 0.048, 0.032),
    ball(0.060, -0.032, 0.048, 0.032),
    ball(0.046, 0.036, 0.008, 0.034),
    ball(0.046, -0.036, 0.008, 0.034),
    ball(0.000, 0.052, -0.015, 0.020),
    ball(0.000, -0.052, -0.015, 0.020),
    ball(-0.004, 0.060, 0.030, 0.016),
    ball(-0.004, -0.060, 0.030, 0.016),
    ball(0.072, 0.0, -0.042, 0.021),
)
NOSE: Final = (
    ball(0.086, 0.0, 0.046, 0.008),
    ball(0.108, 0.0, 0.010, 0.010),
    ball(0.090, 0.0, 0.002, 0.012),
)
HAIR: Final = (Ball(-0.002, 0.0, 0.064, 0.102, 0.082, 0.100), ball(-0.050, 0.0, 0.0, 0.048))
NECK: Final = ((-0.075, 0.060), (0.03, 0.052), (0.125, 0.050))
"""Heights in the neck's frame, and radii."""


def head(body: Body, paper: Paper) -> Iterator[Drawn]:
    """Paint neck, hair, face and ears."""
    frame, neck = body.parts["head"], body.parts["neck"]
    depth = paper.depth(frame.at(up=0.04))
    chest = paper.depth(body.parts["ribs"].at(up=0.06))
    yield from _neck(neck, paper, min(depth, chest) - 0.002)
    frontal = paper.facing(frame.forward)
    face = [[paper.oval(frame, b) for b in FACE], [paper.oval(frame, b) for b in NOSE]]
    hair = [[paper.oval(frame, b) for b in HAIR]]
    behind = frontal < -0.35
    yield from tone_hulls("hair", hair, palette.HAIR, depth + (0.004 if behind else 0.0))
    yield from tone_hulls("face", face, palette.SKIN, depth + 0.001)
    yield from _features(frame, paper, depth + 0.002)
    for way, name in ((1.0, "left"), (-1.0, "right")):
        seen = _shown(paper.facing(frame.left) * way + 0.12 * frontal)
        yield from _ear(frame, paper, depth + 0.006, way, name, seen)


def _neck(neck: Frame, paper: Paper, depth: float) -> Iterator[Drawn]:
    circles = []
    for up, radius in NECK:
        x, y = paper.spot(neck.at(up=up))
        circles.append((x, y, radius * PIXELS_PER_M))
    shape = Shape(
        "neck",
        limb_commands(3, closed=True),
        palette.SKIN.shade,
        palette.SKIN.line,
        LINE_WIDTH,
    )
    yield Drawn(shape, limb(circles, closed=True), depth)
    lit = [(x - r * 0.1, y - r * 0.15, r * 0.7) for x, y, r in circles]
    yield Drawn(
        Shape("neck_plain", limb_commands(3, closed=True), palette.SKIN.plain),
        limb(lit, closed=True),
        depth,
    )


def _shown(facing: float) -> float:
    """How much of a small thing shows: nothing as it turns away, growing in between."""
    t = min(max((facing - 0.02) / 0.25, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def _ear(
    frame: Frame, paper: Paper, depth: float, way: float, name: str, seen: float
) -> Iterator[Drawn]:
    piece = Ball(-0.012, way * 0.074, 0.022, 0.017 * seen, 0.008 * seen, 0.028 * seen)
    inner = Ball(-0.009, way * 0.080, 0.024, 0.008 * seen, 0.003 * seen, 0.016 * seen)
    yield from tone_hulls(f"{name}_ear", [[paper.oval(frame, piece)]], palette.SKIN, depth)
    yield from tone_hulls(f"{name}_ear_in", [[paper.oval(frame, inner)]], EAR_IN, depth)


EAR_IN: Final = palette.Tones("#c08562", "#c08562", "#c08562", "none")


def _features(frame: Frame, paper: Paper, depth: float) -> Iterator[Drawn]:
    for way, name in ((1.0, "left"), (-1.0, "right")):
        normal = _towards(frame, 0.86, 0.5 * way)
        seen = _shown(paper.facing(normal))
        eye = Ball(0.086, 0.034 * way, 0.044, 0.004 * seen, 0.0075 * seen, 0.0085 * seen)
        yield from tone_hulls(
            f"{name}_eye",
            [[paper.oval(frame, eye)]],
            palette.Tones("#33251f", "#33251f", "#33251f", "none"),
            depth,
        )
        brow = ((0.092, 0.014, 0.066), (0.090, 0.034, 0.073), (0.078, 0.052, 0.066))
        yield _line(f"{name}_brow", _points(frame, paper, brow, way, seen), "#54413a", 4.0, depth)
        mouth = ((0.096, 0.000, -0.021), (0.091, 0.012, -0.022), (0.083, 0.022, -0.017))
        yield _line(f"{name}_mouth", _points(frame, paper, mouth, way, seen), "#9c5a48", 3.0, depth)


def _points(
    frame: Frame, paper: Paper, places: tuple[Vec, ...], way: float, seen: float
) -> list[Spot]:
    spots = [paper.spot(frame.at(f, side * way, u)) for f, side, u in places]
    mx, my = spots[1] if len(spots) > 2 else spots[0]
    return [(mx + (x - mx) * seen, my + (y - my) * seen) for x, y in spots]


def _line(name: str, points: list[Spot], colour: str, width: float, depth: float) -> Drawn:
    shape = Shape(
        name, smooth_commands(len(points), closed=False), stroke=colour, stroke_width=width
    )
    return Drawn(shape, smooth(points, closed=False), depth)


def _towards(frame: Frame, forward: float, left: float) -> Vec:
    return frame.moved_to((0.0, 0.0, 0.0)).at(forward=forward, left=left)
