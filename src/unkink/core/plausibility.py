"""Can this be a body, and is it the one of a moment ago? A model's confidence doesn't say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Frame, Joint, Point
from unkink.core.camera import OTHER
from unkink.core.measures import SEEN, Sight, sight

if TYPE_CHECKING:
    from unkink.core.events import Reason

SMALL: Final = 0.2
"""A whole body of less than this share of the picture's height: the model finds few at 0.25. """
FROZEN_S: Final = 3.0
"""Landmarks equal to the last digit for so long: a living body is never that still. [D]"""
FASTEST: Final = 2.0
"""No trunk of a person who exercises moves by more body heights a second: 3.4 m. [D]"""
ONE_STEP_S: Final = 0.15
"""What is between two frames of the slowest camera; a longer absence excuses no longer way. [D]"""
JUMP: Final = 0.12
"""A jump of less than this share of the body's height is noise, not a jump. [D]"""
CUT_S: Final = 0.25
"""A body that jumped and stays there for this long is what is seen now: the picture was cut. [D]"""
CORE: Final = (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP)
LEGS: Final = tuple(Joint)[Joint.LEFT_HIP :]
Points = tuple[Point | None, ...]


class Eye(NamedTuple):
    """What was last believed."""

    points: Points = ()
    t_s: float = -math.inf
    raw: Points = ()
    changed_s: float = -math.inf
    """When the raw points last changed."""
    doubted_s: float | None = None
    """Since when the body is somewhere it can't have gone to."""


class Seen(NamedTuple):
    """One frame, judged: the body, or why there is none; `cut` when it is another picture."""

    eye: Eye
    sight: Sight | None
    reason: Reason | None
    cut: bool = False


def look(eye: Eye, frame: Frame) -> Seen:
    """Judge one frame by what was believed before."""
    t_s, points = frame.t_s, frame.points
    same = bool(points) and points == eye.raw
    eye = eye._replace(raw=points, changed_s=eye.changed_s if same else t_s)
    seen = sight(points)
    if seen is None:
        return Seen(eye, None, "joints_hidden" if points else "nobody")
    if same and t_s - eye.changed_s >= FROZEN_S:
        return Seen(eye, None, "frozen")
    if seen.height < SMALL:
        return Seen(eye, None, "too_small")
    if eye.points and t_s - eye.t_s < 2 * CUT_S:
        points = _unswapped(eye.points, points)
        jumped = _jump(eye.points, points) / seen.height
        if jumped > max(JUMP, FASTEST * min(t_s - eye.t_s, ONE_STEP_S)):
            doubted_s = t_s if eye.doubted_s is None else eye.doubted_s
            if t_s - doubted_s < CUT_S:
                return Seen(eye._replace(doubted_s=doubted_s), None, "impossible_body")
            return Seen(Eye(frame.points, t_s, frame.points, t_s), seen, None, cut=True)
        if points is not frame.points:
            seen = sight(points) or seen
    return Seen(Eye(points, t_s, frame.points, eye.changed_s), seen, None)


def _jump(before: Points, now: Points) -> float:
    """Give how far the trunk's corners went on the whole: the least of them, against flukes."""
    moved = []
    for joint in CORE:
        a, b = before[joint], now[joint]
        if a is not None and b is not None and min(a.seen, b.seen) >= SEEN:
            moved.append(abs(a.x - b.x) + abs(a.y - b.y))
    return min(moved) if moved else 0.0


def _unswapped(before: Points, now: Points) -> Points:
    """Undo an exchange of the legs' left and right, where that makes the move far smaller."""
    kept = swapped = 0.0
    for joint in (Joint.LEFT_KNEE, Joint.RIGHT_KNEE, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE):
        a, b, c = before[joint], now[joint], now[OTHER[joint]]
        if a is None or b is None or c is None:
            return now
        kept += abs(a.x - b.x) + abs(a.y - b.y)
        swapped += abs(a.x - c.x) + abs(a.y - c.y)
    if swapped * 3.0 >= kept or kept < JUMP:
        return now
    points = list(now)
    for joint in LEGS:
        points[joint] = now[OTHER[joint]]
    return tuple(points)
