"""Cases painted, and looked at by the real pose model, as a recorded video is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from bench.painted.cases import Case, scene
from bench.painted.lens import Lens
from bench.painted.picture import Painter
from bench.painted.props import things
from numpy.typing import NDArray

from unkink.catalogue import read_catalogue
from unkink.core.body import Frame, Joint, Point
from unkink.core.coach.watch import watches
from unkink.core.figure.proportions import STATURE_M
from unkink.core.simulation.camera import seen_by
from unkink.landmarks.finder import Finder
from unkink.landmarks.pose_model import PoseModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bench.painted.cases import Scene
    from bench.painted.picture import Picture

    from unkink.core.definition.exercise import Exercise

    Places = NDArray[np.float32]
    """Moments, joints, then x, y, z in picture heights and how well it is seen."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model saw of a case, and what was there; NaN where nobody was found."""

    case: Case
    t_s: NDArray[np.float64]
    still_s: NDArray[np.float64]
    found: Places
    truth: Places
    aspect: float
    stature: float
    """The body's height in picture heights, at its distance."""

    def frames(self) -> tuple[Frame, ...]:
        """Give what was found as the coach gets it."""
        return tuple(
            Frame(float(t), _points(at), self.aspect)
            for t, at in zip(self.t_s, self.found, strict=True)
        )


def _points(at: NDArray[np.float32]) -> tuple[Point | None, ...]:
    if np.isnan(at).all():
        return ()
    rows = at.astype(float).tolist()
    return tuple(None if np.isnan(row[0]) else Point(*row) for row in rows)


@cache
def catalogue() -> Mapping[str, Exercise]:
    """Give every exercise that a camera can tell, without those of every day."""
    found = read_catalogue().exercises
    return {
        name: one
        for name, one in sorted(found.items())
        if watches(one).can_tell and not one.everyday
    }


def pictures(laid: Scene) -> Iterator[Picture]:
    """Paint a scene."""
    lens = Lens.of(laid.camera, at=laid.at, height=laid.height_px)
    start = next((m for m in laid.moments if m.still_s > 0.5), laid.moments[0])
    x, _, z = laid.at
    painter = Painter(
        lens, laid.room, at=(x, 0.0, z), props=tuple(things(laid.props, start.places))
    )
    for moment in laid.moments:
        yield painter.paint([(moment.places, laid.look)])


def watch(case: Case, kept: Path) -> Seen:
    """Paint a case and look at it; or take what was seen when it was painted before."""
    path = kept / f"{case.name}.npz"
    if path.is_file():
        with np.load(path) as read:
            return Seen(
                case,
                t_s=read["t_s"],
                still_s=read["still_s"],
                found=read["found"],
                truth=read["truth"],
                aspect=float(read["aspect"]),
                stature=float(read["stature"]),
            )
    seen = _watched(case)
    np.savez_compressed(
        path,
        t_s=seen.t_s,
        still_s=seen.still_s,
        found=seen.found,
        truth=seen.truth,
        aspect=seen.aspect,
        stature=seen.stature,
    )
    return seen


def _watched(case: Case) -> Seen:
    laid = scene(case, catalogue())
    found, truth = [], []
    with PoseModel() as model:
        finder = None
        for moment, picture in zip(laid.moments, pictures(laid), strict=True):
            height, width = picture.shape[:2]
            finder = finder or Finder(model, width=width, height=height)
            body = finder.find(picture, moment.t_s)
            found.append(_rows(body.frame if body else Frame(t_s=moment.t_s, points=())))
            joints = dict(zip(Joint, moment.places, strict=True))
            there = seen_by(laid.camera, joints, at=laid.at, t_s=moment.t_s)
            truth.append(_rows(there))
    return Seen(
        case,
        np.asarray([moment.t_s for moment in laid.moments]),
        np.asarray([moment.still_s for moment in laid.moments]),
        np.asarray(found, np.float32),
        np.asarray(truth, np.float32),
        laid.camera.aspect,
        laid.camera.focus * STATURE_M * laid.tall / laid.camera.distance_m,
    )


def _rows(frame: Frame) -> list[tuple[float, ...]]:
    nothing = (np.nan,) * 4
    if not frame.points:
        return [nothing] * len(Joint)
    return [(p.x, p.y, p.z, p.seen) if p else nothing for p in frame.points]
