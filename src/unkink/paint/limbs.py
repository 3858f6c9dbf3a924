"""Arms and legs: skin, sleeves and trousers, each bone a smooth outline with soft light."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from unkink.core.figure import Body, Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.proportions import Ball, ball
from unkink.core.figure.skeleton import SIDES
from unkink.paint import palette
from unkink.paint.outline import hull, hull_commands, limb, limb_commands
from unkink.paint.palette import LINE_WIDTH, Tones
from unkink.paint.shapes import Drawn, Numbers, Shape
from unkink.paint.view import PIXELS_PER_M, Oval, Paper

Rings = Sequence[p.Ring]
FAR_LIMB_FIRST_M: Final = 0.05
"""A forearm or shank is drawn over the bone it hangs from unless it is clearly behind it."""


def limbs(body: Body, paper: Paper, *, far_side: str | None) -> Iterator[Drawn]:
    """Paint both arms and legs; the far side's in the tones of distance."""
    for side in SIDES:
        far = side == far_side
        skin = palette.FAR_SKIN if far else palette.SKIN
        trousers = palette.FAR_TROUSERS if far else palette.TROUSERS
        shirt = palette.FAR_SHIRT if far else palette.SHIRT
        yield from _leg(body, paper, side, skin, trousers)
        yield from _arm(body, paper, side, skin, shirt)


def _leg(body: Body, paper: Paper, side: str, skin: Tones, trousers: Tones) -> Iterator[Drawn]:
    thigh, shank, foot = (body.parts[f"{side}_{n}"] for n in ("thigh", "shank", "foot"))
    hip, knee, ankle = (paper.depth(f.origin) for f in (thigh, shank, foot))
    yield from _bone(f"{side}_thigh", thigh, "thigh", trousers, paper, hip * 0.35 + knee * 0.65)
    depth = knee * 0.4 + ankle * 0.6 + FAR_LIMB_FIRST_M
    yield from _foot(f"{side}_foot", foot, skin, paper, depth - 0.001)
    yield from _bone(f"{side}_shank", shank, "shank", trousers, paper, depth, upto=0.93)


def _arm(body: Body, paper: Paper, side: str, skin: Tones, shirt: Tones) -> Iterator[Drawn]:
    upper, lower, hand = (body.parts[f"{side}_{n}"] for n in ("upper_arm", "forearm", "hand"))
    shoulder, elbow, wrist = (paper.depth(f.origin) for f in (upper, lower, hand))
    depth = shoulder * 0.5 + elbow * 0.5
    yield from _bone(f"{side}_upper_arm", upper, "upper_arm", skin, paper, depth)
    yield from _bone(
        f"{side}_sleeve", upper, "upper_arm", shirt, paper, depth + 0.001, upto=0.58, wider=1.12
    )
    depth = elbow * 0.4 + wrist * 0.6 + FAR_LIMB_FIRST_M
    yield from _bone(f"{side}_forearm", lower, "forearm", skin, paper, depth)
    yield from _hand(f"{side}_hand", hand, skin, paper, depth + 0.002, side)


