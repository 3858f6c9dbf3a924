"""`unkink picture`: one exercise as an SVG picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from unkink.cli.common import Data, data_folder, find, written

Id = Annotated[str, typer.Argument(metavar="ID", help="Which exercise.")]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="Where to write it.", dir_okay=False)
]
Named = Annotated[str, typer.Option("--movement", metavar="NAME", help="Which of its movements.")]
PoseName = Annotated[
    str | None,
    typer.Option(
        "--pose", metavar="NAME", show_default=False, help="Which key pose; else its best."
    ),
]
WhichSide = Annotated[Literal["left", "right"], typer.Option("--side", help="Which side.")]


def picture(
    exercise: Id,
    out: Out,
    movement: Named = "main",
    pose: PoseName = None,
    side: WhichSide = "left",
    data: Data = None,
) -> None:
    """Paint one exercise, to look at or to print: also the way to tune a pose by eye."""
    from unkink import paint  # noqa: PLC0415 - `--help` stays fast
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415

    catalogue = read_catalogue(folders_for(data_folder(data)))
    found = find(exercise, catalogue.exercises, "exercise")
    moved = find(movement, found.movements, f"movement of {exercise}")
    if pose is not None:
        find(pose, moved.poses, f"pose of {exercise} {movement}")
    svg = paint.to_svg(paint.picture(moved, pose=pose, side=side), title=found.name)
    written(out, f"{svg}\n".encode())
