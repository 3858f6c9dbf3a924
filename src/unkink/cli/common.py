"""What commands share: the data folder, how to refuse, to find by name, and to write out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

Thing = TypeVar("Thing")


def _inherited(context: typer.Context, value: Path | None) -> Path | None:
    """`unkink --data DIR check` means the same as `unkink check --data DIR`."""
    return value or context.obj


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        callback=_inherited,
        help="Where your records and your own exercises are kept.",
        file_okay=False,
        resolve_path=True,
    ),
]
"""The type of every command's `data` parameter; its default is None: the platform's own place."""


class Refused(Exception):  # noqa: N818 - named by what happened, as all of ours are
    """A command can't do what was asked, for a reason told in one line; exit status 1."""


def data_folder(data: Path | None) -> Path:
    """Return the folder that was asked for, or the platform's own; it need not exist yet."""
    if data is not None:
        return data
    from platformdirs import user_data_path  # noqa: PLC0415 - commands start fast

    return user_data_path("unkink", appauthor=False)


def written(out: Path, content: bytes) -> None:
    """Write a file whole; refuse in one line when it can't be."""
    try:
        out.write_bytes(content)
    except OSError as error:
        message = f"{out} could not be written: {error.strerror}."
        raise Refused(message) from error


def find(name: str, among: Mapping[str, Thing], what: str) -> Thing:
    """Return what is called *name*; else refuse with the nearest name there is, and all of them."""
    if name in among:
        return among[name]
    import difflib  # noqa: PLC0415 - only who mistypes waits for it

    near = difflib.get_close_matches(name, among, n=1)
    hint = f"Did you mean '{near[0]}'? " if near else ""
    message = f"there is no {what} '{name}'. {hint}There are: {', '.join(among)}."
    raise Refused(message)


def write_json(value: object) -> None:
    """Print a value for other programs."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - as above

    typer.echo(TypeAdapter(type(value)).dump_json(value, indent=2).decode())
