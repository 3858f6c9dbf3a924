"""
Appends events to a record until it is killed, again for every line it is sent.

Each time a process of its own does so; it tells its id, then each number once the event is kept.
Starting Python twenty times would make the test slow: this one starts once, and forks.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from unkink.core.history.record import Event
from unkink.storage.folder import open_folder
from unkink.storage.sqlite import SqliteStore


def append_forever(folder: Path, session_id: str) -> None:
    """Go on from the last event in the record."""
    store = SqliteStore(open_folder(folder))
    session = store.session(session_id)
    seq = session.last_seq if session else 0
    while True:
        seq += 1
        at = "2026-11-23T19:00:00+00:00"
        event = Event(seq=seq, position_s=seq / 10, at=at, kind="segment_done", data={"n": seq})
        store.append(session_id, [event], heard_at_s=float(seq))
        tell(seq)


def tell(number: int) -> None:
    """Write a number at once."""
    os.write(1, f"{number}\n".encode())


def main(folder: str, session_id: str) -> None:
    """Fork a writer for every line, wait for its death, and tell 0."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            tell(os.getpid())
            append_forever(Path(folder), session_id)
        os.waitpid(child, 0)
        tell(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
