"""The command line keeps its word: exit statuses, one clear line for an error, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest

from unkink import cli
from unkink.catalogue import BUILT_IN, read_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def unkink(*arguments: str | Path) -> int:
    """Run a command in this process and return its exit status."""
    return cli.run([str(argument) for argument in arguments])


def test_check_finds_nothing_wrong_with_what_we_ship(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a file, the built-in exercises and one's own are checked."""
    assert unkink("check", "--data", tmp_path) == 0
    assert f"{len(read_catalogue().exercises)} exercise files, no problems.\n" == (
        capsys.readouterr().out
    )


def test_check_lists_every_problem_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken file gets one line for each problem, with file, key and what is allowed."""
    file = tmp_path / "mine.toml"
    text = (BUILT_IN / "bridge.toml").read_text(encoding="utf-8")
    text = text.replace('id = "bridge"', 'id = "mine"').replace('kind = "strengthen"', "kind = 1")
    file.write_text(text.replace('picture = "up"', 'picture = "top"'), encoding="utf-8")

    assert unkink("check", file) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [f"{file}: kind: must be one of", f"{file}: movements.main.picture: no pose 'top'"] == [
        line.split(" 'strengthen'", maxsplit=1)[0].split(";", maxsplit=1)[0] for line in lines[:-1]
    ]
    assert lines[-1] == "2 problems in 1 file."


def test_check_knows_the_other_exercises_that_a_file_mentions(tmp_path: Path) -> None:
    """One file alone is judged as part of the catalogue it belongs to."""
    assert unkink("check", BUILT_IN / "ground_twist.toml", "--data", tmp_path) == 0


def test_own_exercises_are_found_in_the_data_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--data` before or after the command means the same folder."""
    (tmp_path / "exercises").mkdir()
    text = (BUILT_IN / "walk.toml").read_text(encoding="utf-8")
    text = text.replace('id = "walk"', 'id = "stroll"').replace(
        'name = "Walk"', 'name = "[Stroll]"'
    )
    (tmp_path / "exercises" / "stroll.toml").write_text(text, encoding="utf-8")

    assert unkink("exercises", "stroll", "--data", tmp_path) == 0
    after = capsys.readouterr().out
    assert unkink("--data", tmp_path, "exercises", "stroll") == 0
    assert after == capsys.readouterr().out
    assert after.startswith("[Stroll]")


EVERY = ", ".join(read_catalogue().exercises)


@pytest.mark.parametrize("columns", ["30", "80", "200"])
@pytest.mark.parametrize("name", sorted(read_catalogue().exercises))
def test_an_exercise_is_told_in_full_and_fits_any_terminal(
    name: str,
    columns: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """However narrow the window, every step, caution and level is there and no line is cut."""
    monkeypatch.setenv("COLUMNS", columns)
    assert unkink("exercises", name, "--data", tmp_path) == 0
    shown = capsys.readouterr().out
    exercise = read_catalogue().exercises[name]
    told = [exercise.purpose, *exercise.cautions, exercise.breathing, "Ease", "Start", "Full"]
    told += [step for movement in exercise.movements.values() for step in movement.steps]

    assert max(map(len, shown.splitlines())) <= int(columns)
    assert [] == [text for text in told if _letters(text) not in _letters(shown)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def test_the_list_names_every_exercise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who looks for something to do sees all there is."""
    assert unkink("exercises", "--data", tmp_path) == 0
    shown = capsys.readouterr().out

    assert [] == [name for name in read_catalogue().exercises if name not in shown.split()]


def test_json_is_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One exercise is an object, the catalogue a list, and nothing else is printed."""
    assert unkink("exercises", "bridge", "--json", "--data", tmp_path) == 0
    one = json.loads(capsys.readouterr().out)
    assert unkink("exercises", "--json", "--data", tmp_path) == 0
    every = json.loads(capsys.readouterr().out)

    assert sorted(read_catalogue().exercises) == sorted(each["id"] for each in every)
    assert one in every
    assert one["article_dose"]["hold_s"] == [3, 5]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (
            ["exercises", "brigde"],
            1,
            f"there is no exercise 'brigde'. Did you mean 'bridge'? There are: {EVERY}.",
        ),
        (["exercises", "xyzzy"], 1, f"there is no exercise 'xyzzy'. There are: {EVERY}."),
        (["exercises", "--nope"], 2, "No such option: --nope (`unkink --help` tells more.)"),
        (["dance"], 2, "No such command 'dance'. (`unkink --help` tells more.)"),
    ],
)
def test_an_error_is_one_clear_line(
    arguments: list[str], status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who mistypes reads one line that helps, on standard error, and nothing else."""
    assert status == unkink(*arguments)
    printed = capsys.readouterr()
    assert (f"unkink: {told}\n", "") == (printed.err, printed.out)


def test_even_our_own_bug_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is shown a traceback, and who wants one is told how to get it."""

    def broken(*_: object, **__: object) -> NoReturn:
        message = "two\nlines"
        raise RuntimeError(message)

    monkeypatch.delenv("UNKINK_DEBUG", raising=False)
    monkeypatch.setattr("unkink.catalogue.read_catalogue", broken)

    assert unkink("exercises") == 1
    assert (
        "unkink: this should not have happened (RuntimeError: two lines)."
        " UNKINK_DEBUG=1 shows where.\n"
    ) == capsys.readouterr().err


def test_a_session_without_any_input_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Closed standard input answers nothing, so there is no session, and that is said."""
    monkeypatch.setattr("sys.stdin", None)

    assert unkink("session", "--data", str(tmp_path)) == 1
    assert "unkink: No session today." in capsys.readouterr().err


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    """Heavy parts are loaded by the commands that use them, so that `--help` answers at once."""
    script = (
        "import sys; from unkink import cli; cli.run(['--help']);"
        "print(sorted({'pydantic', 'fastapi', 'sqlalchemy', 'uvicorn'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script]
    out = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours

    assert out.stdout.splitlines()[-1] == "[]"


def test_a_picture_is_written_and_a_wrong_name_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever tunes a pose gets its picture, or hears which names there are."""
    out = tmp_path / "up.svg"

    assert 0 == unkink("picture", "bridge", "--pose", "up", "--out", out)
    assert out.read_text(encoding="utf-8").startswith("<svg")
    assert 1 == unkink("picture", "bridge", "--pose", "sideways", "--out", out)
    assert "there is no pose of bridge main 'sideways'. There are: " in capsys.readouterr().err
    assert 1 == unkink("picture", "bridge", "--out", tmp_path / "no" / "such.svg")


def test_a_handout_is_written_where_it_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command gives a PDF to print."""
    out = tmp_path / "gentle.pdf"

    assert 0 == unkink("handout", "--large", "--paper", "letter", "--out", out, "--data", tmp_path)
    assert f"Gentle start: {out}\n" == capsys.readouterr().out
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_handout_that_can_not_be_made_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong name and a folder that is not there are one clear line each."""
    nowhere = tmp_path / "no" / "such.pdf"

    assert 1 == unkink("handout", "--exercise", "yoga", "--out", nowhere, "--data", tmp_path)
    assert 1 == unkink("handout", "--out", nowhere, "--data", tmp_path)
    first, second = capsys.readouterr().err.splitlines()
    assert "There is no exercise 'yoga'" in first
    assert "could not be written" in second
