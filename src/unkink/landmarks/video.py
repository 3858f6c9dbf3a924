"""A video file becomes a recording: a person's landmarks, about fifteen times a second."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Frame
from unkink.landmarks.clip import Clip
from unkink.landmarks.finder import Finder
from unkink.landmarks.pose_model import PoseModel

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from unkink.landmarks.clip import Sample

PER_S: Final = 15.0
"""Moments looked at in a second, some to spare for quick repetitions: docs/video.md#how-often."""
BROKEN_OFF_S: Final = 1.0
"""A video that ends so much earlier than it says it would is incomplete."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What was seen in a video: landmarks in the model's own numbers, and the coach's frames."""

    name: str
    width: int
    height: int
    frames: tuple[Frame, ...]
    landmarks: tuple[tuple[float, ...] | None, ...]
    """For each frame 33 times x, y, z, visibility as recordings keep them; None for nobody."""
    broken_off_s: float | None = None
    """Where the file ends though it should be longer."""


def watch_video(
    path: Path,
    *,
    told: Callable[[float, float | None], None],
    from_s: float = 0.0,
    to_s: float = math.inf,
) -> Watched:
    """Look at a video; *told* hears which second is done, and how many there are, if known."""
    frames: list[Frame] = []
    landmarks: list[tuple[float, ...] | None] = []
    with Clip(path) as clip, PoseModel() as model:
        finder = Finder(model, width=clip.width, height=clip.height)
        end_s = min(clip.duration_s or math.inf, to_s)
        # Closed before the clip is: nothing may be decoding while its file is closed.
        with closing(_ahead(clip.samples(per_s=PER_S, from_s=from_s, to_s=to_s))) as samples:
            for sample in samples:
                found = finder.find(sample.picture, sample.t_s)
                frames.append(found.frame if found else Frame(t_s=sample.t_s, points=()))
                landmarks.append(found.values if found else None)
                told(sample.t_s, end_s if math.isfinite(end_s) else None)
        seen_s = frames[-1].t_s if frames else 0.0
        return Watched(
            name=path.stem,
            width=clip.width,
            height=clip.height,
            frames=tuple(frames),
            landmarks=tuple(landmarks),
            broken_off_s=seen_s if math.isfinite(end_s) and seen_s < end_s - BROKEN_OFF_S else None,
        )


def _ahead(samples: Iterator[Sample]) -> Generator[Sample]:
    """Decode the next picture while the model looks at this one."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="decode") as decoder:
        coming = decoder.submit(next, samples, None)
        while (sample := coming.result()) is not None:
            coming = decoder.submit(next, samples, None)
            yield sample
