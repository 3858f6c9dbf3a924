"""Reads what belongs to a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from unkink.core.history.sightings import Sighting
from unkink.storage import rows, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from unkink.core.history.record import Event, Plan

SESSIONS: Final = select(
    tables.sessions,
    tables.check_ins.c.session_id.label("checked_in"),
    tables.check_ins.c.pain.label("after_pain"),
    tables.check_ins.c.stiffness.label("after_stiffness"),
    tables.check_ins.c.farthest.label("after_farthest"),
    tables.check_ins.c.worst,
    tables.check_ins.c.hurt_by,
    tables.check_ins.c.felt,
    tables.check_ins.c.note,
).outerjoin(tables.check_ins, tables.check_ins.c.session_id == tables.sessions.c.id)
"""Sessions, each with how it was afterwards."""


def plans(connection: Connection, session_id: str) -> tuple[Plan, ...]:
    """Read the plans of a session, in order."""
    table = tables.plans
    asked = select(table).where(table.c.session_id == session_id).order_by(table.c.from_seq)
    return tuple(rows.plan(row) for row in connection.execute(asked).mappings())


def events(
    connection: Connection, session_id: str, only: Sequence[int] | None = None
) -> dict[int, Event]:
    """Read the events of a session by their numbers, in order; *only* some, or all."""
    table = tables.events
    asked = select(table).where(table.c.session_id == session_id).order_by(table.c.seq)
    if only is not None:
        asked = asked.where(table.c.seq.in_(only))
    return {row["seq"]: rows.event(row) for row in connection.execute(asked).mappings()}


def sightings(connection: Connection, session_id: str) -> tuple[Sighting, ...]:
    """Read what the camera saw of a session, in the order it was kept."""
    table = tables.sightings
    columns = [table.c[name] for name in rows.SIGHTED]
    asked = select(*columns).where(table.c.session_id == session_id).order_by(table.c.number)
    return tuple(Sighting(**row) for row in connection.execute(asked).mappings())
