"""The record in one SQLite file: every event is on the disk before the answer goes out."""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from unkink.core.errors import Conflict, FolderRefused
from unkink.core.history.entries import Entry
from unkink.core.history.record import ENDS, Event, Plan, new_events, position_after
from unkink.core.history.tally import Tally, tally
from unkink.core.safety.gate import Answered
from unkink.storage import reading, rows, tables, whole
from unkink.storage.memory import just_started, no_session
from unkink.storage.place import refusal_for
from unkink.storage.watch import Watch

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine, RowMapping

    from unkink.core.history.entries import Kind, Said
    from unkink.core.history.record import CheckIn, Choice, SessionStatus
    from unkink.core.history.sightings import Sighting
    from unkink.core.plan.session import Session
    from unkink.ports import Everything, KeptSession, NewSession


class SqliteStore:
    """Keeps the record in SQLite; see `ports.Store` for its promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(unkink_writes=True)
        self._watch = Watch(str(engine.url.database))

    def add_answers(
        self, at_s: float, version: str, answers: Mapping[str, bool | str | None]
    ) -> Answered:
        """Keep answers to the safety questions."""
        row = {"at_s": at_s, "version": version, "answers": dict(answers)}
        with self._write() as connection:
            key = connection.execute(insert(tables.answers).values(row)).inserted_primary_key
            assert key is not None  # noqa: S101 - SQLite always tells the number it gave
            return Answered(number=key[0], at_s=at_s, version=version, answers=dict(answers))

    def answers(self) -> Sequence[Answered]:
        """Tell all answers, oldest first."""
        asked = select(tables.answers).order_by(tables.answers.c.number)
        with self._read() as connection:
            return tuple(Answered(**row) for row in connection.execute(asked).mappings())

    def add_session(self, session: NewSession) -> None:
        """Keep a new session."""
        row = rows.session_row(just_started(session))
        with self._write() as connection:
            try:
                connection.execute(insert(tables.sessions).values(row))
            except IntegrityError as clash:
                raise Conflict(
                    "There is already a session with this id.", "Start it again."
                ) from clash
            connection.execute(insert(tables.plans).values(rows.plan_row(session.id, session.plan)))

    def session(self, session_id: str) -> KeptSession | None:
        """Tell one session, or None."""
        with self._read() as connection:
            row = _row(connection, session_id)
            return rows.session(row) if row is not None else None

    def sessions(self, *, limit: int | None = None) -> Sequence[KeptSession]:
        """Tell the sessions, newest first."""
        asked = reading.SESSIONS.order_by(tables.sessions.c.number.desc()).limit(limit)
        with self._read() as connection:
            return tuple(rows.session(row) for row in connection.execute(asked).mappings())

    def open_sessions(self) -> Sequence[KeptSession]:
        """Tell the sessions that are not closed, newest first."""
        number, status = tables.sessions.c.number, tables.sessions.c.status
        asked = reading.SESSIONS.where(status == "open").order_by(number.desc())
        with self._read() as connection:
            return tuple(rows.session(row) for row in connection.execute(asked).mappings())

    def plans(self, session_id: str) -> Sequence[Plan]:
        """Tell the plans of a session, in order."""
        with self._read() as connection:
            return reading.plans(connection, session_id)

    def planned(self) -> Mapping[str, Session]:
        """Tell, of every session, what was to be done as it was last planned."""
        table = tables.plans
        asked = select(table.c.session_id, table.c.session).order_by(table.c.from_seq)
        with self._read() as connection:
            # The schedules stay unread: they are long, and a plan needs none of them.
            latest = {row.session_id: row.session for row in connection.execute(asked)}
        return {each: rows.planned(session) for each, session in latest.items()}

    def append(
        self,
        session_id: str,
        events: Sequence[Event],
        *,
        heard_at_s: float,
        plan: Plan | None = None,
    ) -> int:
        """Keep events in one stroke, all or none, and tell the last number."""
        with self._write() as connection:
            row = _row(connection, session_id)
            if row is None:
                raise no_session()
            last_seq: int = row["last_seq"]
            kept = reading.events(connection, session_id, [each.seq for each in events])
            new = new_events(events, kept=kept, last_seq=last_seq, status=row["status"])
            if not new:
                return last_seq
            kept_events = [rows.event_row(session_id, e) for e in new if e.kind != "heartbeat"]
            if kept_events:
                connection.execute(insert(tables.events), kept_events)
            if plan is not None:
                connection.execute(insert(tables.plans).values(rows.plan_row(session_id, plan)))
            last = new[-1]
            now = {
                "last_seq": last.seq,
                "position_s": plan.position_s if plan else position_after(last),
                "heard_at_s": heard_at_s,
                "status": ENDS.get(last.kind, "open"),
                "ended_at_s": heard_at_s if last.kind in ENDS else None,
            }
            _update(connection, session_id, now)
            return last.seq

    def events(self, session_id: str) -> Sequence[Event]:
        """Tell the events of a session in order, without heartbeats."""
        with self._read() as connection:
            return tuple(reading.events(connection, session_id).values())

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id, in one stroke."""
        seen_rows = [rows.sighting_row(session_id, sighting) for session_id, sighting in seen]
        if not seen_rows:
            return
        with self._write() as connection:
            try:
                connection.execute(insert(tables.sightings), seen_rows)
            except IntegrityError as unknown:
                raise no_session() from unknown
            # What came late was not counted yet.
            late = {session_id for session_id, _ in seen}
            connection.execute(delete(tables.tallies).where(tables.tallies.c.session_id.in_(late)))

    def sightings(self, session_id: str) -> Sequence[Sighting]:
        """Tell what the camera saw of a session, in the order it was kept."""
        with self._read() as connection:
            return reading.sightings(connection, session_id)

    def close(self, session_id: str, *, status: SessionStatus, at_s: float) -> None:
        """Close a session that is open; a closed one stays as it is."""
        with self._write() as connection:
            row = _row(connection, session_id)
            if row is None:
                raise no_session()
            if row["status"] == "open":
                _update(connection, session_id, {"status": status, "ended_at_s": at_s})

    def check_in(self, session_id: str, said: CheckIn) -> None:
        """Keep how it was, in place of what was said before."""
        table = tables.check_ins
        row = rows.check_in_row(session_id, said)
        with self._write() as connection:
            if _row(connection, session_id) is None:
                raise no_session()
            connection.execute(delete(table).where(table.c.session_id == session_id))
            connection.execute(insert(table).values(row))

    def tallies(self, session_ids: Sequence[str] | None = None) -> Mapping[str, Tally]:
        """Tell what was done in these sessions, or in all, by their ids."""
        with self._read() as connection:
            told = {row["id"]: row for row in _tallied(connection, session_ids)}
            kept = {i: rows.tally(row) for i, row in told.items() if row["way"] == rows.way()}
            counted = {i: _count(connection, i) for i in told if i not in kept}
        over = {i: count for i, count in counted.items() if told[i]["status"] != "open"}
        # Counting again costs time, no more: a full disk must not keep the record from being read.
        with suppress(FolderRefused):
            self._keep_tallies(over)
        return {i: kept[i] if i in kept else counted[i].tally for i in told}

    def add_entry(self, said: Said, *, at: str) -> Entry:
        """Keep what was said outside sessions."""
        row = rows.entry_row(said, at=at)
        with self._write() as connection:
            key = connection.execute(insert(tables.entries).values(row)).inserted_primary_key
            assert key is not None  # noqa: S101 - SQLite always tells the number it gave
            return Entry(number=key[0], at=at, said=said)

    def entries(self, *kinds: Kind) -> Sequence[Entry]:
        """Tell what was said outside sessions, of these kinds or of all, oldest first."""
        asked = select(tables.entries).order_by(tables.entries.c.number)
        if kinds:
            asked = asked.where(tables.entries.c.kind.in_(kinds))
        with self._read() as connection:
            return tuple(rows.entry(row) for row in connection.execute(asked).mappings())

    def revision(self) -> Hashable:
        """Tell a mark that is the same only as long as nothing at all was kept or changed."""
        return self._watch.version()

    def everything(self) -> Everything:
        """Tell all that is kept, as of one moment."""
        with self._read() as connection:
            return whole.everything(connection)

    def replace(self, everything: Everything) -> None:
        """Keep this in place of all that was kept, in one stroke."""
        with self._write() as connection:
            whole.replace(connection, everything)

    def erase(self) -> None:
        """Keep nothing any more, and overwrite what was kept where it was."""
        with _told(), closing(self._engine.raw_connection()) as connection:
            whole.erase(connection.cursor())

    def settings(self) -> Mapping[str, Choice]:
        """Tell the settings that were chosen; the others have their defaults."""
        with self._read() as connection:
            kept = connection.execute(select(tables.settings)).mappings()
            return {row["name"]: row["value"] for row in kept}

    def save_settings(self, changes: Mapping[str, Choice]) -> None:
        """Keep some settings, leave the others."""
        table = tables.settings
        chosen = [{"name": name, "value": value} for name, value in changes.items()]
        with self._write() as connection:
            connection.execute(delete(table).where(table.c.name.in_(changes)))
            if chosen:
                connection.execute(insert(table), chosen)

    def _keep_tallies(self, counted: Mapping[str, _Counted]) -> None:
        if not counted:
            return
        table = tables.tallies
        with self._write() as connection:
            # What was seen meanwhile is not in the count.
            still = {i: c for i, c in counted.items() if _seen_up_to(connection, i) == c.seen}
            connection.execute(delete(table).where(table.c.session_id.in_(still)))
            if still:
                kept = [rows.tally_row(i, count.tally) for i, count in still.items()]
                connection.execute(insert(table), kept)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _told(), self._writing.begin() as connection:
            yield connection


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was done in a session, and up to which sighting it was counted."""

    tally: Tally
    seen: int


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the disk or the file refuses into one clear line."""
    try:
        yield
    except DBAPIError as problem:
        raise refusal_for(str(problem.orig)) from problem


