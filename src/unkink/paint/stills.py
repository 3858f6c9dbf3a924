"""The few moments of a movement that tell it on paper: all to the same scale, on the same floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.paint.scene import film
from unkink.paint.shapes import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.definition.exercise import Movement
    from unkink.paint.shapes import Numbers

MOST: Final = 3
"""More moments than this in a row are too small to be read."""
MARGIN: Final = 20.0
"""Paper has margins of its own."""


@dataclass(frozen=True, slots=True)
class Still:
    """One moment of a movement."""

    pose: str
    picture: Picture


def stills(movement: Movement) -> tuple[Still, ...]:
    """
    Paint where a movement starts, what shows it best, and what comes between, in order.

    The side is the one it begins with; a pose that comes twice is shown once.
    """
    painted = film(movement, side=movement.first_side, frames_per_stage=1)
    # A cycle ends where it starts: frame 0 is its last stage's pose, frame k that of stage k.
    names = [movement.cycle[-1].pose, *(stage.pose for stage in movement.cycle[:-1])]
    first = {name: names.index(name) for name in reversed(names)}
    wanted = sorted(first.values())
    if len(wanted) > MOST:
        best = first.get(movement.picture, wanted[1])
        others = [frame for frame in wanted[1:] if frame != best]
        wanted = sorted([0, best, others[len(others) // 2]])
    box = _box([painted.frames[frame].numbers for frame in wanted])
    return tuple(
        Still(names[frame], Picture(box, painted.defs, painted.shapes, painted.frames[frame]))
        for frame in wanted
    )


def _box(frames: Sequence[Sequence[Numbers]]) -> tuple[float, float, float, float]:
    xs = [x for numbers in frames for each in numbers for x in each[::2]]
    ys = [y for numbers in frames for each in numbers for y in each[1::2]]
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return (left, top, max(xs) + MARGIN - left, max(ys) + MARGIN - top)
