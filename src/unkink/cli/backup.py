"""`unkink backup` and `unkink restore`: everything in one file, both ways, verified."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import unkink
from unkink.cli.common import Data, data_folder

To = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", show_default=False, help="The file to write, or a folder to put it in."
    ),
]
From = Annotated[
    Path, typer.Argument(metavar="FILE", show_default=False, help="What `unkink backup` wrote.")
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace", help="Put it in the place of the record that is there; a copy of that is kept."
    ),
]


def backup(file: To, data: Data = None) -> None:
    """
    Copy everything you keep in Unkink into one file; also while it is running.

    The copy is read again and compared before it counts.
    """
    from unkink.storage.copies import write_copy  # noqa: PLC0415 - `unkink --help` starts fast

    now = datetime.now().astimezone()
    if file.is_dir():
        file /= f"unkink-{now:%Y-%m-%d}.zip"
    copied = write_copy(data_folder(data), file, by=unkink.__version__, at=now.isoformat())
    size = sum(each.size for each in copied)
    typer.echo(f"Everything is in {file}: {_files(len(copied))}, {_size(size)}, verified.")


def restore(file: From, replace: Replace = False, data: Data = None) -> None:  # noqa: FBT002 - a flag
    """
    Put a backup in the place of your record, and compare every byte of it.

    A folder with a record in it is left alone, unless you add --replace.
    """
    from unkink.storage.restoring import restore as put_back  # noqa: PLC0415 - as above

    folder = data_folder(data)
    at = datetime.now().astimezone().isoformat()
    restored = put_back(folder, file, replace=replace, by=unkink.__version__, at=at)
    typer.echo(f"Restored into {folder}: {_files(len(restored.files))}, every byte compared.")
    if restored.kept is not None:
        typer.echo(f"What was there before is in {restored.kept}.")


def _files(count: int) -> str:
    own = count - 1
    return "the record" if not own else f"the record and {own} of your own exercises"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
