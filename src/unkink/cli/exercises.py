"""`unkink exercises`: the catalogue, and one exercise in full."""

from __future__ import annotations

from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder, find, write_json
from unkink.cli.options import Json

Id = Annotated[
    str | None,
    typer.Argument(metavar="ID", show_default=False, help="One exercise, told in full."),
]


def exercises(exercise: Id = None, json: Json = False, data: Data = None) -> None:  # noqa: FBT002 - a flag
    """Show the exercises, or one of them in full."""
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415 - `--help` stays fast

    catalogue = read_catalogue(folders_for(data_folder(data)))
    chosen = list(catalogue.exercises.values())
    if exercise is not None:
        chosen = [find(exercise, catalogue.exercises, "exercise")]
    if json:
        write_json(chosen if exercise is None else chosen[0])
    else:
        from unkink.cli.exercise_page import show_all, show_one  # noqa: PLC0415

        show_all(chosen) if exercise is None else show_one(chosen[0])
    if catalogue.problems:
        typer.echo(
            f"unkink: {len(catalogue.problems)} problem(s) in exercise files: see `unkink check`.",
            err=True,
        )