def _row(connection: Connection, session_id: str) -> RowMapping | None:
    asked = reading.SESSIONS.where(tables.sessions.c.id == session_id)
    return connection.execute(asked).mappings().one_or_none()


def _update(connection: Connection, session_id: str, values: Mapping[str, Any]) -> None:
    table = tables.sessions
    connection.execute(update(table).where(table.c.id == session_id).values(**values))


def _seen_up_to(connection: Connection, session_id: str) -> int:
    table = tables.sightings
    asked = select(func.max(table.c.number)).where(table.c.session_id == session_id)
    return int(connection.execute(asked).scalar() or 0)


def _tallied(connection: Connection, session_ids: Sequence[str] | None) -> Iterator[RowMapping]:
    table, sessions = tables.tallies, tables.sessions
    asked = select(sessions.c.id, sessions.c.status, table.c.way, table.c.tally).outerjoin(
        table, table.c.session_id == sessions.c.id
    )
    if session_ids is not None:
        asked = asked.where(sessions.c.id.in_(session_ids))
    yield from connection.execute(asked).mappings()


def _count(connection: Connection, session_id: str) -> _Counted:
    return _Counted(
        tally=tally(
            reading.plans(connection, session_id),
            tuple(reading.events(connection, session_id).values()),
            reading.sightings(connection, session_id),
        ),
        seen=_seen_up_to(connection, session_id),
    )
