"""
A peer: nearest neighbours of pose embeddings, smoothed, counted on the way out.

In the manner of the ML Kit and MediaPipe pose-classification sample, written anew from its
description: distances between pairs of joints, the body's size taken out; the 30 references whose
worst distance is least, of those the 10 whose mean distance is; their classes' shares smoothed over
the last 10 frames; a repetition begins when its class has more than 6 of 10 and is counted when it
falls below 4. Its references are photos in the sample; here they are our simulated key poses, seen
from where each exercise asks for the camera: on simulated people that favours it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unkink.core.body import Joint
from unkink.core.coach.account import Account, Held
from unkink.core.figure import Motion
from unkink.core.simulation.camera import Camera, asked_camera, middle, seen_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from unkink.core.body import Frame, Side
    from unkink.core.definition.exercise import Exercise

FIRST, NEAREST = 30, 10
WINDOW, ALPHA = 10, 0.2
ENTER, EXIT = 6.0, 4.0
AXES = np.array([1.0, 1.0, 0.2])
YAWS_DEG, ELEVATIONS_DEG, RANGES = (-20.0, 0.0, 20.0), (10.0, 25.0), (0.6, 0.8, 1.0)
"""The references: round the asked camera, and from stiffer people to the textbook."""
PAIRS = [
    (Joint[f"{side}_{a}"], Joint[f"{side}_{b}"])
    for side in ("LEFT", "RIGHT")
    for a, b in (
        ("SHOULDER", "ELBOW"),
        ("ELBOW", "WRIST"),
        ("HIP", "KNEE"),
        ("KNEE", "ANKLE"),
        ("SHOULDER", "WRIST"),
        ("HIP", "ANKLE"),
        ("HIP", "WRIST"),
        ("SHOULDER", "ANKLE"),
    )
] + [
    (Joint[f"LEFT_{name}"], Joint[f"RIGHT_{name}"]) for name in ("ELBOW", "KNEE", "WRIST", "ANKLE")
]


class Pose(NamedTuple):
    """A class of references: one side of an exercise, at its start or at its end."""

    exercise: str
    side: Side
    is_end: bool


class Neighbours:
    """The references, and what is nearest to them."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        found = [each for exercise in exercises for each in _references(exercise)]
        self.poses = [pose for pose, _ in found]
        self.embeddings = np.array([embedding for _, embedding in found])

    def votes(self, frame: Frame) -> dict[Pose, float]:
        """Say how many of the ten nearest are of which class; nothing where nobody is."""
        found = _embedding(frame)
        if found is None:
            return {}
        off = np.minimum.reduce(
            [
                np.abs(self.embeddings - each).max(axis=(1, 2))
                for each in (found, found * np.array([-1.0, 1.0, 1.0]))
            ]
        )
        first = np.argpartition(off, FIRST)[:FIRST]
        mean = np.minimum.reduce(
            [
                np.abs(self.embeddings[first] - each).mean(axis=(1, 2))
                for each in (found, found * np.array([-1.0, 1.0, 1.0]))
            ]
        )
        votes: dict[Pose, float] = {}
        for i in first[np.argsort(mean)[:NEAREST]]:
            votes[self.poses[i]] = votes.get(self.poses[i], 0.0) + 10.0 / NEAREST
        return votes

    def counted(self, frames: Sequence[Frame], expected: str | None) -> Account:
        """Count; untold, the exercise is the one with the most repetitions, then holds."""
        entered: dict[Pose, float] = {}
        holds: dict[Pose, list[Held]] = {}
        for t_s, votes in _smoothed((frame.t_s, self.votes(frame)) for frame in frames):
            for pose in {*votes, *entered}:
                if not pose.is_end:
                    continue
                if pose not in entered and votes.get(pose, 0.0) > ENTER:
                    entered[pose] = t_s
                elif pose in entered and votes.get(pose, 0.0) < EXIT:
                    held = Held(pose.side, entered.pop(pose), t_s)
                    holds.setdefault(pose, []).append(held)
        reps = {pose: len(found) for pose, found in holds.items()}
        for pose, since_s in entered.items():
            holds.setdefault(pose, []).append(Held(pose.side, since_s, frames[-1].t_s))
        name = expected
        if name is None and holds:
            name = _most_done(holds, reps)
        mine = [pose for pose in holds if pose.exercise == name]
        told = sorted((h for pose in mine for h in holds[pose]), key=lambda h: h.start_s)
        return Account(name, {p.side: reps.get(p, 0) for p in mine}, tuple(told), (), 1.0)

    def named(self, frame: Frame) -> str | None:
        """Name the exercise of one picture: an end pose with more than six of ten, or none."""
        votes = self.votes(frame)
        best = max(votes, key=lambda pose: votes[pose], default=None)
        return best.exercise if best and best.is_end and votes[best] > ENTER else None


