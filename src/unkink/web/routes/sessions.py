"""Doing a session, and what was done."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body

from unkink.core.history.record import Before
from unkink.told import EasierSession, StartedSession
from unkink.web import wire_sessions as wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter()


@router.post("/sessions", status_code=201)
def start_session(cases: Cases, wanted: wire.NewSession) -> StartedSession:
    """Start a session, if the safety questions allow one."""
    before = Before(pain=wanted.pain, stiffness=wanted.stiffness, farthest=wanted.farthest)
    return cases.sessions.start(wanted.as_asked(), before)


@router.get("/sessions/{session_id}")
def session(cases: Cases, session_id: str) -> wire.SessionNow:
    """Tell a session as it stands."""
    return wire.SessionNow.model_validate(cases.sessions.now(session_id))


@router.post("/sessions/{session_id}/events")
def append_events(
    cases: Cases,
    session_id: str,
    events: Annotated[list[wire.SessionEvent], Body(max_length=500)],
) -> wire.LastSeq:
    """Keep what happened; sending the same again is harmless."""
    kept = cases.sessions.append_events(session_id, [each.as_event() for each in events])
    return wire.LastSeq(last_seq=kept)


@router.post("/sessions/{session_id}/easier")
def easier(cases: Cases, session_id: str, asked: wire.Easier) -> EasierSession:
    """Make the rest of a session easier."""
    return cases.sessions.make_easier(
        session_id, seq=asked.seq, position_s=asked.position_s, at=asked.at
    )


@router.post("/sessions/{session_id}/finish", dependencies=[SEEN_FIRST])
def finish(cases: Cases, session_id: str, after: wire.Finish) -> wire.SessionSummary:
    """Close a session with how it was; sending again changes how it was, nothing else."""
    summary = cases.sessions.finish(session_id, after.as_check_in())
    return wire.SessionSummary.model_validate(summary)


@router.get("/record", dependencies=[SEEN_FIRST])
def record(cases: Cases) -> wire.Record:
    """Tell every session, newest first."""
    return wire.Record.model_validate({"sessions": cases.sessions.record()})
