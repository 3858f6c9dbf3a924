"""Is this body in the position of this exercise at all? The nearest of all its looks tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from unkink.core.coach.gallery import Code
    from unkink.core.coach.watch import SideWatch


class Fit(NamedTuple):
    """How far the body is from the nearest look, in spreads, and where on the way that look is."""

    distance: float
    step: float
    view: int = 0
    """The camera that sees it so, of `views.VIEWS_DEG`."""


def fit(code: Code, watch: SideWatch) -> Fit | None:
    """Find the nearest look; None when too little is seen to say."""
    near = watch.gallery.nearest(code)
    if near is None:
        return None
    look = watch.gallery.looks[near.place]
    return Fit(near.distance, look.step, look.view)
