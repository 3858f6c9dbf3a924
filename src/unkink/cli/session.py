"""`unkink session`: a guided session in the terminal."""

from __future__ import annotations

import sys
from io import StringIO
from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder
from unkink.cli.options import Exercises, Level, Minutes, level_of

ProgrammeId = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        show_default=False,
        help="plan (the default), gentle or article.",
    ),
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
    level: Level = None,
    long: Long = False,  # noqa: FBT002 - a flag
    speed: Speed = 1.0,
    data: Data = None,
) -> None:
    """
    Be led through a session: what to do, for how long, which side, how many.

    The safety questions come first. Answers may also come from a pipe, one on each line.
    """
    from rich.console import Console  # noqa: PLC0415 - `unkink --help` starts fast

    from unkink.bootstrap import leading, open_use_cases  # noqa: PLC0415
    from unkink.core.plan.choice import OWN_PLAN, Asked  # noqa: PLC0415
    from unkink.terminal.session import Wish, run  # noqa: PLC0415

    chosen = level_of(level, programme=programme, exercises=exercise)
    asked = Asked(
        programme=None if exercise else programme or OWN_PLAN,
        exercises=tuple(exercise or ()),
        minutes=minutes,
        level=chosen.value,
        high=long,
    )
    wish = Wish(asked=asked, speed=speed)
    # With standard input closed there is none at all; that answers nothing, like an empty one.
    answers = sys.stdin or StringIO()
    folder = data_folder(data)
    with leading(folder):
        run(open_use_cases(folder), wish, Console(highlight=False), answers)