def _bone(  # noqa: PLR0913 - one call per bone, all by name
    name: str,
    frame: Frame,
    kind: str,
    tones: Tones,
    paper: Paper,
    depth: float,
    *,
    upto: float = 1.0,
    wider: float = 1.0,
) -> Iterator[Drawn]:
    size_m, rings = p.LIMBS[kind]
    rings = tuple(cut(rings, upto))
    circles = []
    for ring in rings:
        x, y = paper.spot(frame.at(forward=ring.forward, up=-ring.along * size_m))
        circles.append((x, y, ring.radius * PIXELS_PER_M * wider))
    base = Shape(name, limb_commands(len(rings), closed=False), tones.shade, tones.line, LINE_WIDTH)
    yield Drawn(base, limb(circles, closed=False), depth)
    few = [circles[0], circles[len(circles) // 2], circles[-1]]
    for tone, shrink, dx, dy in LIGHT:
        shape = Shape(f"{name}_{tone}", limb_commands(3, closed=True), getattr(tones, tone))
        lit = [(x + r * dx, y + r * dy, r * shrink) for x, y, r in few]
        yield Drawn(shape, limb(lit, closed=True), depth)


LIGHT: Final = (("plain", 0.80, -0.06, -0.14), ("light", 0.40, -0.16, -0.36))
"""Tone, its width against the limb's, and how far it lies to the upper left, in radii."""


def cut(rings: Rings, upto: float) -> list[p.Ring]:
    """Keep a limb's rings up to a place along it."""
    kept = [ring for ring in rings if ring.along < upto - 1e-6]
    after = rings[len(kept)]
    before = kept[-1]
    f = (upto - before.along) / (after.along - before.along)
    return [*kept, p.Ring(*(a + (b - a) * f for a, b in zip(before, after, strict=True)))]


def tone_hulls(
    name: str, groups: Sequence[Sequence[Oval]], tones: Tones, depth: float
) -> Iterator[Drawn]:
    """Paint groups of ellipses as one seamless lit form."""
    commands = hull_commands() * len(groups)
    line = Shape(f"{name}_line", commands, tones.shade, tones.line, LINE_WIDTH * 2)
    whole: Numbers = tuple(n for group in groups for n in hull(group))
    yield Drawn(line, whole, depth)
    yield Drawn(Shape(name, commands, tones.shade), whole, depth)
    for tone, shrink, dx, dy in LIGHT:
        numbers: Numbers = tuple(
            n
            for group in groups
            for n in hull(
                [o.shrunk(shrink, dx * o.yy**0.5 * 0.7, dy * o.yy**0.5 * 0.7) for o in group]
            )
        )
        yield Drawn(Shape(f"{name}_{tone}", commands, getattr(tones, tone)), numbers, depth)


ANKLE: Final = (ball(-0.004, 0.0, 0.045, 0.031), ball(-0.006, 0.0, 0.0, 0.033))
FOOT_BACK: Final = (*ANKLE, p.HEEL, ball(0.05, 0.0, -0.025, 0.032))
FOOT_FRONT: Final = (
    ball(-0.035, 0.0, -p.ANKLE_HEIGHT_M + 0.029, 0.028),
    ball(0.03, 0.0, -0.014, 0.028),
    Ball(0.118, 0.0, -p.ANKLE_HEIGHT_M + 0.023, 0.027, 0.043, 0.023),
    Ball(p.FOOT_M - 0.10, 0.008, -p.ANKLE_HEIGHT_M + 0.016, 0.022, 0.030, 0.016),
)


def _foot(name: str, foot: Frame, skin: Tones, paper: Paper, depth: float) -> Iterator[Drawn]:
    groups = [[paper.oval(foot, piece) for piece in part] for part in (FOOT_BACK, FOOT_FRONT)]
    yield from tone_hulls(name, groups, skin, depth)


def _hand(
    name: str, hand: Frame, skin: Tones, paper: Paper, depth: float, side: str
) -> Iterator[Drawn]:
    way = -1.0 if side == "left" else 1.0
    palm = (
        ball(0.0, 0.0, 0.0, 0.024),
        Ball(0.018, 0.0, -0.075, 0.022, 0.014, 0.022),
        Ball(-0.018, 0.0, -0.072, 0.020, 0.014, 0.020),
    )
    fingers = (
        Ball(0.018, 0.0, -0.08, 0.020, 0.013, 0.020),
        Ball(-0.018, 0.0, -0.08, 0.018, 0.013, 0.018),
        Ball(0.008, way * 0.010, -0.168, 0.012, 0.010, 0.012),
        Ball(-0.014, way * 0.012, -0.150, 0.011, 0.010, 0.011),
    )
    thumb = (
        ball(0.016, way * 0.006, -0.025, 0.014),
        ball(0.046, way * 0.012, -0.075, 0.011),
        ball(0.050, way * 0.012, -0.098, 0.009),
    )
    groups = [[paper.oval(hand, piece) for piece in part] for part in (palm, fingers, thumb)]
    yield from tone_hulls(name, groups, skin, depth)
