"""`unkink replay`: the coach over one recording."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, Refused, data_folder, find
from unkink.cli.options import Json, Size, aspect_of
from unkink.landmarks.parts import is_video

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.body import Frame
    from unkink.core.coach.account import Account
    from unkink.core.coach.events import Event

Recording = Annotated[
    Path,
    typer.Argument(help="A video, or landmarks: .csv, .csv.gz or .jsonl.", show_default=False),
]
ExerciseId = Annotated[
    str | None,
    typer.Option("--exercise", metavar="ID", help="What is being done; else it is recognised."),
]
From = Annotated[float | None, typer.Option("--from", metavar="S", help="Begin at this second.")]
To = Annotated[float | None, typer.Option("--to", metavar="S", help="End at this second.")]
Landmarks = Annotated[
    Path | None,
    typer.Option(
        "--landmarks", metavar="FILE", help="Keep a video's landmarks here: .csv or .csv.gz."
    ),
]
Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotated",
        metavar="FILE",
        help="Write a video with what was seen drawn over it: .mp4, .mkv or .webm.",
    ),
]


def replay(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    recording: Recording,
    exercise: ExerciseId = None,
    size: Size = None,
    from_: From = None,
    to: To = None,
    landmarks: Landmarks = None,
    annotated: Annotate = None,
    json: Json = False,  # noqa: FBT002 - a flag
    data: Data = None,
) -> None:
    """Let the coach watch a recording and say what was done."""
    from unkink.batch.prediction import Prediction, line  # noqa: PLC0415
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415 - `--help` stays fast
    from unkink.cli import replay_video  # noqa: PLC0415
    from unkink.core.coach.judging import NotJudgedError, judge  # noqa: PLC0415

    _check_span(from_, to)
    replay_video.check_options(recording, landmarks=landmarks, annotated=annotated)
    exercises = read_catalogue(folders_for(data_folder(data))).exercises
    if exercise is not None:
        find(exercise, exercises, "exercise")  # before a long video is looked at
    seen = None
    if is_video(recording):
        seen = replay_video.watched(recording, from_s=from_, to_s=to)
        name, frames = seen.name, seen.frames
        if landmarks is not None:
            replay_video.keep(seen, landmarks)
    else:
        name, frames = _read(recording, size, from_=from_, to=to, quiet=json)
    try:
        shape_known = seen is not None or size is not None
        judged = judge(frames, exercises, expected=exercise, shape_known=shape_known)
    except NotJudgedError as problem:
        raise Refused(str(problem)) from None
    if seen is not None and annotated is not None:
        names = {one.id: one.name for one in exercises.values()}
        replay_video.draw(
            recording, annotated, seen, events=judged.events, names=names, expected=exercise
        )
    if json:
        typer.echo(line(Prediction(name, judged.account)))
    else:
        _show(name, judged.account, judged.events, judged.note)


def _read(
    recording: Path, size: str | None, *, from_: float | None, to: float | None, quiet: bool
) -> tuple[str, tuple[Frame, ...]]:
    """Read recorded landmarks between two seconds; rows that are left out are told."""
    from unkink.landmarks import UnreadableRecordingError, read_recording  # noqa: PLC0415

    try:
        read = read_recording(recording, aspect=aspect_of(size))
    except UnreadableRecordingError as problem:
        raise Refused(str(problem)) from None
    if size is None and not quiet:
        typer.echo("No --size given: taking the picture as 16:9.", err=True)
    if read.bad_rows:
        first = read.bad_rows[0]
        typer.echo(
            f"unkink: {len(read.bad_rows)} row(s) left out; line {first.line}: {first.reason}.",
            err=True,
        )
    return read.name, tuple(
        frame
        for frame in read.frames
        if (from_ is None or frame.t_s >= from_) and (to is None or frame.t_s <= to)
    )


def _check_span(from_s: float | None, to_s: float | None) -> None:
    """Refuse a part that no recording has, before the recording is read."""
    for option, second in (("--from", from_s), ("--to", to_s)):
        if second is not None and not 0.0 <= second < math.inf:
            message = f"{option} is a second of the recording, as in 12.5; not '{second:g}'."
            raise typer.BadParameter(message)
    if from_s is not None and to_s is not None and from_s > to_s:
        message = f"--from {from_s:g} is after --to {to_s:g}: nothing lies between."
        raise typer.BadParameter(message)


def _show(name: str, account: Account, events: Sequence[Event], note: str) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from unkink.cli.replay_words import happened  # noqa: PLC0415

    console = Console(highlight=False)
    done = account.exercise or "none of ours"
    console.print(f"[bold]{name}[/bold]: {done}")
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right", style="dim")
    table.add_column()
    for event in events:
        if words := happened(event):
            table.add_row(f"{event.at_s:.1f} s", words)
    console.print(table)
    counted = [f"{count} {side}" for side, count in account.reps.items() if count]
    held_s = sum(held.end_s - held.start_s for held in account.holds)
    console.print(f"Repetitions: {', '.join(counted) or 'none'}. Held: {held_s:.1f} s in all.")
    console.print(f"Judged {account.judged_fraction:.0%} of the time; the rest is not a failure.")
    if account.form is None:
        console.print("Form: not judged.")
    else:
        said = "without a fault" if account.form >= 0.995 else f"{account.form:.2f} of 1"
        console.print(f"Form: {said}, judged for {account.form_s:.0f} s.")
    if note:
        console.print(note)
