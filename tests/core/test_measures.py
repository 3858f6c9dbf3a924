"""Measures, on bodies of a few points."""

from __future__ import annotations

import pytest

from unkink.core.body import Joint, Point
from unkink.core.coach.measures import MEASURES, measured, mirrored_measure, sight

Places = dict[Joint, tuple[float, float]]
BENT: Places = {
    Joint.LEFT_SHOULDER: (0.2, 0.5),
    Joint.LEFT_HIP: (0.5, 0.5),
    Joint.LEFT_KNEE: (0.5, 0.2),
    Joint.LEFT_ANKLE: (0.8, 0.2),
}


def points(places: Places, *, seen: float = 1.0) -> tuple[Point | None, ...]:
    """Make a body of the named joints alone."""
    return tuple(Point(*places[j], 0.0, seen) if j in places else None for j in Joint)


def value(name: str, places: Places) -> float | None:
    """Measure a body of the named joints alone."""
    looked = sight(points(places))
    assert looked is not None
    return measured(name, looked)


def test_a_right_angle_is_ninety_degrees() -> None:
    """Shoulder, hip and knee at right angles read 90."""
    assert 90.0 == pytest.approx(value("left_hip_deg", BENT))
    assert 90.0 == pytest.approx(value("left_knee_deg", BENT))


def test_unseen_is_unknown_never_zero() -> None:
    """What isn't there, or is doubted by the model, has no value."""
    assert value("right_hip_deg", BENT) is None
    assert value("left_elbow_deg", BENT) is None
    assert sight(points(BENT, seen=0.2)) is None
    assert sight(()) is None


def test_of_a_pair_the_side_that_is_seen_counts() -> None:
    """Lying on a side, the hidden leg doesn't matter."""
    assert value("left_hip_deg", BENT) == value("hip_deg", BENT)


def test_shares_do_not_depend_on_the_distance() -> None:
    """Half as large, the same person reads the same."""
    near = value("left_knee_rise", BENT)
    far = {joint: (x / 2, y / 2) for joint, (x, y) in BENT.items()}

    assert near == pytest.approx(value("left_knee_rise", far))


def test_a_picture_turned_over_reads_the_same() -> None:
    """Angles and rises don't care which way the head lies."""
    other = {joint: (1.0 - x, y) for joint, (x, y) in BENT.items()}

    for name in ("left_hip_deg", "left_knee_rise", "left_thigh_tilt_deg"):
        assert value(name, BENT) == pytest.approx(value(name, other))


@pytest.mark.parametrize("name", MEASURES)
def test_mirrored_twice_is_itself(name: str) -> None:
    """Every measure has one on the mirrored body, and that one has it back."""
    other, sign = mirrored_measure(name)

    assert (name, sign) == mirrored_measure(other)
