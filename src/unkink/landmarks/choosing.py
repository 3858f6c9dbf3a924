"""Of the people in a picture, the one who exercises."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.body import Frame, Joint, Point
from unkink.core.coach.proportions import LEAST, extent, likeness
from unkink.core.simulation.camera import OTHER
from unkink.landmarks import blazepose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MEMORY_S: Final = 1.0
"""For so long the person last seen is the one looked for, when there are several. [D]"""

APART: Final = 0.25
"""People are at least this share of their size apart; nearer, it is one found twice. [D]"""

_MIDDLE: Final = (Joint.LEFT_SHOULDER, Joint.RIGHT_SHOULDER, Joint.LEFT_HIP, Joint.RIGHT_HIP)


class Chosen(NamedTuple):
    """The person of one picture, and where to look for them in the next."""

    frame: Frame
    centre: tuple[float, float] | None = None
    at_s: float = -math.inf
    which: int = 0
    """Which of the picture's people it is."""
    others: int = 0
    """How many more people there are, built like people and elsewhere in the picture."""


NOBODY: Final = Chosen(Frame(t_s=-math.inf, points=()))


def choose(
    people: Sequence[Sequence[float]], before: Chosen, *, t_s: float, aspect: float, mirrored: bool
) -> Chosen:
    """Choose the one last seen, else the one that the model is surest of; a mirror is undone."""
    found = [_frame(person, t_s, aspect=aspect, mirrored=mirrored) for person in people]
    if not found:
        return Chosen(Frame(t_s=t_s, points=()), before.centre, before.at_s)
    if len(found) == 1:
        return _chosen(found[0], before)
    built = [frame for frame in found if likeness(frame.points) >= LEAST] or found
    last = before.centre
    if last is None or t_s - before.at_s > MEMORY_S:
        taken = built[0]
    else:
        taken = min(built, key=lambda frame: _off(frame, last))
    others = sum(_is_elsewhere(frame, taken) for frame in built)
    return _chosen(taken, before)._replace(which=found.index(taken), others=others)


def _frame(person: Sequence[float], t_s: float, *, aspect: float, mirrored: bool) -> Frame:
    frame = blazepose.frame(t_s, person, aspect=aspect)
    return Frame(t_s=t_s, points=tuple(_unmirrored(frame, aspect))) if mirrored else frame


def _unmirrored(frame: Frame, aspect: float) -> Iterable[Point | None]:
    # In a mirror left is right, for the model too: both are exchanged back.
    for joint in Joint:
        point = frame.points[OTHER[joint]]
        yield point and Point(x=aspect - point.x, y=point.y, z=point.z, seen=point.seen)


def _chosen(frame: Frame, before: Chosen) -> Chosen:
    centre = _centre(frame)
    if centre is None:
        return Chosen(frame, before.centre, before.at_s)
    return Chosen(frame, centre, frame.t_s)


def _centre(frame: Frame) -> tuple[float, float] | None:
    known = [point for joint in _MIDDLE if (point := frame.points[joint]) is not None]
    if not known:
        return None
    return (sum(p.x for p in known) / len(known), sum(p.y for p in known) / len(known))


def _is_elsewhere(frame: Frame, taken: Frame) -> bool:
    """Tell another person from the same one found twice."""
    centre = _centre(taken)
    return centre is not None and APART * extent(taken.points) < _off(frame, centre) < math.inf


def _off(frame: Frame, last: tuple[float, float]) -> float:
    centre = _centre(frame)
    return math.inf if centre is None else math.dist(centre, last)
