"""The model's numbers become joints, each for itself; what isn't a number is unknown."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from unkink.core.body import Joint
from unkink.landmarks.blazepose import DEPTH, LANDMARKS, NUMBER_OF, frame, landmarks

place = st.floats(-4.0, 4.0)
whole = st.lists(place, min_size=4 * LANDMARKS, max_size=4 * LANDMARKS)


@given(
    values=whole,
    spoilt=st.sets(st.integers(0, 4 * LANDMARKS - 1), max_size=3),
    aspect=st.floats(0.5, 2.0),
)
def test_a_bad_number_makes_its_own_joint_unknown(
    values: list[float], spoilt: set[int], aspect: float
) -> None:
    """Wherever the model fails, all other joints are where they would be without."""
    found = frame(
        0.0, [math.nan if at in spoilt else one for at, one in enumerate(values)], aspect=aspect
    )
    for joint in Joint:
        at = 4 * NUMBER_OF[joint]
        x, y, z, seen = values[at : at + 4]
        point = found.points[joint]

        if spoilt & set(range(at, at + 4)):
            assert point is None
        else:
            assert point is not None
            assert (x * aspect, y, z * aspect / DEPTH) == (point.x, point.y, point.z)
            assert min(max(seen, 0.0), 1.0) == point.seen


def test_a_joint_far_outside_every_picture_is_unknown() -> None:
    """Numbers that no camera could give are not believed."""
    values = [0.5] * (4 * LANDMARKS)
    values[4 * NUMBER_OF[Joint.NOSE]] = 1e308
    values[4 * NUMBER_OF[Joint.LEFT_HIP] + 2] = -5.0
    found = frame(0.0, values, aspect=1.0)

    assert {Joint.NOSE, Joint.LEFT_HIP} == {one for one in Joint if found.points[one] is None}


def test_a_frame_comes_back_as_the_model_gave_it() -> None:
    """There and back, a joint that we know stays where it was."""
    values = [0.25] * (4 * LANDMARKS)

    assert frame(1.0, values, aspect=2.0) == frame(
        1.0, landmarks(frame(1.0, values, aspect=2.0), aspect=2.0), aspect=2.0
    )
