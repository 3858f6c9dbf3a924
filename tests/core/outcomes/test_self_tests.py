"""Movement tests before the camera: what was kept for a second, or no number at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.body import Frame, Joint, Point
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.scoring import Score, score
from unkink.core.outcomes.self_tests import SELF_TESTS, Unmeasured, self_test
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXERCISES = read_catalogue().exercises


def _standing(hand_y: float, t_s: float, *, knee_x: float = 0.5, seen: float = 1.0) -> Frame:
    # Side-on, 0.8 of the picture high, folded forwards: shin, thigh and trunk by their shares.
    places = {
        "SHOULDER": (0.7, 0.62),
        "HAND": (0.7, hand_y),
        "HIP": (0.5, 0.5),
        "KNEE": (knee_x, 0.696),
        "ANKLE": (0.5, 0.893),
        "HEEL": (0.48, 0.92),
        "TOE": (0.56, 0.92),
    }
    points: list[Point | None] = [None] * len(Joint)
    for part, (x, y) in places.items():
        for side in ("LEFT", "RIGHT"):
            points[Joint[f"{side}_{part}"]] = Point(x, y, 0.0, seen)
    return Frame(t_s=t_s, points=tuple(points))


def _bend(hand_y: Callable[[float], float], **more: float) -> list[Frame]:
    return [_standing(hand_y(n / 10), n / 10, **more) for n in range(80)]


def _reached(frames: Sequence[Frame], height_cm: float = 170) -> object:
    return self_test("fingertip_to_floor", frames, height_cm=height_cm)


def test_the_way_to_the_floor_is_told_in_the_persons_own_measure() -> None:
    """An eighth of body height above the floor: 21 cm for somebody of 170, 25 for one of 200."""
    frames = _bend(lambda t_s: 0.82 if 2 <= t_s <= 6 else 0.6)

    assert {"cm": pytest.approx(21.2, abs=1.0)} == _reached(frames)
    assert {"cm": pytest.approx(25.0, abs=1.0)} == _reached(frames, 200)


def test_what_is_only_swung_through_does_not_count() -> None:
    """Half a second at the floor is a bounce: told is what was kept for a second."""
    kept = _bend(lambda t_s: 0.82 if 2 <= t_s <= 6 else 0.6)
    bounced = _bend(lambda t_s: 0.92 if 3 <= t_s <= 3.4 else 0.82 if 2 <= t_s <= 6 else 0.6)

    assert _reached(kept) == _reached(bounced)


@pytest.mark.parametrize(
    "frames",
    [
        [],
        _bend(lambda _: 0.8)[:20],
        _bend(lambda _: 0.8, seen=0.3),
        _bend(lambda _: 0.8, knee_x=0.66),
    ],
    ids=["nobody", "two seconds", "hardly seen", "knees bent"],
)
def test_what_was_not_surely_seen_has_no_number(frames: list[Frame]) -> None:
    """Nobody there, too short, doubtful joints, bent knees: a reason, never a number."""
    assert isinstance(_reached(frames), Unmeasured)


def test_without_a_height_there_is_no_length() -> None:
    """A picture knows no centimetres."""
    assert isinstance(_reached(_bend(lambda _: 0.8), 0), Unmeasured)


@pytest.mark.parametrize("instrument", ["prone_press_up", "seated_rotation"])
def test_a_body_that_goes_farther_gets_more(instrument: str) -> None:
    """The figure of the exercise a test is like, going half and all of its way."""
    exercise = EXERCISES[INSTRUMENTS[instrument].like]
    told = []
    for share in (0.5, 1.0):
        frames = list(simulate(exercise, Performance(reps=2, hold_s=3.0, range_fraction=share)))
        found = self_test(instrument, frames, height_cm=170)
        assert not isinstance(found, Unmeasured)
        scored = score(INSTRUMENTS[instrument], {**found, "by": 2})
        assert isinstance(scored, Score)
        told.append(scored.value)

    assert told == sorted(told)
    assert told[0] < 0.8 * told[1]


def test_every_self_test_fills_in_its_instrument() -> None:
    """What the camera tells is just what would be entered by hand."""
    filled = {
        each: {part.item for part in test.parts} | {"by"} for each, test in SELF_TESTS.items()
    }

    assert {each: {item.id for item in INSTRUMENTS[each].items} for each in SELF_TESTS} == filled
