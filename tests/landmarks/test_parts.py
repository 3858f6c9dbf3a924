from __future__ import annotations

import re
from pathlib import Path

import pytest

from unkink.landmarks.parts import SUFFIXES, MissingPartsError, is_video, missing_library

SETUP = Path(__file__).parents[2] / "setup.sh"


@pytest.mark.parametrize(
    ("name", "video"),
    [("clip.mp4", True), ("CLIP.MOV", True), ("clip.csv.gz", False), ("mp4", False)],
)
def test_a_video_is_told_from_landmarks_by_its_name(*, name: str, video: bool) -> None:
    """Whoever names a file need not say what kind it is."""
    assert video == is_video(Path(name))


def test_run_fetches_the_video_parts_for_the_same_names() -> None:
    """`./run replay clip.mov` has what it needs, for each kind of video we read."""
    (pattern,) = re.findall(r"^ *(\*\.3gp.*)\) return 0", SETUP.read_text("utf-8"), re.MULTILINE)

    assert set(SUFFIXES) == {part.removeprefix("*") for part in pattern.split(" | ")}


def test_without_the_parts_one_line_says_what_to_do() -> None:
    """Whoever lacks them learns how to get them."""
    assert "./run replay" in str(MissingPartsError())


def test_a_missing_library_is_named_with_its_package() -> None:
    """On a bare Debian the message is a command to paste."""
    problem = OSError("libEGL.so.1: cannot open shared object file: No such file or directory")

    assert missing_library(problem).endswith("On Debian: sudo apt install libegl1 libgles2")
