"""Write the pages that come from the code: `python docs/generate.py`. A test keeps them fresh."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import typer
import typer.main
from typer.cli import get_docs_for_click

from pages.exercises import exercises_page
from pages.precautions import precautions_page
from pages.rules import rules_page
from pages.safety import safety_page
from pages.schema import schema_text
from unkink import cli, settings
from unkink.catalogue import BUILT_IN, read_catalogue
from unkink.core.coach import events
from unkink.core.history import record
from unkink.exchange.tables import TABLES
from unkink.paint import picture, to_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from unkink.core.history.record import Value

DOCS = Path(__file__).parent
EXERCISES = tuple(read_catalogue().exercises.values())
NOTICE = "<!-- Made by docs/generate.py from the code. Do not edit. -->\n\n"


def commands_page() -> str:
    """Tell every command as its own `--help` does."""
    command = typer.main.get_command(cli.app)
    context = typer.Context(command, info_name="unkink")
    text = get_docs_for_click(obj=command, ctx=context, name="unkink", title="Commands")
    intro = (
        "In the checkout, `./run ARGS` is `unkink ARGS`. Exit status: 0 done, 1 refused for a "
        "reason told on standard error, 2 wrong usage.\n\n"
    )
    title, _, rest = text.partition("\n\n")
    return f"{title}\n\n{intro}{rest.rstrip()}\n"


def settings_page() -> str:
    """Tell every setting: what it does, what it takes, what it is at first."""
    rows = [
        f"| `{one.name}` | {one.help} | {settings.allowed_words(one)} | {_shown(one.default)} |"
        for one in settings.TABLE
    ]
    head = ["| Setting | What it does | Takes | At first |", "|---|---|---|---|"]
    return "\n".join(["# Settings", "", *head, *rows, ""]).replace("[^\\x00-\\x1f]", "text")


def _shown(default: Value) -> str:
    if default == "":
        return "empty"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def events_page() -> str:
    """Tell every event: those of the record, and those of the coach that watches."""
    kept = [f"| `{kind}` | {meaning} |" for kind, meaning in record.EVENT_MEANINGS.items()]
    seen = [
        f"| `{kind.__name__}` | {_first_line(kind)} | "
        + ", ".join(f"`{each.name}`" for each in fields(kind))
        + " |"
        for kind in get_args(events.Event)
    ]
    lines = [
        "# Events",
        "",
        "## In the record",
        "",
        "Appended as they happen, numbered from 1, each with its position on the schedule.",
        "",
        "| Event | Says |",
        "|---|---|",
        *kept,
        "",
        "## From the coach that watches",
        "",
        "| Event | Says | Tells |",
        "|---|---|---|",
        *seen,
        "",
    ]
    return "\n".join(lines)


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def tables_page() -> str:
    """Tell every column of the tables a record leaves in."""
    lines = [
        "# The tables",
        "",
        "What `unkink export --format csv` writes into a `.zip`: one file a table. Into any other",
        "file it writes one table: `sessions` with `exercises`, a row for each exercise of each",
        "session; a column of both then has `exercise_` before its name. Text is UTF-8,",
        "decimals have a point, an empty cell was not told. Words that a spreadsheet would take",
        "for a formula have a `'` before them.",
    ]
    for name, table in TABLES.items():
        columns = [f"| `{column}` | {words} |" for column, words in table.columns.items()]
        lines += [
            "",
            f"## `{name}.csv`",
            "",
            table.words,
            "",
            "| Column | Means |",
            "|---|---|",
            *columns,
        ]
    return "\n".join([*lines, ""])


def pictures() -> dict[str, str]:
    """Paint every exercise, for the pages and the README."""
    return {
        f"{exercise.id}.svg": to_svg(picture(exercise.movements["main"]), title=exercise.name)
        for exercise in EXERCISES
    }


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "commands.md": commands_page,
    "events.md": events_page,
    "exercises.md": lambda: exercises_page(EXERCISES),
    "precautions.md": lambda: precautions_page(EXERCISES),
    "../SAFETY.md": lambda: safety_page(EXERCISES),
    "rules.md": rules_page,
    "settings.md": settings_page,
    "tables.md": tables_page,
}


def generate() -> None:
    """Write every page, every picture and the schema of exercise files anew."""
    (DOCS / "pictures").mkdir(exist_ok=True)
    for name, svg in pictures().items():
        (DOCS / "pictures" / name).write_text(svg + "\n", encoding="utf-8")
    for name, page in PAGES.items():
        (DOCS / name).write_text(NOTICE + page(), encoding="utf-8")
    (BUILT_IN / "schema.json").write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    generate()
