"""
A gallery of looks, and which of them a body is nearest to: all of them at the price of a few.

The distance of two shapes is the root mean square of their differences in spreads, none counting
for more than `CAP`. Every number of a shape stands in one of 256 places; what a number in one place
adds to the distance of every look is worked out once and kept as one long integer, 16 bits to a
look. To add those up is to compare a body with all looks at once.
"""

from __future__ import annotations

import math
import sys
from array import array
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


CAP: Final = 3.0
"""One number may not weigh more than this many spreads: people differ, models err. [D]"""
FAR: Final = CAP * CAP
FEWEST: Final = 12
"""With fewer numbers seen (six arrows) no posture can be told. [D]"""
PLACES: Final = 256
PLACE: Final = 0.125
"""Spreads from one place to the next: far less than what a camera errs."""
MIDDLE: Final = PLACES // 2
"""The place of 0. No arrow of a body is so long that it leaves the places."""
MOST: Final = 255
"""What a difference of `CAP` adds; sums of so many numbers leave the two highest of 16 bits."""
NEVER: Final = 0xFFFF
"""More than any sum."""


Code = tuple[int, ...]
"""A shape to compare: every seen number's own number times `PLACES`, and its place."""


def coded(values: Sequence[float | None]) -> Code:
    """Prepare a shape for being compared."""
    code = []
    zero = MIDDLE
    for value in values:
        if value is not None:
            place = round(value / PLACE)
            code.append(zero + (place if -MIDDLE <= place < MIDDLE else _place(value) - MIDDLE))
        zero += PLACES
    return tuple(code)


class Look(NamedTuple):
    """What one camera sees of a posture."""

    step: float
    """How far along its movement the posture is."""
    view: int
    """Which camera: its place in `views.VIEWS_DEG`."""


class Nearest(NamedTuple):
    """The look that is nearest, and how far it is, in spreads."""

    distance: float
    place: int
    sums: list[int]
    """Every look's, as `Gallery.sums` gives them."""


class Gallery:
    """Looks to compare bodies with. What was worked out once is kept; it never changes."""

    __slots__ = ("_along", "_columns", "_every", "_of_file", "_rows", "looks")

    def __init__(
        self,
        looks: Sequence[Look],
        shapes: Sequence[tuple[float, ...]],
        of_file: int | None = None,
    ) -> None:
        """
        Take looks and their shapes, of which so many, the first, are what a file itself says.

        They begin with those along the way: as many from each camera, camera by camera.
        """
        self.looks = tuple(looks)
        self._of_file = len(self.looks) if of_file is None else of_file
        self._columns = tuple(map(_places, zip(*shapes, strict=True)))
        self._rows = _Rows(self._columns)
        self._along = _along(self.looks)
        self._every = self.marked(range(len(self.looks)), 1)

    def nearest(self, code: Code, *, of_file: bool = False) -> Nearest | None:
        """
        Find the nearest look; None when too little is seen to say, or there is none.

        With *of_file* only among those that a file itself says.
        """
        if len(code) < FEWEST or not self.looks:
            return None
        sums = self.sums(self.compared(code))
        least = min(sums[: self._of_file] if of_file else sums)
        return Nearest(distance_of(least, code), sums.index(least), sums)

    def sums(self, compared: int) -> list[int]:
        """Part what was compared into one number for each look: see `distance_of`."""
        return array("H", compared.to_bytes(2 * len(self.looks), sys.byteorder)).tolist()

    def by_view(self, sums: Sequence[int], code: Code) -> list[float]:
        """Give how far off the nearest look along the way is from each camera, squared."""
        share = FAR / MOST / len(code)
        steps = [sums[step] for step in self._along]
        return [least * share for least in map(min, steps[0], *steps)]

    def compared(self, code: Code) -> int:
        """Give the squared distances of all looks, each in its 16 bits."""
        return sum(map(self._rows.__getitem__, code))

    def any_nearer(self, compared: int, code: Code, distance: float) -> bool:
        """Tell whether any look is nearer than this: much faster than to find the nearest."""
        if len(code) < FEWEST or distance <= 0.0:
            return False
        limit = math.ceil(min(distance, CAP) ** 2 * len(code) * MOST / FAR)
        high = self._every << 15
        return ((compared | high) - limit * self._every) & high != high

    def marked(self, places: Iterable[int], mark: int) -> int:
        """Give this number in the 16 bits of these looks, and 0 in the others'."""
        marks = array("H", bytes(2 * len(self.looks)))
        for place in places:
            marks[place] = mark
        return int.from_bytes(marks.tobytes(), sys.byteorder)

    def shape_of(self, place: int) -> tuple[float, ...]:
        """Give a look's shape, as it is compared."""
        return tuple((column[place] - MIDDLE) * PLACE for column in self._columns)


class _Rows(dict[int, int]):
    """What each number of a code adds to the distances of all looks: worked out when asked for."""

    def __init__(self, columns: Sequence[bytes]) -> None:
        super().__init__()
        self._columns = columns

    def __missing__(self, each: int) -> int:
        i, place = divmod(each, PLACES)
        column = self._columns[i]
        wide = bytearray(2 * len(column))
        wide[sys.byteorder == "big" :: 2] = column.translate(_shares(place))
        row = self[each] = int.from_bytes(wide, sys.byteorder)
        return row


def distance_of(compared: int, code: Code) -> float:
    """Give in spreads how far off a look is, from its number among `Gallery.sums`."""
    return math.sqrt(compared * FAR / MOST / len(code))


def _places(values: Sequence[float]) -> bytes:
    try:
        return bytes([round(value / PLACE) + MIDDLE for value in values])
    except ValueError:
        return bytes(map(_place, values))


def _along(looks: Sequence[Look]) -> tuple[slice, ...]:
    """Give where the looks along the way stand: for each step those from all cameras."""
    runs = [len(list(run)) for _, run in groupby(looks, key=lambda look: look.view)]
    each = runs[0] if runs else 0
    cameras = 1 + max((look.view for look in looks), default=-1)
    return tuple(slice(step, each * cameras, each) for step in range(each))


def _place(value: float) -> int:
    return min(max(round(value / PLACE) + MIDDLE, 0), PLACES - 1)


@cache
def _shares(place: int) -> bytes:
    """Give what each place of a look adds to its distance from a body in this place."""
    offs = (min(((place - other) * PLACE) ** 2, FAR) for other in range(PLACES))
    return bytes(round(off * MOST / FAR) for off in offs)
