"""Does the camera stand well? What it sees of a person becomes one thing to do, in plain words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from unkink.core.body import Joint
from unkink.core.coach.sight import SEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.core.body import Frame, Point
    from unkink.core.definition.exercise import View

Verdict = Literal[
    "whole",
    "several_people",
    "nobody",
    "too_dark",
    "too_far",
    "too_near",
    "out_of_picture",
    "hidden",
    "not_side_on",
    "not_facing",
    "not_from_the_feet",
]
"""
`whole`: all is well; `several_people`: so it is, and one of them is followed. Each of the others is
one thing to change; the most important is told.
"""

Edge = Literal["left", "right", "top", "bottom"]
"""An edge of the camera's own picture, as it is before any mirroring."""

DARK: Final = 50
"""Mean brightness of 0..254 below which it is the light that is told of first. [D] A fifth."""
SMALL: Final = 0.3
"""
Who fills less than this share of the picture, across or down, is too far away. [D] In photos shrunk
to a third of the picture the model found 35 of 52 people, in whole ones 51.
"""
WIDE: Final = 0.45
"""
Shoulders and hips this wide against the trunk are not seen from the side. Our figure's, from 5 and
25 degrees above: at most 0.42 up to 30 degrees off the side in every position, 0.45 and more from
60 degrees on, lying from 45 on.
"""
NARROW: Final = 0.36
"""Narrower than this they aren't seen from the front or the feet: 60 degrees off, as above."""
MARGIN: Final = 0.01
"""A joint this far outside is still taken as inside: the model rounds people off at the edge."""
SETTLES_S: Final = 0.8
"""What is told changes after so long only: nobody can follow advice that flickers. [D]"""
LOOKS_S: Final = 0.25
"""How often it is looked at: what is told must last three times as long anyway."""

_PARTS: Final[Mapping[str, tuple[int, ...]]] = {
    "head": (int(Joint.NOSE),),
    "shoulders": (int(Joint.LEFT_SHOULDER), int(Joint.RIGHT_SHOULDER)),
    "hips": (int(Joint.LEFT_HIP), int(Joint.RIGHT_HIP)),
    "knees": (int(Joint.LEFT_KNEE), int(Joint.RIGHT_KNEE)),
    "feet": (int(Joint.LEFT_ANKLE), int(Joint.RIGHT_ANKLE)),
}
_WORDS: Final[Mapping[Verdict, str]] = {
    "whole": "I see you whole.",
    "several_people": "I see {people} people. I follow the one with the lines.",
    "nobody": "I can't see anybody. Turn the camera towards your mat.",
    "too_dark": "It is too dark for me. Please make more light.",
    "too_far": "Come closer, or put the camera closer.",
    "too_near": "You are too close. Move the camera further away.",
    "out_of_picture": "I can't see your {part}. Move the camera back, or turn it that way.",
    "hidden": "I can't see your {part} well. More light or a clear view will help.",
    "not_side_on": "Turn the camera, or yourself, so that it sees you from the side.",
    "not_facing": "Turn the camera, or yourself, so that it sees you from the front.",
    "not_from_the_feet": "Put the camera beyond your feet, high up, looking down at you.",
}


class Placement(NamedTuple):
    """How the camera stands, and the one thing to change."""

    verdict: Verdict
    say: str
    edges: tuple[Edge, ...] = ()
    """Where the body leaves the picture."""


class Placing(NamedTuple):
    """What was told, and what may be told next when it lasts."""

    told: Placement | None = None
    next: Placement | None = None
    since_s: float = -math.inf
    looked_s: float = -math.inf


def follow(
    before: Placing,
    frame: Frame,
    *,
    aspect: float,
    light: int | None,
    view: View | None,
    others: int = 0,
) -> tuple[Placing, Placement | None]:
    """Take one more frame; what is to be told comes only when it changed and lasted."""
    t_s = frame.t_s
    if t_s - before.looked_s < LOOKS_S:
        return before, None
    now = placement(frame, aspect=aspect, light=light, view=view, others=others)
    if now == before.told:
        return before._replace(next=None, looked_s=t_s), None
    if now != before.next:
        return before._replace(next=now, since_s=t_s, looked_s=t_s), None
    if t_s - before.since_s < SETTLES_S:
        return before._replace(looked_s=t_s), None
    return Placing(told=now, looked_s=t_s), now


