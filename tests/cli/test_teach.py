"""`unkink teach`: somebody shows an exercise, and a file that can be used comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.cli.recording import ASPECT, recorded

from unkink.catalogue import read_catalogue, read_files
from unkink.cli import run
from unkink.core.coach.judging import judge
from unkink.core.simulation.simulate import Performance, simulate
from unkink.landmarks import read_recording

if TYPE_CHECKING:
    from pathlib import Path


EXERCISES = read_catalogue().exercises


def shown(name: str, path: Path, **how: float) -> Path:
    """Record somebody who shows an exercise."""
    performance = Performance(reps=3, hold_s=3.0, **how)  # type: ignore[arg-type]
    return recorded(list(simulate(EXERCISES[name], performance)), path / f"{name}.csv")


@pytest.mark.parametrize(
    ("name", "reps", "start"),
    [
        ("bridge", {"left": 0, "right": 0, "both": 3}, "supine"),
        ("spinal_twist", {"left": 3, "right": 3, "both": 0}, "supine"),
        ("kneeling_back_extension", {"left": 0, "right": 0, "both": 3}, "kneeling"),
    ],
)
def test_what_is_shown_is_learnt_and_counted(
    name: str, reps: dict[str, int], start: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file is sound, counts its own demonstration, can be drawn, and says what is missing."""
    clip = shown(name, tmp_path)
    out = tmp_path / "mine.toml"
    assert 0 == run(["teach", str(clip), "--id", "mine", "--name", 'My "own"', "--out", str(out)])
    told = capsys.readouterr().out
    assert 0 == run(["check", str(out)])
    (exercise,) = read_files([out]).exercises.values()
    frames = read_recording(clip, aspect=ASPECT).frames
    account = judge(frames, {"mine": exercise}, expected="mine").account
    movement = exercise.movements["main"]

    assert 'My "own"' == exercise.name
    assert (start, True) == (movement.start, any(stage.holds for stage in movement.cycle))
    assert reps == dict(account.reps)
    assert f"it counts {sum(reps.values())}" in told
    assert "Fill this in:" in exercise.cautions[0]
    assert {} == dict(exercise.precautions)


def test_its_dose_is_small_and_marked_as_ours(tmp_path: Path) -> None:
    """Nobody is told to do more than a little of what nobody has looked at."""
    out = tmp_path / "mine.toml"
    assert 0 == run(
        ["teach", str(shown("bridge", tmp_path)), "--id", "mine", "--name", "M", "--out", str(out)]
    )
    (exercise,) = read_files([out]).exercises.values()
    dose = exercise.levels["L1"].dose

    assert (3, 0.7) == (dose.reps[1], exercise.levels["L1"].range_fraction)
    assert dose.hold_s[1] <= 5.0
    assert ("hold_s", "reps", "sets") == dose.ours


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({"--id": "bridge", "--out": "bridge.toml"}, 1, "there is an exercise 'bridge' already"),
        ({"--id": "Mine!", "--out": "Mine!.toml"}, 2, "small letters"),
        ({"--out": "other.toml"}, 2, "named after its id: mine.toml"),
        ({"--out": "nowhere/mine.toml"}, 2, "no folder"),
    ],
)
def test_what_can_not_be_written_is_refused_first(
    change: dict[str, str],
    status: int,
    words: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A long video isn't looked at for nothing."""
    options = {"--id": "mine", "--name": "Mine", "--out": "mine.toml"} | change
    options["--out"] = str(tmp_path / options["--out"])
    given = [part for pair in options.items() for part in pair]

    assert status == run(["teach", str(tmp_path / "none.csv"), *given])
    assert words in " ".join(capsys.readouterr().err.replace("│", " ").split())


def test_nothing_is_learnt_from_somebody_who_rests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so, and what to do, and writes nothing."""
    bridge = list(simulate(EXERCISES["bridge"], Performance(reps=1, ready_s=5.0)))[:40]
    clip = recorded(bridge, tmp_path / "rest.csv")
    out = tmp_path / "mine.toml"

    assert 1 == run(["teach", str(clip), "--id", "mine", "--name", "Mine", "--out", str(out)])
    assert "begin at rest, go, and come back" in capsys.readouterr().err
    assert not out.exists()
