"""Videos made for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from unkink.landmarks.pose_model import native_silence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    MakeVideo = Callable[..., Path]


GREYS = (0, 40, 80, 120, 160, 200)
"""The shades of the pictures, one after the other, again and again."""


@pytest.fixture
def make_video(tmp_path: Path) -> MakeVideo:
    """Make a video of grey pictures with a white upper left corner; the grey tells the time."""

    def make(name: str = "clip.mp4", *, per_s: float = 25.0, count: int = 50) -> Path:
        path = tmp_path / name
        code = cv2.VideoWriter.fourcc(*("MJPG" if path.suffix == ".avi" else "mp4v"))
        with native_silence():
            video = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, per_s, (96, 64))
            for number in range(count):
                picture = np.full((64, 96, 3), GREYS[number % len(GREYS)], np.uint8)
                picture[:16, :16] = 255
                video.write(picture)
            video.release()
        return path

    return make
