"""Can this be a body, and is it the one of a moment ago? A model's confidence doesn't say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Frame, Joint
from unkink.core.coach.sight import SEEN, Sight, sight
from unkink.core.coach.stretch import taller, without_stretched
from unkink.core.simulation.camera import OTHER

if TYPE_CHECKING:
    from unkink.core.body import Points
    from unkink.core.coach.events import Reason

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
EDGE: Final = 0.05
"""A joint farther outside the picture than the model errs is a guess, however sure of it. [D]"""
EXCHANGED_S: Final = 0.6
"""What a model says for longer is no slip of its: then it was we who had sides exchanged. [D]"""
CORE: Final = tuple(
    int(joint)
    for joint in (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP)
)
LEGS: Final = tuple((int(joint), int(OTHER[joint])) for joint in tuple(Joint)[Joint.LEFT_HIP :])
LEG_ENDS: Final = tuple(
    (int(joint), int(OTHER[joint]))
    for joint in (Joint.LEFT_KNEE, Joint.RIGHT_KNEE, Joint.LEFT_ANKLE, Joint.RIGHT_ANKLE)
)
ARMS: Final = tuple(
    (int(joint), int(OTHER[joint])) for joint in tuple(Joint)[Joint.LEFT_SHOULDER : Joint.LEFT_HIP]
)
ARM_ENDS: Final = ARMS[2:6]
Pairs = tuple[tuple[int, int], ...]


class Eye(NamedTuple):
    """What was last believed."""

    points: Points = ()
    t_s: float = -math.inf
    raw: Points = ()
    changed_s: float = -math.inf
    """When the raw points last changed."""
    doubted_s: float | None = None
    """Since when the body is somewhere it can't have gone to."""
    tall: float = 0.0
    """Body height in picture heights, of late; 0 when unknown."""
    exchanged_s: float | None = None
    """Since when the model has sides exchanged, as far as we believe."""


class Seen(NamedTuple):
    """One frame, judged: the body, or why there is none; `cut` when it is another picture."""

    eye: Eye
    sight: Sight | None
    reason: Reason | None
    cut: bool = False
    cropped: bool = False
    """Whether any of the body is outside the picture."""


def look(eye: Eye, frame: Frame) -> Seen:
    """Judge one frame by what was believed before."""
    t_s, raw = frame.t_s, frame.points
    same = bool(raw) and raw == eye.raw
    changed_s = eye.changed_s if same else t_s
    gap_s = t_s - eye.t_s
    tall = taller(eye.tall, raw, gap_s)
    within = _within(raw, frame.width)
    cropped = within is not raw
    points = without_stretched(within, tall)
    seen = sight(points)
    doubt: Reason | None = None
    if seen is None:
        doubt = ("out_of_picture" if cropped else "joints_hidden") if points else "nobody"
    elif same and t_s - changed_s >= FROZEN_S:
        doubt = "frozen"
    elif seen.height < SMALL:
        doubt = "too_small"
    if seen is None or doubt is not None:
        return Seen(eye._replace(raw=raw, changed_s=changed_s, tall=tall), None, doubt)
    exchanged_s: float | None = None
    if eye.points and gap_s < 2 * CUT_S:
        believed = _unswapped(eye.points, points, LEG_ENDS, LEGS)
        believed = _unswapped(eye.points, believed, ARM_ENDS, ARMS)
        jumped = _jump(eye.points, believed) / seen.height
        if jumped > max(JUMP, FASTEST * min(gap_s, ONE_STEP_S)):
            doubted_s = t_s if eye.doubted_s is None else eye.doubted_s
            if t_s - doubted_s < CUT_S:
                eye = eye._replace(raw=raw, changed_s=changed_s, tall=tall, doubted_s=doubted_s)
                return Seen(eye, None, "impossible_body")
            return Seen(Eye(points, t_s, raw, t_s), seen, None, cut=True, cropped=cropped)
        if believed is not points:
            exchanged_s = t_s if eye.exchanged_s is None else eye.exchanged_s
            if t_s - exchanged_s < EXCHANGED_S:
                points, seen = believed, sight(believed) or seen
            else:
                exchanged_s = None
    return Seen(
        Eye(points, t_s, raw, changed_s, None, tall, exchanged_s), seen, None, cropped=cropped
    )


def _within(points: Points, width: float | None) -> Points:
    """Leave out what is outside the picture: a model goes on guessing there."""
    right = math.inf if width is None else width + EDGE
    low, high = -EDGE, 1.0 + EDGE
    for p in points:
        if p is not None and not (low <= p.x <= right and low <= p.y <= high):
            break
    else:
        return points
    return tuple(p if p and low <= p.x <= right and low <= p.y <= high else None for p in points)


def _jump(before: Points, now: Points) -> float:
    """Give how far the trunk's corners went on the whole: the least of them, against flukes."""
    least = math.inf
    for joint in CORE:
        a, b = before[joint], now[joint]
        if a is not None and b is not None and a.seen >= SEEN and b.seen >= SEEN:
            moved = abs(a.x - b.x) + abs(a.y - b.y)
            least = min(least, moved)
    return 0.0 if least == math.inf else least


def _unswapped(before: Points, now: Points, ends: Pairs, limbs: Pairs) -> Points:
    """Undo an exchange of left and right limbs where that makes the move far less."""
    kept = swapped = 0.0
    for joint, _ in ends:
        a, b = before[joint], now[joint]
        if a is None or b is None:
            return now
        kept += abs(a.x - b.x) + abs(a.y - b.y)
    if kept < JUMP:
        return now
    for joint, other in ends:
        a, c = before[joint], now[other]
        if a is not None and c is not None:
            swapped += abs(a.x - c.x) + abs(a.y - c.y)
    if swapped * 3.0 >= kept:
        return now
    points = list(now)
    for joint, other in limbs:
        points[joint] = now[other]
    return tuple(points)
