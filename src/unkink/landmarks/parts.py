"""The parts that read video: whether they are there, and what to do when they are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import PurePath

SUFFIXES: Final = frozenset(
    (".3gp", ".avi", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".ogv", ".webm")
)
"""How the names of video files end. `setup.sh` has the same list, and a test compares them."""

_PACKAGES: Final = {"libEGL": "libegl1", "libGLESv2": "libgles2"}


class MissingPartsError(Exception):
    """Video can't be read here; the message says what is missing and what to do."""

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message
            or "the parts that read video are not installed here: start it as `./run replay ...`, "
            "or install `unkink[video]`"
        )


def is_video(path: PurePath) -> bool:
    """Tell a video file from recorded landmarks, by its name."""
    return path.suffix.lower() in SUFFIXES


def missing_library(problem: OSError) -> str:
    """Say which of Debian's packages has the library that could not be loaded."""
    found = re.match(r"(lib\w+)\.so", str(problem))
    package = _PACKAGES.get(found[1]) if found else None
    if package is None:
        return f"the parts that read video can't be loaded ({problem})"
    both = " ".join(_PACKAGES.values())
    return f"reading video needs {package}, which is missing. On Debian: sudo apt install {both}"
