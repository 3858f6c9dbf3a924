"""`unkink replay`, as somebody at a terminal or a script meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.recording import recorded

from unkink.catalogue import read_catalogue
from unkink.cli import run
from unkink.core.simulation.simulate import Performance, simulate

if TYPE_CHECKING:
    from pathlib import Path

ASPECT = 16 / 9


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody simulated does three bridges before a camera that records landmarks."""
    frames = simulate(read_catalogue().exercises["bridge"], Performance(reps=3))
    return recorded(frames, tmp_path_factory.mktemp("recordings") / "three_bridges.csv")


def test_a_script_gets_one_line_of_json(
    recording: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what was done, how often, how long held, and how much could be judged."""
    assert 0 == run(
        ["replay", str(recording), "--exercise", "bridge", "--size", "1280x720", "--json"]
    )
    told = json.loads(capsys.readouterr().out)

    assert ("three_bridges", "bridge") == (told["recording"], told["exercise"])
    assert {"left": 0, "right": 0, "both": 3} == told["reps"]
    assert ["both"] * 3 == [hold["side"] for hold in told["holds"]]
    assert [] == told["faults"]
    assert 1.0 == pytest.approx(told["judged_fraction"], abs=0.01)


def test_not_told_it_is_recognised(recording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--exercise` the coach finds out by itself."""
    assert 0 == run(["replay", str(recording), "--json"])

    assert "bridge" == json.loads(capsys.readouterr().out)["exercise"]


def test_part_of_a_recording(recording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--to` ends early."""
    options = ["--exercise", "bridge", "--to", "13", "--json"]
    assert 0 == run(["replay", str(recording), *options])

    assert 1 == json.loads(capsys.readouterr().out)["reps"]["both"]


def test_a_person_reads_what_happened(recording: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every repetition and hold has a line, and the picture's shape that was assumed is told."""
    assert 0 == run(["replay", str(recording), "--exercise", "bridge"])
    told = capsys.readouterr()

    assert "repetition 3" in told.out
    assert "Repetitions: 3 both." in told.out
    assert "16:9" in told.err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["nothing.csv"], 1, "there is no such file"),
        (["RECORDING", "--exercise", "bridg"], 1, "there is no exercise 'bridg'"),
        (["RECORDING", "--from", "900"], 1, "there is no frame in that time"),
        (["RECORDING", "--size", "wide"], 2, "not 'wide'"),
        (["RECORDING", "--size", "0x0"], 2, "not '0x0'"),
        (["RECORDING", "--from", "5", "--to", "2"], 2, "--from 5 is after --to 2"),
        (["RECORDING", "--from", "nan"], 2, "--from is a second of the recording"),
        (["RECORDING", "--to", "inf"], 2, "--to is a second of the recording"),
        (["RECORDING", "--to", "-1"], 2, "not '-1'"),
    ],
)
def test_what_cannot_be_done_gets_one_clear_line(
    recording: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    words: str,
) -> None:
    """Refused for a reason told is 1, wrong usage is 2; never a traceback."""
    given = [str(recording) if each == "RECORDING" else each for each in arguments]

    assert status == run(["replay", *given, "--json"])
    told = capsys.readouterr()
    assert words in told.err
    assert "" == told.out
    assert 1 == len(told.err.strip().splitlines())


def test_a_missing_file_is_all_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistyped a name hears of that, and of nothing that would come later."""
    assert 1 == run(["replay", "nothing.csv"])

    assert "unkink: nothing.csv: there is no such file" == capsys.readouterr().err.strip()
