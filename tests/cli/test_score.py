"""`unkink score` judges many recordings: a line for each in order, whatever is wrong with one."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from unkink import cli
from unkink.catalogue import read_catalogue
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks import blazepose
from unkink.landmarks.recordings import HEADER

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.core.body import Frame

ASPECT = 16 / 9
REPS = 2


def unkink(*arguments: str | Path | int) -> int:
    """Run a command in this process and return its exit status."""
    return cli.run([str(argument) for argument in arguments])


def written(path: Path, frames: list[Frame]) -> Path:
    """Write frames as a recording has them."""
    rows = [",".join(HEADER)]
    for number, frame in enumerate(frames):
        values = blazepose.landmarks(frame, aspect=ASPECT)
        # Landmarks that are none of our joints are there in a true recording, too.
        cells = ["0" if math.isnan(value) else f"{value:.5f}" for value in values]
        rows.append(f"{number},{frame.t_s:.4f},1," + ",".join(cells))
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    """Give two bridges as a camera sees them."""
    bridge = read_catalogue().exercises["bridge"]
    return list(simulate(bridge, Performance(reps=REPS, hold_s=2.0)))


@pytest.fixture
def recording(tmp_path: Path, frames: list[Frame]) -> Path:
    """Give two bridges as a recording."""
    return written(tmp_path / "two.csv", frames)


def lines(path: Path) -> list[dict[str, object]]:
    """Read the lines."""
    return [json.loads(text) for text in path.read_text(encoding="utf-8").splitlines()]


def test_a_line_is_the_same_as_replays(
    recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One scorer: what `replay --json` says of a recording, `score` says too."""
    out = tmp_path / "predictions.jsonl"
    unkink("replay", recording, "--json", "--data", tmp_path)
    replayed = capsys.readouterr().out

    assert unkink("score", recording, "--out", out, "--jobs", 1, "--data", tmp_path) == 0
    assert replayed == out.read_text(encoding="utf-8")
    assert {"left": 0, "right": 0, "both": REPS} == lines(out)[0]["reps"]


def test_a_bad_recording_costs_no_other(
    recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It gets one clear line on stderr, and a line with the reason; the rest goes on; exit 1."""
    bad = tmp_path / "bad.csv"
    bad.write_text("what,is,this\n1,2,3\n")
    out = tmp_path / "predictions.jsonl"

    assert unkink("score", bad, recording, tmp_path / "no.csv", "--out", out, "--jobs", 2) == 1
    found = lines(out)
    assert ["bad", "two", "no"] == [line["recording"] for line in found]
    assert [True, False, True] == ["reason" in line for line in found]
    told = capsys.readouterr().err.splitlines()
    assert [
        "unkink: no size is known of 3 recording(s): taking the picture as 16:9.",
        "unkink: bad.csv: no frame can be read (line 1: the header has no column 't')",
        f"unkink: {tmp_path / 'no.csv'}: there is no such file",
    ] == told


def test_labels_give_metrics(
    recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each label is compared with what the coach says of its stretch."""
    labels = tmp_path / "labels.csv"
    labels.write_text("recording,exercise,reps\ntwo,bridge,2\n")
    index = tmp_path / "index.csv"
    index.write_text("recording,width,height\ntwo,1280,720\n")
    out = tmp_path / "p.jsonl"

    assert unkink("score", recording, "--out", out, "--index", index, "--labels", labels) == 0
    shown = [" ".join(text.split()) for text in capsys.readouterr().out.splitlines()]
    assert {"Stretches counted 1", "exact 100%", "Recognised, macro-F1 1.00"} <= set(shown)


def test_what_was_there_stays_until_all_is_done(
    recording: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle leaves no half file, and no other one beside it."""
    from unkink.batch import scoring  # noqa: PLC0415

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "predictions.jsonl"
    out.write_text("before")
    monkeypatch.setattr(scoring, "judge", stopped)

    assert unkink("score", recording, "--out", out, "--jobs", 1) == 130
    assert "before" == out.read_text()
    assert [recording, out] == sorted(tmp_path.iterdir(), reverse=True)


def test_ctrl_c_stops_all_processes_at_once_and_silently(recording: Path, tmp_path: Path) -> None:
    """Nobody waits for the last recordings, and nobody meets a traceback."""
    many = [recording, *(tmp_path / f"{number}.csv" for number in range(60))]
    for path in many[1:]:
        path.write_bytes(recording.read_bytes())
    out = tmp_path / "out" / "predictions.jsonl"
    out.parent.mkdir()
    command = [sys.executable, "-m", "unkink", "score", *map(str, many), "--out", str(out)]
    with subprocess.Popen(  # noqa: S603 - our own command
        [*command, "--jobs", "2"], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        while not list(out.parent.iterdir()):
            time.sleep(0.05)
        time.sleep(0.5)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=20)

    assert running.returncode == 130
    assert [] == list(out.parent.iterdir())
    assert "unkink: no size is known of 61 recording(s): taking the picture as 16:9.\n" == told


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("recording,width\n", "index.csv: line 1: there is no column 'height'"),
        ("recording,width,height,exercise\ntwo,4,3,yoga\n", "there is no exercise 'yoga'."),
    ],
)
def test_a_wrong_index_is_refused_before_the_work(
    recording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], table: str, why: str
) -> None:
    """Hours of work are not begun on a mistake."""
    index = tmp_path / "index.csv"
    index.write_text(table)

    assert unkink("score", recording, "--out", tmp_path / "p", "--index", index) == 1
    assert capsys.readouterr().err.startswith(f"unkink: {why}")
    assert not (tmp_path / "p").exists()


def test_it_never_writes_over_what_it_reads(recording: Path) -> None:
    """A slip of the fingers costs no recording."""
    before = recording.read_bytes()

    assert unkink("score", recording, "--out", recording) == 2
    assert before == recording.read_bytes()
