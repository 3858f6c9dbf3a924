"""Lit forms: every piece of body or prop has a shaded, a plain and a light tone, and an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.paint.outline import DIRECTIONS, Ring, hull, hull_commands, limb, limb_commands
from unkink.paint.palette import LINE_WIDTH, Tones
from unkink.paint.shapes import Drawn, Numbers, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.paint.view import Oval

HIDE: Final = 0.0004
"""Depth between the layers of one form, in metres: they stay together when forms are sorted."""


class Lit(NamedTuple):
    """A tone on a form: its width against the form's, and how far to the upper left, in radii."""

    tone: str
    width: float
    right: float
    down: float


PLAIN: Final = Lit("plain", 0.82, -0.05, -0.13)
LIGHT: Final = Lit("light", 0.46, -0.14, -0.32)


def rounded(  # noqa: PLR0913 - one call per form, all by name
    name: str,
    groups: Sequence[Sequence[Oval]],
    tones: Tones,
    depth: float,
    *,
    lit: Sequence[Sequence[Oval]] | None = None,
    directions: int = DIRECTIONS,
    line_depth: float | None = None,
    shaded: bool = True,
) -> Iterator[Drawn]:
    """
    Paint groups of ellipses as one form without seams, the light on the groups *lit*.

    With a *line_depth* the outline is a shape of its own, which other forms may cover. Small
    forms are not *shaded*: they have their plain tone and its light only.
    """
    whole = _hulls(groups, directions)
    commands = hull_commands(directions) * len(groups)
    if line_depth is not None:
        outline = Shape(f"{name}_line", commands, tones.line, tones.line, LINE_WIDTH * 2)
        yield Drawn(outline, whole, line_depth)
        yield Drawn(Shape(name, commands, tones.shade if shaded else tones.plain), whole, depth)
    else:
        both = Shape(name, commands, tones.shade, tones.line, LINE_WIDTH * 2, paint_order="stroke")
        yield Drawn(both, whole, depth)
    for at, where in ((PLAIN, groups), (LIGHT, lit if lit is not None else groups)):
        if not where or (at is PLAIN and not shaded):
            continue
        moved = [[_moved(oval, at) for oval in group] for group in where]
        shape = Shape(
            f"{name}_{at.tone}", hull_commands(directions) * len(where), getattr(tones, at.tone)
        )
        yield Drawn(shape, _hulls(moved, directions), depth)


def _moved(oval: Oval, at: Lit) -> Oval:
    radius = min(oval.xx, oval.yy) ** 0.5
    return oval.shrunk(at.width, at.right * radius, at.down * radius)


def _hulls(groups: Sequence[Sequence[Oval]], directions: int) -> Numbers:
    return tuple(number for group in groups for number in hull(group, directions))


ROOT: Final = 0.74
"""A limb begins narrower, inside the trunk it grows out of."""


class Ends(NamedTuple):
    """How a limb begins and ends."""

    rooted: bool
    """It grows out of the trunk: no line and no light at its root."""
    hem: bool = False
    """It ends in a hem, nearly flat, not in a joint."""
    whole: bool = False
    """It hangs from nothing: its line goes all round."""


def tapered(
    name: str,
    circles: Sequence[Ring],
    tones: Tones,
    depth: float,
    ends: Ends,
    line_depth: float | None = None,
) -> Iterator[Drawn]:
    """Paint one bone's flesh along its circles, its line open where it hangs from another."""
    bulge = 0.25 if ends.hem else 1.0
    count = len(circles)
    line = Shape(
        f"{name}_line",
        limb_commands(count - 1 if ends.rooted else count, closed=ends.whole),
        stroke=tones.line,
        stroke_width=LINE_WIDTH * 2,
    )
    if ends.rooted:
        circles = [(*circles[0][:2], circles[0][2] * ROOT), *circles[1:]]
    lined = circles[1:] if ends.rooted else circles
    outline = limb(lined, closed=ends.whole, bulge=bulge)
    yield Drawn(line, outline, depth if line_depth is None else line_depth)
    whole = limb(circles, closed=True, bulge=bulge)
    yield Drawn(Shape(name, limb_commands(count, closed=True), tones.shade), whole, depth)
    few = (circles[0], circles[count // 2], circles[-1])
    for at, root, end in ((PLAIN, 0.85, 1.0), (LIGHT, 0.35, 0.45)):
        widths = (root if ends.rooted else end, 1.0, end)
        lit = [
            (x + r * at.right, y + r * at.down, r * at.width * width)
            for (x, y, r), width in zip(few, widths, strict=True)
        ]
        shape = Shape(f"{name}_{at.tone}", limb_commands(3, closed=True), getattr(tones, at.tone))
        yield Drawn(shape, limb(lit, closed=True, bulge=bulge), depth)
