"""One person, followed through a video's pictures; looked for more closely when hard to see."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from unkink.core.body import Frame
from unkink.core.coach.proportions import LEAST, extent, likeness
from unkink.landmarks import blazepose
from unkink.landmarks.choosing import MEMORY_S, Track, gone_on, off

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.landmarks.pose_model import Person, Picture

SMALL: Final = 0.4
"""
Whoever takes less than this share of the picture's longer side is looked at again, enlarged. [D]
The model was measured to miss people from a third down: docs/video.md#small-people.
"""
ROOM: Final = 1.7
"""How many times the person's size an enlarged part is wide: the model looks for whole people."""
LEAST_PX: Final = 32
"""A smaller part of a picture shows nobody."""
SEARCH_S: Final = (1.0, 4.0)
"""After a search in vain the next waits so long at first and at most: empty rooms cost little."""
DECIMALS: Final = 5
"""As recordings keep them: a video and its kept landmarks give the very same frames."""


class Sees(Protocol):
    """What finds people in a picture."""

    def people(self, picture: Picture, /) -> tuple[Person, ...]:
        """Find the people in a picture."""


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of a picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody built like a person: the model's values, on the whole picture's scale."""

    values: tuple[float, ...]
    frame: Frame
    size: float
    """The larger of width and height, in picture heights."""
    centre: tuple[float, float]


class Finder:
    """
    Looks for the person in one picture after the other, of the same size.

    It looks first where the person was; then in the whole picture; then, not too often, in three
    overlapping parts. Whoever is small is looked at again, enlarged. Bodies are believed by how
    they are built, never by the model's confidence.
    """

    def __init__(self, model: Sees, *, width: int, height: int) -> None:
        self._model = model
        self._width, self._height = width, height
        self._long = max(width, height) / height
        self._near: Part | None = None
        self._track = Track()
        self._search_s, self._wait_s = -math.inf, SEARCH_S[0]

    def find(self, picture: Picture, t_s: float) -> Found | None:
        """Find the person, or nobody; pictures come in order of time."""
        if t_s - self._track.last.t_s > MEMORY_S:
            self._track = Track()
        found = self._choose(self._within(picture, self._near, t_s)) if self._near else None
        found = found or self._choose(self._within(picture, self._whole, t_s))
        if found is None and t_s >= self._search_s:
            found = self._search(picture, t_s)
        if found is not None and self._is_small(found) and self._near is None:
            closer = self._choose(self._within(picture, self._round(found), t_s))
            found = closer or found
        self._near = self._round(found) if found is not None and self._is_small(found) else None
        if found is not None:
            self._track = gone_on(self._track, found.frame)
        return found

    def _search(self, picture: Picture, t_s: float) -> Found | None:
        self._near = None
        places = [found for part in self._tiles for found in self._within(picture, part, t_s)]
        found = max(places, key=lambda place: likeness(place.frame.points), default=None)
        if found is None:
            self._search_s = t_s + self._wait_s
            self._wait_s = min(2 * self._wait_s, SEARCH_S[1])
        else:
            self._wait_s = SEARCH_S[0]
        return found

    def _choose(self, people: Iterable[Found]) -> Found | None:
        """Take the one who goes on from the person last seen, else the model's surest."""
        everyone = list(people)
        if not self._track.last.points:
            return everyone[0] if everyone else None
        return min(everyone, key=lambda found: off(self._track, found.frame), default=None)

    def _within(self, picture: Picture, part: Part, t_s: float) -> Iterable[Found]:
        """Give everyone built like a person in a part of the picture."""
        if min(part.width, part.height) < LEAST_PX:
            return
        rows = slice(part.top, part.top + part.height)
        columns = slice(part.left, part.left + part.width)
        whole = part == self._whole
        for person in self._model.people(picture if whole else picture[rows, columns].copy()):
            values = tuple(round(v, DECIMALS) for v in self._on_whole(person.values, part))
            frame = blazepose.frame(t_s, values, aspect=self._width / self._height)
            if likeness(frame.points) >= LEAST:
                yield Found(values, frame, extent(frame.points), _centre(frame))

    def _on_whole(self, values: tuple[float, ...], part: Part) -> Iterable[float]:
        across, down = part.width / self._width, part.height / self._height
        left, top = part.left / self._width, part.top / self._height
        for x, y, z, seen in zip(*(values[axis::4] for axis in range(4)), strict=True):
            yield from (left + x * across, top + y * down, z * across, seen)

    def _is_small(self, found: Found) -> bool:
        return found.size < SMALL * self._long

    def _round(self, found: Found) -> Part:
        side = ROOM * found.size * self._height
        x, y = (axis * self._height for axis in found.centre)
        left, top = max(int(x - side / 2), 0), max(int(y - side / 2), 0)
        right, bottom = min(int(x + side / 2), self._width), min(int(y + side / 2), self._height)
        return Part(left, top, right - left, bottom - top)

    @property
    def _whole(self) -> Part:
        return Part(0, 0, self._width, self._height)

    @property
    def _tiles(self) -> Iterable[Part]:
        """Half of the picture each, side by side along its longer side, overlapping by half."""
        for quarters in range(3):
            if self._width >= self._height:
                yield Part(quarters * self._width // 4, 0, self._width // 2, self._height)
            else:
                yield Part(0, quarters * self._height // 4, self._width, self._height // 2)


def _centre(frame: Frame) -> tuple[float, float]:
    """Give the middle of the rectangle round all joints."""
    xs = [point.x for point in frame.points if point is not None]
    ys = [point.y for point in frame.points if point is not None]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
