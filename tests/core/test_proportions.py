from __future__ import annotations

import pytest

from unkink.core.body import Joint, Point
from unkink.core.coach.proportions import LEAST, extent, likeness

STANDING = {
    Joint.NOSE: (0.50, 0.10),
    Joint.LEFT_SHOULDER: (0.57, 0.18),
    Joint.RIGHT_SHOULDER: (0.43, 0.18),
    Joint.LEFT_ELBOW: (0.60, 0.36),
    Joint.RIGHT_ELBOW: (0.40, 0.36),
    Joint.LEFT_WRIST: (0.62, 0.50),
    Joint.RIGHT_WRIST: (0.38, 0.50),
    Joint.LEFT_HIP: (0.54, 0.46),
    Joint.RIGHT_HIP: (0.46, 0.46),
    Joint.LEFT_KNEE: (0.54, 0.70),
    Joint.RIGHT_KNEE: (0.46, 0.70),
    Joint.LEFT_ANKLE: (0.54, 0.94),
    Joint.RIGHT_ANKLE: (0.46, 0.94),
}


def skeleton(**moved: tuple[float, float]) -> tuple[Point | None, ...]:
    """Stand upright, but for the joints that are somewhere else."""
    places = STANDING | {Joint[name.upper()]: place for name, place in moved.items()}
    return tuple(
        Point(*places[joint], z=0.0, seen=1.0) if joint in places else None for joint in Joint
    )


def test_a_person_is_like_a_person() -> None:
    """Somebody who stands there plainly is believed."""
    assert likeness(skeleton()) > 0.9


def test_limbs_towards_the_camera_look_short_and_are_still_a_persons() -> None:
    """Both legs stretched towards the camera don't make somebody impossible."""
    foreshortened = skeleton(
        left_knee=(0.54, 0.52), right_knee=(0.46, 0.52),
        left_ankle=(0.54, 0.56), right_ankle=(0.46, 0.56),
    )  # fmt: skip

    assert likeness(foreshortened) > LEAST


@pytest.mark.parametrize("joint", ["left_knee", "right_elbow", "left_wrist"])
def test_a_limb_across_the_room_is_no_limb(joint: str) -> None:
    """A joint that landed on the furniture is noticed, whichever it is."""
    assert likeness(skeleton(**{joint: (1.6, 0.3)})) < LEAST


def test_who_is_not_seen_is_not_like_a_person() -> None:
    """Nobody, or a few joints alone, never pass for somebody."""
    few = tuple(point if joint < Joint.LEFT_ELBOW else None
                for joint, point in zip(Joint, skeleton(), strict=True))  # fmt: skip

    assert [0.0, 0.0] == [likeness(()), likeness(few)]


def test_the_extent_is_the_larger_of_width_and_height() -> None:
    """How far away somebody is shows in how much of the picture they take."""
    assert [0.84, 0.0] == pytest.approx([extent(skeleton()), extent(())])
