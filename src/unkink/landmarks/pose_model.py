"""The pose model: a picture in, BlazePose's 33 landmarks of each person in it out."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Self

from unkink.landmarks.parts import MissingPartsError, missing_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    """Height times width times red, green, blue."""

BUNDLE: Final = files("unkink.landmarks") / "model" / "pose_landmarker_full.task"
MOST_PEOPLE: Final = 3
"""A helper or a passer-by must not hide the one who exercises; more cost time and tell nothing."""


@dataclass(frozen=True, slots=True)
class Person:
    """33 times x, y, z, visibility; x and z in picture widths, y in heights, as the model's."""

    values: tuple[float, ...]


class PoseModel:
    """
    Finds people in single pictures.

    Each picture for itself, without tracking: the model's tracking drifts away from people who
    lie on the floor with a leg up. Use it by `with`: left to Python's end, it complains.
    """

    def __init__(self) -> None:
        vision, image, options = import_mediapipe()
        self._image = image
        with native_silence():
            self._landmarker = vision.PoseLandmarker.create_from_options(
                vision.PoseLandmarkerOptions(
                    base_options=options(model_asset_buffer=_bundle()),
                    running_mode=vision.RunningMode.IMAGE,
                    num_poses=MOST_PEOPLE,
                )
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the native model's memory back."""
        with native_silence():
            self._landmarker.close()

    def people(self, picture: Picture) -> tuple[Person, ...]:
        """Find the people in a picture, in no order that means anything."""
        image, kind = self._image
        with native_silence():
            found = self._landmarker.detect(image(image_format=kind.SRGB, data=picture))
        return tuple(
            Person(tuple(v for p in pose for v in (p.x, p.y, p.z, p.visibility)))
            for pose in found.pose_landmarks
        )


def _bundle() -> bytes:
    if not BUNDLE.is_file():
        msg = "the pose model was not built into this installation; install unkink anew"
        raise MissingPartsError(msg)
    return BUNDLE.read_bytes()


def import_mediapipe() -> Any:
    """
    Import MediaPipe without matplotlib; give its `vision`, its pictures and its options.

    It imports all of matplotlib for one function that draws plots, which we don't use: a second
    of start-up, and files written into the person's home.
    """
    unused = {"matplotlib", "matplotlib.pyplot"} - sys.modules.keys()
    sys.modules.update({name: ModuleType(name) for name in unused})
    try:
        import mediapipe as mp  # noqa: PLC0415 - after its needless import is out of the way
        from mediapipe.tasks.python import BaseOptions, vision  # noqa: PLC0415 - likewise
    except ImportError:
        raise MissingPartsError from None
    except OSError as problem:
        raise MissingPartsError(missing_library(problem)) from None
    finally:
        for name in unused:
            del sys.modules[name]
    return vision, (mp.Image, mp.ImageFormat), BaseOptions


@contextmanager
def native_silence() -> Iterator[None]:
    """
    Keep the native libraries' chatter off the screen while they are at work.

    They write to the process's error output themselves, past Python. Nothing of ours may write
    there meanwhile.
    """
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
