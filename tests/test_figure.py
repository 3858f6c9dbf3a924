"""The figure and its films, promised over the whole catalogue."""

from __future__ import annotations

from unkink.catalogue import BUILT_IN, read_catalogue
from unkink.paint import film, picture, to_svg

CATALOGUE = read_catalogue([BUILT_IN]).exercises
MOVEMENTS = {
    f"{exercise.id}:{name}": movement
    for exercise in CATALOGUE.values()
    for name, movement in exercise.movements.items()
}


def test_every_movement_has_a_picture_and_a_film() -> None:
    """Whatever is in the catalogue can be shown."""
    for movement in MOVEMENTS.values():
        assert to_svg(picture(movement)).startswith("<svg")
        made = film(movement, frames_per_stage=4)
        assert made.frames[0].numbers == made.frames[-1].numbers
