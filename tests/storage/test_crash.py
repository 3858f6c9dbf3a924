"""The power may go at any moment."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tests.storage.records import new_session

from unkink.storage.folder import open_folder
from unkink.storage.place import FILE
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITER = Path(__file__).parent / "append_forever.py"
KILLS = 20


def _run_and_kill(asked: IO[str], told: IO[str], after_s: float) -> int:
    """Let a process append for a while, `kill -9` it, and return the last number it told."""
    asked.write("go\n")
    asked.flush()
    writer = int(told.readline())
    last = int(told.readline())
    time.sleep(after_s)
    os.kill(writer, signal.SIGKILL)
    # A number is written in one stroke, so it is told whole or not at all.
    for line in told:
        if int(line) == 0:
            break
        last = int(line)
    return last


def _kills(folder: Path) -> Iterator[tuple[int, int]]:
    chance = random.Random(20261123)  # noqa: S311 - no secret depends on it
    command = [sys.executable, str(WRITER), str(folder), "one"]
    with subprocess.Popen(  # noqa: S603 - our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writers:
        assert writers.stdin is not None
        assert writers.stdout is not None
        for _ in range(KILLS):
            told = _run_and_kill(writers.stdin, writers.stdout, chance.uniform(0.0, 0.05))
            kept = SqliteStore(open_folder(folder)).events("one")
            assert list(range(1, len(kept) + 1)) == [event.seq for event in kept]
            yield told, len(kept)
        writers.stdin.close()


def test_after_kill_9_no_event_that_was_acknowledged_is_missing(tmp_path: Path) -> None:
    """Twenty times in the middle of writing: every event told as kept is there, none twice."""
    new_session(SqliteStore(open_folder(tmp_path)), "one")

    lost = [(told, kept) for told, kept in _kills(tmp_path) if not told <= kept <= told + 1]
    assert [] == lost
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
