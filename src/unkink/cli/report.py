"""`unkink report`: some weeks on a page or two, for a clinician."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder, written
from unkink.cli.options import Paper, PaperChoice, Pdf

From = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        show_default=False,
        help="The first day it tells of: year-month-day. Else twelve weeks before the last.",
    ),
]
To = Annotated[
    datetime | None,
    typer.Option(
        "--to",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        show_default=False,
        help="The last day it tells of: today.",
    ),
]
Name = Annotated[
    str,
    typer.Option(
        "--name", show_default=False, help="Whose report it is. It may do without a name."
    ),
]


def report(
    out: Pdf,
    first: From = None,
    last: To = None,
    name: Name = "",
    paper: Paper = PaperChoice.a4,
    data: Data = None,
) -> None:
    """
    Print what was asked, done and measured, for your clinician.

    Pain day by day, sessions, measures, safety answers, which rules changed the plan, and whether
    it helps, with how sure that is. Nothing leaves this machine but the paper you hand over.
    """
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `--help` stays fast
    from unkink.documents import ReportWish, print_report  # noqa: PLC0415

    wish = ReportWish(
        first=first.date() if first else None,
        last=last.date() if last else None,
        name=name,
        paper=paper.value,
    )
    printed = print_report(open_use_cases(data_folder(data)), wish)
    written(out, printed.pdf)
    typer.echo(f"{printed.title}: {out}")
