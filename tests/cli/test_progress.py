"""`unkink progress` tells whether it helps, to people and to programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from unkink import cli
from unkink.bootstrap import open_use_cases
from unkink.core.history.entries import Day

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

EARLY = "Too early to tell: you have not begun yet."


def _told(folder: Path) -> None:
    cases = open_use_cases(folder)
    for number, pain in enumerate((6, 5, 7), 1):
        cases.store.add_entry(Day(pain=pain), at=f"2026-03-0{number}T08:00:00+01:00")


def test_the_answer_comes_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One plain sentence on top, the days as a line below."""
    _told(tmp_path)

    assert cli.run(["progress", "--data", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert EARLY == lines[1]
    assert "  ▅▅▆  7" in [line.rstrip() for line in lines]


def test_programs_get_the_same_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but JSON on the output."""
    _told(tmp_path)

    assert cli.run(["progress", "--json", "--data", str(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (EARLY, [6, 5, 7]) == (told["answer"]["headline"], [day["pain"] for day in told["days"]])
