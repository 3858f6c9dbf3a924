"""`unkink export`: the record for other programs and other people."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, data_folder, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from unkink.app import UseCases


class FormatChoice(StrEnum):
    """The formats a record can leave in."""

    json = "json"
    csv = "csv"
    fhir = "fhir"
    ics = "ics"
    omh = "omh"
    pdf = "pdf"


FormatOption = Annotated[
    FormatChoice,
    typer.Option(
        "--format",
        show_default=False,
        help="json: everything, to take in again; csv: one table, or all of them into a FILE.zip; "
        "fhir: for a clinic; ics: a calendar; omh: Open mHealth, for studies; "
        "pdf: the report for a clinician.",
    ),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="The file to write.", dir_okay=False)
]


def export(form: FormatOption, out: Out, data: Data = None) -> None:
    """Write your whole record into a file, for other programs or other people."""
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `unkink --help` starts fast

    cases = open_use_cases(data_folder(data))
    content = _writer(form, out)(cases)
    written(out, content)
    typer.echo(f"Your record is in {out}.")
    if form is FormatChoice.fhir:
        for each in _left_out(content):
            typer.echo(f"Left out, since FHIR has no room for it: {each}.", err=True)


def _writer(form: FormatChoice, out: Path) -> Callable[[UseCases], bytes]:
    from unkink.exchange.formats import FORMATS  # noqa: PLC0415 - some of them load slowly
    from unkink.exchange.tables import write_one_table  # noqa: PLC0415

    if form is FormatChoice.pdf:
        return _report
    if form is FormatChoice.csv and out.suffix.lower() != ".zip":
        return lambda cases: write_one_table(cases.keeping.export())
    return lambda cases: FORMATS[form.value].write(cases.keeping.export())


def _left_out(content: bytes) -> tuple[str, ...]:
    from unkink.exchange.fhir import left_out  # noqa: PLC0415 - only for this format

    return left_out(content)


def _report(cases: UseCases) -> bytes:
    from unkink.documents import ReportWish, print_report  # noqa: PLC0415 - it loads slowly

    return print_report(cases, ReportWish()).pdf
