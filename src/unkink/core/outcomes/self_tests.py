"""
What a camera reads of a movement test: estimates, to be compared with one's own earlier ones.

A test is told by data: which reading, at its best for a whole second, scaled by the person's own
height where it is a length. What was not seen long enough gives no number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from unkink.core.body import Joint
from unkink.core.coach.measures import SEEN, Sight, measured, sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Frame, Point

HELD_S: Final = 1.0
"""So long the best has to be kept: what is only swung through does not count [D]."""
GAP_S: Final = 0.4
"""Longer without a reading, and a stretch is broken [D]."""
SEEN_S: Final = 3.0
"""Seen for less than this, and there is nothing to tell [D]."""
HEIGHTS_CM: Final = (100.0, 230.0)

HIPS_DOWN: Final = 0.09
"""Hips farther above the ankles than this are off the floor: `evidence.md#faults`, the cobra."""

Read = Callable[[Sight], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One number of a test; it is read so that more is farther."""

    item: str
    read: Read
    length: bool
    """A share of body height, to be told in cm."""
    sign: float
    """-1 where the number told grows as the reading shrinks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """How one instrument is measured by a camera."""

    how: str
    """Where to stand, as the person reads it."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmeasured:
    """There is no number, and why."""

    reasons: tuple[str, ...]


def _finger_to_floor(seen: Sight) -> float | None:
    feet = [y for joint in _FEET if (y := _y(seen.points[joint])) is not None]
    hands = [y for joint in _HANDS if (y := _y(seen.points[joint])) is not None]
    knees = measured("knee_deg", seen)
    if not feet or not hands or (knees is not None and knees < STRAIGHT_DEG):
        return None
    return -(max(feet) - max(hands)) / seen.height


STRAIGHT_DEG: Final = 150.0
"""Below this the knees are bent: `evidence.md#faults`, the forward bend."""
_FEET: Final = (Joint.LEFT_HEEL, Joint.RIGHT_HEEL, Joint.LEFT_TOE, Joint.RIGHT_TOE)
_HANDS: Final = (Joint.LEFT_HAND, Joint.RIGHT_HAND)


def _y(point: Point | None) -> float | None:
    return None if point is None or point.seen < SEEN else point.y


def _chest_up(seen: Sight) -> float | None:
    hips = measured("hip_rise", seen)
    if hips is None or hips > HIPS_DOWN:
        return None
    return measured("chest_rise", seen)


def _turned(sign: float) -> Read:
    def read(seen: Sight) -> float | None:
        turn = measured("turn_deg", seen) if seen.has_depth else None
        return None if turn is None else sign * turn

    return read


SELF_TESTS: Final[Mapping[str, SelfTest]] = {
    "fingertip_to_floor": SelfTest(
        how="Stand side-on to the camera, so that it sees all of you. Knees straight.",
        parts=(Part(item="cm", read=_finger_to_floor, length=True, sign=-1.0),),
    ),
    "prone_press_up": SelfTest(
        how="Lie face down, side-on to the camera. Your hips stay on the floor.",
        parts=(Part(item="cm", read=_chest_up, length=True, sign=1.0),),
    ),
    "seated_rotation": SelfTest(
        how="Sit facing the camera, arms crossed. Turn to one side, stay, then to the other.",
        parts=(
            Part(item="left_deg", read=_turned(1.0), length=False, sign=1.0),
            Part(item="right_deg", read=_turned(-1.0), length=False, sign=1.0),
        ),
    ),
}
"""By instrument."""


def self_test(
    instrument: str, frames: Sequence[Frame], *, height_cm: float
) -> Mapping[str, float] | Unmeasured:
    """Read one test off what a camera saw, in the instrument's own unit."""
    test = SELF_TESTS[instrument]
    if any(part.length for part in test.parts) and not _is_height(height_cm):
        return Unmeasured(reasons=("Tell your height first: it is the only measure in a picture.",))
    found = {part.item: _best(part, frames) for part in test.parts}
    told = {
        part.item: round(max(part.sign * best * (height_cm if part.length else 1.0), 0.0), 1)
        for part in test.parts
        if (best := found[part.item]) is not None
    }
    if len(told) < len(test.parts):
        return Unmeasured(reasons=(NOT_SEEN, test.how))
    return told


NOT_SEEN: Final = "I didn't see that surely enough for long enough."


def _is_height(height_cm: float) -> bool:
    low, high = HEIGHTS_CM
    return low <= height_cm <= high


def _best(part: Part, frames: Sequence[Frame]) -> float | None:
    seen = [(frame.t_s, looked) for frame in frames if (looked := sight(frame.points))]
    if not seen:
        return None
    # One body has one height: the middle of all readings is steadier than that of the moment.
    height = median(looked.height for _, looked in seen)
    read = [
        (t_s, value)
        for t_s, looked in seen
        if (value := part.read(looked._replace(height=height))) is not None
    ]
    return _kept(read)


def _kept(read: Sequence[tuple[float, float]]) -> float | None:
    # The most that was kept for a whole second: the least within the best of all seconds.
    if sum(min(b - a, GAP_S) for (a, _), (b, _) in pairwise(read)) < SEEN_S:
        return None
    best = None
    for start, (from_s, _) in enumerate(read):
        least, before_s = float("inf"), from_s
        for t_s, value in read[start:]:
            if t_s - before_s > GAP_S:
                break
            least, before_s = min(least, value), t_s
            if t_s - from_s >= HELD_S:
                best = least if best is None else max(best, least)
                break
    return best
