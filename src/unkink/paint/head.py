"""Neck and head: a calm face, ears and hair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure.proportions import Ball, ball
from unkink.paint import palette
from unkink.paint.forms import HIDE, rounded
from unkink.paint.outline import hull, hull_commands, smooth, smooth_commands
from unkink.paint.palette import LINE_WIDTH
from unkink.paint.shapes import Drawn, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.figure import Body, Frame
    from unkink.core.figure.frames import Vec
    from unkink.paint.view import Paper, Spot

FACE: Final = (
    ball(0.044, 0.030, 0.084, 0.036),
    ball(0.044, -0.030, 0.084, 0.036),
    ball(0.060, 0.032, 0.048, 0.032),
    ball(0.060, -0.032, 0.048, 0.032),
    ball(0.046, 0.036, 0.008, 0.034),
    ball(0.046, -0.036, 0.008, 0.034),
    ball(0.000, 0.050, -0.014, 0.020),
    ball(0.000, -0.050, -0.014, 0.020),
    ball(-0.004, 0.060, 0.030, 0.016),
    ball(-0.004, -0.060, 0.030, 0.016),
    ball(0.070, 0.012, -0.041, 0.019),
    ball(0.070, -0.012, -0.041, 0.019),
)
LIPS: Final = (ball(0.080, 0.0, -0.012, 0.017), ball(0.076, 0.0, -0.030, 0.017))
NOSE: Final = (
    ball(0.084, 0.0, 0.046, 0.008),
    ball(0.106, 0.0, 0.012, 0.0095),
    ball(0.088, 0.0, 0.003, 0.012),
)
HAIR: Final = (Ball(-0.003, 0.0, 0.064, 0.103, 0.083, 0.101), ball(-0.048, 0.0, 0.014, 0.050))
NECK: Final = (ball(0.008, 0.0, 0.012, 0.050), ball(0.0, 0.0, 0.10, 0.047))


def head(body: Body, paper: Paper) -> Iterator[Drawn]:
    """Paint neck, hair, face and ears."""
    frame, neck, chest = body.parts["head"], body.parts["neck"], body.parts["chest"]
    depth = paper.depth(frame.at(up=0.04))
    trunk = max(
        paper.depth(body.parts["ribs"].at(up=0.06)),
        paper.depth(body.parts["pelvis"].at(up=0.03)) + 0.001,
    )
    showing = paper.facing(chest.forward) > -0.1
    depth = max(depth, trunk + HIDE * 4) if showing else depth
    yield from rounded(
        "neck",
        [[paper.oval(neck, piece) for piece in NECK]],
        palette.NECK,
        depth + HIDE if showing else min(trunk, depth) - 0.002,
        lit=[],
    )
    frontal = paper.facing(frame.forward)
    hair = [[paper.oval(frame, b) for b in HAIR]]
    behind = frontal < -0.35
    yield from rounded("hair", hair, palette.HAIR, depth + (0.004 if behind else 0.0))
    face = [[paper.oval(frame, b) for b in piece] for piece in (FACE, LIPS, NOSE)]
    yield from rounded("face", face, palette.SKIN, depth + 0.001, lit=face[:1])
    yield from _features(frame, paper, depth)
    for way, name in ((1.0, "left"), (-1.0, "right")):
        seen = _shown(paper.facing(frame.left) * way + 0.15 * frontal)
        yield from _ear(frame, paper, depth + (0.006 if seen else -0.01), way, name)


def _shown(facing: float) -> float:
    """How much of a small thing shows: nothing as it turns away, growing in between."""
    t = min(max((facing - 0.02) / 0.25, 0.0), 1.0)
    return t * t * (3 - 2 * t)


def _ear(frame: Frame, paper: Paper, depth: float, way: float, name: str) -> Iterator[Drawn]:
    outer = Ball(-0.012, way * 0.076, 0.022, 0.018, 0.008, 0.029)
    inner = Ball(-0.009, way * 0.081, 0.024, 0.009, 0.003, 0.017)
    whole = Shape(
        f"{name}_ear",
        hull_commands(10),
        palette.SKIN.plain,
        palette.SKIN.line,
        LINE_WIDTH * 1.6,
        paint_order="stroke",
    )
    yield Drawn(whole, hull([paper.oval(frame, outer)], 10), depth)
    hollow = Shape(f"{name}_ear_in", hull_commands(10), palette.EAR_IN)
    yield Drawn(hollow, hull([paper.oval(frame, inner)], 10), depth)


BROW_PLACES: Final = ((0.090, 0.016, 0.071), (0.088, 0.034, 0.076), (0.075, 0.052, 0.066))
MOUTH_PLACES: Final = ((0.097, 0.000, -0.0235), (0.093, 0.012, -0.0215), (0.083, 0.024, -0.0115))
NOSE_PLACES: Final = ((0.098, 0.014, 0.008), (0.103, 0.010, -0.003), (0.106, 0.000, -0.005))


def _features(frame: Frame, paper: Paper, face_depth: float) -> Iterator[Drawn]:
    for way, name in ((1.0, "left"), (-1.0, "right")):
        seen = _shown(paper.facing(_towards(frame, 0.86, 0.5 * way)))
        depth = face_depth + (0.002 if seen else -0.01)
        eye = Ball(0.086, 0.034 * way, 0.046, 0.004 * seen, 0.0072 * seen, 0.0088 * seen)
        yield Drawn(
            Shape(f"{name}_eye", hull_commands(8), palette.EYE),
            hull([paper.oval(frame, eye)], 8),
            depth,
        )
        for part, places, colour, width in (
            ("brow", BROW_PLACES, palette.BROW, 9.0),
            ("mouth", MOUTH_PLACES, palette.LIPS, 7.0),
            ("nostril", NOSE_PLACES, palette.SKIN.line, 4.5),
        ):
            spots = _spots(frame, paper, places, way, seen)
            shape = Shape(
                f"{name}_{part}",
                smooth_commands(3, closed=False),
                stroke=colour,
                stroke_width=width,
            )
            yield Drawn(shape, smooth(spots, closed=False), depth)


def _spots(
    frame: Frame, paper: Paper, places: tuple[Vec, ...], way: float, seen: float
) -> list[Spot]:
    spots = [paper.spot(frame.at(f, side * way, u)) for f, side, u in places]
    mx, my = spots[1]
    return [(mx + (x - mx) * seen, my + (y - my) * seen) for x, y in spots]


def _towards(frame: Frame, forward: float, left: float) -> Vec:
    return frame.moved_to((0.0, 0.0, 0.0)).at(forward=forward, left=left)
