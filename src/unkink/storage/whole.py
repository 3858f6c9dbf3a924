"""The whole record at once: told, and replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from unkink.core.errors import FolderRefused
from unkink.core.safety.gate import Answered
from unkink.ports import Everything, WholeSession
from unkink.storage import reading, rows, tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table
    from sqlalchemy.engine.interfaces import DBAPICursor


def everything(connection: Connection) -> Everything:
    """Tell all that is kept."""
    answered = select(tables.answers).order_by(tables.answers.c.number)
    said = select(tables.entries).order_by(tables.entries.c.number)
    chosen = connection.execute(select(tables.settings)).mappings()
    return Everything(
        answers=tuple(Answered(**row) for row in connection.execute(answered).mappings()),
        entries=tuple(rows.entry(row) for row in connection.execute(said).mappings()),
        sessions=tuple(_sessions(connection)),
        settings={row["name"]: row["value"] for row in chosen},
    )


def replace(connection: Connection, kept: Everything) -> None:
    """Keep this in place of all that was kept; what was counted is counted anew when asked for."""
    for table in reversed(tables.metadata.sorted_tables):
        connection.execute(delete(table))
    _insert(connection, tables.answers, [_answers_row(each) for each in kept.answers])
    entries = [{"number": e.number, **rows.entry_row(e.said, at=e.at)} for e in kept.entries]
    _insert(connection, tables.entries, entries)
    chosen = [{"name": name, "value": value} for name, value in kept.settings.items()]
    _insert(connection, tables.settings, chosen)
    for each in kept.sessions:
        _insert_session(connection, each)


def erase(cursor: DBAPICursor) -> None:
    """
    Delete every row, overwrite where it was, and empty the log beside the file.

    Raises `FolderRefused` when another program keeps the log in use; then nothing is left but the
    bytes in it.
    """
    # Freed room is overwritten with zeros, in the file and in what goes into it by the log.
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.execute("BEGIN IMMEDIATE")
    for table in reversed(tables.metadata.sorted_tables):
        cursor.execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own names
    cursor.execute("DELETE FROM sqlite_sequence")
    cursor.execute("COMMIT")
    _empty_log(cursor)
    cursor.execute("VACUUM")
    _empty_log(cursor)


def _empty_log(cursor: DBAPICursor) -> None:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    busy = cursor.fetchone()
    if busy is not None and busy[0]:
        raise FolderRefused(
            "It is deleted, but another program still holds traces of it.",
            "Close other programs that use this folder, and delete once more.",
        )


def _sessions(connection: Connection) -> Iterator[WholeSession]:
    asked = reading.SESSIONS.order_by(tables.sessions.c.number)
    for row in connection.execute(asked).mappings().all():
        session = rows.session(row)
        yield WholeSession(
            session=session,
            plans=reading.plans(connection, session.id),
            events=tuple(reading.events(connection, session.id).values()),
            sightings=reading.sightings(connection, session.id),
        )


def _answers_row(answered: Answered) -> rows.Row:
    return {
        "number": answered.number,
        "at_s": answered.at_s,
        "version": answered.version,
        "answers": dict(answered.answers),
    }


def _insert_session(connection: Connection, whole: WholeSession) -> None:
    session = whole.session
    _insert(connection, tables.sessions, [rows.session_row(session)])
    _insert(connection, tables.plans, [rows.plan_row(session.id, each) for each in whole.plans])
    _insert(connection, tables.events, [rows.event_row(session.id, each) for each in whole.events])
    seen = [rows.sighting_row(session.id, each) for each in whole.sightings]
    _insert(connection, tables.sightings, seen)
    if session.check_in is not None:
        said = rows.check_in_row(session.id, session.check_in)
        _insert(connection, tables.check_ins, [said])


def _insert(connection: Connection, table: Table, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(insert(table), values)
