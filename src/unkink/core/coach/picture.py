"""
Which exercise does a single picture show? The one whose looks are nearest, well on their way.

Nobody moves in a picture, so what is shown must be nearer to a look from halfway on than to any of
those before, of whichever exercise, and than to what else bodies do.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Point
from unkink.core.coach.gallery import FEWEST, NEVER, coded, distance_of
from unkink.core.coach.measures import sight
from unkink.core.coach.others import strangers
from unkink.core.coach.recognition import SURE
from unkink.core.coach.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.coach.gallery import Code
    from unkink.core.coach.watch import Watch

HALFWAY: Final = 0.5
"""What is half done is told from what isn't begun. [D]"""
CLEARLY: Final = 0.03
"""
By so many spreads it must be nearer than anything else: on simulated people a third of the false
names is left then, and one right name in eight is lost. [D]
"""
SHAPES: Final = (3 / 4, 1.0, 4 / 3, 16 / 9)
"""Pictures' widths by their heights, tried where a picture's own isn't known."""
USUAL: Final = 4 / 3
UNUSUAL: Final = 0.2
"""How many spreads a picture is off for a shape e times wider or higher than the usual one. [D]"""
Points = tuple[Point | None, ...]


class Off(NamedTuple):
    """How far a picture is from the nearest look of each kind, in spreads."""

    shown: tuple[float, ...]
    """Of each exercise, from halfway on."""
    begun: float
    """Of all exercises, before."""
    other: tuple[float, ...]
    """Of what is none of ours, for each exercise: what is its own left aside."""
    views: tuple[int, ...]
    """The camera that sees each exercise so, of `views.VIEWS_DEG`."""


def name_picture(
    watches: Sequence[Watch], points: Points, *, width: float | None, shape_known: bool
) -> int | None:
    """Give the place of the exercise that a picture shows well on its way, or None."""
    off = how_far(watches, points, width=width, shape_known=shape_known)
    if off is None:
        return None
    best = min(range(len(off.shown)), key=off.shown.__getitem__)
    limit = min(SURE, off.begun - CLEARLY, off.other[best] - CLEARLY)
    return best if off.shown[best] < limit else None


def how_far(
    watches: Sequence[Watch], points: Points, *, width: float | None, shape_known: bool
) -> Off | None:
    """
    Say how far a picture is from each exercise and from all else; None where too little is seen.

    *width* is what the points were taken to be in; where it was only assumed, others are tried.
    """
    tried = tuple(_tried(watches, points, width or 1.0, shape_known=shape_known))
    if not tried:
        return None
    nearest = [min(tried, key=lambda off: off.shown[i]) for i in range(len(watches))]
    return Off(
        tuple(off.shown[i] for i, off in enumerate(nearest)),
        min(off.begun for off in tried),
        tuple(min(off.other[i] for off in tried) for i in range(len(watches))),
        tuple(off.views[i] for i, off in enumerate(nearest)),
    )


def _tried(
    watches: Sequence[Watch], points: Points, width: float, *, shape_known: bool
) -> Iterator[Off]:
    for wide in (width,) if shape_known else SHAPES:
        seen = sight(points if shape_known else _stretched(points, wide / width))
        code = coded(shape(seen)) if seen is not None else ()
        if len(code) >= FEWEST:
            more = 0.0 if shape_known else UNUSUAL * abs(math.log(wide / USUAL))
            yield _compared(watches, code, more)


def _stretched(points: Points, by: float) -> Points:
    across, down = math.sqrt(by), 1.0 / math.sqrt(by)
    return tuple(p and Point(p.x * across, p.y * down, p.z * across, p.seen) for p in points)


def _compared(watches: Sequence[Watch], code: Code, more: float) -> Off:
    every = strangers()
    strange = every.compared(code)

    def off(least: int) -> float:
        return distance_of(least, code) + more

    shown, begun, other, views = [], math.inf, [], []
    for watch in watches:
        far: list[tuple[int, int]] = []
        near: list[int] = []
        for side in watch.sides:
            sums = side.gallery.sums(side.gallery.compared(code))
            for look, least in zip(side.gallery.looks, sums, strict=True):
                if look.step >= HALFWAY:
                    far.append((least, look.view))
                else:
                    near.append(least)
        least, view = min(far, default=(NEVER, 0))
        shown.append(off(least))
        views.append(view)
        begun = min(begun, off(min(near, default=NEVER)))
        other.append(off(min(every.sums(strange + watch.own), default=NEVER)))
    return Off(tuple(shown), begun, tuple(other), tuple(views))
