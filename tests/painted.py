"""A painted person, filmed: for the real pose model to look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bench.painted.acts import breathing
from bench.painted.lens import Lens
from bench.painted.looks import SKINS, Look
from bench.painted.picture import Painter
from bench.painted.room import MATS, WALLS, Room

from unkink.catalogue import read_catalogue
from unkink.core.body import Joint
from unkink.core.definition.pose import Paired
from unkink.core.figure import Motion, eased
from unkink.core.simulation.camera import Camera, middle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.figure import Body

WIDTH, HEIGHT, PER_S = 640, 360, 10.0
SOMEBODY = Look(skin=SKINS[1], top=(0.62, 0.17, 0.20), bottoms=(0.17, 0.22, 0.36), legs=0.9)
LIVING_ROOM = Room(mat=MATS[1], wall=WALLS[0], aside_m=0.9, behind_m=2.2, noise=0.004)
MOVE_S, HOLD_S, REST_S = 2.0, 2.5, 1.5


def bridges(*, times: int) -> Iterator[Any]:
    """Lie for a moment; then lift the hips, hold them and come down, again and again."""
    movement = read_catalogue().exercises["bridge"].movements["main"]
    yield from _filmed(Motion.of(movement), times=times, rest_s=REST_S, hold_s=HOLD_S)


def hands_up() -> Iterator[Any]:
    """Lie for two seconds; stretch an arm towards the ceiling for four, and let it sink."""
    movement = read_catalogue().exercises["bridge"].movements["main"]
    first, last = movement.cycle[0].pose, movement.cycle[-1].pose
    arm_up = replace(
        movement.poses[last],
        shoulder_flexion_deg=Paired(left=90.0),
        shoulder_abduction_deg=Paired(right=18.0),
        hands={"right": "floor"},
    )
    raising = replace(movement, poses=dict(movement.poses) | {first: arm_up})
    yield from _filmed(Motion.of(raising), times=1, rest_s=1.0, hold_s=4.0)


def _filmed(motion: Motion, *, times: int, rest_s: float, hold_s: float) -> Iterator[Any]:
    """Paint rest, way up, hold, way down and rest; each picture once, as OpenCV wants colours."""
    low, high = motion.at(0.0), motion.at(1.0)
    at = middle(low.joints)
    camera = Camera(yaw_deg=12.0, elevation_deg=10.0, distance_m=2.6)
    painter = Painter(Lens.of(camera, at=at, height=HEIGHT), LIVING_ROOM, at=(at[0], 0.0, at[2]))

    def painted(body: Body, t_s: float = 0.0) -> Any:
        places = breathing([body.joints[joint] for joint in Joint], t_s)
        return painter.paint([(places, SOMEBODY)])[..., ::-1].copy()

    def breath(body: Body, moments: int) -> list[Any]:
        return [painted(body, number / PER_S) for number in range(moments)]

    steps = round(MOVE_S * PER_S)
    up = [painted(motion.at(eased(step / steps))) for step in range(1, steps)]
    resting, holding = breath(low, round(rest_s * PER_S)), breath(high, round(hold_s * PER_S))
    for _ in range(times):
        yield from (*resting, *up, *holding, *reversed(up), *resting)
