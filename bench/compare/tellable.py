"""
What can be told from one picture at all, by the simulator: docs/limits.md#one-picture.

Fixed when the score of all pictures was known, before that of these was. A picture of an exercise
can be told, from where its camera stands and from what its source knows (depth or none, the
picture's shape or none), if at most a quarter of simulated pictures from there lie nearer to
something else: to another exercise, to any that is not yet halfway, or to what is none of ours. No
threshold and no margin of the coach's own is asked, so that what it misses is not thereby excused.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from unkink.core.body import Joint
from unkink.core.coach.picture import SHAPES, how_far
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.figure import Motion
from unkink.core.simulation.build import built
from unkink.core.simulation.camera import Camera, aimed, middle
from unkink.core.simulation.chance import between, happens, pick
from unkink.core.simulation.crowd import someone
from unkink.core.simulation.errors import some_errors
from unkink.core.simulation.habits import in_habit
from unkink.core.simulation.pose_model import PoseModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.body import Frame
    from unkink.core.coach.picture import Points
    from unkink.core.coach.watch import Watch
    from unkink.core.definition.exercise import Exercise

OVERLAP = 0.25
PEOPLE = 16
REACH = (0.6, 1.4)
"""How far along their way they are."""
DISTANCE_M = (2.0, 4.0)


class Asked(NamedTuple):
    """An exercise, the camera that sees it, and what the source knows."""

    exercise: str
    view: int
    has_depth: bool
    shape_known: bool


class Tellable:
    """Answers for each picture; what was simulated is kept."""

    def __init__(self, exercises: Mapping[str, Exercise], watches: Sequence[Watch]) -> None:
        self._exercises = exercises
        self._watches = tuple(watches)
        self._names = [watch.exercise for watch in watches]
        self._known: dict[Asked, float] = {}

    def tells(self, exercise: str, frame: Frame, *, shape_known: bool) -> bool:
        """Say whether such a picture of it can be told, from where this one was taken."""
        has_depth = any(point is not None and point.z != 0.0 for point in frame.points)
        own = (self._watches[self._names.index(exercise)],)
        found = how_far(own, frame.points, width=frame.width, shape_known=shape_known)
        if found is None:
            return True
        key = Asked(exercise, found.views[0], has_depth, shape_known)
        if key not in self._known:
            self._known[key] = self._overlap(key)
        return self._known[key] <= OVERLAP

    def _overlap(self, asked: Asked) -> float:
        place = self._names.index(asked.exercise)
        nearer = 0
        for number in range(PEOPLE):
            points = self._points(asked, number)
            found = how_far(self._watches, points, width=1.0, shape_known=asked.shape_known)
            if found is not None:
                others = (off for i, off in enumerate(found.shown) if i != place)
                nearer += min(found.begun, found.other[place], *others) < found.shown[place]
        return nearer / PEOPLE

    def _points(self, asked: Asked, number: int) -> Points:
        exercise, view, has_depth, shape_known = asked
        chance = random.Random(f"{exercise} {view} {number}").random  # noqa: S311 - people, no secrets
        movement = self._exercises[exercise].movements["main"]
        end = next((k + 1 for k, stage in enumerate(movement.cycle) if stage.holds), 1)
        side = "left" if happens(chance, 0.5) else "right"
        joints = Motion.of(movement, side, between(chance, *REACH)).at(float(end)).joints
        who = someone(chance)
        places = in_habit([joints[joint] for joint in Joint], who.habits)
        body = built(places, who.build)
        yaw_deg, elevation_deg = VIEWS_DEG[view]
        camera = Camera(
            yaw_deg=yaw_deg,
            elevation_deg=elevation_deg,
            distance_m=between(chance, *DISTANCE_M),
        )
        aim = aimed(camera, middle(dict(zip(Joint, body, strict=True))))
        errors = replace(some_errors(chance), gone_a_minute=0.0, swaps_a_minute=0.0)
        model = PoseModel(errors, 1.0, chance)
        flat = [number for place in body for number in place]
        points = model.tells(flat, (camera, aim), 0.0, ("up", "up"), 1.0, who.build.stature).points
        if not has_depth:
            points = tuple(point and replace(point, z=0.0, seen=1.0) for point in points)
        if not shape_known:
            wide = pick(chance, SHAPES)
            points = tuple(point and replace(point, x=point.x / wide) for point in points)
        return points
