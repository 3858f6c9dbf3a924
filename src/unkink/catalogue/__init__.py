"""Reads the exercise files and reports every problem with file and key."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from unkink.catalogue.wording import problem_from
from unkink.core.exercise import Exercise
from unkink.core.meaning import problems_among, problems_in
from unkink.core.problems import Problem

BUILT_IN: Final = Path(__file__).parent.parent / "exercises"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every exercise that can be trusted, by id, and what is wrong with the others."""

    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]


def folders_for(data: Path) -> tuple[Path, ...]:
    """Return where exercises are looked for: our own, then the person's in their data folder."""
    return (BUILT_IN, data / "exercises")


def read_catalogue(folders: Iterable[Path] = (BUILT_IN,)) -> Catalogue:
    """
    Read every `*.toml` in *folders*; a file with a problem is left out, the rest still loads.

    A folder that does not exist is an empty one. Where two files give the same id the first
    one stays: nobody's own file can quietly change what a built-in exercise asks of a body.
    """
    return read_files(path for folder in folders for path in sorted(folder.glob("*.toml")))


def read_files(paths: Iterable[Path], *, known: Mapping[str, Exercise] | None = None) -> Catalogue:
    """Read these files; *known* are exercises that they may mention and must not replace."""
    known = known or {}
    read: dict[str, tuple[str, Exercise]] = {}
    problems: list[Problem] = []
    for path in paths:
        exercise, found = read_exercise(path)
        problems.extend(found)
        if exercise and (exercise.id in known or exercise.id in read):
            problems.append(_same_id(path, exercise.id, read))
        elif exercise:
            read[exercise.id] = (str(path), exercise)
    return _without_dangling(read, known, problems)


def _same_id(path: Path, name: str, read: Mapping[str, tuple[str, Exercise]]) -> Problem:
    first = read[name][0] if name in read else "the built-in exercises"
    return Problem(
        str(path),
        "id",
        f"'{name}' is taken by {first}; choose another id and name the file after it",
    )


def read_exercise(path: Path) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """Return the exercise in one file, or None, with every problem found in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, (Problem(str(path), "", f"can't be read: {error.strerror or error}"),)
    except UnicodeDecodeError:
        return None, (Problem(str(path), "", "is not text; save it as UTF-8"),)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (Problem(str(path), "", f"is not valid TOML: {error}"),)
    exercise, problems = parse(table)
    if isinstance(table.get("id"), str) and table["id"] != path.stem:
        problems = (
            *problems,
            Problem("", "id", f"must be the file's name, '{path.stem}', not {table['id']!r}"),
        )
    if problems:
        return None, tuple(replace(problem, file=str(path)) for problem in problems)
    return exercise, ()


def parse(table: Mapping[str, Any]) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """Return the exercise a file's *table* tells, or None, with every problem in it."""
    try:
        # As JSON and strict: an array may become a tuple, but "3" never becomes 3.
        exercise = _ADAPTER.validate_json(json.dumps(table, default=str), strict=True)
    except ValidationError as error:
        found = (problem_from(detail) for detail in error.errors(include_url=False))
        return None, tuple(dict.fromkeys(found))
    problems = problems_in(exercise)
    return (None if problems else exercise), problems


_ADAPTER: Final = TypeAdapter(Exercise)


def _without_dangling(
    read: Mapping[str, tuple[str, Exercise]],
    known: Mapping[str, Exercise],
    problems: Sequence[Problem],
) -> Catalogue:
    """Leave out whatever needs an exercise that is not there, until nothing does."""
    files = {name: file for name, (file, _) in read.items()}
    exercises = {name: exercise for name, (_, exercise) in read.items()}
    found = list(problems)
    while dangling := problems_among(exercises, known):
        for name, problem in dangling:
            found.append(replace(problem, file=files[name]))
            exercises.pop(name, None)
    return Catalogue(exercises, tuple(found))
