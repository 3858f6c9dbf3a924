"""What is around the body: the mat, and chair, roller, cushion, ball or wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.figure.frames import STANDING, Vec
from unkink.core.figure.proportions import Ball
from unkink.core.figure.settle import BALL_RADIUS_M, CUSHION_M, ROLLER_RADIUS_M, SEAT_M
from unkink.paint import palette
from unkink.paint.forms import HIDE, Ends, rounded, tapered
from unkink.paint.palette import LINE_WIDTH, Tones
from unkink.paint.shadows import FLOOR_DEPTH
from unkink.paint.shapes import Drawn, Shape, flat
from unkink.paint.view import PIXELS_PER_M, Paper, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.figure import Body

BEHIND: Final = -20.0
"""Depth of what the body is always in front of."""
MAT_M: Final = (1.86, 0.66)
MAT_THICK_M: Final = 0.014


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the things around the body stand; they keep still while it moves."""

    props: tuple[str, ...]
    middle: Vec
    """The middle of the ground the body covers."""
    pelvis: Vec
    back_x_m: float
    """Where the buttocks end, seen from the side: a wall stands behind them."""

    @classmethod
    def under(cls, props: Sequence[str], bodies: Sequence[Body]) -> Ground:
        """Find the ground under a body in all its moments."""
        places = [at for body in bodies for at in body.joints.values()]
        xs = [at[0] for at in places]
        pelvis = bodies[0].parts["pelvis"]
        back = max(body.parts["pelvis"].at(forward=-0.122)[0] for body in bodies)
        middle = ((min(xs) + max(xs)) / 2, 0.0, 0.0)
        return cls(tuple(props), middle, pelvis.origin, back)


def surroundings(body: Body, paper: Paper, ground: Ground) -> Iterator[Drawn]:
    """Paint all things a movement needs."""
    if "wall" in ground.props:
        yield from _wall(paper, ground)
    if "mat" in ground.props:
        yield from _mat(paper, ground)
    if "chair" in ground.props:
        yield from _chair(paper, ground)
    if "cushion" in ground.props:
        yield from _cushion(paper, ground)
    if "roller" in ground.props and body.roller_x_m is not None:
        yield from _roller(paper, body.roller_x_m)
    if "ball" in ground.props:
        yield from _ball(body, paper, ground)


def patch(
    name: str, points: Sequence[Spot], corner: float, look: tuple[str, str], depth: float
) -> Drawn:
    """Paint a flat piece with rounded corners; *look* is fill and line."""
    path: list[Spot] = []
    count = len(points)
    for k, here in enumerate(points):
        before, after = points[k - 1], points[(k + 1) % count]
        path += [_towards(here, before, corner), here, _towards(here, after, corner)]
    commands = "M" + "QL" * (count - 1) + "QZ"
    shape = Shape(name, commands, look[0], look[1], 0.0 if look[1] == "none" else LINE_WIDTH)
    return Drawn(shape, flat(path), depth)


def _towards(here: Spot, there: Spot, far: float) -> Spot:
    dx, dy = there[0] - here[0], there[1] - here[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-6)
    part = min(far / size, 0.45)
    return (here[0] + dx * part, here[1] + dy * part)


def _mat(paper: Paper, ground: Ground) -> Iterator[Drawn]:
    def at(inset: float, y: float) -> list[Spot]:
        a, b = MAT_M[0] / 2 - inset, MAT_M[1] / 2 - inset
        x, _, z = ground.middle
        corners = ((x - a, z - b), (x + a, z - b), (x + a, z + b), (x - a, z + b))
        return [paper.spot((cx, y, cz)) for cx, cz in corners]

    low = at(0.0, -MAT_THICK_M * 1.6)
    edge = (palette.MAT_EDGE, palette.MAT_EDGE)
    yield patch("mat_edge", low, 30.0, edge, FLOOR_DEPTH - 0.2)
    yield patch("mat", at(0.0, 0.0), 30.0, (palette.MAT_TOP, palette.MAT_EDGE), FLOOR_DEPTH - 0.1)
    yield patch("mat_rim", at(0.025, 0.0), 22.0, ("none", palette.MAT_RIM), FLOOR_DEPTH)


