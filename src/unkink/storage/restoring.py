"""Puts a copy in the place of a data folder: verified before, and byte for byte afterwards."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from unkink.core.errors import Conflict, FolderRefused
from unkink.storage.copies import (
    COPIES,
    EXERCISES,
    Copied,
    Unpacked,
    listed_in,
    opened,
    unused,
    write_copy,
)
from unkink.storage.place import FILE, Use, claim

ROWS: Final = ("answers", "sessions", "entries", "settings")
"""Whatever is in one of these, somebody said."""

IN_USE: Final[Mapping[Use, str]] = {
    "serving": "Unkink is running",
    "leading": "A session is running in a terminal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is in the data folder now."""

    files: Sequence[Copied]
    kept: Path | None
    """Where what was there before was put; None: nothing was there."""


def restore(folder: Path, file: Path, *, replace: bool, by: str, at: str) -> Restored:
    """
    Put a copy in the place of what a data folder holds.

    A folder in use, or with a record in it, is refused; with *replace* what is in it is put among
    its copies first. *by* is our version, *at* the time as ISO 8601.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder), opened(file, room=folder) as unpacked:
            return _put(folder, unpacked, replace=replace, by=by, at=at)
    except OSError as problem:
        raise FolderRefused(
            f"{problem.filename or folder} can't be used: {problem.strerror or problem}.",
            "Nothing that was there is lost. Make room and allow writing there, then try again.",
        ) from problem


def _put(folder: Path, unpacked: Unpacked, *, replace: bool, by: str, at: str) -> Restored:
    kept = None
    if is_used(folder):
        if not replace:
            raise Conflict(
                f"There is a record in {folder} already.",
                "Add --replace to put this in its place; a copy of it is kept.",
            )
        kept = _kept_aside(folder, by=by, at=at)
    _swap(folder, unpacked)
    if sorted(listed_in(folder), key=_name) != sorted(unpacked.listed, key=_name):
        raise FolderRefused(
            "What was restored is not what was in the backup.", f"Try again; see {kept}."
        )
    return Restored(files=unpacked.listed, kept=kept)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep a folder from the page and from sessions in a terminal; refused while one runs."""
    with ExitStack() as locks:
        for use, words in IN_USE.items():
            lock = claim(folder, use)
            if lock is None:
                raise FolderRefused(
                    f"{words} with the folder {folder}.", "Stop it first, then try again."
                )
            locks.callback(lock.release)
        yield


def is_used(folder: Path) -> bool:
    """Tell whether anything of somebody's is in a data folder; a damaged record counts."""
    if any((folder / EXERCISES).glob("*.toml")):
        return True
    file = folder / FILE
    if not file.exists() or file.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as looked:
            tables = {row[0] for row in looked.execute("SELECT name FROM sqlite_master")}
            return any(
                looked.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()  # noqa: S608 - ours
                for name in ROWS
                if name in tables
            )
    except sqlite3.Error:
        return True


def _name(copied: Copied) -> str:
    return copied.name


def _kept_aside(folder: Path, *, by: str, at: str) -> Path:
    copies = folder / COPIES
    copies.mkdir(exist_ok=True)
    stamp = at.replace(":", "-").replace("+", "-")[:19]
    try:
        file = unused(copies / f"before-restore-{stamp}.zip")
        write_copy(folder, file, by=by, at=at)
    except FolderRefused:
        # What can't be copied as a record is kept as it is.
        aside = unused(copies / f"as-it-was-{stamp}")
        aside.mkdir()
        for path in (*folder.glob(f"{FILE}*"), *(folder / EXERCISES).glob("*.toml")):
            shutil.copy2(path, aside / path.name)
        return aside
    return file


def _swap(folder: Path, unpacked: Unpacked) -> None:
    # The old log must be gone before the new record comes: it would be played onto it. What is
    # in it goes into the old record first, which is whole then, were we stopped in between.
    with suppress(sqlite3.Error), closing(sqlite3.connect(folder / FILE)) as old:
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for side in (f"{FILE}-wal", f"{FILE}-shm"):
        (folder / side).unlink(missing_ok=True)
    (unpacked.folder / FILE).replace(folder / FILE)
    own = folder / EXERCISES
    for path in own.glob("*.toml"):
        path.unlink()
    for each in unpacked.listed:
        if each.name != FILE:
            own.mkdir(exist_ok=True)
            (unpacked.folder / each.name).replace(folder / each.name)
