"""The painter's promises: pictures a browser and a printer take, films a page can play."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from unkink.catalogue import read_catalogue
from unkink.paint import Film, film, picture, to_svg
from unkink.paint.shapes import POINTS_OF

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Movement

MOVEMENTS: dict[str, Movement] = {
    f"{exercise.id}:{name}": movement
    for exercise in read_catalogue().exercises.values()
    for name, movement in exercise.movements.items()
}
NAMESPACE = "{http://www.w3.org/2000/svg}"
LOOKS = {
    *("d", "fill", "stroke", "stroke-width", "opacity", "paint-order"),
    *("id", "offset", "stop-color", "stop-opacity"),
    *("viewBox", "role", "aria-label", "stroke-linejoin", "stroke-linecap"),
}
each_movement = pytest.mark.parametrize("name", MOVEMENTS)


@cache
def filmed(name: str, side: str = "left") -> Film:
    """Give a movement's film."""
    return film(MOVEMENTS[name], side=side, frames_per_stage=5)


@each_movement
def test_every_frame_has_the_same_shapes(name: str) -> None:
    """A page may slide from one frame's numbers to the next: they are as many, shape by shape."""
    made = filmed(name)
    expected = [sum(2 * POINTS_OF[c] for c in shape.commands) for shape in made.shapes]
    ids = [shape.id for shape in made.shapes]

    assert len(ids) == len(set(ids))
    for frame in made.frames:
        assert expected == [len(numbers) for numbers in frame.numbers]
        assert list(range(len(ids))) == sorted(frame.order)


@each_movement
def test_every_number_is_finite_and_on_the_paper(name: str) -> None:
    """Nothing is painted at infinity, and nothing is cut off."""
    made = filmed(name)
    x, y, wide, high = made.view_box
    for frame in made.frames:
        for numbers in frame.numbers:
            assert all(math.isfinite(n) for n in numbers)
            assert all(x <= n <= x + wide for n in numbers[::2])
            assert all(y <= n <= y + high for n in numbers[1::2])


@each_movement
def test_a_film_ends_as_it_begins(name: str) -> None:
    """A film can be played round and round without a jolt, and has every stage."""
    made = filmed(name)

    assert made.frames[0] == made.frames[-1]
    assert made.stages * made.frames_per_stage + 1 == len(made.frames)
    assert len(MOVEMENTS[name].cycle) == made.stages


@each_movement
def test_both_sides_have_the_same_shapes(name: str) -> None:
    """A page can go on from the left to the right without starting anew."""
    assert filmed(name).shapes == filmed(name, "right").shapes


def test_a_gentler_range_shows_a_gentler_picture() -> None:
    """Who goes half the way sees half the way: the hips of the bridge rise less."""
    movement = MOVEMENTS["bridge:main"]

    def top(range_fraction: float) -> float:
        made = film(movement, range_fraction=range_fraction, frames_per_stage=2)
        pelvis = next(k for k, shape in enumerate(made.shapes) if shape.id == "pelvis")
        return -min(made.frames[2].numbers[pelvis][1::2])

    assert top(0.0) < top(0.5) < top(1.0)


@each_movement
def test_a_picture_needs_nothing_else(name: str) -> None:
    """A picture is plain SVG: no style, no script, no address, and every paint is in it."""
    svg = to_svg(picture(MOVEMENTS[name]), title='A "title" & more')
    root = ET.fromstring(svg)  # noqa: S314 - our own
    names = {attribute for element in root.iter() for attribute in element.attrib}
    tags = {element.tag.removeprefix(NAMESPACE) for element in root.iter()}
    used = set(re.findall(r"url\(#([^)]+)\)", svg))

    assert set() == names - LOOKS
    assert {"svg", "title", "defs", "path", "radialGradient", "stop"} == tags
    assert used <= {element.attrib.get("id") for element in root.iter()}
    assert 'A "title" & more' == root.findtext(f"{NAMESPACE}title")


@pytest.mark.parametrize("name", [name for name in MOVEMENTS if name.endswith(":main")])
def test_the_picture_fits_any_card(name: str) -> None:
    """No picture is so long or so tall that it would look lost beside the others."""
    _, _, wide, high = picture(MOVEMENTS[name]).view_box

    assert 1.2 <= wide / high <= 2.0


def test_both_sides_differ_where_the_movement_has_sides() -> None:
    """Left and right are not the same picture where one leg is hugged."""
    movement = MOVEMENTS["knee_to_chest:main"]

    assert to_svg(picture(movement, side="left")) != to_svg(picture(movement, side="right"))
