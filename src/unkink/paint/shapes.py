"""What a picture is made of: shapes with a fixed look, and numbers that move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """
    One SVG path that keeps its identity and its look; only its numbers change.

    `commands` has one absolute SVG command letter each (M, L, C, Q, Z); the numbers follow in
    that order, two for each point.
    """

    id: str
    commands: str
    fill: str = "none"
    stroke: str = "none"
    stroke_width: float = 0.0
    opacity: float = 1.0
    paint_order: str = "normal"
    """`stroke`: the line is painted under the fill (the attribute `paint-order`)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape in one moment: its numbers, in picture units, and how near it is."""

    shape: Shape
    numbers: Numbers
    depth: float
    """Larger is nearer to the viewer; shapes of equal depth keep the order they came in."""


@dataclass(frozen=True, slots=True)
class FilmFrame:
    """One moment of a film."""

    order: tuple[int, ...]
    """Indices of the shapes, the farthest first."""
    numbers: tuple[Numbers, ...]
    """For each shape, in the order of the film's shapes, in whole picture units (millimetres)."""


@dataclass(frozen=True, slots=True)
class Film:
    """
    One movement on one side, ready to be played.

    Film position k (a stage's pose) is frame `k * frames_per_stage`; between frames a player
    interpolates the numbers linearly: easing is already in the frames. The last frame equals
    the first. Paints of the shapes may refer to `defs`, markup for the picture's `<defs>`.
    """

    view_box: tuple[float, float, float, float]
    defs: str
    shapes: tuple[Shape, ...]
    frames_per_stage: int
    stages: int
    frames: tuple[FilmFrame, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One still moment."""

    view_box: tuple[float, float, float, float]
    defs: str
    shapes: tuple[Shape, ...]
    frame: FilmFrame


POINTS_OF = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}
"""How many points follow each command."""


def flat(points: Sequence[tuple[float, float]]) -> Numbers:
    """Lay points out as plain numbers."""
    return tuple(number for point in points for number in point)
