"""Mat, shadow and props."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.figure.settle import BALL_RADIUS_M, CUSHION_M, ROLLER_RADIUS_M, SEAT_M
from unkink.paint.outline import hull, hull_commands
from unkink.paint.shapes import Drawn, Shape, flat
from unkink.paint.view import PIXELS_PER_M, Oval, Paper

if TYPE_CHECKING:
    from unkink.core.figure import Body
    from unkink.core.figure.frames import Vec

DEFS: Final = (
    '<radialGradient id="shadow"><stop offset="0" stop-color="#1c2a3a" stop-opacity=".5"/>'
    '<stop offset=".6" stop-color="#1c2a3a" stop-opacity=".22"/>'
    '<stop offset="1" stop-color="#1c2a3a" stop-opacity="0"/></radialGradient>'
)
FLOOR_DEPTH: Final = -50.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a movement needs around it."""

    props: Sequence[str]
    start: str


def surroundings(body: Body, paper: Paper, ground: Ground) -> Iterator[Drawn]:
    """Paint what is under and around the body."""
    if "mat" in ground.props:
        yield from _mat(paper)
    yield from _shadows(body, paper)


MAT: Final = (-0.95, 0.95, -0.36, 0.36)
THICK_M: Final = 0.012


def _mat(paper: Paper) -> Iterator[Drawn]:
    a, b, c, d = MAT
    top = [paper.spot((x, 0.0, z)) for x, z in ((a, c), (b, c), (b, d), (a, d))]
    low = [paper.spot((x, -THICK_M * 2, z)) for x, z in ((a, d), (b, d))]
    yield Drawn(
        Shape("mat_edge", "MLLLZ", "#7d94bd"), flat([top[3], top[2], low[1], low[0]]), FLOOR_DEPTH
    )
    yield Drawn(Shape("mat", "MLLLZ", "#a9bbdd", "#8ba1c9", 1.5), flat(top), FLOOR_DEPTH)


SHADOWS: Final = (
    ("pelvis", 0.0, 0.17, 0.17),
    ("chest", 0.0, 0.18, 0.19),
    ("head", 0.05, 0.10, 0.10),
    *(
        (f"{s}_{n}", u, r, r)
        for s in ("left", "right")
        for n, u, r in (
            ("thigh", -0.2, 0.11),
            ("shank", -0.05, 0.08),
            ("shank", -0.3, 0.07),
            ("foot", -0.05, 0.10),
            ("forearm", 0.0, 0.06),
            ("hand", -0.06, 0.075),
        )
    ),
)


def _shadows(body: Body, paper: Paper) -> Iterator[Drawn]:
    """One soft blot for each part: strong and small at contact, gone at half a metre."""
    for k, (part, up, rx, rz) in enumerate(SHADOWS):
        x, y, z = body.parts[part].at(up=up)
        near = max(0.0, 1.0 - max(y - 0.05, 0.0) / 0.55)
        grow = near**0.7 * 1.15
        blot = _blot(paper, (x, 0.0, z), rx * grow, rz * grow)
        yield Drawn(
            Shape(f"shadow_{k}", hull_commands(8), "url(#shadow)"), hull([blot], 8), FLOOR_DEPTH + 1
        )


def _blot(paper: Paper, at: Vec, rx: float, rz: float) -> Oval:
    x, y = paper.spot(at)
    (ax, ay), (bx, by) = paper.way((1.0, 0.0, 0.0)), paper.way((0.0, 0.0, 1.0))
    rx, rz = max(rx, 0.001), max(rz, 0.001)
    return Oval(
        x,
        y,
        (ax * rx) ** 2 + (bx * rz) ** 2,
        ax * ay * rx * rx + bx * by * rz * rz,
        (ay * rx) ** 2 + (by * rz) ** 2,
    )


__all__ = ["BALL_RADIUS_M", "CUSHION_M", "PIXELS_PER_M", "ROLLER_RADIUS_M", "SEAT_M"]
