"""Who does what, where, before which camera: every case of the bench, by seeds."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from bench.painted import acts
from bench.painted.acts import Moment
from bench.painted.looks import Look, look
from bench.painted.room import Room, room

from unkink.batch.labels import Label
from unkink.core.figure import Vec
from unkink.core.simulation.camera import Camera, asked_camera, middle
from unkink.core.simulation.simulate import Performance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unkink.core.definition.exercise import Exercise

RANGES: Final = (0.4, 0.7, 1.0)
VIEWED: Final = 0.7
REPS: Final = {"both": 3, "alternating": 2, "one_then_other": 2}
HOLD_S: Final = 2.0
OTHERS_S: Final = 15.0
LANDSCAPE, PORTRAIT = (16 / 9, 360), (9 / 16, 640)
ASKED: Final = "where asked"
VIEWS: Final = (ASKED, "turned 30", "low", "high", "portrait")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One act before one camera; everything else follows from the seed."""

    act: str
    """An exercise of the catalogue, or one of the other things people do."""
    range_fraction: float = 1.0
    view: str = ASKED
    seed: int = 0

    @property
    def name(self) -> str:
        """Name it as a file."""
        words = f"{self.act}-{self.range_fraction}-{self.view}-{self.seed}"
        return "".join(c if c.isalnum() or c in ".-" else "_" for c in words)

    @property
    def dice_seed(self) -> int:
        """Make chance of it: the same case is always the same."""
        return zlib.crc32(self.name.encode())


@dataclass(frozen=True, slots=True)
class Scene:
    """A case laid out: bodies in time, who they are, where, and what sees them."""

    moments: tuple[Moment, ...]
    label: Label | None
    camera: Camera
    at: Vec
    height_px: int
    look: Look
    room: Room
    props: tuple[str, ...]


def cases(exercises: Mapping[str, Exercise], *, seed: int) -> Iterator[Case]:
    """Give every case: each exercise by range, then by view; then what is none of ours."""
    for name in exercises:
        for fraction in RANGES:
            yield Case(act=name, range_fraction=fraction, seed=seed)
        for view in VIEWS[1:]:
            yield Case(act=name, range_fraction=VIEWED, view=view, seed=seed)
    for name in acts.OTHERS:
        for view in VIEWS[:2]:
            yield Case(act=name, view=view, seed=seed)


def scene(case: Case, exercises: Mapping[str, Exercise]) -> Scene:
    """Lay a case out."""
    dice = np.random.default_rng(case.dice_seed)
    who, where = int(dice.integers(1 << 16)), int(dice.integers(1 << 16))
    exercise = exercises.get(case.act)
    label: Label | None = None
    props: tuple[str, ...] = ("mat",)
    if exercise is None:
        moments = tuple(acts.other(case.act, lasts_s=OTHERS_S))
        camera = Camera()
    else:
        movement = exercise.movements["main"]
        how = Performance(
            reps=REPS[movement.sides],
            hold_s=HOLD_S,
            range_fraction=case.range_fraction,
            tempo=float(dice.uniform(1.2, 1.8)),
            frames_per_s=acts.PER_S,
        )
        moments, label = tuple(acts.performed(exercise, how)), acts.told(exercise, how)
        camera, props = asked_camera(movement), tuple(movement.props)
    aspect, height_px = PORTRAIT if case.view == "portrait" else LANDSCAPE
    x, y, z = middle(moments[0].body.joints)
    dx, dy, dz = (float(v) for v in dice.uniform(-0.15, 0.15, 3))
    return Scene(
        moments=moments,
        label=label,
        camera=_placed(camera, case.view, dice, aspect),
        at=(x + dx, max(y, 0.3) + dy, z + dz),
        height_px=height_px,
        look=look(who),
        room=room(where) if "mat" in props else replace(room(where), mat=None),
        props=props,
    )


def _placed(asked: Camera, view: str, dice: np.random.Generator, aspect: float) -> Camera:
    """Let somebody put the camera about where it is wanted."""
    turned = float(dice.uniform(-8.0, 8.0)) + (30.0 if view == "turned 30" else 0.0)
    heights = {"low": (2.0, 4.0), "high": (35.0, 45.0)}.get(view, (7.0, 18.0))
    far = float(dice.uniform(2.5, 3.4)) * (1.55 if view == "portrait" else 1.0)
    return Camera(
        yaw_deg=asked.yaw_deg + turned,
        elevation_deg=float(dice.uniform(*heights)),
        distance_m=far,
        aspect=aspect,
    )
