"""`unkink check`: whether exercise files are sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, data_folder

if TYPE_CHECKING:
    from unkink.catalogue import Catalogue

Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]...",
        show_default=False,
        help="Exercise files; without any, the built-in ones and your own.",
    ),
]


def check(files: Files = None, data: Data = None) -> None:
    """Look for mistakes in exercise files; exit with 1 when there are any."""
    catalogue = _read(files or [], data_folder(data))
    for problem in catalogue.problems:
        typer.echo(str(problem))
    if catalogue.problems:
        bad = len({problem.file for problem in catalogue.problems})
        typer.echo(f"{_count(len(catalogue.problems), 'problem')} in {_count(bad, 'file')}.")
        raise typer.Exit(1)
    typer.echo(f"{_count(len(catalogue.exercises), 'exercise file')}, no problems.")


def _read(files: list[Path], data: Path) -> Catalogue:
    from unkink.catalogue import BUILT_IN, folders_for, read_catalogue, read_files  # noqa: PLC0415

    if not files:
        return read_catalogue(folders_for(data))
    ours = BUILT_IN.resolve()
    inside = all(file.resolve().parent == ours for file in files)
    return read_files(files, known={} if inside else read_catalogue().exercises)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
