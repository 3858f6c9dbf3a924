"""
All looks of a movement: its body at every place of its way, before every camera, as people do it.

People go farther than a file says, make its faults, and lay arms that hold nothing where they like:
who does so does it all the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.coach.faults import shown_with
from unkink.core.coach.gallery import Look
from unkink.core.coach.measures import sight
from unkink.core.coach.shape import shape, whole
from unkink.core.figure import blended
from unkink.core.simulation.camera import middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.core.body import Joint
    from unkink.core.coach.measures import Sight
    from unkink.core.definition.exercise import Movement
    from unkink.core.definition.pose import Pose
    from unkink.core.figure import Vec
    from unkink.core.simulation.camera import Camera

Shown = tuple[Look, tuple[float, ...]]
"""A look, and the shape it is of."""

STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
LOWER: Final = -0.35
"""People start lower than a file says: looks are drawn on by as much. [D]"""
FARTHER: Final = (1.4, 1.8)
"""And some go nearly twice as far; the figure itself goes on, as a body does. [D]"""
LOOSE: Final = ((-8.0, 12.0), (0.0, 88.0))
"""Shoulder forward and sideways, of arms along the body and of arms out. [D]"""
LOOSE_STEPS: Final = (0.5, 1.0, 1.8)


def by_file(
    movement: Movement,
    end: str,
    sights: Sequence[Sequence[Sight | None]],
    cameras: Sequence[Camera],
) -> Iterator[Shown]:
    """Give those of the file: along the way, by camera and step, and with each fault."""
    for view, by_step in enumerate(sights):
        yield from _along(by_step, view)
    for fault in movement.faults:
        step = 1.0 if fault.during == end else 0.0
        yield from _seen(shown_with(movement, fault), step, cameras)


def as_people_do(start: Pose, end: Pose, cameras: Sequence[Camera]) -> Iterator[Shown]:
    """Give what no file says: farther than its end, and with loose arms elsewhere."""
    for step in FARTHER:
        yield from _seen(blended(start, end, step).joints, step, cameras)
    if not _has_loose_arms(end):
        return
    for ahead_deg, aside_deg in LOOSE:
        first, last = (_with_arms(pose, ahead_deg, aside_deg) for pose in (start, end))
        for step in LOOSE_STEPS:
            yield from _seen(blended(first, last, step).joints, step, cameras)


def _along(by_step: Sequence[Sight | None], view: int) -> Iterator[Shown]:
    known = [None if seen is None else whole(shape(seen)) for seen in by_step]
    for step, shown in zip(STEPS, known, strict=True):
        if shown is not None:
            yield Look(step, view), shown
    first, last = known[0], known[-1]
    if first is not None and last is not None:
        drawn = tuple(a + LOWER * (b - a) for a, b in zip(first, last, strict=True))
        yield Look(LOWER, view), drawn


def _seen(joints: Mapping[Joint, Vec], step: float, cameras: Sequence[Camera]) -> Iterator[Shown]:
    at = middle(joints)
    for view, camera in enumerate(cameras):
        seen = sight(seen_by(camera, joints, at=at, t_s=0.0).points)
        shown = None if seen is None else whole(shape(seen))
        if shown is not None:
            yield Look(step, view), shown


def _has_loose_arms(pose: Pose) -> bool:
    return not pose.hands and not {"hands", "elbows"} & set(pose.rests_on)


def _with_arms(pose: Pose, ahead_deg: float, aside_deg: float) -> Pose:
    return replace(
        pose,
        shoulder_flexion_deg=ahead_deg,
        shoulder_abduction_deg=aside_deg,
        shoulder_rotation_deg=0.0,
        elbow_flexion_deg=5.0,
        hands={},
    )
