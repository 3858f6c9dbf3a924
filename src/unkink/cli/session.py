"""`unkink session`: a guided session in the terminal."""

from __future__ import annotations

import sys
from enum import StrEnum
from io import StringIO
from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder


class LevelChoice(StrEnum):
    """How hard, from the gentlest to the article's own."""

    L0 = "L0"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"


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
ProgrammeId = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        show_default=False,
        help="plan (the default), gentle or article.",
    ),
]
LevelOption = Annotated[
    LevelChoice | None,
    typer.Option("--level", show_default=False, help="How hard the chosen exercises are: L1."),
]
Long = Annotated[
    bool,
    typer.Option("--long", help="The programme with the upper ends of its doses."),
]
Speed = Annotated[
    float,
    typer.Option(min=0.1, max=1000, help="Let time run faster, to try it out."),
]


def session(  # noqa: PLR0913, PLR0917 - each is an option of its own
    minutes: Minutes = None,
    exercise: Exercises = None,
    programme: ProgrammeId = None,
    level: LevelOption = None,
    long: Long = False,  # noqa: FBT002 - a flag
    speed: Speed = 1.0,
    data: Data = None,
) -> None:
    """
    Be led through a session: what to do, for how long, which side, how many.

    The safety questions come first. Answers may also come from a pipe, one on each line.
    """
    from rich.console import Console  # noqa: PLC0415 - `unkink --help` starts fast

    from unkink.bootstrap import open_use_cases  # noqa: PLC0415
    from unkink.core.plan.choice import OWN_PLAN, Asked  # noqa: PLC0415
    from unkink.terminal.session import Wish, run  # noqa: PLC0415

    if programme and exercise:
        raise typer.BadParameter("Choose a programme or exercises, not both.")
    if level and not exercise:
        raise typer.BadParameter("A level goes with --exercise; a programme has its own.")
    asked = Asked(
        programme=None if exercise else programme or OWN_PLAN,
        exercises=tuple(exercise or ()),
        minutes=minutes,
        level=level.value if level else "L1",
        high=long,
    )
    wish = Wish(asked=asked, speed=speed)
    # With standard input closed there is none at all; that answers nothing, like an empty one.
    answers = sys.stdin or StringIO()
    run(open_use_cases(data_folder(data)), wish, Console(highlight=False), answers)
