"""
Who is small, in company, in the dark or at the edge: how often the model finds them.

`python -m bench.painted.hard [SEED]`. Right is when half of the joints are within a tenth of the
body's height of where they are.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from bench.painted.acts import REPERTOIRE
from bench.painted.lens import Lens
from bench.painted.looks import look, plain
from bench.painted.picture import Painter
from bench.painted.room import room
from bench.painted.solids import Ellipsoid
from bench.painted.watching import catalogue

from unkink.core.body import Frame, Joint
from unkink.core.coach.proportions import extent
from unkink.core.figure.proportions import STATURE_M
from unkink.core.simulation.camera import FOCUS, asked_camera, middle, seen_by
from unkink.landmarks import blazepose
from unkink.landmarks.finder import Finder
from unkink.landmarks.pose_model import PoseModel

if TYPE_CHECKING:
    from bench.painted.picture import Picture

    from unkink.core.figure import Vec

ASPECT, TALL_PX, TIMES = 16 / 9, 360, 20
BEHIND_M = 0.9


class Hard(NamedTuple):
    """What makes it hard."""

    name: str
    share: float = 0.42
    """Of the picture's longer side."""
    bright: float = 1.0
    cut_m: float = 0.0
    company: bool = False
    dog: bool = False


HARD = (
    Hard("half of the picture", 0.50),
    Hard("a third", 0.33),
    Hard("a quarter", 0.25),
    Hard("somebody else behind", company=True),
    Hard("a dog in front", dog=True),
    Hard("a quarter of the light", bright=0.25),
    Hard("at the edge", cut_m=1.0),
)


def painted(hard: Hard, dice: random.Random) -> tuple[Picture, Frame, float]:
    """Paint somebody at some place of an exercise; give where they are, and their size."""
    names = [name for name in catalogue() if name != "spinal_twist"]
    name = dice.choice(names)
    places = REPERTOIRE.way(catalogue()[name], "main", "left")[dice.choice((0, 6, 12))]
    joints = dict(zip(Joint, places, strict=True))
    at = middle(joints)
    camera = asked_camera(catalogue()[name].movements["main"])
    camera = replace(camera, elevation_deg=12.0, yaw_deg=camera.yaw_deg + dice.uniform(-15, 15))
    for _ in range(6):
        size = extent(seen_by(camera, joints, at=at, t_s=0.0).points) / ASPECT
        camera = replace(camera, distance_m=camera.distance_m * size / hard.share)
    aside_m = dice.uniform(-0.28, 0.28) * (1 - hard.share) * camera.distance_m + hard.cut_m
    camera = replace(camera, aside_m=aside_m)
    where = replace(room(dice.randrange(9999)), brightness=hard.bright)
    lens = Lens.of(camera, at=at, height=TALL_PX)
    people = [(places, look(dice.randrange(9999)))]
    if hard.company:
        people.append((_beside(at), look(dice.randrange(9999))))
    picture = Painter(lens, where, at=(at[0], 0.0, at[2])).paint(
        people, _dog(at) if hard.dog else ()
    )
    truth = seen_by(camera, joints, at=at, t_s=0.0)
    return picture, truth, FOCUS * STATURE_M / camera.distance_m


def _beside(at: Vec) -> tuple[Vec, ...]:
    places = REPERTOIRE.way(catalogue()["cobra"], "main", "left")[8]
    x, _, z = middle(dict(zip(Joint, places, strict=True)))
    return tuple((a - x + at[0], b, c - z + at[2] - BEHIND_M) for a, b, c in places)


def _dog(at: Vec) -> list[Ellipsoid]:
    legs = [(x, 0.15, z, 0.04, 0.17, 0.04) for x in (0.1, 0.5) for z in (0.52, 0.68)]
    parts = [(0.3, 0.4, 0.6, 0.3, 0.13, 0.12), (0.62, 0.55, 0.6, 0.12, 0.11, 0.1), *legs]
    fur, turned = plain((0.35, 0.25, 0.15)), np.eye(3, dtype=np.float32)
    return [
        Ellipsoid(
            np.asarray((at[0] + x, y, at[2] + z), np.float32),
            turned,
            np.asarray(halves, np.float32),
            fur,
        )
        for x, y, z, *halves in parts
    ]


def is_right(found: Frame, truth: Frame, tall: float) -> bool:
    """Tell whether half of the joints are where they should be."""
    off = [
        np.hypot(a.x - b.x, a.y - b.y)
        for a, b in zip(found.points, truth.points, strict=True)
        if a is not None and b is not None
    ]
    return bool(off) and float(np.median(off)) < 0.1 * tall


def main() -> None:
    """Print a line for each hardship."""
    dice = random.Random(int(sys.argv[1]) if sys.argv[1:] else 11)  # noqa: S311 - no secret
    with PoseModel() as model:
        for hard in HARD:
            bare = ours = 0
            for _ in range(TIMES):
                picture, truth, tall = painted(hard, dice)
                people = model.people(picture)[:1]
                frames = [blazepose.frame(0.0, one.values, aspect=ASPECT) for one in people]
                bare += any(is_right(frame, truth, tall) for frame in frames)
                height, width = picture.shape[:2]
                found = Finder(model, width=width, height=height).find(picture, 0.0)
                ours += found is not None and is_right(found.frame, truth, tall)
            print(f"{hard.name}: bare model {bare}, with search {ours} of {TIMES}", flush=True)


if __name__ == "__main__":
    main()
