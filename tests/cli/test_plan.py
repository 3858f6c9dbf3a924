"""`unkink plan`: it explains itself, refuses clearly, and keeps nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from unkink import cli
from unkink.core.safety.conditions import IDS

if TYPE_CHECKING:
    from pathlib import Path


def unkink(*arguments: str | Path) -> int:
    """Run a command in this process and return its exit status."""
    return cli.run([str(argument) for argument in arguments])


def plan_of(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    """Tell the plan as JSON."""
    assert unkink("plan", "--json", *options, "--data", folder) == 0
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


@pytest.mark.parametrize("columns", ["50", "140"])
def test_with_osteoporosis_it_explains_itself(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    columns: str,
) -> None:
    """What, how much and why; what is left out, why, and what to do instead."""
    monkeypatch.setenv("COLUMNS", columns)
    assert unkink("plan", "--condition", "osteoporosis", "--minutes", "12", "--data", tmp_path) == 0
    said = " ".join(capsys.readouterr().out.split())

    assert [
        words
        for words in (
            "Bridge",
            "Forward bend",
            "Instead: Bridge.",
            "Not reviewed by a clinician yet.",
            "8 times, 3 seconds each.",
        )
        if words not in said
    ] == []


def test_it_tells_everything_to_other_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON: exercises, amounts and reasons, each with its rule."""
    made = plan_of(tmp_path, capsys, "--condition", "osteoporosis", "--minutes", "12")
    items, left_out = made["items"], made["left_out"]

    assert isinstance(items, list)
    assert isinstance(left_out, list)
    assert [each for each in (*items, *left_out) if not each["why"]] == []
    assert "forward_flexion" in [each["exercise"] for each in left_out]
    assert isinstance(made["total_s"], float)
    assert made["total_s"] <= 12 * 60


def test_an_unknown_condition_is_refused_with_the_nearest_and_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip of the finger is told, not planned around."""
    assert unkink("plan", "--condition", "osteoporos", "--data", tmp_path) == 1
    said = capsys.readouterr().err

    assert "Did you mean 'osteoporosis'?" in said
    assert [each for each in IDS if each not in said] == []
    assert said.count("\n") == 1


def test_the_articles_programme_obeys_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To the letter, but what is excluded is excluded."""
    made = plan_of(tmp_path, capsys, "--programme", "article", "--condition", "pregnant_16_weeks")
    items = made["items"]

    assert isinstance(items, list)
    assert {"cobra", "superman"} & {each["exercise"] for each in items} == set()


@pytest.mark.parametrize(
    "options", [("--minutes", "0"), ("--pain", "11"), ("--minutes", "x"), ("--programme", "none")]
)
def test_what_makes_no_sense_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, str]
) -> None:
    """Never a traceback."""
    assert unkink("plan", *options, "--data", tmp_path) in (1, 2)
    assert capsys.readouterr().err.count("\n") == 1
