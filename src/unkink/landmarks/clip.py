"""A video file's pictures, a few a second, the right way up; whatever it is, one clear line."""

from __future__ import annotations

import itertools
import math
import os
from typing import TYPE_CHECKING, Final, NamedTuple, Self, cast

from unkink.landmarks.parts import MissingPartsError
from unkink.landmarks.pose_model import native_silence
from unkink.landmarks.recordings import UnreadableRecordingError

try:
    import cv2
except ImportError:
    raise MissingPartsError from None

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from unkink.landmarks.pose_model import Picture

LONGEST_PX: Final = 1920
"""Larger pictures are made smaller: the model itself looks at 256 by 256."""
MOST_PX: Final = 16384
"""No camera makes longer sides; a file that claims them is broken or hostile."""
USUAL_PER_S: Final = 30.0
"""Assumed of a file that says neither times nor rate."""
FFMPEG: Final = {
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_FFMPEG_CAPTURE_OPTIONS": "protocol_whitelist;file",
}
"""No lines of its own; and a file that is a playlist in disguise must not fetch anything."""


class Sample(NamedTuple):
    """One picture of a video, at its time from the video's beginning."""

    t_s: float
    picture: Picture


class Clip:
    """An open video file. Its pictures are turned as the camera was held."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        _must_be_a_file(path)
        os.environ.update(FFMPEG)
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
        with native_silence():
            self._video = cv2.VideoCapture(str(path.resolve()), cv2.CAP_FFMPEG)
            first = self._decoded() if self._video.isOpened() and self._video.grab() else None
        if first is None:
            self.close()
            msg = f"{self.name}: it can't be read as a video; it may be incomplete, or no video"
            raise UnreadableRecordingError(msg)
        self._first = first
        self.height, self.width = first.shape[:2]
        self.frames_per_s = _positive(self._video.get(cv2.CAP_PROP_FPS)) or 0.0
        count = _positive(self._video.get(cv2.CAP_PROP_FRAME_COUNT))
        self.duration_s = count / self.frames_per_s if count and self.frames_per_s else None
        """What the file says about its length; it may break off earlier."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._video.release()

    def samples(
        self, *, per_s: float, from_s: float = 0.0, to_s: float = math.inf
    ) -> Iterator[Sample]:
        """
        Give every k-th picture, about *per_s* a second; all where there are fewer.

        Evenly spaced where the camera was even. A clip's pictures can be gone through once.
        """
        step_s = max(1, round(self.frames_per_s / per_s)) / (self.frames_per_s or per_s)
        half_gap_s = 0.5 / self.frames_per_s if self.frames_per_s else 0.0
        due_s = from_s
        for t_s, picture in self._grabbed():
            if t_s + half_gap_s < due_s or t_s < from_s:
                continue
            if t_s > to_s:
                return
            sample = picture if picture is not None else self._decoded()
            if sample is not None:
                yield Sample(t_s, sample)
            due_s = max(due_s, t_s - half_gap_s) + step_s

    def _grabbed(self) -> Iterator[tuple[float, Picture | None]]:
        """Go through all pictures' times; only the first is decoded already."""
        t_s = 0.0
        yield t_s, self._first
        start_s = self._position_s()
        for number in itertools.count(1):
            if not self._video.grab():
                return
            by_clock_s = self._position_s() - start_s
            by_count_s = number / (self.frames_per_s or USUAL_PER_S)
            # A file with broken times still has its order.
            t_s = by_clock_s if by_clock_s > t_s else max(by_count_s, t_s + 0.001)
            # To the microsecond, as kept landmarks say it.
            yield round(t_s, 6), None

    def _position_s(self) -> float:
        return float(self._video.get(cv2.CAP_PROP_POS_MSEC)) / 1000.0

    def _decoded(self) -> Picture | None:
        """Decode the picture that was grabbed last."""
        read, picture = self._video.retrieve()
        if not read or picture.ndim != 3 or not 0 < max(picture.shape[:2]) <= MOST_PX:
            return None
        scale = LONGEST_PX / max(picture.shape[:2])
        if scale < 1.0:
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        return cast("Picture", cv2.cvtColor(picture, cv2.COLOR_BGR2RGB))


def _must_be_a_file(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        size = None
    if size is None:
        why = "there is no such file"
    elif not path.is_file():
        why = "it is no file"
    elif size == 0:
        why = "it is empty"
    elif not os.access(path, os.R_OK):
        why = "you may not read it"
    else:
        return
    msg = f"{path.name}: {why}"
    raise UnreadableRecordingError(msg)


def _positive(value: float) -> float | None:
    return value if math.isfinite(value) and value > 0.0 else None
