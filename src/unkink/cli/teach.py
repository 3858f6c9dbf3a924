"""`unkink teach`: an exercise file learnt from one or a few demonstrations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, Refused, data_folder, written
from unkink.cli.options import Size, aspect_of
from unkink.landmarks.parts import is_video

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.batch.teaching.exercise_file import Learnt
    from unkink.core.body import Frame
    from unkink.core.definition.exercise import Exercise

Recordings = Annotated[
    list[Path],
    typer.Argument(
        metavar="RECORDING",
        help="Demonstrations of one exercise: landmarks (.csv, .csv.gz, .jsonl) or videos.",
        show_default=False,
    ),
]
Id = Annotated[str, typer.Option("--id", metavar="ID", help="Small letters, digits and _.")]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="What people call it.")]
Out = Annotated[
    Path,
    typer.Option(
        "--out", metavar="FILE", help="Where to write it: ID.toml, as the file is named after it."
    ),
]


def teach(
    recordings: Recordings,
    id_: Id,
    name: Name,
    out: Out,
    size: Size = None,
    data: Data = None,
) -> None:
    """
    Learn an exercise from demonstrations: begin at rest, go, perhaps stay, come back; some times.

    What a camera can't tell (what it is for, who must not do it) is left for you to fill in.
    """
    from unkink.batch.teaching.exercise_file import text_of  # noqa: PLC0415 - slow to load
    from unkink.batch.teaching.learning import learnt_from  # noqa: PLC0415
    from unkink.batch.teaching.shown import NothingShownError  # noqa: PLC0415
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415

    exercises = read_catalogue(folders_for(data_folder(data))).exercises
    _check(id_, name, out, [*exercises])
    demonstrations = [_frames(recording, size) for recording in recordings]
    try:
        learnt = learnt_from(demonstrations, id_=id_, name=name, exercises=exercises)
    except NothingShownError as problem:
        raise Refused(f"nothing can be learnt: {problem}") from None
    written(out, text_of(learnt).encode())
    _tell(out, learnt, _read_back(out), demonstrations)


def _check(id_: str, name: str, out: Path, taken: Sequence[str]) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", id_):
        raise typer.BadParameter("--id: small letters, digits and _, beginning with a letter.")
    if not name.strip():
        raise typer.BadParameter("--name must not be empty.")
    if out.name != f"{id_}.toml":
        raise typer.BadParameter(f"--out: an exercise file is named after its id: {id_}.toml.")
    if not out.resolve().parent.is_dir():
        raise typer.BadParameter(f"--out: there is no folder {out.resolve().parent}.")
    if id_ in taken:
        raise Refused(f"there is an exercise '{id_}' already. Choose another --id.")


def _frames(recording: Path, size: str | None) -> Sequence[Frame]:
    from unkink.cli import replay_video  # noqa: PLC0415
    from unkink.landmarks import UnreadableRecordingError, read_recording  # noqa: PLC0415

    if is_video(recording):
        return replay_video.watched(recording, from_s=None, to_s=None).frames
    try:
        return read_recording(recording, aspect=aspect_of(size)).frames
    except UnreadableRecordingError as problem:
        raise Refused(str(problem)) from None


def _read_back(out: Path) -> Exercise:
    from unkink.catalogue import read_files  # noqa: PLC0415

    catalogue = read_files([out])
    if catalogue.problems:
        told = "; ".join(f"{each.key}: {each.message}" for each in catalogue.problems)
        raise RuntimeError(f"the file that was written is not sound: {told}")
    return next(iter(catalogue.exercises.values()))


def _tell(
    out: Path, learnt: Learnt, exercise: Exercise, demonstrations: Sequence[Sequence[Frame]]
) -> None:
    """Say what was learnt, and what the coach counts of it."""
    from unkink.core.coach.judging import judge  # noqa: PLC0415

    accounts = [
        judge(frames, {exercise.id: exercise}, expected=exercise.id) for frames in demonstrations
    ]
    counted = sum(sum(each.account.reps.values()) for each in accounts)
    held = f", held {learnt.hold_s:.0f} s each" if learnt.hold_s else ""
    typer.echo(f"{exercise.name}: {learnt.reps} repetitions shown{held}; it counts {counted}.")
    if accounts[0].note or not counted:
        typer.echo("One camera can't tell this movement surely: it will only be timed.")
    typer.echo(f'Written to {out}. Fill in what begins with "Fill this in:", then have it looked')
    typer.echo("at by somebody who knows: nobody has. Try it: unkink picture, unkink check.")
