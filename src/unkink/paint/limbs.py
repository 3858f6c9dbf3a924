"""Arms and legs: skin, sleeves and trousers, each bone a smooth outline with soft light."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure import Body, Frame
from unkink.core.figure import proportions as p
from unkink.core.figure.proportions import Ball, ball
from unkink.core.figure.skeleton import SIDES
from unkink.paint import palette
from unkink.paint.forms import HIDE, Ends, rounded, tapered
from unkink.paint.palette import LINE_WIDTH, Tones
from unkink.paint.shapes import Drawn, Shape, flat
from unkink.paint.view import PIXELS_PER_M, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.paint.outline import Ring

NEARER_M: Final = 0.05
"""A forearm or shank is drawn over the bone it hangs from unless it is clearly behind it."""
TROUSERS_UPTO: Final = 0.90
SLEEVE_UPTO: Final = 0.60


def limbs(body: Body, paper: Paper, *, far_side: str | None) -> Iterator[Drawn]:
    """Paint both arms and legs; the far side's in the tones of distance."""
    for side, curl in zip(SIDES, body.curls, strict=True):
        far = side == far_side
        skin = palette.FAR_SKIN if far else palette.SKIN
        yield from _leg(body, paper, side, skin, palette.FAR_TROUSERS if far else palette.TROUSERS)
        yield from _arm(body, paper, side, skin, palette.FAR_SHIRT if far else palette.SHIRT)
        yield from _hand(body, paper, side, skin, curl)


def _leg(body: Body, paper: Paper, side: str, skin: Tones, trousers: Tones) -> Iterator[Drawn]:
    thigh, shank, foot = (body.parts[f"{side}_{n}"] for n in ("thigh", "shank", "foot"))
    hip, knee, ankle = (paper.depth(f.origin) for f in (thigh, shank, foot))
    yield from tapered(
        f"{side}_thigh",
        _circles(thigh, "thigh", paper),
        trousers,
        hip * 0.35 + knee * 0.65,
        Ends(rooted=True),
    )
    depth = knee * 0.4 + ankle * 0.6 + NEARER_M
    yield from _foot(f"{side}_foot", foot, skin, paper, depth - HIDE)
    yield from tapered(
        f"{side}_shank",
        _circles(shank, "shank", paper, upto=TROUSERS_UPTO),
        trousers,
        depth,
        Ends(rooted=False, hem=True),
    )


def _arm(body: Body, paper: Paper, side: str, skin: Tones, shirt: Tones) -> Iterator[Drawn]:
    upper, lower = body.parts[f"{side}_upper_arm"], body.parts[f"{side}_forearm"]
    shoulder, elbow = paper.depth(upper.origin), paper.depth(lower.origin)
    depth = shoulder * 0.5 + elbow * 0.5
    yield from tapered(
        f"{side}_upper_arm",
        _circles(upper, "upper_arm", paper),
        skin,
        depth,
        Ends(rooted=True),
    )
    yield from tapered(
        f"{side}_sleeve",
        _circles(upper, "upper_arm", paper, upto=SLEEVE_UPTO, wider=1.14),
        shirt,
        depth + HIDE,
        Ends(rooted=True, hem=True),
    )
    near = _lower_arm_depth(body, paper, side)
    yield from tapered(
        f"{side}_forearm",
        _circles(lower, "forearm", paper),
        skin,
        near,
        Ends(rooted=False),
        near - HIDE,
    )


def _lower_arm_depth(body: Body, paper: Paper, side: str) -> float:
    elbow = paper.depth(body.parts[f"{side}_forearm"].origin)
    wrist = paper.depth(body.parts[f"{side}_hand"].origin)
    return elbow * 0.4 + wrist * 0.6 + NEARER_M


def _circles(
    frame: Frame, kind: str, paper: Paper, *, upto: float = 1.0, wider: float = 1.0
) -> list[Ring]:
    size_m, rings = p.LIMBS[kind]
    circles = []
    for ring in cut(rings, upto):
        x, y = paper.spot(frame.at(forward=ring.forward, up=-ring.along * size_m))
        circles.append((x, y, ring.radius * PIXELS_PER_M * wider))
    return circles


