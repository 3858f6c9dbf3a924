"""What `unkink replay` does with a video: look at it, keep what was seen, draw it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from unkink.cli.common import Refused
from unkink.cli.replay_words import REASONS
from unkink.core.coach.scoreboard import board_at, scoreboards
from unkink.landmarks.parts import MissingPartsError, is_video

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from unkink.core.coach.events import Event
    from unkink.core.coach.scoreboard import Scoreboard
    from unkink.landmarks.annotated import Caption
    from unkink.landmarks.video import Watched


def watched(path: Path, *, from_s: float | None, to_s: float | None) -> Watched:
    """Look at a video while a bar tells how far it is."""
    from unkink.landmarks.recordings import UnreadableRecordingError  # noqa: PLC0415 - likewise

    span = {name: s for name, s in (("from_s", from_s), ("to_s", to_s)) if s is not None}
    try:
        from unkink.landmarks.video import watch_video  # noqa: PLC0415 - needs the extra parts

        with _bar(f"Watching {path.name}", from_s or 0.0) as told:
            seen = watch_video(path, told=told, **span)
    except (MissingPartsError, UnreadableRecordingError) as problem:
        raise Refused(str(problem)) from None
    if not seen.frames:
        message = f"{path.name}: there is no picture in that time."
        raise Refused(message)
    if seen.broken_off_s is not None:
        typer.echo(
            f"unkink: {path.name} breaks off at {seen.broken_off_s:.1f} s, before its end; "
            "what is there was watched.",
            err=True,
        )
    return seen


def check_options(recording: Path, *, landmarks: Path | None, annotated: Path | None) -> None:
    """Refuse what can't be written before a long video is looked at."""
    asked = (
        ("--landmarks", landmarks, (".csv", ".csv.gz")),
        ("--annotated", annotated, (".mp4", ".mkv", ".webm")),
    )
    for option, path, endings in asked:
        if path is None:
            continue
        why = ""
        if not is_video(recording):
            why = f"{option} goes with a video; {recording.name} is none."
        elif not path.name.lower().endswith(endings):
            why = f"{option} writes {', '.join(endings)}; not '{path.name}'."
        elif path.resolve() == recording.resolve():
            why = f"{option} would overwrite {recording.name} itself."
        elif not path.resolve().parent.is_dir():
            why = f"{option}: there is no folder {path.resolve().parent}."
        if why:
            raise typer.BadParameter(why)


def keep(seen: Watched, path: Path) -> None:
    """Keep the landmarks, and say how they are replayed."""
    from unkink.landmarks.keeping import keep_landmarks  # noqa: PLC0415 - only when asked for

    try:
        keep_landmarks(seen, path)
    except OSError as problem:
        raise Refused(f"{path} can't be written ({problem.strerror}).") from None
    typer.echo(
        f"unkink: kept in {path}; replay it with --size {seen.width}x{seen.height}.", err=True
    )


def draw(
    recording: Path,
    out: Path,
    seen: Watched,
    *,
    events: Sequence[Event],
    names: Mapping[str, str],
    expected: str | None,
) -> None:
    """Write the video with the skeleton, the counts and the hold's clock over it."""
    from unkink.landmarks.annotated import annotate  # noqa: PLC0415 - needs the extra parts

    boards = scoreboards(events)

    def at(t_s: float) -> Caption:
        return _caption(board_at(boards, t_s), names=names, expected=expected)

    start_s, end_s = seen.frames[0].t_s, seen.frames[-1].t_s
    try:
        with _bar(f"Drawing {out.name}", start_s) as told:
            annotate(
                recording,
                out,
                frames=seen.frames,
                caption=at,
                told=lambda t_s: told(t_s, end_s),
            )
    except OSError as problem:
        raise Refused(f"{out} can't be written ({problem.strerror or problem}).") from None


def _caption(board: Scoreboard, *, names: Mapping[str, str], expected: str | None) -> Caption:
    from unkink.landmarks.annotated import Caption  # noqa: PLC0415 - needs the extra parts

    exercise = expected or board.exercise
    figures = [_counted(side, count) for side, count in board.reps] or [("0", "repetitions")]
    if board.held_s is not None and board.hold is not None:
        side = "" if board.hold.side == "both" else f" {board.hold.side}"
        figures.append((f"{board.held_s:.1f} s", f"held{side}"))
    if board.cue is not None:
        note = board.cue.say
    elif board.unseen is not None:
        note = f"Not judged: {REASONS[board.unseen]}"
    else:
        note = ""
    title = names.get(exercise, exercise) if exercise else "No exercise recognised yet"
    return Caption(title, tuple(figures), note)


def _counted(side: str, count: int) -> tuple[str, str]:
    word = "repetition" if count == 1 else "repetitions"
    return str(count), word if side == "both" else side


@contextmanager
def _bar(words: str, start_s: float) -> Iterator[Callable[[float, float | None], None]]:
    """Show a bar with the time left on the error output, where that is a terminal."""
    from rich.console import Console  # noqa: PLC0415 - commands start fast
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeRemainingColumn(),
        console=console,
        # Drawn only from here, never by a thread of its own: while the model is at work, nothing
        # may write to the error output.
        auto_refresh=False,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(words, total=None)

        def told(t_s: float, end_s: float | None) -> None:
            total = None if end_s is None else max(end_s - start_s, 0.0)
            bar.update(task, completed=t_s - start_s, total=total, refresh=True)

        yield told
