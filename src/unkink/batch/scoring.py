"""Recordings scored one by one or by several processes, in the order given."""

from __future__ import annotations

import math
import multiprocessing
import signal
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.batch.prediction import NOTHING, Prediction, name_of
from unkink.catalogue import read_catalogue
from unkink.core.coach.judging import NotJudgedError, judge, watched
from unkink.core.coach.watch import Watch
from unkink.core.definition.exercise import Exercise
from unkink.landmarks import UnreadableRecordingError, read_recording
from unkink.landmarks.parts import MissingPartsError, is_video

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from unkink.core.body import Frame
    from unkink.core.coach.account import Account

MOST_IN_CHUNK: Final = 16
"""Recordings handed to a process at a time: enough to hide the handing, few enough to be told."""
Stretch = tuple[float, float]
"""From a second to a second."""


class ScoringStoppedError(Exception):
    """No more can be scored, for the reason in the message."""


class Task(NamedTuple):
    """One recording to score: its picture's width by height, and the exercise if it is told."""

    path: Path
    aspect: float
    exercise: str | None = None
    stretches: tuple[Stretch, ...] = ()
    """Also to be judged each on its own, as labels speak of them."""
    shape_known: bool = True
    """Whether that width by height is the picture's own, not only assumed."""


class Scored(NamedTuple):
    """One recording's line; and for each of its stretches an account, and how long it lasts."""

    prediction: Prediction
    stretches: tuple[tuple[Account, float], ...] = ()
    note: str = ""
    """What was left out of it; empty when nothing was."""


@dataclass(frozen=True, slots=True)
class Coach:
    """The catalogue, and what to watch in each exercise: worked out once."""

    exercises: Mapping[str, Exercise]
    watches: Mapping[str, Watch]

    @classmethod
    def of(cls, folders: Sequence[Path]) -> Coach:
        """Read the catalogue."""
        exercises = read_catalogue(folders).exercises
        return cls(exercises, watched(exercises))

    def score(self, task: Task) -> Scored:
        """Score one recording; whatever is wrong with it is told in its line."""
        name = name_of(task.path)
        try:
            frames, note = _frames(task)
            account = self.account(frames, task.exercise, shape_known=task.shape_known)
            stretches = tuple(self._stretch(task, frames, each) for each in task.stretches)
        except (UnreadableRecordingError, MissingPartsError, NotJudgedError) as problem:
            reason = str(problem)
        except Exception as bug:  # noqa: BLE001 - one recording's bug must not cost the others
            reason = f"this should not have happened ({type(bug).__name__}: {bug})"
        else:
            return Scored(Prediction(name, account), stretches, note)
        reason = " ".join(reason.split())
        return Scored(Prediction(name, NOTHING, reason), ((NOTHING, 0.0),) * len(task.stretches))

    def account(
        self, frames: Sequence[Frame], exercise: str | None, *, shape_known: bool = True
    ) -> Account:
        """Judge frames as `unkink replay` does."""
        known, all_of_them = self.watches, self.exercises
        return judge(
            frames, all_of_them, expected=exercise, known=known, shape_known=shape_known
        ).account

    def _stretch(
        self, task: Task, frames: Sequence[Frame], stretch: Stretch
    ) -> tuple[Account, float]:
        start_s, end_s = stretch
        part = [frame for frame in frames if start_s <= frame.t_s <= end_s]
        if not part:
            # What the label speaks of is not in the recording: nothing of it was seen.
            return NOTHING, end_s - start_s if math.isfinite(end_s - start_s) else 0.0
        account = self.account(part, task.exercise, shape_known=task.shape_known)
        return account, part[-1].t_s - part[0].t_s


def score_all(tasks: Sequence[Task], folders: Sequence[Path], *, jobs: int) -> Iterator[Scored]:
    """Score recordings by so many processes; results come in the order of the tasks."""
    jobs = min(jobs, len(tasks))
    if jobs <= 1:
        coach = Coach.of(folders)
        yield from map(coach.score, tasks)
        return
    size = max(1, min(MOST_IN_CHUNK, len(tasks) // (4 * jobs)))
    chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    # A fresh interpreter: a fork of one that has threads may hang.
    fresh = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, fresh, _prepare, (tuple(folders),))
    try:
        with _out_of_reach():
            futures = [pool.submit(_score, chunk) for chunk in chunks]
        for future in futures:
            yield from future.result()
    except BrokenProcessPool:
        message = "a process ended unexpectedly, perhaps for want of memory; try --jobs 1."
        raise ScoringStoppedError(message) from None
    except BaseException:
        # Whoever stops it waits for nobody's last recording.
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown()


@contextmanager
def _out_of_reach() -> Iterator[None]:
    """Start processes that Ctrl-C doesn't reach: it is for this one to end them, silently."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


_coach: Coach | None = None


def _prepare(folders: tuple[Path, ...]) -> None:
    global _coach  # noqa: PLW0603 - what a process of the pool works out once
    _coach = Coach.of(folders)


def _score(tasks: Sequence[Task]) -> list[Scored]:
    assert _coach is not None  # noqa: S101 - prepared before the first task
    return [_coach.score(task) for task in tasks]


def _frames(task: Task) -> tuple[Sequence[Frame], str]:
    if is_video(task.path):
        from unkink.landmarks.video import watch_video  # noqa: PLC0415 - needs the extra parts

        seen = watch_video(task.path, told=lambda _at_s, _end_s: None)
        broken = seen.broken_off_s
        return seen.frames, "" if broken is None else f"it breaks off at {broken:.1f} s"
    read = read_recording(task.path, aspect=task.aspect)
    if not read.bad_rows:
        return read.frames, ""
    first = read.bad_rows[0]
    left_out = f"{len(read.bad_rows)} row(s) left out; line {first.line}: {first.reason}"
    return read.frames, left_out
