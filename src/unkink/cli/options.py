"""The options that several commands share: one name, one help and one limit for one thing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class LevelChoice(StrEnum):
    """How hard, from the gentlest to the article's own."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"


class PaperChoice(StrEnum):
    """The sheets people have."""

    a4 = "a4"
    letter = "letter"


Minutes = Annotated[
    float | None,
    typer.Option(min=1, max=240, show_default=False, help="At most so many minutes."),
]
Exercises = Annotated[
    list[str] | None,
    typer.Option(
        "--exercise",
        metavar="ID",
        show_default=False,
        help="Only this exercise; repeat it for more, the most important first.",
    ),
]
Level = Annotated[
    LevelChoice | None,
    typer.Option("--level", show_default=False, help="How hard the chosen exercises are: L1."),
]
Json = Annotated[bool, typer.Option("--json", help="As JSON, for other programs.")]
Pdf = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="The PDF to write.", dir_okay=False)
]
Paper = Annotated[PaperChoice, typer.Option("--paper", help="The sheet.")]
Size = Annotated[
    str | None,
    typer.Option("--size", metavar="WxH", help="The picture's width and height, e.g. 640x360."),
]
USUAL_ASPECT = 16 / 9


def level_of(
    level: LevelChoice | None, *, programme: str | None, exercises: list[str] | None
) -> LevelChoice:
    """Give the level of chosen exercises; refuse what can't be asked for together."""
    if programme and exercises:
        raise typer.BadParameter("Choose a programme or exercises, not both.")
    if level and not exercises:
        raise typer.BadParameter("A level goes with --exercise; a programme has its own.")
    return level or LevelChoice.L1


def aspect_of(size: str | None) -> float:
    """Give the picture's width by its height."""
    if size is None:
        return USUAL_ASPECT
    width, _, height = size.lower().partition("x")
    try:
        aspect = float(width) / float(height)
    except (ValueError, ZeroDivisionError):
        aspect = 0.0
    if not 0.1 <= aspect <= 10.0:
        message = f"--size is the picture's width and height, as in 640x360; not '{size}'."
        raise typer.BadParameter(message)
    return aspect
