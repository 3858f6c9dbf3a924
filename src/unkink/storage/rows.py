"""A row of the record as a value, and a value as a row."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from unkink.core.errors import FolderRefused
from unkink.core.history.entries import KINDS, Entry, Kind, Said
from unkink.core.history.record import CheckIn, Event, Plan
from unkink.core.history.sightings import Sighting
from unkink.core.history.tally import COUNTING, Tally
from unkink.core.plan.session import Session
from unkink.core.timing.timeline import Schedule
from unkink.ports import KeptSession

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import RowMapping

Row = dict[str, Any]

_SESSION: Final = TypeAdapter(Session)
_SCHEDULE: Final = TypeAdapter(Schedule)
_TALLY: Final = TypeAdapter(Tally)
_SAID: Final[Mapping[str, TypeAdapter[Said]]] = {k: TypeAdapter(t) for k, t in KINDS.items()}
_KIND_OF: Final[Mapping[type[Said], Kind]] = {said: kind for kind, said in KINDS.items()}

SIGHTED: Final = tuple(Sighting.__dataclass_fields__)
"""The columns of what was seen that make up a sighting."""


@cache
def way() -> str:
    """Name how tallies are counted now: one kept in another way or shape is counted anew."""
    shape = json.dumps(_TALLY.json_schema(), sort_keys=True)
    return f"{COUNTING}-{hashlib.sha256(shape.encode()).hexdigest()[:16]}"


def session_row(session: KeptSession) -> Row:
    """Put a session into a row, all but how it was afterwards."""
    return {
        "id": session.id,
        "name": session.name,
        "started_at_s": session.started_at_s,
        "pain": session.pain,
        "stiffness": session.stiffness,
        "farthest": session.farthest,
        "opened_by": session.opened_by,
        "status": session.status,
        "position_s": session.position_s,
        "last_seq": session.last_seq,
        "heard_at_s": session.heard_at_s,
        "ended_at_s": session.ended_at_s,
    }


def session(row: RowMapping) -> KeptSession:
    """Tell a session from its row, joined with how it was afterwards."""
    said = CheckIn(
        pain=row["after_pain"],
        stiffness=row["after_stiffness"],
        felt=row["felt"],
        note=row["note"] or "",
        worst=row["worst"],
        farthest=row["after_farthest"],
        hurt_by=tuple(row["hurt_by"] or ()),
    )
    return KeptSession(
        id=row["id"],
        name=row["name"],
        started_at_s=row["started_at_s"],
        pain=row["pain"],
        stiffness=row["stiffness"],
        farthest=row["farthest"],
        opened_by=row["opened_by"],
        status=row["status"],
        position_s=row["position_s"],
        last_seq=row["last_seq"],
        heard_at_s=row["heard_at_s"],
        ended_at_s=row["ended_at_s"],
        check_in=said if row["checked_in"] else None,
    )


def check_in_row(session_id: str, said: CheckIn) -> Row:
    """Put how it was into a row."""
    return {"session_id": session_id, **asdict(said), "hurt_by": list(said.hurt_by)}


def plan_row(session_id: str, plan: Plan) -> Row:
    """Put a plan into a row."""
    return {
        "session_id": session_id,
        "from_seq": plan.from_seq,
        "session": _SESSION.dump_python(plan.session, mode="json"),
        "schedule": _SCHEDULE.dump_python(plan.schedule, mode="json"),
        "position_s": plan.position_s,
    }


def plan(row: RowMapping) -> Plan:
    """Tell a plan from its row."""
    return Plan(
        from_seq=row["from_seq"],
        session=_SESSION.validate_python(row["session"]),
        schedule=_SCHEDULE.validate_python(row["schedule"]),
        position_s=row["position_s"],
    )


def planned(session: Any) -> Session:
    """Tell what was to be done from its column."""
    return _SESSION.validate_python(session)


def event_row(session_id: str, event: Event) -> Row:
    """Put an event into a row."""
    return {
        "session_id": session_id,
        "seq": event.seq,
        "position_s": event.position_s,
        "at": event.at,
        "kind": event.kind,
        "data": dict(event.data),
    }


def event(row: RowMapping) -> Event:
    """Tell an event from its row."""
    return Event(
        seq=row["seq"],
        position_s=row["position_s"],
        at=row["at"],
        kind=row["kind"],
        data=row["data"],
    )


def sighting_row(session_id: str, sighting: Sighting) -> Row:
    """Put what was seen into a row."""
    return {"session_id": session_id, **asdict(sighting)}


def tally_row(session_id: str, tally: Tally) -> Row:
    """Put a count into a row."""
    kept = _TALLY.dump_python(tally, mode="json")
    return {"session_id": session_id, "way": way(), "tally": kept}


def tally(row: RowMapping) -> Tally:
    """Tell a count from its row."""
    return _TALLY.validate_python(row["tally"])


def entry_row(said: Said, *, at: str) -> Row:
    """Put what was said outside sessions into a row."""
    kind = _KIND_OF[type(said)]
    return {"at": at, "kind": kind, "said": _SAID[kind].dump_python(said, mode="json")}


def entry(row: RowMapping) -> Entry:
    """Tell an entry from its row."""
    reads = _SAID.get(row["kind"])
    if reads is None:
        raise FolderRefused(
            f"The record holds {row['kind']!r}, which this Unkink does not know.",
            "Update Unkink. Nothing was changed.",
        )
    return Entry(number=row["number"], at=row["at"], said=reads.validate_python(row["said"]))
