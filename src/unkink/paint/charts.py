"""
Charts for paper, as SVG text: quiet, readable in black and white, the same for the same values.

A chart is layers over two axes, in the values' own units; sizes are in points of the paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final, assert_never

from unkink.paint.palette import PAPER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXT_PT: Final = 8.0
NAMED_PT: Final = 30.0
"""A narrower band has no room for its name."""
FONT: Final = "Source Sans Pro"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What is along one side of a chart."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    """Where a line stands, and what is written at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of the bottom axis, shaded and named."""

    low: float
    high: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """Single values."""

    points: tuple[Point, ...]
    hollow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Values that go on; an empty place between two runs stays empty."""

    runs: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """From a value up to another one, as (across, from, to)."""

    spans: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """How much, from nothing up."""

    points: tuple[Point, ...]
    wide: float
    """In units of the bottom axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A value to compare with, right across."""

    at: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Things that happened, by name, above everything else."""

    at: tuple[tuple[float, str], ...]


Layer = Band | Dots | Line | Spans | Bars | Level | Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart; what comes later in its layers is in front."""

    wide_pt: float
    high_pt: float
    x: Axis
    y: Axis
    layers: tuple[Layer, ...]
    left_pt: float = 20.0
    top_pt: float = 14.0
    low_pt: float = 14.0
    """Room for what is written beside, above and below."""

    def across(self, value: float) -> float:
        """Place a value of the bottom axis."""
        part = (value - self.x.low) / ((self.x.high - self.x.low) or 1)
        return round(self.left_pt + part * (self.wide_pt - self.left_pt - 4), 2)

    def up(self, value: float) -> float:
        """Place a value of the upright axis."""
        part = (value - self.y.low) / ((self.y.high - self.y.low) or 1)
        bottom = self.high_pt - self.low_pt
        return round(bottom - part * (bottom - self.top_pt), 2)


def chart_svg(chart: Chart) -> str:
    """Draw a chart."""
    bands = "".join(_band(chart, each) for each in chart.layers if isinstance(each, Band))
    drawn = "".join(
        "".join(_layer(chart, each)) for each in chart.layers if not isinstance(each, Band)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {chart.wide_pt:g} {chart.high_pt:g}"'
        f' width="{chart.wide_pt:g}pt" height="{chart.high_pt:g}pt"'
        f' font-family="{FONT}" font-size="{TEXT_PT:g}">'
        f"{bands}{''.join(_grid(chart))}{drawn}</svg>"
    )


def _grid(chart: Chart) -> Iterator[str]:
    left, right = chart.across(chart.x.low), chart.across(chart.x.high)
    for at, words in chart.y.ticks:
        y = chart.up(at)
        yield _stroke(left, y, right, y, PAPER.grid, 0.5)
        yield _text(left - 4, y + 2.8, words, anchor="end")
    bottom = chart.up(chart.y.low)
    for at, words in chart.x.ticks:
        x = chart.across(at)
        yield _stroke(x, bottom, x, bottom + 3, PAPER.soft, 0.5)
        yield _text(x, bottom + 11, words, anchor="start" if at == chart.x.low else "middle")
    yield _stroke(left, bottom, right, bottom, PAPER.soft, 0.7)


def _layer(chart: Chart, layer: Layer) -> Iterator[str]:
    match layer:
        case Band():
            yield _band(chart, layer)
        case Dots():
            yield from (_dot(chart, each, hollow=layer.hollow) for each in layer.points)
        case Line():
            yield from (_run(chart, each) for each in layer.runs)
        case Spans():
            for at, low, high in layer.spans:
                x = chart.across(at)
                yield _stroke(x, chart.up(low), x, chart.up(high), PAPER.pale, 1.4)
        case Bars():
            yield from (_bar(chart, each, layer.wide) for each in layer.points)
        case Level():
            y = chart.up(layer.at)
            right = chart.across(chart.x.high)
            yield _stroke(chart.across(chart.x.low), y, right, y, PAPER.ink, 0.7, dashed=True)
            yield _text(right, y - 2.5, layer.name, anchor="end")
        case Marks():
            yield from (_mark(chart, *each) for each in layer.at)
        case _:  # pragma: no cover
            assert_never(layer)


def _band(chart: Chart, band: Band) -> str:
    left, right = chart.across(band.low), chart.across(band.high)
    top, bottom = chart.up(chart.y.high), chart.up(chart.y.low)
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}"'
        f' fill="{PAPER.wash}"/>'
        + (_text(left + 3, top + 8, band.name) if right - left > NAMED_PT else "")
    )


def _dot(chart: Chart, point: Point, *, hollow: bool) -> str:
    x, y = chart.across(point[0]), chart.up(point[1])
    look = (
        f'fill="#fff" stroke="{PAPER.soft}" stroke-width="0.8"'
        if hollow
        else f'fill="{PAPER.soft}"'
    )
    return f'<circle cx="{x:g}" cy="{y:g}" r="1.5" {look}/>'


def _run(chart: Chart, run: Iterable[Point]) -> str:
    path = " ".join(f"{chart.across(x):g},{chart.up(y):g}" for x, y in run)
    return (
        f'<polyline points="{path}" fill="none" stroke="{PAPER.accent}" stroke-width="2"'
        ' stroke-linejoin="round" stroke-linecap="round"/>'
    )


def _bar(chart: Chart, point: Point, wide: float) -> str:
    left, right = chart.across(point[0]), chart.across(point[0] + wide)
    y, bottom = chart.up(point[1]), chart.up(chart.y.low)
    return (
        f'<rect x="{left:g}" y="{y:g}" width="{right - left:g}" height="{bottom - y:g}"'
        f' fill="{PAPER.pale}"/>'
    )


def _mark(chart: Chart, at: float, words: str) -> str:
    x, top, bottom = chart.across(at), chart.up(chart.y.high), chart.up(chart.y.low)
    line = _stroke(x, top, x, bottom, PAPER.warn, 0.7, dashed=True)
    return line + _text(x, top - 3, words, anchor="middle", colour=PAPER.warn, bold=True)


def _stroke(  # noqa: PLR0913 - two points and a look
    x1: float, y1: float, x2: float, y2: float, colour: str, wide: float, *, dashed: bool = False
) -> str:
    dash = ' stroke-dasharray="2 2"' if dashed else ""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}"'
        f' stroke-width="{wide:g}"{dash}/>'
    )


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    colour: str = PAPER.soft,
    bold: bool = False,
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" fill="{colour}"{weight}>'
        f"{escape(words)}</text>"
    )
