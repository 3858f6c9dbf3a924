"""`unkink progress`: whether it helps, in the terminal or for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, data_folder

if TYPE_CHECKING:
    from unkink.progress.told import Progress

Json = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]


def progress(json: Json = False, data: Data = None) -> None:  # noqa: FBT002 - a flag
    """Tell whether it helps, as far as your record can say."""
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `--help` stays fast

    told = open_use_cases(data_folder(data)).measures.progress()
    if json:
        _write_json(told)
    else:
        from unkink.cli.progress_page import show  # noqa: PLC0415

        show(told)


def _write_json(told: Progress) -> None:
    from pydantic import TypeAdapter  # noqa: PLC0415

    typer.echo(TypeAdapter(type(told)).dump_json(told, indent=2).decode())
