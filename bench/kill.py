"""
How much of a session the power may take: `kill -9` at random moments, 500 times unless told else.

A process goes through sessions as a page does, by way of the use cases: an event every few
milliseconds, what the camera saw, now and then an easier plan. Whatever it was told is kept must be
there afterwards; what is lost is the time between the last thing kept and the end.

    python bench/kill.py [KILLS]
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from unkink.bootstrap import open_use_cases
from unkink.core.history.record import Before, Event
from unkink.core.history.sightings import Sighting
from unkink.core.plan.choice import Asked
from unkink.storage.folder import open_folder
from unkink.storage.place import FILE
from unkink.storage.sqlite import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.app import UseCases

SEED = 20_261_123
LONGEST_S = 0.6
EACH = 50
"""So many kills a folder: with a longer record, a session takes longer to be planned."""


class Killed(NamedTuple):
    """What one kill left."""

    whole: bool
    missing: int
    """Events told as kept, and not there."""
    lost_ms: float


def live(ready: UseCases, folder: Path, told: int) -> None:
    """Go through sessions until killed; tell each event, and when, once it is kept."""
    # No connection to the record may be shared with the process that forked.
    cases = replace(ready, store=SqliteStore(open_folder(folder)))
    while True:
        asked = cases.safety.questions()
        if asked.ask:
            cases.safety.answer(asked.version, dict.fromkeys(asked.ask, False))
        started = cases.sessions.start(Asked(programme="gentle"), Before(pain=1, stiffness=1))
        for number, segment in enumerate(started.schedule.segments):
            seq = number + 1
            event = Event(
                seq=seq,
                position_s=segment.end_s,
                at=datetime.now(UTC).isoformat(),
                kind="segment_done",
                data={"segment": number},
            )
            cases.sessions.append_events(started.session_id, [event])
            os.write(told, f"{started.session_id} {seq} {time.monotonic()}\n".encode())
            cases.sessions.add_sightings([(started.session_id, _sighting(event))])


def _sighting(event: Event) -> Sighting:
    return Sighting(
        at=event.at,
        item=0,
        exercise="bridge",
        movement="main",
        side="both",
        kind="hold",
        amount=1.0,
    )


def kill(ready: UseCases, folder: Path, after_s: float) -> tuple[str, int, float]:
    """Let a process live for a while, kill it, and tell the last event it told and the moment."""
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reads)
        live(ready, folder, writes)
    os.close(writes)
    with os.fdopen(reads, encoding="ascii") as told:
        select.select([told], [], [])
        time.sleep(after_s)
        at_s = time.monotonic()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        whole = [line for line in told if line.endswith("\n")]
    session_id, seq, _ = whole[-1].split()
    return session_id, int(seq), at_s - float(whole[-1].split()[2])


def kills(folder: Path, count: int) -> Iterator[Killed]:
    """Kill so many times, and look each time at what is left."""
    ready = open_use_cases(folder)
    chance = random.Random(SEED)  # noqa: S311 - no secret depends on it
    for _ in range(count):
        session_id, seq, lost_s = kill(ready, folder, chance.uniform(0.0, LONGEST_S))
        with closing(sqlite3.connect(folder / FILE)) as record:
            whole = record.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            asked = "SELECT seq FROM events WHERE session_id = ? ORDER BY seq"
            kept = [row[0] for row in record.execute(asked, (session_id,))]
        gapless = kept == list(range(1, len(kept) + 1))
        yield Killed(whole and gapless, len(set(range(1, seq + 1)) - set(kept)), lost_s * 1000)


def opens_again(cases: UseCases) -> int:
    """Tell how many sessions the record has, counted as the page counts them."""
    return len(cases.sessions.record())


def main() -> None:
    """Kill, and print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as name:
        folders = {Path(name) / str(first): first for first in range(0, count, EACH)}
        found, sessions = [], 0
        for folder, first in folders.items():
            found += kills(folder, min(EACH, count - first))
            sessions += opens_again(open_use_cases(folder))
            print(f"{len(found)} of {count}", file=sys.stderr)
    lost = sorted(each.lost_ms for each in found)
    print(f"{count} kills, {sessions} sessions")
    print(f"corrupted: {sum(not each.whole for each in found)}")
    print(f"events told as kept, and missing: {sum(each.missing for each in found)}")
    print(f"time lost: median {statistics.median(lost):.0f} ms, most {lost[-1]:.0f} ms")


if __name__ == "__main__":
    main()
