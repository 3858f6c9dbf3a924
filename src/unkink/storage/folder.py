"""Opens the data folder, or says in one line why it can't be used; then nothing was changed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event

from unkink.core.errors import FolderRefused
from unkink.storage import tables

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

FILE: Final = "record.sqlite3"

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
        "unable to open",
        "The record can't be opened in the data folder.",
        "Check that you may write there, or choose another folder with --data DIR.",
    ),
)
_DAMAGED: Final = (
    "The record is damaged.",
    "Nothing was changed. Put a copy from a backup in its place, or move it away to begin anew.",
)


def refusal_for(problem: str) -> FolderRefused:
    """Say in plain words what SQLite could not do."""
    for sign, error, what_to_do in _REASONS:
        if sign in problem:
            return FolderRefused(error, what_to_do)
    return FolderRefused(*_DAMAGED)


def open_folder(folder: Path) -> Engine:
    """Open the record in a data folder, made if need be, with an old record brought up to date."""
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        version = _version(file)
    except (OSError, sqlite3.Error) as problem:
        raise _at(file, problem) from problem
    if version is not None and version > tables.VERSION:
        raise FolderRefused(
            f"The record in {folder} was written by a newer Unkink.",
            "Update Unkink, or choose another folder with --data DIR. Nothing was changed.",
        )
    engine = _engine(file)
    try:
        if version != tables.VERSION:
            _migrate(engine)
    except Exception:
        engine.dispose()
        raise
    return engine


def _at(file: Path, problem: OSError | sqlite3.Error) -> FolderRefused:
    if isinstance(problem, sqlite3.Error):
        refusal = refusal_for(str(problem))
        return FolderRefused(f"{refusal.error} ({file})", refusal.what_to_do)
    return FolderRefused(
        f"The data folder {file.parent} can't be used: {problem.strerror or problem}.",
        "Choose another folder with --data DIR.",
    )


def _version(file: Path) -> str | None:
    """Tell at which migration the record is, None for a new one, without changing anything."""
    if not file.exists() or file.stat().st_size == 0:
        return None
    connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=WAIT_S)
    try:
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise sqlite3.DatabaseError(*(found or ()))
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(row[0]) if row else None
    finally:
        connection.close()


def _engine(file: Path) -> Engine:
    engine = create_engine(f"sqlite:///{file}", connect_args={"timeout": WAIT_S})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # Transactions are begun below, by hand: the driver's own guesses get in the way.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        # FULL: a commit is on the disk before it is reported, also when the power goes.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("unkink_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _migrate(engine: Engine) -> None:
    # Alembic is slow to import and seldom needed.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "unkink.storage:migrations")
    try:
        with engine.execution_options(unkink_writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as problem:
        raise refusal_for(str(problem.orig)) from problem
