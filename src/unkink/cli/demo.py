"""`unkink demo`: a made-up year to look at."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from unkink.cli.common import data_folder

DemoData = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="The folder to fill; without it, a folder demo within your own.",
        file_okay=False,
        resolve_path=True,
    ),
]


def demo(context: typer.Context, data: DemoData = None) -> None:
    """
    Fill a folder with a made-up year of somebody's record, to look at.

    It never touches a folder that has a record in it.
    """
    from rich.console import Console  # noqa: PLC0415 - `unkink --help` starts fast
    from rich.progress import Progress  # noqa: PLC0415

    from unkink.bootstrap import open_use_cases  # noqa: PLC0415
    from unkink.demo.year import NAME, live  # noqa: PLC0415

    folder = data or context.obj or data_folder(None) / "demo"
    cases = open_use_cases(folder)
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as shown:
        task = shown.add_task("A year goes by")
        today = datetime.now().astimezone().date()
        live(cases, until=today, say=lambda day, of: shown.update(task, completed=day, total=of))
    typer.echo(f"A made-up year of {NAME} is in {folder}. To look at it:")
    typer.echo(f"  unkink --data '{folder}'")
