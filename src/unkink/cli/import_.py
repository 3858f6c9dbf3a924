"""`unkink import`: a record that was exported, taken in again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, Refused, data_folder

if TYPE_CHECKING:
    from unkink.told import TakenIn

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", show_default=False, help="What `unkink export --format json` wrote."
    ),
]


def import_(file: File, data: Data = None) -> None:
    """
    Take in a record that was exported: into an empty folder, or added to what is there.

    What is there already is not added again; where the two contradict each other, nothing is
    changed.
    """
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `unkink --help` starts fast
    from unkink.exchange.document import read_document  # noqa: PLC0415

    theirs = read_document(_content(file))
    taken = open_use_cases(data_folder(data)).keeping.take_in(theirs)
    typer.echo(_words(taken))


def _content(file: Path) -> bytes:
    from unkink.exchange.strict_json import MOST_BYTES  # noqa: PLC0415

    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{file} can't be read: {error.strerror}."
        raise Refused(message) from error
    if content.startswith(b"PK"):
        message = f"{file} is no exported record. If it is a backup, use `unkink restore`."
        raise Refused(message)
    return content


def _words(taken: TakenIn) -> str:
    new = {
        "sessions": taken.sessions,
        "things you told": taken.entries,
        "rounds of safety answers": taken.answers,
        "exercise files": taken.files,
    }
    added = ", ".join(f"{count} {what}" for what, count in new.items() if count)
    known = f" {taken.known} were here already." if taken.known else ""
    return f"Taken in: {added or 'nothing new'}.{known}"
