"""`unkink exercises`: the catalogue, and one exercise in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, Refused, data_folder

if TYPE_CHECKING:
    from unkink.catalogue import Catalogue
    from unkink.core.definition.exercise import Exercise

Id = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", show_default=False, help="One exercise, told in full."),
]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]


def exercises(exercise: Id = None, json: Json = False, data: Data = None) -> None:  # noqa: FBT002 - a flag
    """Show the exercises, or one of them in full."""
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415 - `--help` stays fast

    catalogue = read_catalogue(folders_for(data_folder(data)))
    chosen = list(catalogue.exercises.values())
    if exercise is not None:
        chosen = [_found(exercise, catalogue)]
    if json:
        _write_json(chosen if exercise is None else chosen[0])
    else:
        from unkink.cli.exercise_page import show_all, show_one  # noqa: PLC0415

        show_all(chosen) if exercise is None else show_one(chosen[0])
    if catalogue.problems:
        typer.echo(
            f"unkink: {len(catalogue.problems)} problem(s) in exercise files: see `unkink check`.",
            err=True,
        )


def _found(name: str, catalogue: Catalogue) -> Exercise:
    if name in catalogue.exercises:
        return catalogue.exercises[name]
    import difflib  # noqa: PLC0415

    near = difflib.get_close_matches(name, catalogue.exercises, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "`unkink exercises` lists them."
    message = f"there is no exercise '{name}'. {hint}"
    raise Refused(message)


def _write_json(value: object) -> None:
    from pydantic import TypeAdapter  # noqa: PLC0415

    typer.echo(TypeAdapter(type(value)).dump_json(value, indent=2).decode())
