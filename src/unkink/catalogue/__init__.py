"""Reads the exercise files and reports every problem with file and key."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from unkink.catalogue.wording import A_DATE, problem_from
from unkink.core.definition.exercise import Dose, Exercise, Level, Movement
from unkink.core.definition.meaning import (
    LEVELS,
    Parts,
    problems_among,
    problems_in,
    problems_in_parts,
)
from unkink.core.definition.problems import Problem

T = TypeVar("T")
BUILT_IN: Final = Path(__file__).parent.parent / "exercises"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every exercise that can be trusted, by id, and what is wrong with the others."""

    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]


def folders_for(data: Path) -> tuple[Path, ...]:
    """Return where exercises are looked for: our own, then the person's in their data folder."""
    return (BUILT_IN, own_folder(data))


def own_folder(data: Path) -> Path:
    """Return where the person's own exercises are."""
    return data / "exercises"


def read_catalogue(folders: Iterable[Path] = (BUILT_IN,)) -> Catalogue:
    """
    Read every `*.toml` in *folders*; a file with a problem is left out, the rest still loads.

    A folder that does not exist is an empty one. Where two files give the same id the first
    one stays: nobody's own file can quietly change what a built-in exercise asks of a body.
    """
    return read_files(files_in(folders))


def files_in(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the exercise files of *folders*, in the order in which they are read."""
    return tuple(path for folder in folders for path in sorted(folder.glob("*.toml")))


def read_files(paths: Iterable[Path], *, known: Mapping[str, Exercise] | None = None) -> Catalogue:
    """Read these files; *known* are further exercises that they may mention."""
    read: dict[str, tuple[str, Exercise]] = {}
    problems: list[Problem] = []
    for path in paths:
        exercise, found = read_exercise(path)
        problems.extend(found)
        if exercise and exercise.id in read:
            problems.append(_same_id(path, exercise.id, read[exercise.id][0]))
        elif exercise:
            read[exercise.id] = (str(path), exercise)
    return _without_dangling(read, known or {}, problems)


def _same_id(path: Path, name: str, first: str) -> Problem:
    why = f"'{name}' is taken by {first}; choose another id and name the file after it"
    return Problem(str(path), "id", why)


def read_exercise(path: Path) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """Return the exercise in one file, or None, with every problem found in it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, (Problem(str(path), "", f"can't be read: {error.strerror or error}"),)
    except UnicodeDecodeError:
        return None, (Problem(str(path), "", "is not text; save it as UTF-8"),)
    except (ValueError, RecursionError) as error:  # TOMLDecodeError is a ValueError
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
        exercise = _strictly(_EXERCISE, table)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = tuple(dict.fromkeys(problem_from(detail) for detail in details))
        return None, (*found, *problems_in_parts(_sound_parts(table)))
    problems = problems_in(exercise)
    return (None if problems else exercise), problems


def _sound_parts(table: Mapping[str, Any]) -> Parts:
    """Return the parts of a broken exercise that can be read, so that these are checked too."""
    article_dose = _sound(_DOSE, {"article_dose": table.get("article_dose")})
    levels, movements = table.get("levels", {}), table.get("movements", {})
    return Parts(
        article_dose=article_dose.get("article_dose"),
        levels=_sound(_LEVEL, levels),
        movements=_sound(_MOVEMENT, movements),
        level_names=tuple(levels) if isinstance(levels, dict) else LEVELS,
        movement_names=tuple(movements) if isinstance(movements, dict) else ("main",),
    )


def _sound(kind: TypeAdapter[T], tables: object) -> dict[str, T]:
    parts = {}
    for name, table in tables.items() if isinstance(tables, dict) else ():
        with suppress(ValidationError):  # told already, with its key, by the whole file's parser
            parts[str(name)] = _strictly(kind, table)
    return parts


def _strictly(kind: TypeAdapter[T], table: object) -> T:
    # By way of JSON an array may become a tuple, while "3" still never becomes 3.
    return kind.validate_json(json.dumps(table, default=_date), strict=True)


def _date(value: object) -> dict[str, str]:
    """Keep TOML's dates from passing for texts: nothing in an exercise is a date."""
    return {A_DATE: str(value)}


_EXERCISE: Final = TypeAdapter(Exercise)
_LEVEL: Final = TypeAdapter(Level)
_MOVEMENT: Final = TypeAdapter(Movement)
_DOSE: Final = TypeAdapter(Dose)


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
