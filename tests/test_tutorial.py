"""The tutorial is true: its file is sound, and what it shows is what people will read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from unkink import cli
from unkink.catalogue import parse

if TYPE_CHECKING:
    import pytest

PAGE = (Path(__file__).parent.parent / "docs" / "adding-an-exercise.md").read_text(encoding="utf-8")
EXAMPLE, FAULT, PRECAUTIONS, UNLOCK = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
READ = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)[0]


def test_the_tutorials_exercise_works_as_printed(tmp_path: Path) -> None:
    """Whoever copies the example has a sound exercise of their own."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "ankle_pump.toml").write_text(EXAMPLE, encoding="utf-8")

    assert cli.run(["check", "--data", str(tmp_path)]) == 0
    assert cli.run(["exercises", "ankle_pump", "--data", str(tmp_path)]) == 0


def test_the_tutorials_mistake_is_told_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever makes the mistake on purpose reads exactly what the page says."""
    (tmp_path / "exercises").mkdir()
    wrong = EXAMPLE.replace('kind = "mobilise"', 'kind = "mobilize"')
    (tmp_path / "exercises" / "ankle_pump.toml").write_text(wrong, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert cli.run(["check", "--data", "."]) == 1
    assert READ == capsys.readouterr().out


def test_the_tutorials_fault_fits_into_an_exercise() -> None:
    """The fault shown apart is sound too, beside a pose of that name."""
    table = tomllib.loads(EXAMPLE.replace("pulled", "up"))
    table["movements"]["main"] |= tomllib.loads(FAULT)["movements"]["main"]

    exercise, problems = parse(table)

    assert () == problems
    assert exercise is not None
    assert ["hips_sag"] == [fault.id for fault in exercise.movements["main"].faults]


def test_the_tutorials_precautions_fit_into_an_exercise() -> None:
    """The precautions shown apart are sound too, and say where the exercise takes the back."""
    exercise, problems = parse(tomllib.loads(EXAMPLE) | tomllib.loads(PRECAUTIONS))

    assert () == problems
    assert exercise is not None
    assert ["ok", "care", "modify", "exclude"] == [p.code for p in exercise.precautions.values()]


def test_the_tutorials_unlock_fits_into_an_exercise() -> None:
    """What is held back at first is sound as printed."""
    exercise, problems = parse(tomllib.loads(EXAMPLE) | tomllib.loads(UNLOCK))

    assert () == problems
    assert exercise is not None
    assert exercise.unlock is not None
    assert (14, "L0") == (exercise.unlock.green_days, exercise.unlock.up_to)
