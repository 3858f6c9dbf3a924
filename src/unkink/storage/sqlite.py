"""The record in one SQLite file: every event is on the disk before the answer goes out."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from unkink.core.errors import Conflict
from unkink.core.history.record import (
    ENDS,
    CheckIn,
    Choice,
    Event,
    Plan,
    SessionStatus,
    new_events,
    position_after,
)
from unkink.core.history.sightings import Sighting
from unkink.core.plan.session import Session
from unkink.core.safety.screening import Answered
from unkink.core.timing.timeline import Schedule
from unkink.ports import KeptSession, NewSession
from unkink.storage import tables
from unkink.storage.memory import no_session
from unkink.storage.place import refusal_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Engine, RowMapping


_SESSION = TypeAdapter(Session)
_SCHEDULE = TypeAdapter(Schedule)


class SqliteStore:
    """Keeps the record in SQLite; see `ports.Store` for its promises."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = engine.execution_options(unkink_writes=True)

    def add_answers(
        self, at_s: float, version: str, answers: Mapping[str, bool | None]
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
        row = {
            "id": session.id,
            "name": session.name,
            "started_at_s": session.started_at_s,
            "pain": session.pain,
            "stiffness": session.stiffness,
            "opened_by": session.opened_by,
            "status": "open",
            "position_s": session.plan.position_s,
            "last_seq": 0,
            "heard_at_s": session.started_at_s,
        }
        with self._write() as connection:
            try:
                connection.execute(insert(tables.sessions).values(row))
            except IntegrityError as clash:
                raise Conflict(
                    "There is already a session with this id.", "Start it again."
                ) from clash
            _add_plan(connection, session.id, session.plan)

    def session(self, session_id: str) -> KeptSession | None:
        """Tell one session, or None."""
        with self._read() as connection:
            row = _row(connection, session_id)
            return _kept(row) if row is not None else None

    def sessions(self, *, limit: int | None = None) -> Sequence[KeptSession]:
        """Tell the sessions, newest first."""
        asked = _SESSIONS.order_by(tables.sessions.c.number.desc()).limit(limit)
        with self._read() as connection:
            return tuple(_kept(row) for row in connection.execute(asked).mappings())

    def open_sessions(self) -> Sequence[KeptSession]:
        """Tell the sessions that are not closed, newest first."""
        number, status = tables.sessions.c.number, tables.sessions.c.status
        asked = _SESSIONS.where(status == "open").order_by(number.desc())
        with self._read() as connection:
            return tuple(_kept(row) for row in connection.execute(asked).mappings())

    def plans(self, session_id: str) -> Sequence[Plan]:
        """Tell the plans of a session, in order."""
        table = tables.plans
        asked = select(table).where(table.c.session_id == session_id).order_by(table.c.from_seq)
        with self._read() as connection:
            return tuple(_plan(row) for row in connection.execute(asked).mappings())

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
            kept = _events(connection, session_id, [each.seq for each in events])
            new = new_events(events, kept=kept, last_seq=last_seq, status=row["status"])
            if not new:
                return last_seq
            _add_events(connection, session_id, new)
            if plan is not None:
                _add_plan(connection, session_id, plan)
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
            return tuple(_events(connection, session_id).values())

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id, in one stroke."""
        rows = [{"session_id": session_id, **asdict(sighting)} for session_id, sighting in seen]
        if not rows:
            return
        with self._write() as connection:
            try:
                connection.execute(insert(tables.sightings), rows)
            except IntegrityError as unknown:
                raise no_session() from unknown

    def sightings(self, session_id: str) -> Sequence[Sighting]:
        """Tell what the camera saw of a session, in the order it was kept."""
        table = tables.sightings
        columns = [table.c[name] for name in Sighting.__dataclass_fields__]
        asked = select(*columns).where(table.c.session_id == session_id).order_by(table.c.number)
        with self._read() as connection:
            return tuple(Sighting(**row) for row in connection.execute(asked).mappings())

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
        row = {
            "session_id": session_id,
            "pain": said.pain,
            "stiffness": said.stiffness,
            "felt": said.felt,
            "note": said.note,
        }
        with self._write() as connection:
            if _row(connection, session_id) is None:
                raise no_session()
            connection.execute(delete(table).where(table.c.session_id == session_id))
            connection.execute(insert(table).values(row))

    def settings(self) -> Mapping[str, Choice]:
        """Tell the settings that were chosen; the others have their defaults."""
        with self._read() as connection:
            rows = connection.execute(select(tables.settings)).mappings()
            return {row["name"]: row["value"] for row in rows}

    def save_settings(self, changes: Mapping[str, Choice]) -> None:
        """Keep some settings, leave the others."""
        table = tables.settings
        rows = [{"name": name, "value": value} for name, value in changes.items()]
        with self._write() as connection:
            connection.execute(delete(table).where(table.c.name.in_(changes)))
            if rows:
                connection.execute(insert(table), rows)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _told(), self._writing.begin() as connection:
            yield connection


_SESSIONS = select(
    tables.sessions,
    tables.check_ins.c.session_id.label("checked_in"),
    tables.check_ins.c.pain.label("after_pain"),
    tables.check_ins.c.stiffness.label("after_stiffness"),
    tables.check_ins.c.felt,
    tables.check_ins.c.note,
).outerjoin(tables.check_ins, tables.check_ins.c.session_id == tables.sessions.c.id)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the disk or the file refuses into one clear line."""
    try:
        yield
    except DBAPIError as problem:
        raise refusal_for(str(problem.orig)) from problem


def _row(connection: Connection, session_id: str) -> RowMapping | None:
    asked = _SESSIONS.where(tables.sessions.c.id == session_id)
    return connection.execute(asked).mappings().one_or_none()


def _kept(row: RowMapping) -> KeptSession:
    said = CheckIn(
        pain=row["after_pain"],
        stiffness=row["after_stiffness"],
        felt=row["felt"],
        note=row["note"] or "",
    )
    return KeptSession(
        id=row["id"],
        name=row["name"],
        started_at_s=row["started_at_s"],
        pain=row["pain"],
        stiffness=row["stiffness"],
        opened_by=row["opened_by"],
        status=row["status"],
        position_s=row["position_s"],
        last_seq=row["last_seq"],
        heard_at_s=row["heard_at_s"],
        ended_at_s=row["ended_at_s"],
        check_in=said if row["checked_in"] else None,
    )


def _update(connection: Connection, session_id: str, values: Mapping[str, Any]) -> None:
    table = tables.sessions
    connection.execute(update(table).where(table.c.id == session_id).values(**values))


def _add_plan(connection: Connection, session_id: str, plan: Plan) -> None:
    row = {
        "session_id": session_id,
        "from_seq": plan.from_seq,
        "session": _SESSION.dump_python(plan.session, mode="json"),
        "schedule": _SCHEDULE.dump_python(plan.schedule, mode="json"),
        "position_s": plan.position_s,
    }
    connection.execute(insert(tables.plans).values(row))


def _plan(row: RowMapping) -> Plan:
    return Plan(
        from_seq=row["from_seq"],
        session=_SESSION.validate_python(row["session"]),
        schedule=_SCHEDULE.validate_python(row["schedule"]),
        position_s=row["position_s"],
    )


def _add_events(connection: Connection, session_id: str, events: Sequence[Event]) -> None:
    rows = [
        {
            "session_id": session_id,
            "seq": event.seq,
            "position_s": event.position_s,
            "at": event.at,
            "kind": event.kind,
            "data": dict(event.data),
        }
        for event in events
        if event.kind != "heartbeat"
    ]
    if rows:
        connection.execute(insert(tables.events), rows)


def _events(
    connection: Connection, session_id: str, only: Sequence[int] | None = None
) -> dict[int, Event]:
    table = tables.events
    asked = select(table).where(table.c.session_id == session_id).order_by(table.c.seq)
    if only is not None:
        asked = asked.where(table.c.seq.in_(only))
    rows = connection.execute(asked).mappings()
    return {
        row["seq"]: Event(
            seq=row["seq"],
            position_s=row["position_s"],
            at=row["at"],
            kind=row["kind"],
            data=row["data"],
        )
        for row in rows
    }
