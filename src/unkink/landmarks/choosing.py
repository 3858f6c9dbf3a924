"""Of the people in a picture, the one who exercises; also when others pass before or behind."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Frame, Joint
from unkink.core.coach.proportions import LEAST, extent, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from unkink.core.body import Point, Points

MEMORY_S: Final = 1.0
"""For so long the person last seen is the one looked for, when there are several. [D]"""

PATIENCE_S: Final = 3.0
"""And for so long when somebody else was there: whoever walks past hides others that long. [D]"""

APART: Final = 0.25
"""People are at least this share of their size apart; nearer, it is one found twice. [D]"""

STEP_S: Final = 0.2
"""How fast somebody goes is told from where they were one or two such steps ago. [D]"""

STRANGE: Final = 0.15
"""A body this share of their size away from where somebody would be is somebody else. [D]"""

_CORE: Final = tuple(
    int(joint)
    for joint in (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP)
)

NOWHERE: Final = Frame(t_s=-math.inf, points=())


class Track(NamedTuple):
    """Where somebody was lately: in the last picture, and one and two steps before it."""

    last: Frame = NOWHERE
    step: Frame = NOWHERE
    before: Frame = NOWHERE


class Chosen(NamedTuple):
    """The person of one picture, and where to look for them in the next."""

    frame: Frame
    track: Track = Track()
    which: int = 0
    """Which of the picture's people it is."""
    others: int = 0
    """How many more people there are, built like people and elsewhere in the picture."""
    crowd_s: float = -math.inf
    """When there last were others."""


NOBODY: Final = Chosen(NOWHERE)


def choose(bodies: Sequence[Points], before: Chosen, *, t_s: float, width: float) -> Chosen:
    """
    Choose the one who goes on from where the person last was, else the model's surest.

    Two who cross are told apart by all that a body is at once: where each joint would be, had the
    person gone on as they went. Whoever is left alone in the picture just after there were several
    is the person only if they can be.
    """
    track = before.track
    if len(bodies) == 1 and t_s - before.crowd_s > PATIENCE_S:
        frame = Frame(t_s, bodies[0], width)
        return Chosen(frame, gone_on(track, frame), crowd_s=before.crowd_s)
    if t_s - track.last.t_s > (PATIENCE_S if t_s - before.crowd_s <= PATIENCE_S else MEMORY_S):
        track = Track()
    found = [Frame(t_s, points, width) for points in bodies]
    built = [frame for frame in found if likeness(frame.points) >= LEAST] or found
    if not track.last.points:
        taken = built[0] if built else None
    else:
        taken = min(built, key=lambda frame: off(track, frame), default=None)
        if len(built) == 1 and off(track, built[0]) > STRANGE * extent(track.last.points):
            taken = None
    if taken is None:
        return Chosen(Frame(t_s, (), width), before.track, crowd_s=before.crowd_s)
    others = sum(_is_elsewhere(frame, taken) for frame in built)
    return Chosen(
        taken,
        gone_on(track, taken),
        which=found.index(taken),
        others=others,
        crowd_s=t_s if others else before.crowd_s,
    )


def gone_on(track: Track, frame: Frame) -> Track:
    """Follow on: where somebody is now, and was a step or two ago."""
    if not frame.points:
        return track
    if frame.t_s - track.step.t_s < STEP_S:
        return Track(frame, track.step, track.before)
    return Track(frame, frame, track.step)


def off(track: Track, frame: Frame) -> float:
    """
    Say how far a body is from where the one who is followed would be by now, in picture heights.

    It is the middle of all joints' distances, so that place, size, posture and way count at once,
    and a few hidden joints don't.
    """
    lead_s = frame.t_s - track.last.t_s
    on_x, on_y = (speed * lead_s for speed in _speed(track))
    return _median(
        math.hypot(a.x + on_x - b.x, a.y + on_y - b.y) for a, b in _both(track.last, frame)
    )


def _speed(track: Track) -> tuple[float, float]:
    """Give how fast the body as a whole goes, in picture heights a second; 0 when unknown."""
    past_s = track.last.t_s - track.before.t_s
    if not STEP_S <= past_s <= MEMORY_S:
        return 0.0, 0.0
    moved = [(b.x - a.x, b.y - a.y) for a, b in _both(track.before, track.last)]
    if not moved:
        return 0.0, 0.0
    return _median(x for x, _ in moved) / past_s, _median(y for _, y in moved) / past_s


def _both(one: Frame, other: Frame) -> Iterator[tuple[Point, Point]]:
    """Pair the joints that two frames know."""
    for a, b in zip(one.points, other.points, strict=False):
        if a is not None and b is not None:
            yield a, b


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else math.inf


def _is_elsewhere(frame: Frame, taken: Frame) -> bool:
    """Tell another person from the same one found twice."""
    one, other = _centre(frame), _centre(taken)
    if one is None or other is None:
        return False
    return math.dist(one, other) > APART * extent(taken.points)


def _centre(frame: Frame) -> tuple[float, float] | None:
    known = [point for joint in _CORE if (point := frame.points[joint]) is not None]
    if not known:
        return None
    return (sum(p.x for p in known) / len(known), sum(p.y for p in known) / len(known))
