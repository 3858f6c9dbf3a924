"""Opens the record of a data folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

import unkink
from unkink.core.errors import FolderRefused
from unkink.storage.place import FILE, LATEST, WAIT_S, refusal_for, version_in

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def open_folder(folder: Path) -> Engine:
    """Open the record in a data folder, made if need be, with an old record brought up to date."""
    version = version_in(folder)
    engine = _engine(folder / FILE)
    try:
        if version != LATEST:
            if version is not None:
                _keep(folder, version)
            _migrate(engine)
            if version is not None:
                _give_back_room(engine)
    except Exception:
        engine.dispose()
        raise
    return engine


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


def _keep(folder: Path, version: str) -> None:
    """Put a copy of an old record aside before it is brought up to date."""
    # Slow to import and seldom needed, like the migration itself.
    from unkink.storage.copies import COPIES, write_copy  # noqa: PLC0415

    file = folder / COPIES / f"before-update-{version}-to-{LATEST}.zip"
    # All is changed or nothing: an update without a copy is safe too, and better than none at all.
    with suppress(FolderRefused, OSError):
        file.parent.mkdir(exist_ok=True)
        write_copy(folder, file, by=unkink.__version__, at=datetime.now(UTC).isoformat())


def _give_back_room(engine: Engine) -> None:
    """Let the disk have what an update no longer needs; where that can't be, it is used again."""
    with suppress(sqlite3.Error), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM")


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
