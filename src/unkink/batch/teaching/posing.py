"""A body that was seen becomes a pose: the joint angles with which our figure looks the same."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from scipy.optimize import least_squares

from unkink.core.coach.combinations import combined
from unkink.core.coach.gallery import Gallery, Look, coded
from unkink.core.coach.measures import sight
from unkink.core.coach.postures import PLAIN
from unkink.core.coach.shape import shape, whole
from unkink.core.coach.views import VIEWS_DEG
from unkink.core.definition.limits import LIMITS_DEG
from unkink.core.definition.pose import Paired, Pose
from unkink.core.figure import posed
from unkink.core.figure.frames import STANDING
from unkink.core.figure.skeleton import angles_of, joints_of, parts_of
from unkink.core.simulation.camera import Camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from unkink.core.body import Joint
    from unkink.core.figure import Vec

    Numbers = NDArray[np.float64]

FREE: Final = tuple(
    name for name in LIMITS_DEG if name not in {"hip_rotation_deg", "shoulder_rotation_deg"}
)
"""Angles that a picture tells; how an arm or a leg turns about itself is left as it begins."""
PAIRED: Final = ("hip", "knee", "ankle", "shoulder", "elbow")
STAYS: Final = 0.35
"""What an angle 30 degrees off its beginning weighs against a spread of the shape. [D]"""
LOWEST_DEG, HIGHEST_DEG = 0.0, 60.0
"""How high a camera may look down from."""
KEPT_DEG: Final = 30.0
FLAT: Final = {"left": 0.0, "right": 0.0}
UNSEEN: Final = 9.0
"""Spreads: what nothing should come near."""


class Seen(NamedTuple):
    """A pose, and the camera that saw it."""

    pose: Pose
    camera: Camera
    off: float
    """How far the posed figure looks from what was seen, in spreads."""


class Known(NamedTuple):
    """Poses to begin from, and how each looks from everywhere."""

    poses: tuple[Pose, ...]
    gallery: Gallery
    shows: tuple[int, ...]
    """Which pose each look shows."""


def known_poses(more: Iterable[Pose]) -> Known:
    """Prepare all plain postures and *more*, each with its mirror image."""
    poses: list[Pose] = []
    looks: list[Look] = []
    shapes: list[tuple[float, ...]] = []
    shows: list[int] = []
    for pose in (*more, *PLAIN.values(), *combined()):
        for each in (pose, mirrored_pose(pose)):
            joints = posed(each).joints
            for view, (yaw_deg, up_deg) in enumerate(VIEWS_DEG):
                shown = _shape(joints, Camera(yaw_deg=yaw_deg, elevation_deg=up_deg))
                if shown is not None:
                    looks.append(Look(1.0, view))
                    shapes.append(shown)
                    shows.append(len(poses))
            poses.append(each)
    return Known(tuple(poses), Gallery(looks, shapes), tuple(shows))


def mirrored_pose(pose: Pose) -> Pose:
    """Exchange left and right."""
    changed: dict[str, object] = {}
    for field in fields(pose):
        value = getattr(pose, field.name)
        if isinstance(value, Paired):
            changed[field.name] = Paired(left=value.right, right=value.left)
        elif field.name in {"roll_deg", "spine_rotation_deg", "spine_side_deg"} | {
            "neck_rotation_deg"
        }:
            changed[field.name] = -value
    return replace(pose, **changed, hands={})  # type: ignore[arg-type]


def fitted(seen: Numbers, known: Known, *, camera: Camera | None = None) -> Seen:
    """Find the pose that looks like what was *seen*; the *camera* too, unless it is known."""
    near = known.gallery.nearest(coded([None if np.isnan(v) else float(v) for v in seen]))
    if near is None:
        raise ValueError("too little is seen")
    start = known.poses[known.shows[near.place]]
    yaw_deg, up_deg = VIEWS_DEG[known.gallery.looks[near.place].view]
    begins = camera or Camera(yaw_deg=yaw_deg, elevation_deg=up_deg)
    return solved(seen, start, begins, turns=camera is None)


def solved(seen: Numbers, start: Pose, camera: Camera, *, turns: bool) -> Seen:
    """Go from a *start* pose to the one that looks as was seen; the camera *turns* along or not."""
    flat = {name: value for name, value in angles_of(start).items() if _is_free(name)}
    names = tuple(flat)
    begin = np.array([*flat.values(), camera.yaw_deg, camera.elevation_deg])
    bounds = [LIMITS_DEG[_bare(name)] for name in names]
    lows = np.array([*(low for low, _ in bounds), camera.yaw_deg - 60.0, LOWEST_DEG])
    highs = np.array([*(high for _, high in bounds), camera.yaw_deg + 60.0, HIGHEST_DEG])
    if not turns:
        lows[-2:], highs[-2:] = begin[-2:] - 0.01, begin[-2:] + 0.01
    begin = np.clip(begin, lows + 1e-3, highs - 1e-3)
    told = ~np.isnan(seen)
    still = angles_of(start)

    def off(values: Numbers) -> Numbers:
        angles = still | dict(zip(names, values[:-2].tolist(), strict=True))
        joints = joints_of(parts_of(angles, STANDING, FLAT))  # type: ignore[arg-type]
        shown = _shape(joints, _camera(values))
        gone = np.full(int(told.sum()), UNSEEN) if shown is None else (shown - seen)[told]
        kept = STAYS * (values[:-2] - begin[:-2]) / KEPT_DEG
        return np.concatenate([gone, kept])

    found = least_squares(
        off, begin, bounds=(lows, highs), loss="soft_l1", diff_step=1e-3, max_nfev=40
    )
    values: Numbers = found.x
    pose = _pose(start, dict(zip(names, values[:-2].tolist(), strict=True)))
    least = off(values)[: int(told.sum())]
    return Seen(pose, _camera(values), float(np.sqrt((least**2).mean())))


def _camera(values: Numbers) -> Camera:
    return Camera(yaw_deg=float(values[-2]), elevation_deg=float(values[-1]))


def _bare(name: str) -> str:
    side, _, rest = name.partition("_")
    return rest if side in {"left", "right"} else name


def _is_free(name: str) -> bool:
    return _bare(name) in FREE


def _pose(start: Pose, angles: Mapping[str, float]) -> Pose:
    """Write the angles into a pose, to the degree; equal sides as one number."""
    changed: dict[str, object] = {"hands": {}}
    for name in FREE:
        if name.split("_", maxsplit=1)[0] in PAIRED:
            left, right = round(angles[f"left_{name}"]), round(angles[f"right_{name}"])
            changed[name] = float(left) if left == right else Paired(left=left, right=right)
        else:
            changed[name] = float(round(angles[name]))
    return replace(start, **changed)  # type: ignore[arg-type]


def _shape(joints: Mapping[Joint, Vec], camera: Camera) -> tuple[float, ...] | None:
    found = sight(seen_by(camera, joints, at=middle(joints), t_s=0.0).points)
    return None if found is None else whole(shape(found))


def shape_of(pose: Pose, camera: Camera) -> tuple[float, ...] | None:
    """Give the shape that a camera sees of a pose before it is put down."""
    return _shape(joints_of(parts_of(angles_of(pose), STANDING, FLAT)), camera)  # type: ignore[arg-type]
