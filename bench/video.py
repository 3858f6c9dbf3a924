"""
How fast a video is read, against the bare pose model on the same pictures.

`python bench/video.py CLIP...`; without any, those beside the checkout in ../shared.

The bare model gets the pictures decoded beforehand, looks for one person, and does nothing else.
We decode, look again where nobody or somebody small is seen, and judge what was found.
Promised: at least 0.9 times the bare model's pictures a second. Both run in turns, three times.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from unkink.landmarks.clip import Clip
from unkink.landmarks.pose_model import BUNDLE, import_mediapipe, native_silence
from unkink.landmarks.video import PER_S, watch_video

if TYPE_CHECKING:
    from unkink.landmarks.pose_model import Picture

TURNS = 3
DEFAULT = Path(__file__).parents[2] / "shared" / "recordings" / "videos"


def bare_s(pictures: list[Picture]) -> float:
    """Time the model alone on pictures that are ready."""
    vision, (image, kind), options = import_mediapipe()
    with native_silence():
        model = vision.PoseLandmarker.create_from_options(
            vision.PoseLandmarkerOptions(
                base_options=options(model_asset_buffer=BUNDLE.read_bytes()),
                running_mode=vision.RunningMode.IMAGE,
            )
        )
        model.detect(image(image_format=kind.SRGB, data=pictures[0]))
        start_s = time.perf_counter()
        for picture in pictures:
            model.detect(image(image_format=kind.SRGB, data=picture))
        took_s = time.perf_counter() - start_s
        model.close()
    return took_s


def ours_s(path: Path) -> float:
    """Time the whole way from the file to the coach's frames."""
    marks: list[float] = []
    watch_video(path, told=lambda *_: marks.append(time.perf_counter()))
    # From the first picture to the last: what starting the model costs, it costs both.
    return (marks[-1] - marks[0]) * len(marks) / (len(marks) - 1)


def main(paths: list[Path]) -> None:
    """Print one line for each video."""
    for path in paths:
        with Clip(path) as clip:
            pictures = [sample.picture for sample in clip.samples(per_s=PER_S)]
        times = [(bare_s(pictures), ours_s(path)) for _ in range(TURNS)]
        bare, ours = (statistics.median(column) for column in zip(*times, strict=True))
        count = len(pictures)
        print(
            f"{path.name}: {count} pictures; bare model {count / bare:.1f} a second, "
            f"ours {count / ours:.1f}: {bare / ours:.2f} times"
        )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(DEFAULT.glob("*.mp4")))
