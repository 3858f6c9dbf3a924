from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from unkink.landmarks.finder import Finder
from unkink.landmarks.pose_model import Person

if TYPE_CHECKING:
    from unkink.landmarks.pose_model import Picture

WIDTH, HEIGHT = 640, 360
LEAST = 0.4
"""The made-up model misses whoever takes less of what it is shown."""
STANDING = {
    0: (0.50, 0.04), 11: (0.57, 0.16), 12: (0.43, 0.16), 13: (0.60, 0.35), 14: (0.40, 0.35),
    15: (0.62, 0.49), 16: (0.38, 0.49), 23: (0.54, 0.46), 24: (0.46, 0.46), 25: (0.54, 0.71),
    26: (0.46, 0.71), 27: (0.54, 0.96), 28: (0.46, 0.96),
}  # fmt: skip
"""A body one unit high, by BlazePose's numbers."""


class Room:
    """
    A made-up model: it knows where people are, and misses who is small in what it is shown.

    A picture carries in its pixels where it was cut out of the whole.
    """

    def __init__(self, people_px: list[tuple[float, float, float]]) -> None:
        self.people_px = people_px
        """Left, top and height of each."""
        self.looks: list[tuple[int, int]] = []

    def people(self, picture: Picture) -> tuple[Person, ...]:
        """Find whoever is large enough in this part of the room."""
        rows, columns = picture.shape[:2]
        top, left = int(picture[0, 0, 0]) * 4, int(picture[0, 0, 1]) * 4
        self.looks.append((columns, rows))
        return tuple(
            _person((x - left) / columns, (y - top) / rows, tall / columns, tall / rows)
            for x, y, tall in self.people_px
            if tall / max(rows, columns) >= LEAST
            and left <= x and x + tall <= left + columns and top <= y and y + tall <= top + rows
        )  # fmt: skip


def _person(x: float, y: float, width: float, height: float) -> Person:
    values: list[float] = []
    for number in range(33):
        across, down = STANDING.get(number, (0.5, 0.5))
        values += (x + across * width, y + down * height, 0.0, 1.0)
    return Person(tuple(values))


@pytest.fixture
def picture() -> Picture:
    """Take a picture in which each pixel says where it is, to four pixels."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH] // 4
    return np.dstack((rows, columns, rows)).astype(np.uint8)


def test_somebody_plain_to_see_is_looked_at_once(picture: Picture) -> None:
    """Who is placed well costs no more than the bare model."""
    room = Room([(100, 20, 330)])
    found = Finder(room, width=WIDTH, height=HEIGHT).find(picture, 0.0)

    assert found is not None
    assert [(WIDTH, HEIGHT)] == room.looks


@pytest.mark.parametrize("left", [10, 250, 480])
def test_somebody_far_away_is_found_where_they_are(picture: Picture, left: int) -> None:
    """A small person, whom the model misses in the whole picture, is found by looking closer."""
    room = Room([(left, 120, 150)])
    found = Finder(room, width=WIDTH, height=HEIGHT).find(picture, 0.0)

    assert found is not None
    nose = found.values[:2]
    # The picture says where it was cut to four pixels only.
    assert pytest.approx(((left + 75) / WIDTH, (120 + 6) / HEIGHT), abs=4 / HEIGHT) == nose


def test_whoever_was_found_far_away_is_followed_at_the_price_of_one_look(picture: Picture) -> None:
    """Being far from the camera makes a video no slower to read."""
    room = Room([(250, 120, 150)])
    finder = Finder(room, width=WIDTH, height=HEIGHT)
    finder.find(picture, 0.0)
    room.looks.clear()
    for number in range(1, 6):
        room.people_px = [(250 + 4 * number, 120, 150)]
        assert finder.find(picture, number / 10) is not None

    assert 5 == len(room.looks)


def test_an_empty_room_is_not_searched_again_and_again(picture: Picture) -> None:
    """Ten seconds without anybody cost little more than the bare model."""
    room = Room([])
    finder = Finder(room, width=WIDTH, height=HEIGHT)
    found = [finder.find(picture, number / 10) for number in range(100)]

    assert [None] * 100 == found
    assert len(room.looks) <= 100 + 4 * 3


def test_who_comes_in_late_is_found_within_seconds(picture: Picture) -> None:
    """The search goes on, if seldom."""
    room = Room([])
    finder = Finder(room, width=WIDTH, height=HEIGHT)
    for number in range(100):
        finder.find(picture, number / 10)
    room.people_px = [(250, 120, 150)]
    found = [finder.find(picture, 10 + number / 10) for number in range(41)]

    assert found[-1] is not None


def test_a_passer_by_is_not_mistaken_for_the_person(picture: Picture) -> None:
    """The coach keeps watching the one it was watching, whoever the model names first."""
    room = Room([(40, 20, 300)])
    finder = Finder(room, width=WIDTH, height=HEIGHT)
    finder.find(picture, 0.0)
    room.people_px = [(330, 10, 300), (44, 20, 300)]
    found = finder.find(picture, 0.1)

    assert found is not None
    assert pytest.approx(((44 + 150) / HEIGHT), abs=1e-3) == found.frame.points[0].x  # type: ignore[union-attr]


def test_two_who_pass_each_other_are_not_exchanged(picture: Picture) -> None:
    """Two cross in the middle of the picture: the one who was followed goes on as before."""
    room = Room([])
    finder = Finder(room, width=WIDTH, height=HEIGHT)
    seen = []
    for step in range(21):
        me, other = (100.0 + 10 * step, 20.0, 300.0), (300.0 - 10 * step, 20.0, 300.0)
        room.people_px = [me, other] if step % 2 == 0 else [other, me]
        found = finder.find(picture, step / 10)
        assert found is not None
        seen.append(round(found.centre[0] * HEIGHT))

    assert [250 + 10 * step for step in range(21)] == seen


def test_a_skeleton_that_is_no_body_is_not_believed(picture: Picture) -> None:
    """A lamp with a leg across the room is nobody, however sure the model is."""

    class Lamp:
        def people(self, picture: Picture) -> tuple[Person, ...]:
            del picture
            values = list(_person(0.4, 0.1, 0.4, 0.8).values)
            values[4 * 25] = 1.9
            return (Person(tuple(values)),)

    assert None is Finder(Lamp(), width=WIDTH, height=HEIGHT).find(picture, 0.0)
