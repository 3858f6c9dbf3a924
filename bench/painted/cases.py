"""Who does what, where, before which camera: every case of the bench, by seeds."""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bench.compare.people import label
from bench.painted import acts
from bench.painted.acts import Moment
from bench.painted.looks import Look, look
from bench.painted.room import Room, room

from unkink.batch.labels import Label
from unkink.core.figure import Vec
from unkink.core.simulation.activities import ACTIVITIES
from unkink.core.simulation.camera import Camera, asked_camera
from unkink.core.simulation.chance import between
from unkink.core.simulation.paths import placed
from unkink.core.simulation.seeing import looked_at
from unkink.core.simulation.viewpoint import some_camera

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unkink.core.definition.exercise import Exercise
    from unkink.core.simulation.acting import Acted
    from unkink.core.simulation.chance import Chance

RANGES: Final = (0.4, 0.7, 1.0)
VIEWED: Final = 0.7
ASKED, ANY = "where asked", "anywhere"
VIEWS: Final = (ASKED, "turned 30", "low", "high", "portrait")
TALL_PX: Final = 360
"""How tall a picture that is wider than tall is; a portrait is so wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One act before one camera; everything else follows from the seed."""

    act: str
    """An exercise of the catalogue, or one of the other things people do."""
    range_fraction: float = 1.0
    view: str = ASKED
    """`ANY` is anybody, in their own way, before their own camera."""
    seed: int = 0

    @property
    def name(self) -> str:
        """Name it as a file."""
        words = f"{self.act}-{self.range_fraction}-{self.view}-{self.seed}"
        return "".join(c if c.isalnum() or c in ".-" else "_" for c in words)

    @property
    def chance(self) -> Chance:
        """Make chance of it: the same case is always the same."""
        return random.Random(zlib.crc32(self.name.encode())).random  # noqa: S311 - no secret


@dataclass(frozen=True, slots=True)
class Scene:
    """A case laid out: a body in time, who it is, where, and what sees it."""

    moments: tuple[Moment, ...]
    label: Label
    camera: Camera
    at: Vec
    look: Look
    room: Room
    props: tuple[str, ...] = ("mat",)
    tall: float = 1.0
    """Stature, 1 being our figure's."""

    @property
    def height_px(self) -> int:
        """Give the height of its pictures."""
        return round(TALL_PX / min(self.camera.aspect, 1.0))


def cases(exercises: Mapping[str, Exercise], *, seed: int) -> Iterator[Case]:
    """Give every case in rounds, the most telling first: whoever has no time stops earlier."""
    rounds = [(VIEWED, ASKED), (1.0, ANY), (min(RANGES), ASKED)]
    rounds += [(VIEWED, view) for view in VIEWS[1:]]
    rounds += [(max(RANGES), ASKED)]
    for number, (fraction, view) in enumerate(rounds):
        for name in exercises:
            yield Case(act=name, range_fraction=fraction, view=view, seed=seed)
        if number == 1:
            for name in ACTIVITIES:
                yield Case(act=name, view=ANY, seed=seed)


def scene(case: Case, exercises: Mapping[str, Exercise]) -> Scene:
    """Lay a case out."""
    chance = case.chance
    look_, room_ = look(int(chance() * 1e6)), room(int(chance() * 1e6))
    exercise = exercises.get(case.act)
    if exercise is None:
        acted = acts.busily(case.act, chance)
        bodies = [acts.REPERTOIRE.posture(pose) for pose in ACTIVITIES[case.act].poses]
        poses = [placed(body, (0.0, 0.0, 0.0), turned_rad=0.0) for body in bodies]
        camera = some_camera(chance, None, poses, looked_at(acted))
        return _laid(case, acted, camera, look_, room_)
    props = tuple(exercise.movements["main"].props)
    room_ = room_ if "mat" in props else replace(room_, mat=None)
    if case.view == ANY:
        acted = acts.anyhow(exercise, chance)
        ways = acts.REPERTOIRE.way(exercise, "main", "left")
        view = exercise.movements["main"].view
        camera = some_camera(chance, view, (ways[0], ways[-1]), looked_at(acted))
    else:
        tempo = between(chance, 1.2, 1.8)
        acted = acts.calmly(
            exercise, range_fraction=case.range_fraction, tempo=tempo, chance=chance
        )
        camera = _placed(asked_camera(exercise.movements["main"]), case.view, chance)
    return replace(_laid(case, acted, camera, look_, room_), props=props)


def _laid(case: Case, acted: Acted, camera: Camera, look_: Look, room_: Room) -> Scene:
    return Scene(
        moments=tuple(acts.moments(acted)),
        label=label(case.name, acted.truth, is_mirrored=camera.mirrored),
        camera=camera,
        at=looked_at(acted),
        look=look_,
        room=room_,
        tall=acted.tall,
    )


def _placed(asked: Camera, view: str, chance: Chance) -> Camera:
    """Let somebody put the camera about where it is wanted."""
    turned = between(chance, -8.0, 8.0) + (30.0 if view == "turned 30" else 0.0)
    up = asked.elevation_deg
    heights = {"low": (2.0, 4.0), "high": (35.0, 45.0)}.get(view, (up - 3.0, up + 8.0))
    portrait = view == "portrait"
    return Camera(
        yaw_deg=asked.yaw_deg + turned,
        elevation_deg=between(chance, *heights),
        distance_m=between(chance, 2.5, 3.4) * (1.55 if portrait else 1.0),
        aspect=9 / 16 if portrait else 16 / 9,
        aside_m=between(chance, -0.15, 0.15),
        above_m=between(chance, -0.1, 0.15),
    )
