"""`unkink handout`: exercises on paper."""

from __future__ import annotations

from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder, written
from unkink.cli.options import Exercises, Level, Minutes, Paper, PaperChoice, Pdf, level_of

Which = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        show_default=False,
        help="gentle (the default), article, or plan for your own plan of today.",
    ),
]
Large = Annotated[
    bool, typer.Option("--large", help="In large print: an exercise a page, big pictures.")
]
NoCode = Annotated[
    bool,
    typer.Option("--no-code", help="Leave out the code that opens the page on this computer."),
]


def handout(  # noqa: PLR0913, PLR0917 - each is an option
    out: Pdf,
    programme: Which = None,
    exercise: Exercises = None,
    minutes: Minutes = None,
    level: Level = None,
    large: Large = False,  # noqa: FBT002 - a flag
    paper: Paper = PaperChoice.a4,
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

    chosen = level_of(level, programme=programme, exercises=exercise)
    folder = data_folder(data)
    address = served_at(folder) or DEFAULT_ADDRESS
    wish = Wish(
        programme=None if exercise else programme or "gentle",
        exercises=tuple(exercise or ()),
        minutes=minutes,
        level=chosen.value,
        paper=paper.value,
        large=large,
        address="" if no_code else address,
    )
    printed = print_handout(open_use_cases(folder), wish)
    written(out, printed.pdf)
    typer.echo(f"{printed.title}: {out}")