def placement(
    frame: Frame, *, aspect: float, light: int | None, view: View | None, others: int = 0
) -> Placement:
    """
    Judge one frame of the person who is followed, with so many *others* in the picture.

    *view* is where this exercise wants the camera, None for anywhere.
    """
    points = frame.points
    dark = light is not None and light < DARK
    if not points:
        return _say("too_dark" if dark else "nobody")
    left, right, top, bottom = _bounds(points)
    inside = left >= -MARGIN <= top and right <= aspect + MARGIN and bottom <= 1.0 + MARGIN
    out = () if inside else tuple(_outside(points, aspect))
    if out:
        edges = tuple(dict.fromkeys(edge for _, edge in out))
        if {"left", "right"} <= set(edges) or {"top", "bottom"} <= set(edges):
            return _say("too_near", edges=edges)
        return _say("out_of_picture", part=out[0][0], edges=edges)
    if max((right - left) / aspect, bottom - top) < SMALL:
        return _say("too_far")
    hidden = next((part for part, joints in _PARTS.items() if not _any_seen(points, joints)), "")
    if hidden:
        return _say("too_dark") if dark else _say("hidden", part=hidden)
    return _stands(points, view, others)


def _stands(points: Sequence[Point | None], view: View | None, others: int) -> Placement:
    """Judge where the camera stands towards somebody it sees whole."""
    verdict = _turned(points, view)
    if verdict == "whole" and others:
        return _say("several_people", people="two" if others == 1 else "three")
    return _say(verdict)


def _say(
    verdict: Verdict, *, part: str = "", people: str = "", edges: tuple[Edge, ...] = ()
) -> Placement:
    return Placement(verdict, _WORDS[verdict].format(part=part, people=people), edges)


def _outside(points: Sequence[Point | None], aspect: float) -> Iterator[tuple[str, Edge]]:
    for part, joints in _PARTS.items():
        for joint in joints:
            point = points[joint]
            if point is None:
                continue
            if point.x < -MARGIN:
                yield part, "left"
            if point.x > aspect + MARGIN:
                yield part, "right"
            if point.y < -MARGIN:
                yield part, "top"
            if point.y > 1.0 + MARGIN:
                yield part, "bottom"


def _bounds(points: Sequence[Point | None]) -> tuple[float, float, float, float]:
    """Give the body's left, right, top and bottom in the picture; all 0 where nothing is known."""
    xs = [point.x for point in points if point is not None] or [0.0]
    ys = [point.y for point in points if point is not None] or [0.0]
    return min(xs), max(xs), min(ys), max(ys)


def _any_seen(points: Sequence[Point | None], joints: tuple[int, ...]) -> bool:
    # One of a pair is enough: from the side the other is behind it.
    for joint in joints:  # noqa: SIM110 - a generator costs more than all of its items
        if (point := points[joint]) is not None and point.seen >= SEEN:
            return True
    return False


def _turned(points: Sequence[Point | None], view: View | None) -> Verdict:
    width = _width(points)
    if width is None or view is None:
        return "whole"
    if view == "side" and width > WIDE:
        return "not_side_on"
    if view == "front" and width < NARROW:
        return "not_facing"
    if view == "foot_end" and width < NARROW:
        return "not_from_the_feet"
    return "whole"


def _width(points: Sequence[Point | None]) -> float | None:
    """Give the mean width of shoulders and hips against the trunk's length, as they look."""
    a, b = points[Joint.LEFT_SHOULDER], points[Joint.RIGHT_SHOULDER]
    c, d = points[Joint.LEFT_HIP], points[Joint.RIGHT_HIP]
    if a is None or b is None or c is None or d is None:
        return None
    wide = (math.hypot(a.x - b.x, a.y - b.y) + math.hypot(c.x - d.x, c.y - d.y)) / 2
    long = math.hypot(a.x + b.x - c.x - d.x, a.y + b.y - c.y - d.y) / 2
    return wide / long if long > 0.0 else math.inf
