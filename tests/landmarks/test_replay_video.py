"""`unkink replay` with a video: a painted person, seen by the real pose model."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from tests import painted
from tests.painted import HEIGHT, PER_S, WIDTH

from unkink.landmarks.clip import Clip
from unkink.landmarks.pose_model import native_silence

if TYPE_CHECKING:
    from tests.landmarks.conftest import MakeVideo

WELL_UNDER_WAY_S = 2.5
"""Of work: starting, with the pose model, takes less than half of it."""


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a video of somebody painted who lifts the hips three times and holds them."""
    path = tmp_path_factory.mktemp("painted") / "bridges.mp4"
    pictures = list(painted.bridges(times=3))
    with native_silence():
        code = cv2.VideoWriter.fourcc(*"mp4v")
        video = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, PER_S, (WIDTH, HEIGHT))
        for picture in pictures:
            video.write(picture)
        video.release()
    return path


def started(*arguments: object, path: str = "") -> subprocess.Popen[str]:
    """Start the command as a person does; Python looks for libraries on *path* first."""
    command = [str(Path(sys.executable).with_name("unkink")), *map(str, arguments)]
    return subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )


def unkink(*arguments: object, path: str = "") -> tuple[int, str, str]:
    """Run the command to its end: its exit status, its output, its complaints."""
    with started(*arguments, path=path) as running:
        output, complaints = running.communicate(timeout=120)
    return running.returncode, output, complaints


@dataclass(frozen=True)
class Replayed:
    """What came of watching the video once, with all that can be asked for."""

    status: int
    told: str
    complaints: str
    kept: Path
    drawn: Path


@pytest.fixture(scope="module")
def replayed(bridges: Path, tmp_path_factory: pytest.TempPathFactory) -> Replayed:
    """Let the coach watch the video, keep the landmarks and draw what it saw."""
    folder = tmp_path_factory.mktemp("replayed")
    kept, drawn = folder / "bridges.csv.gz", folder / "seen.mp4"
    wishes = ("--exercise", "bridge", "--landmarks", kept, "--annotated", drawn, "--json")
    ran = unkink("replay", bridges, *wishes, "--data", folder / "data")
    return Replayed(*ran, kept=kept, drawn=drawn)


def test_a_video_is_replayed_quietly(replayed: Replayed) -> None:
    """The coach sees three repetitions in the video, and nothing else comes onto the screen."""
    told = json.loads(replayed.told)
    kept = f"unkink: kept in {replayed.kept}; replay it with --size 640x360.\n"

    assert (0, kept) == (replayed.status, replayed.complaints)
    assert ("bridges", {"left": 0, "right": 0, "both": 3}) == (told["recording"], told["reps"])


def test_a_video_need_be_looked_at_only_once(replayed: Replayed, tmp_path: Path) -> None:
    """Kept landmarks are judged exactly as the video was, without a word beside it."""
    wishes = ("--size", "640x360", "--exercise", "bridge", "--json", "--data", tmp_path)

    assert (0, replayed.told, "") == unkink("replay", replayed.kept, *wishes)


def test_the_annotated_video_is_as_long_and_shows_more(bridges: Path, replayed: Replayed) -> None:
    """What the coach saw is drawn over each picture of the video, at its time."""
    with Clip(bridges) as plain, Clip(replayed.drawn) as drawn:
        before, after = ([*clip.samples(per_s=PER_S)] for clip in (plain, drawn))
    changed = [
        float(np.abs(a.picture.astype(int) - b.picture).mean())
        for a, b in zip(before, after, strict=True)
    ]

    assert [] == [number for number, change in enumerate(changed) if change < 2]
    assert {replayed.kept, replayed.drawn} == set(replayed.drawn.parent.iterdir())


@pytest.mark.parametrize(
    ("option", "value", "status"),
    [
        ("--landmarks", "seen.txt", 2),
        ("--annotated", "bridges.mp4", 2),
        ("--annotated", "nowhere/seen.mp4", 2),
        ("--exercise", "handstand", 1),
    ],
)
def test_what_cannot_be_done_is_refused_before_the_video_is_watched(
    bridges: Path, tmp_path: Path, option: str, value: str, status: int
) -> None:
    """Nobody waits for minutes to learn that a folder's name was misspelt."""
    value = value if option == "--exercise" else str(bridges.parent / value)
    # Whoever looked at the video would stumble over this.
    (tmp_path / "cv2.py").write_text("raise ImportError", "utf-8")
    arguments = ("replay", bridges, option, value, "--data", tmp_path)
    got, output, complaints = unkink(*arguments, path=str(tmp_path))

    assert (status, "", 1) == (got, output, complaints.count("\n"))
    assert "parts" not in complaints


def test_a_truncated_video_is_one_line(bridges: Path, tmp_path: Path) -> None:
    """A copy that broke off is told, without a traceback."""
    half = tmp_path / "half.mp4"
    half.write_bytes(bridges.read_bytes()[:9000])
    status, output, complaints = unkink("replay", half, "--data", tmp_path)

    assert (1, "", 1) == (status, output, complaints.count("\n"))
    assert complaints.startswith("unkink: half.mp4: it can't be read as a video")


def test_without_its_parts_a_video_is_one_line(bridges: Path, tmp_path: Path) -> None:
    """Whoever installed only the core learns in one line how to read videos."""
    # A broken stand-in on the path is what a missing library looks like.
    (tmp_path / "cv2.py").write_text("raise ImportError", "utf-8")
    status, output, complaints = unkink("replay", bridges, "--data", tmp_path, path=str(tmp_path))

    assert (1, "", 1) == (status, output, complaints.count("\n"))
    assert "the parts that read video are not installed here" in complaints


def _worked_s(running: subprocess.Popen[str]) -> float:
    """Tell how long it has really worked: on a busy machine that is no matter of the clock."""
    after_name = Path(f"/proc/{running.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def test_ctrl_c_ends_it_at_once_and_cleanly(make_video: MakeVideo, tmp_path: Path) -> None:
    """Stopping a long video leaves no message and no half-written file."""
    long = make_video("long.avi", per_s=10.0, count=6000)
    kept = tmp_path / "seen.csv.gz"
    with started("replay", long, "--landmarks", kept, "--data", tmp_path) as running:
        while _worked_s(running) < WELL_UNDER_WAY_S:
            time.sleep(0.1)
            assert None is running.poll()
        running.send_signal(signal.SIGINT)
        output, complaints = running.communicate(timeout=10)

    assert (130, "", "") == (running.returncode, output, complaints)
    assert ["long.avi"] == [path.name for path in tmp_path.iterdir()]