def cut(rings: Sequence[p.Ring], upto: float) -> list[p.Ring]:
    """Keep a limb's rings up to a place along it."""
    kept = [ring for ring in rings if ring.along < upto - 1e-6]
    after, before = rings[len(kept)], kept[-1]
    f = (upto - before.along) / (after.along - before.along)
    return [*kept, p.Ring(*(a + (b - a) * f for a, b in zip(before, after, strict=True)))]


FOOT: Final = (
    (
        ball(-0.004, 0.0, 0.060, 0.034),
        ball(-0.008, 0.0, 0.0, 0.034),
        p.HEEL,
        ball(0.045, 0.0, -0.025, 0.031),
    ),
    (
        ball(-0.038, 0.0, -p.ANKLE_HEIGHT_M + 0.030, 0.029),
        ball(0.035, 0.0, -0.016, 0.028),
        Ball(0.115, 0.0, -p.ANKLE_HEIGHT_M + 0.022, 0.030, 0.043, 0.022),
        Ball(p.FOOT_M - 0.105, 0.0, -p.ANKLE_HEIGHT_M + 0.015, 0.026, 0.034, 0.015),
    ),
)


def _foot(name: str, foot: Frame, skin: Tones, paper: Paper, depth: float) -> Iterator[Drawn]:
    groups = [[paper.oval(foot, piece) for piece in part] for part in FOOT]
    yield from rounded(name, groups, skin, depth, lit=groups[1:], directions=10)


PALM: Final = (
    ball(0.0, 0.0, 0.004, 0.0245),
    Ball(0.019, 0.0, -0.078, 0.022, 0.014, 0.022),
    Ball(-0.020, 0.0, -0.074, 0.020, 0.014, 0.020),
)
THUMB: Final = (
    ball(0.016, 0.006, -0.022, 0.015),
    ball(0.046, 0.014, -0.072, 0.0115),
    ball(0.050, 0.018, -0.096, 0.0095),
)
"""For a right hand; a left one has its thumb's `left` the other way round."""
FINGERS: Final = tuple(
    Ball(forward, 0.0, 0.0, 0.0135, 0.0125, 0.0135) for forward in (0.026, 0.0, -0.027)
)
FINGERTIPS: Final = tuple(
    Ball(forward, 0.0, up, 0.0125, 0.0115, 0.0125)
    for forward, up in ((0.025, 0.0), (-0.025, 0.004), (0.014, -0.032), (-0.019, -0.016))
)
FINGER_M: Final = 0.048
"""Knuckles to the fingers' middle joints."""
FINGER_LINE: Final = LINE_WIDTH * 0.6


def _hand(body: Body, paper: Paper, side: str, skin: Tones, curl: float) -> Iterator[Drawn]:
    hand = body.parts[f"{side}_hand"]
    way = -1.0 if side == "left" else 1.0
    first = hand.moved_to(hand.at(up=-0.080)).tipped(-way * 62.0 * curl)
    second = first.moved_to(first.at(up=-FINGER_M)).tipped(-way * 75.0 * curl)
    near = _lower_arm_depth(body, paper, side)
    palm = [paper.oval(hand, piece) for piece in PALM]
    thumb = [paper.oval(hand, piece._replace(left=piece.left * way)) for piece in THUMB]
    upper = [paper.oval(first, piece) for piece in FINGERS]
    lower = [paper.oval(second, piece) for piece in FINGERTIPS]
    groups = [palm, [*upper, *lower[:2]], lower, thumb]
    yield from rounded(
        f"{side}_hand",
        groups,
        skin,
        near + HIDE,
        lit=groups[:1],
        directions=9,
        line_depth=near - HIDE,
        shaded=False,
    )
    seen = min(abs(paper.facing(hand.left)) * 1.6, 1.0)
    for k, place in enumerate((0.012, 0.0, -0.013)):
        f = place * seen
        spots = [
            paper.spot(first.at(forward=f, left=-way * 0.009, up=-0.022 + 0.014 * seen)),
            paper.spot(second.at(forward=f, left=-way * 0.007)),
            paper.spot(second.at(forward=f * 0.8, left=-way * 0.004, up=-0.030)),
        ]
        gap = Shape(f"{side}_finger_{k}", "MLL", stroke=skin.line, stroke_width=FINGER_LINE)
        yield Drawn(gap, flat(spots), near + HIDE)
