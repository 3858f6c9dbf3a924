"""The trunk: shirt and the trousers' top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure import Body
from unkink.core.figure import proportions as p
from unkink.core.figure.proportions import Ball, ball
from unkink.core.figure.skeleton import SIDES
from unkink.paint import palette
from unkink.paint.forms import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.paint.shapes import Drawn
    from unkink.paint.view import Oval, Paper

COLLAR: Final = ball(-0.012, 0.0, 0.158, 0.052)
SHOULDER: Final = (ball(0.0, 0.0, -0.010, 0.059), ball(0.002, 0.0, -0.085, 0.057))
"""Shoulder and the sleeve's beginning: no seam shows between shirt and sleeve."""
HIPS: Final = (ball(0.0, p.HALF_HIPS_M, -0.012, 0.086), ball(0.0, -p.HALF_HIPS_M, -0.012, 0.086))
"""Where the thighs begin."""
HEM: Final = Ball(0.005, 0.0, 0.085, 0.110, 0.153, 0.045)


def trunk(body: Body, paper: Paper) -> Iterator[Drawn]:
    """Paint shirt and trousers' top."""

    def ovals(part: str, pieces: tuple[Ball, ...]) -> list[Oval]:
        return [paper.oval(body.parts[part], piece) for piece in pieces]

    pelvis = ovals("pelvis", p.TRUNK["pelvis"])
    waist = ovals("waist", p.TRUNK["waist"])
    ribs = ovals("ribs", p.TRUNK["ribs"])
    chest = ovals("chest", p.TRUNK["chest"])
    shoulders = [ovals(f"{side}_upper_arm", SHOULDER) for side in SIDES]
    collar = ovals("chest", (COLLAR,))
    hem = ovals("pelvis", (HEM,))
    low = paper.depth(body.parts["pelvis"].at(up=0.03))
    high = paper.depth(body.parts["ribs"].at(up=0.06))
    yield from rounded(
        "pelvis",
        [[*pelvis, *ovals("pelvis", HIPS)], [pelvis[0], *waist]],
        palette.TROUSERS,
        low,
        lit=[pelvis[:1]],
    )
    groups = [
        [*chest, *ribs],
        [*ribs, *waist],
        [*waist, *hem],
        *([*collar, shoulder[0], chest[0]] for shoulder in shoulders),
        *shoulders,
    ]
    yield from rounded(
        "shirt",
        groups,
        palette.SHIRT,
        max(high, low + 0.001),
        lit=[[chest[0], *ribs], [*ribs, *waist]],
    )
