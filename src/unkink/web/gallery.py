"""Pictures and films as bytes, painted once and kept for the next time."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from unkink.core.definition.exercise import Exercise, Movement

Side = Literal["left", "right"]
FilmSide = Literal["left", "right", "both"]
"""`both`: left, then right, for movements that go from side to side all the time."""

KEPT: Final = 64
"""So many films stay in memory; each is about a third of a megabyte."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Something to send, compressed, with a mark that changes when it does."""

    packed: bytes
    """gzip."""
    mark: str


class Gallery:
    """Paints what the page asks for, and remembers it."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self._exercises = exercises
        self._film: Callable[[str, str, FilmSide, float], Painted] = lru_cache(KEPT)(
            self._paint_film
        )
        self._still: Callable[[str, str, str | None, Side], Painted] = lru_cache(KEPT)(
            self._paint_picture
        )

    def film(self, exercise: str, movement: str, side: FilmSide, range_fraction: float) -> Painted:
        """Paint one movement on one side; the range is taken to the nearest hundredth."""
        return self._film(exercise, movement, side, max(0.01, round(range_fraction, 2)))

    def picture(self, exercise: str, movement: str, pose: str | None, side: Side) -> Painted:
        """Paint one pose; without a name the one that shows the movement best."""
        return self._still(exercise, movement, pose, side)

    def _paint_film(
        self, exercise: str, movement: str, side: FilmSide, range_fraction: float
    ) -> Painted:
        from unkink.paint import film  # noqa: PLC0415 - the first page does without the painter

        painted = film(self._movement(exercise, movement), side=side, range_fraction=range_fraction)
        return _packed(json.dumps(asdict(painted), separators=(",", ":")))

    def _paint_picture(self, exercise: str, movement: str, pose: str | None, side: Side) -> Painted:
        from unkink.paint import picture, to_svg  # noqa: PLC0415 - likewise

        shown = self._movement(exercise, movement)
        if pose is not None and pose not in shown.poses:
            raise NotFound(f"This movement has no pose {pose[:40]!r}.", "Go back to the exercise.")
        name = self._exercises[exercise].name
        return _packed(to_svg(picture(shown, pose=pose, side=side), title=name))

    def _movement(self, exercise: str, movement: str) -> Movement:
        found = self._exercises.get(exercise)
        if found is None:
            raise no_exercise(exercise)
        if movement not in found.movements:
            raise NotFound(
                f"{found.name} has no movement {movement[:40]!r}.", "Go back to the exercise."
            )
        return found.movements[movement]


def no_exercise(exercise: str) -> NotFound:
    """Say that there is no such exercise."""
    return NotFound(f"There is no exercise {exercise[:40]!r}.", "Choose one from the catalogue.")


def _packed(text: str) -> Painted:
    raw = text.encode()
    return Painted(
        gzip.compress(raw, compresslevel=6, mtime=0), hashlib.sha256(raw).hexdigest()[:32]
    )
