"""`unkink score`: the coach over many recordings, and how right it was."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from unkink.cli.common import Data, Refused, data_folder, find
from unkink.cli.options import USUAL_ASPECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.batch.labels import Label, Taken
    from unkink.batch.metrics import Compared
    from unkink.batch.scoring import Scored, Task

Recordings = Annotated[
    list[Path],
    typer.Argument(
        metavar="RECORDING",
        help="Landmarks (.csv, .csv.gz, .jsonl) or videos.",
        show_default=False,
    ),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="Where the lines go: predictions.jsonl.")
]
Index = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="FILE",
        help="A CSV of recording,width,height and, where the coach is told it, exercise.",
    ),
]
Labels = Annotated[
    Path | None,
    typer.Option(
        "--labels", metavar="FILE", help="What a person saw, .csv or .jsonl: gives the metrics."
    ),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, max=256, help="So many at a time; else all cores.")
]


def score(
    recordings: Recordings,
    out: Out,
    index: Index = None,
    labels: Labels = None,
    jobs: Jobs = None,
    data: Data = None,
) -> None:
    """
    Let the coach watch many recordings: one line of JSON for each, in the order given.

    A recording that can't be judged gets a line with the reason; then the exit status is 1.
    """
    from unkink.batch.labels import UnusableTableError, read_index, read_labels  # noqa: PLC0415
    from unkink.catalogue import folders_for, read_catalogue  # noqa: PLC0415

    _check_out(out, [*recordings, *filter(None, (index, labels))])
    folders = folders_for(data_folder(data))
    try:
        taken = read_index(index) if index is not None else {}
        seen = read_labels(labels) if labels is not None else ()
    except UnusableTableError as problem:
        raise Refused(str(problem)) from None
    known = read_catalogue(folders).exercises
    for name in [*(one.exercise for one in taken.values()), *(one.exercise for one in seen)]:
        if name is not None:
            find(name, known, "exercise")
    tasks = _tasks(recordings, taken, seen)
    compared, failed = _written(tasks, folders, out, seen=seen, jobs=jobs)
    if labels is not None:
        _show(compared, labels)
    typer.echo(f"{len(tasks) - failed} of {len(tasks)} recordings judged, in {out}.")
    if failed:
        raise typer.Exit(1)


def _check_out(out: Path, read: Sequence[Path]) -> None:
    """Refuse what can't be written before the work begins."""
    if not out.resolve().parent.is_dir():
        raise typer.BadParameter(f"--out: there is no folder {out.resolve().parent}.")
    if out.is_dir():
        raise typer.BadParameter(f"--out: {out} is a folder.")
    if out.resolve() in {path.resolve() for path in read}:
        raise typer.BadParameter(f"--out would overwrite {out}, which is to be read.")


def _tasks(
    recordings: Sequence[Path], taken: Mapping[str, Taken], seen: Sequence[Label]
) -> list[Task]:
    from unkink.batch.prediction import name_of  # noqa: PLC0415
    from unkink.batch.scoring import Task  # noqa: PLC0415
    from unkink.landmarks.parts import is_video  # noqa: PLC0415

    names = [name_of(path) for path in recordings]
    if double := [name for name, times in Counter(names).items() if times > 1]:
        _warn(f"several recordings are called {double[0]}: their lines can't be told apart.")
    tasks = []
    unknown = 0
    for name, path in zip(names, recordings, strict=True):
        how = taken.get(path.name) or taken.get(name)
        stretches = tuple((one.start_s, one.end_s) for one in seen if one.recording == name)
        aspect = how.aspect if how else USUAL_ASPECT
        known = how is not None or is_video(path)
        exercise = how.exercise if how else None
        unknown += not known
        tasks.append(Task(path, aspect, exercise, stretches, shape_known=known))
    if unknown:
        _warn(f"no size is known of {unknown} recording(s): taking the picture as 16:9.")
    if unmet := {one.recording for one in seen} - set(names):
        _warn(f"{len(unmet)} labelled recording(s) are not among those given: {min(unmet)}, ...")
    return tasks


def _written(
    tasks: Sequence[Task],
    folders: Sequence[Path],
    out: Path,
    *,
    seen: Sequence[Label],
    jobs: int | None,
) -> tuple[list[Compared], int]:
    """Write the lines, all or none; give what can be compared, and how many failed."""
    from unkink.batch.metrics import Compared  # noqa: PLC0415
    from unkink.batch.prediction import line  # noqa: PLC0415

    compared: list[Compared] = []
    failed = 0
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            for task, scored in zip(tasks, _scored(tasks, folders, jobs=jobs), strict=True):
                prediction = scored.prediction
                file.write(line(prediction) + "\n")
                failed += bool(prediction.reason)
                if why := prediction.reason or scored.note:
                    _warn(why if task.path.name in why else f"{task.path.name}: {why}")
                told = task.exercise is not None
                labels = [one for one in seen if one.recording == prediction.recording]
                compared += [
                    Compared(label, account, told, lasts_s)
                    for label, (account, lasts_s) in zip(labels, scored.stretches, strict=True)
                ]
        part.replace(out)
    except OSError as problem:
        raise Refused(f"{out} can't be written ({problem.strerror}).") from None
    finally:
        part.unlink(missing_ok=True)
    return compared, failed


def _scored(
    tasks: Sequence[Task], folders: Sequence[Path], *, jobs: int | None
) -> Iterator[Scored]:
    """Score them while a bar on stderr tells how far it is."""
    import os  # noqa: PLC0415

    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    from unkink.batch.scoring import ScoringStoppedError, score_all  # noqa: PLC0415

    console = Console(stderr=True)
    shown = Progress(console=console, transient=True, disable=not console.is_terminal)
    try:
        with shown as progress:
            bar = progress.add_task("Watching", total=len(tasks))
            for scored in score_all(tasks, folders, jobs=jobs or os.cpu_count() or 1):
                progress.advance(bar)
                yield scored
    except ScoringStoppedError as problem:
        raise Refused(str(problem)) from None


def _show(compared: Sequence[Compared], labels: Path) -> None:
    from rich.console import Console  # noqa: PLC0415

    from unkink.batch.metrics import metrics  # noqa: PLC0415
    from unkink.cli.score_words import tables  # noqa: PLC0415

    if not compared:
        _warn(f"{labels.name} says nothing about these recordings.")
        return
    console = Console(highlight=False)
    for table in tables(metrics(compared)):
        console.print(table)


def _warn(message: str) -> None:
    typer.echo(f"unkink: {message}", err=True)