def _most_done(holds: dict[Pose, list[Held]], reps: dict[Pose, int]) -> str:
    totals: dict[str, tuple[int, int]] = {}
    for pose, held in holds.items():
        counted, begun = totals.get(pose.exercise, (0, 0))
        totals[pose.exercise] = (counted + reps.get(pose, 0), begun + len(held))
    return max(totals, key=lambda name: totals[name])


def _smoothed(
    seen: Iterable[tuple[float, dict[Pose, float]]],
) -> Iterator[tuple[float, dict[Pose, float]]]:
    window: deque[dict[Pose, float]] = deque(maxlen=WINDOW)
    weights = np.array([(1.0 - ALPHA) ** k for k in range(WINDOW)])
    for t_s, votes in seen:
        window.appendleft(votes)
        known = {pose for each in window for pose in each}
        total = float(weights[: len(window)].sum())
        yield (
            t_s,
            {
                pose: sum(w * v.get(pose, 0.0) for w, v in zip(weights, window, strict=False))
                / total
                for pose in known
            },
        )


def _references(exercise: Exercise) -> Iterator[tuple[Pose, NDArray[np.float64]]]:
    movement = exercise.movements["main"]
    sides: tuple[Side, ...] = ("both",) if movement.sides == "both" else ("left", "right")
    end = next((k + 1 for k, stage in enumerate(movement.cycle) if stage.holds), 1)
    yaw_deg = asked_camera(movement).yaw_deg
    cameras = [
        Camera(yaw_deg=yaw_deg + off_deg, elevation_deg=elevation_deg)
        for off_deg in YAWS_DEG
        for elevation_deg in ELEVATIONS_DEG
    ]
    for side in sides:
        for range_fraction in RANGES:
            motion = Motion.of(movement, side, range_fraction)
            for place in (0.0, float(end)):
                joints = motion.at(place).joints
                for camera in cameras:
                    seen = seen_by(camera, joints, at=middle(joints), t_s=0.0)
                    found = _embedding(seen)
                    if found is not None:
                        yield Pose(exercise.id, side, place > 0.0), found


def _embedding(frame: Frame) -> NDArray[np.float64] | None:
    if not frame.points or any(point is None for point in frame.points):
        return None
    at = np.array([(p.x, p.y, p.z) for p in frame.points if p is not None])
    hips = (at[Joint.LEFT_HIP] + at[Joint.RIGHT_HIP]) / 2
    shoulders = (at[Joint.LEFT_SHOULDER] + at[Joint.RIGHT_SHOULDER]) / 2
    torso = float(np.linalg.norm((shoulders - hips)[:2]))
    size = max(2.5 * torso, float(np.linalg.norm((at - hips)[:, :2], axis=1).max()))
    if size <= 0.0:
        return None
    at = (at - hips) / size
    rows = [at[b] - at[a] for a, b in PAIRS]
    rows.append((shoulders - hips) / size)
    embedding: NDArray[np.float64] = np.array(rows) * AXES
    return embedding
