"""`unkink handout`: exercises on paper."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder, written
from unkink.cli.session import Exercises, LevelChoice, LevelOption, Minutes


class PaperChoice(StrEnum):
    """The sheets people have."""

    a4 = "a4"
    letter = "letter"


Which = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        show_default=False,
        help="gentle (the default), article, or plan for your own plan of today.",
    ),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="The PDF to write.", dir_okay=False)
]
Large = Annotated[
    bool, typer.Option("--large", help="In large print: an exercise a page, big pictures.")
]
PaperOption = Annotated[PaperChoice, typer.Option("--paper", help="The sheet.")]
NoCode = Annotated[
    bool,
    typer.Option("--no-code", help="Leave out the code that opens the page on this computer."),
]


def handout(  # noqa: PLR0913, PLR0917 - each is an option
    out: Out,
    programme: Which = None,
    exercise: Exercises = None,
    minutes: Minutes = None,
    level: LevelOption = None,
    large: Large = False,  # noqa: FBT002 - a flag
    paper: PaperOption = PaperChoice.a4,
    no_code: NoCode = False,  # noqa: FBT002 - a flag
    data: Data = None,
) -> None:
    """
    Print a programme, or exercises of your choice, with the same figures as the page.

    What to do, how much, what to take care of, and when to stop; a PDF to print or to give away.
    """
    from unkink.bootstrap import open_use_cases, served_at  # noqa: PLC0415 - `--help` stays fast
    from unkink.documents import Wish, print_handout  # noqa: PLC0415
    from unkink.documents.asked import DEFAULT_ADDRESS  # noqa: PLC0415

    if programme and exercise:
        raise typer.BadParameter("Choose a programme or exercises, not both.")
    if level and not exercise:
        raise typer.BadParameter("A level goes with --exercise; a programme has its own.")
    folder = data_folder(data)
    address = served_at(folder) or DEFAULT_ADDRESS
    wish = Wish(
        programme=None if exercise else programme or "gentle",
        exercises=tuple(exercise or ()),
        minutes=minutes,
        level=level.value if level else LevelChoice.L1.value,
        paper=paper.value,
        large=large,
        address="" if no_code else address,
    )
    printed = print_handout(open_use_cases(folder), wish)
    written(out, printed.pdf)
    typer.echo(f"{printed.title}: {out}")
