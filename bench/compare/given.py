"""The recordings of people: clips with labels, sequences from several cameras, single pictures."""

from __future__ import annotations

import csv
import gzip
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from unkink.batch.labels import read_labels
from unkink.landmarks import blazepose, read_recording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from unkink.batch.labels import Label
    from unkink.core.body import Frame

SEQUENCE_PER_S, SEQUENCE_ASPECT = 10.0, 16 / 9
"""PosePilot states neither; these are our assumption."""
ALSO_COBRA = frozenset({("tree", "P1")})
"""Sequences, by kind and person, in which we saw somebody go down into a cobra after the rest."""
LANDMARKS = [f"{axis}{i}" for i in range(blazepose.LANDMARKS) for axis in "xyzv"]
YOGISENSE = {
    "Intermediate/bhujangasana": "cobra",
    "Intermediate/Ustrasana": "kneeling_back_extension",
}
YOGA16 = {"locust_pose": "superman", "seated_forward_bend_pose": "forward_flexion"}
"""The classes that are ours; all others are none of ours."""


class Clip(NamedTuple):
    """One labelled stretch of a clip."""

    name: str
    frames: tuple[Frame, ...]
    label: Label


class Sequence(NamedTuple):
    """One person doing one thing before one camera."""

    kind: str
    subject: str
    view: str
    frames: tuple[Frame, ...]


class Still(NamedTuple):
    """One picture, and what it shows of ours."""

    kind: str
    exercise: str | None
    frame: Frame
    shape_known: bool = True
    """Whether the picture's width by height is known."""


def clips(folder: Path) -> Iterator[Clip]:
    """Give every labelled stretch."""
    labels = read_labels(folder / "labels.csv")
    with (folder / "labels.csv").open(encoding="utf-8") as file:
        sizes = {r["recording"]: int(r["width"]) / int(r["height"]) for r in csv.DictReader(file)}
    for name, aspect in sizes.items():
        read = read_recording(folder / "clips" / f"{name}.csv.gz", aspect=aspect)
        for label in labels:
            if label.recording == name:
                frames = [f for f in read.frames if label.start_s <= f.t_s <= label.end_s]
                yield Clip(name, tuple(frames), label)


def sequences(
    folder: Path, *, per_s: float = SEQUENCE_PER_S, aspect: float = SEQUENCE_ASPECT
) -> Iterator[Sequence]:
    """Give every sequence of PosePilot."""
    with (folder / "posepilot" / "index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with np.load(folder / "posepilot" / "sequences.npz") as kept:
        for row in rows:
            frames = tuple(
                blazepose.frame(i / per_s, values, aspect=aspect)
                for i, values in enumerate(kept[row["key"]].reshape(-1, len(LANDMARKS)).tolist())
            )
            yield Sequence(row["class"], row["subject"], row["view"], frames)


def yogisense(folder: Path) -> Iterator[Still]:
    """Give the photos in which somebody was found."""
    for row in _rows(folder / "stills" / "yogisense.csv.gz"):
        if row["detected"] == "1":
            values = [float(row[name]) for name in LANDMARKS]
            aspect = float(row["width"]) / float(row["height"])
            frame = blazepose.frame(0.0, values, aspect=aspect)
            yield Still(row["class"], YOGISENSE.get(row["class"]), frame)


def yoga16(folder: Path) -> Iterator[Still]:
    """Give photos that come without depth, visibility and shape: taken as square."""
    for row in _rows(folder / "stills" / "yoga16_xy.csv.gz"):
        numbers = [float(value) for name, value in row.items() if name != "Pose_name"]
        values = [v for i in range(0, len(numbers), 2) for v in (*numbers[i : i + 2], 0.0, 1.0)]
        frame = blazepose.frame(0.0, values, aspect=1.0)
        yield Still(row["Pose_name"], YOGA16.get(row["Pose_name"]), frame, shape_known=False)


def mlkit(folder: Path) -> Iterator[Still]:
    """Give ML Kit's own samples of squats and push-ups: none of ours."""
    with gzip.open(folder / "stills" / "mlkit_fitness_samples.csv.gz", "rt") as file:
        for _, kind, *cells in csv.reader(file):
            at = np.array([float(cell) for cell in cells]).reshape(-1, 3)
            height = np.ptp(at[:, 1]) * 1.2 or 1.0
            at = (at - at.min(axis=0) * [1.0, 1.0, 0.0]) / height
            values = np.concatenate([at, np.ones((len(at), 1))], axis=1)
            yield Still(kind, None, blazepose.frame(0.0, values.ravel().tolist(), aspect=1.0))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from csv.DictReader(file)
