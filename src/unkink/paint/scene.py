"""Whole scenes: the body on its mat with its props, as a picture or as a film."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.figure import Body, Motion, eased, mirrored, posed
from unkink.paint.head import head
from unkink.paint.limbs import limbs
from unkink.paint.shadows import DEFS, shadows
from unkink.paint.shapes import Drawn, Film, FilmFrame, Numbers, Picture
from unkink.paint.surroundings import Ground, surroundings
from unkink.paint.trunk import trunk
from unkink.paint.view import Paper, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unkink.core.definition.exercise import Movement
    from unkink.core.definition.pose import Pose

FRAMES_PER_STAGE: Final = 10
MARGIN: Final = 35.0
BROADEST: Final = 1.9
NARROWEST: Final = 1.25
"""Width against height of any picture lies between these, so that cards look alike."""
ABOVE: Final = 0.65
"""The share of a long picture's spare height that is above: the floor is low, not at the edge."""
FRONTAL_DEG: Final = 40.0
"""From this turn on, neither side of the body is the far one."""


def picture(
    movement: Movement, *, pose: str | None = None, side: str = "left", changed: Pose | None = None
) -> Picture:
    """
    Paint one key pose of a movement; by default the one that shows it best.

    *changed* is painted instead of the pose, for whoever wants to show a mistake.
    """
    name = pose or movement.picture
    body = posed(changed or movement.poses[name])
    if changed is None:
        motion = Motion.of(movement)
        names = [stage.pose for stage in movement.cycle]
        if name in names:
            body = motion.at(names.index(name) + 1)
    if side == "right":
        body = mirrored(body)
    ground = Ground.under(movement.props, [body])
    drawn = paint(body, movement, ground)
    frame = _frame(drawn, [d.shape.id for d in drawn])
    return Picture(_box([frame.numbers]), DEFS, tuple(d.shape for d in drawn), frame)


def film(
    movement: Movement,
    *,
    side: str = "left",
    range_fraction: float = 1.0,
    frames_per_stage: int = FRAMES_PER_STAGE,
) -> Film:
    """
    Paint a whole cycle of a movement on one side, from the start pose round to it again.

    The side `both` shows left, then right, where the two begin alike; else what the left shows.
    """
    motions = _motions(movement, side, range_fraction)
    frames: list[FilmFrame] = []
    shapes: list[Drawn] = []
    bodies = [
        motion.at(stage + eased(step / frames_per_stage))
        for motion in motions
        for stage in range(motion.stages)
        for step in range(frames_per_stage)
    ]
    ground = Ground.under(movement.props, bodies)
    for body in bodies:
        drawn = paint(body, movement, ground)
        shapes = shapes or drawn
        frames.append(_frame(drawn, [d.shape.id for d in shapes]))
    frames.append(frames[0])
    return Film(
        view_box=_box([frame.numbers for frame in frames]),
        defs=DEFS,
        shapes=tuple(d.shape for d in shapes),
        frames_per_stage=frames_per_stage,
        stages=sum(motion.stages for motion in motions),
        frames=tuple(frames),
    )


def _motions(movement: Movement, side: str, range_fraction: float) -> list[Motion]:
    """Take one side's motion, or both one after the other if nothing jumps where they join."""
    if side != "both":
        return [Motion.of(movement, side, range_fraction)]
    left, right = (Motion.of(movement, each, range_fraction) for each in ("left", "right"))
    alike = movement.sides != "both" and left.at(0) == right.at(0)
    return [left, right] if alike else [left]


def paint(body: Body, movement: Movement, ground: Ground) -> list[Drawn]:
    """Paint one moment, always the same shapes in the same order, whatever their depth."""
    paper = Paper(View(movement.figure_turn_deg, movement.figure_height_deg))
    far = "right" if abs(movement.figure_turn_deg) < FRONTAL_DEG else None
    return [
        *surroundings(body, paper, ground),
        *shadows(body, paper),
        *trunk(body, paper),
        *head(body, paper),
        *limbs(body, paper, far_side=far),
    ]


def _frame(drawn: Sequence[Drawn], ids: Sequence[str]) -> FilmFrame:
    if [d.shape.id for d in drawn] != list(ids):
        message = "a film's shapes must stay the same from frame to frame"
        raise ValueError(message)
    order = sorted(range(len(drawn)), key=lambda k: drawn[k].depth)
    return FilmFrame(tuple(order), tuple(tuple(round(n) for n in d.numbers) for d in drawn))


def _box(frames: Iterable[Sequence[Numbers]]) -> tuple[float, float, float, float]:
    xs: list[float] = []
    ys: list[float] = []
    for numbers in frames:
        for each in numbers:
            xs += each[::2]
            ys += each[1::2]
    left, top, right, low = min(xs), min(ys), max(xs), max(ys)
    wide, high = right - left + 2 * MARGIN, low - top + 2 * MARGIN
    x, y = left - MARGIN, top - MARGIN
    if wide > high * BROADEST:
        y -= (wide / BROADEST - high) * ABOVE
        high = wide / BROADEST
    elif wide < high * NARROWEST:
        x -= (high * NARROWEST - wide) / 2
        wide = high * NARROWEST
    return (round(x), round(y), round(wide), round(high))
