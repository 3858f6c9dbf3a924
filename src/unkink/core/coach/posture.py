"""Is this body in the position of this exercise at all? The nearest of all its looks tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.coach.gallery import Code
    from unkink.core.coach.watch import SideWatch


class Fit(NamedTuple):
    """How far the body is from the nearest look, in spreads, and where on the way that look is."""

    distance: float
    step: float
    view: int = 0
    """The camera that sees it so, of `views.VIEWS_DEG`."""
    offs: Sequence[float] = ()
    """How far off the nearest look along the way is from each camera: squared."""


def fit(code: Code, watch: SideWatch) -> Fit | None:
    """Find the nearest look; None when too little is seen to say."""
    gallery = watch.gallery
    near = gallery.nearest(code)
    if near is None:
        return None
    look = gallery.looks[near.place]
    return Fit(near.distance, look.step, look.view, gallery.by_view(near.sums, code))
