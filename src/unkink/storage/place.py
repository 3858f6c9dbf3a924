"""Looks at a data folder before anything in it is changed: whether it can be used, and is free."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final, Literal

from filelock import FileLock, Timeout

from unkink.core.errors import FolderRefused

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "record.sqlite3"
LATEST: Final = "0004"
"""The latest migration; a record at this version needs none."""

KNOWN: Final = frozenset(f"{number:04}" for number in range(1, int(LATEST) + 1))
"""Every migration there ever was."""

WAIT_S: Final = 5.0
"""How long a write waits for another process to finish its own."""

_REASONS: Final = (
    (
        "full",
        "The disk is full.",
        "Make some room and try again. Nothing already kept is lost.",
    ),
    (
        "readonly",
        "The data folder can't be written to.",
        "Allow writing there, or choose another folder with --data DIR.",
    ),
    (
        "locked",
        "Another program is using the record.",
        "Close it and try again.",
    ),
    (
        "disk I/O error",
        "The disk can't be read or written just now.",
        "Look whether it is full, still connected and sound, and try again. Nothing was changed.",
    ),
    (
        "unable to open",
        "The record can't be opened in the data folder.",
        "Check that you may write there, or choose another folder with --data DIR.",
    ),
)
_DAMAGED: Final = (
    "The record is damaged.",
    "Nothing was changed. Put a copy from a backup in its place, or move it away to begin anew.",
)


def refusal_for(problem: str, file: Path | None = None) -> FolderRefused:
    """Say in plain words what SQLite could not do."""
    reasons = (each[1:] for each in _REASONS if each[0] in problem)
    error, what_to_do = next(reasons, _DAMAGED)
    return FolderRefused(f"{error[:-1]}: {file}." if file else error, what_to_do)


def version_in(folder: Path) -> str | None:
    """
    Tell at which migration the record is, None for a new one; the folder is made if need be.

    Raises `FolderRefused` for a folder or a record that can't be used; then nothing was changed.
    """
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        version = _version(file)
    except OSError as problem:
        raise _no_folder(folder, problem) from problem
    except sqlite3.Error as problem:
        raise refusal_for(str(problem), file) from problem
    if version is not None and version > LATEST:
        raise FolderRefused(
            f"The record in {folder} was written by a newer Unkink.",
            "Update Unkink, or choose another folder with --data DIR. Nothing was changed.",
        )
    if version is not None and version not in KNOWN:
        raise refusal_for("", file)
    return version


Use = Literal["serving", "leading"]
"""What a data folder is taken for: the page, or a session in a terminal."""


def claim(folder: Path, use: Use = "serving") -> FileLock | None:
    """Take a data folder for one use; None when another process has it. Held until released."""
    lock = FileLock(folder / f"{use}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        return None
    except OSError as problem:
        raise _no_folder(folder, problem) from problem
    return lock


def _no_folder(folder: Path, problem: OSError) -> FolderRefused:
    return FolderRefused(
        f"The data folder {folder} can't be used: {problem.strerror or problem}.",
        "Choose another folder with --data DIR.",
    )


def _version(file: Path) -> str | None:
    if not file.exists() or file.stat().st_size == 0:
        return None
    uri = f"{file.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S)) as connection:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise sqlite3.DatabaseError(*(found or ()))
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None