def box(
    name: str, paper: Paper, low: Vec, high: Vec, tones: Tones, depth: float
) -> Iterator[Drawn]:
    """Paint a box by those of its faces that look at the viewer."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    side_x = x0 if paper.near[0] < 0 else x1
    faces = (
        ("front", ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)), tones.plain),
        (
            "side",
            ((side_x, y0, z0), (side_x, y0, z1), (side_x, y1, z1), (side_x, y1, z0)),
            tones.shade,
        ),
        ("top", ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)), tones.light),
    )
    for face, corners, colour in faces:
        spots = [paper.spot(corner) for corner in corners]
        yield patch(f"{name}_{face}", spots, 8.0, (colour, tones.line), depth)


def _chair(paper: Paper, ground: Ground) -> Iterator[Drawn]:
    wood = palette.FRAME
    x, z = ground.pelvis[0], ground.pelvis[2]
    front, back, half = x - 0.27, x + 0.17, 0.215
    legs = sorted(
        ((lx, lz) for lx in (front + 0.03, back) for lz in (z - half + 0.03, z + half - 0.03)),
        key=lambda leg: paper.depth((leg[0], 0.0, leg[1])),
    )
    for k, (lx, lz) in enumerate(legs):
        top = SEAT_M + 0.43 if lx == back else SEAT_M - 0.02
        splay = 0.035 if lx == back else -0.02
        posts = ((lx + splay, 0.012, lz), (lx, SEAT_M - 0.02, lz), (lx + splay * 1.6, top, lz))
        posts = posts if lx == back else (posts[0], posts[1], posts[1])
        yield from _post(f"chair_leg_{k}", paper, posts, BEHIND + k * 0.01)
    yield from box(
        "chair_back",
        paper,
        (back + 0.035, SEAT_M + 0.22, z - half + 0.01),
        (back + 0.06, SEAT_M + 0.43, z + half - 0.01),
        wood,
        BEHIND + 0.02 if paper.near[0] < 0 else BEHIND - 0.1,
    )
    yield from box(
        "chair_seat",
        paper,
        (front, SEAT_M - 0.035, z - half),
        (back + 0.02, SEAT_M, z + half),
        wood,
        BEHIND + 0.1,
    )


def _post(name: str, paper: Paper, along: Sequence[Vec], depth: float) -> Iterator[Drawn]:
    circles = [(*paper.spot(at), 0.017 * PIXELS_PER_M) for at in along]
    yield from tapered(name, circles, palette.FRAME, depth, Ends(rooted=False, whole=True))


def _cushion(paper: Paper, ground: Ground) -> Iterator[Drawn]:
    x, z = ground.pelvis[0] - 0.02, ground.pelvis[2]
    half = CUSHION_M / 2
    frame = STANDING.moved_to((x, half, z))
    groups = [
        [
            paper.oval(frame, Ball(a * 0.17, b * 0.19, 0.0, 0.06, 0.06, half))
            for a in (-1, 1)
            for b in (-1, 1)
        ]
    ]
    yield from rounded("cushion", groups, palette.CUSHION, BEHIND, directions=24)


def _roller(paper: Paper, x: float) -> Iterator[Drawn]:
    r = ROLLER_RADIUS_M
    ends = [
        paper.oval(STANDING.moved_to((x, r, z)), Ball(0, 0, 0, r, 0.004, r)) for z in (-0.27, 0.27)
    ]
    yield from rounded("roller", [ends], palette.FOAM, BEHIND, lit=[], directions=28)
    yield from rounded(
        "roller_end", [[ends[1]]], palette.FOAM, BEHIND + HIDE, lit=[], directions=16
    )
    hole = ends[1].shrunk(0.4)
    yield from rounded(
        "roller_hole",
        [[hole]],
        Tones(palette.FOAM.line, palette.FOAM.line, palette.FOAM.line, palette.FOAM.line),
        BEHIND + HIDE * 2,
        lit=[],
        directions=12,
    )


def _wall(paper: Paper, ground: Ground) -> Iterator[Drawn]:
    x = ground.back_x_m + 2 * BALL_RADIUS_M
    corners = ((x, 0.0, -0.75), (x, 0.0, 0.6), (x, 1.95, 0.6), (x, 1.95, -0.75))
    spots = [paper.spot(corner) for corner in corners]
    yield patch("wall", spots, 15.0, (palette.WALL, palette.WALL_LINE), FLOOR_DEPTH - 1)


def _ball(body: Body, paper: Paper, ground: Ground) -> Iterator[Drawn]:
    hip = body.joints[Joint.LEFT_HIP]
    r = BALL_RADIUS_M
    frame = STANDING.moved_to((ground.back_x_m + r, hip[1] + 0.01, 0.075))
    yield from rounded("ball", [[paper.oval(frame, Ball(0, 0, 0, r, r, r))]], palette.FOAM, BEHIND)
