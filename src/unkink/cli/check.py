"""`unkink check`: whether exercise files are sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, data_folder

if TYPE_CHECKING:
    from unkink.catalogue import Catalogue
    from unkink.core.definition.problems import Problem

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE",
        show_default=False,
        help="Exercise files; without any, the built-in ones and your own.",
    ),
]


def check(files: Files = None, data: Data = None) -> None:
    """Look for mistakes in exercise files; exit with 1 when there are any."""
    catalogue = _read(files or [], data_folder(data))
    for problem in catalogue.problems:
        _tell(problem)
    if catalogue.problems:
        bad = len({problem.file for problem in catalogue.problems})
        typer.echo(f"{_count(len(catalogue.problems), 'problem')} in {_count(bad, 'file')}.")
        raise typer.Exit(1)
    typer.echo(f"{_count(len(catalogue.exercises), 'exercise file')}, no problems.")


def _read(files: list[Path], data: Path) -> Catalogue:
    from unkink.catalogue import files_in, folders_for, read_catalogue, read_files  # noqa: PLC0415

    folders = folders_for(data)
    if not files:
        return read_catalogue(folders)
    given = {file.resolve() for file in files}
    others = [path for path in files_in(folders) if path.resolve() not in given]
    return read_files(files, known=read_files(others).exercises)


def _tell(problem: Problem) -> None:
    """Print a problem on one line, so that other programs can read it too."""
    file = Path(problem.file)
    near = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    parts = [typer.style(str(near), bold=True)]
    if problem.key:
        parts.append(typer.style(problem.key, fg=typer.colors.CYAN))
    typer.echo(": ".join((*parts, problem.message)))


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
