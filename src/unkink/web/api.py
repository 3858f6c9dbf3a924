"""The routes: each takes a message, asks one use case, and tells the answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body

from unkink.web import refusals, wire
from unkink.web.asking import SEEN_FIRST, Cases

router = APIRouter(prefix="/api", responses=refusals.RESPONSES)


@router.get("/hello")
def hello(cases: Cases) -> wire.Hello:
    """Say who answers here."""
    return wire.Hello.model_validate(cases.hello())


@router.get("/today", dependencies=[SEEN_FIRST])
def today(cases: Cases) -> wire.Today:
    """Tell where the person stands."""
    return wire.Today.model_validate(cases.today())


@router.get("/screening")
def screening(cases: Cases) -> wire.Screening:
    """Tell the safety questions, and which of them to ask now."""
    return wire.Screening.model_validate(cases.questions())


@router.post("/screening")
def answer(cases: Cases, answers: wire.Answers) -> wire.Clearance:
    """Keep the answers, and say whether a session may start."""
    return wire.Clearance.model_validate(cases.answer(answers.version, answers.answers))


@router.get("/programmes")
def programmes(cases: Cases) -> list[wire.Programme]:
    """Tell the ready-made sessions."""
    return [wire.Programme.model_validate(each) for each in cases.programmes()]


@router.post("/sessions", status_code=201)
def start_session(cases: Cases, wanted: wire.NewSession) -> wire.StartedSession:
    """Start a session, if the safety questions allow one."""
    started = cases.start_session(
        programme=wanted.programme,
        exercises=tuple(wanted.exercises),
        minutes=wanted.minutes,
        pain=wanted.pain,
        stiffness=wanted.stiffness,
    )
    return wire.StartedSession.model_validate(started)


@router.get("/sessions/{session_id}")
def session(cases: Cases, session_id: str) -> wire.SessionNow:
    """Tell a session as it stands."""
    return wire.SessionNow.model_validate(cases.session(session_id))


@router.post("/sessions/{session_id}/events")
def append_events(
    cases: Cases,
    session_id: str,
    events: Annotated[list[wire.SessionEvent], Body(max_length=500)],
) -> wire.LastSeq:
    """Keep what happened; sending the same again is harmless."""
    last_seq = cases.append_events(session_id, [each.as_event() for each in events])
    return wire.LastSeq(last_seq=last_seq)


@router.post("/sessions/{session_id}/easier")
def easier(cases: Cases, session_id: str, asked: wire.Easier) -> wire.EasierSession:
    """Make the rest of a session easier."""
    eased = cases.make_easier(session_id, seq=asked.seq, position_s=asked.position_s, at=asked.at)
    return wire.EasierSession.model_validate(eased)


@router.post("/sessions/{session_id}/finish", dependencies=[SEEN_FIRST])
def finish(cases: Cases, session_id: str, after: wire.Finish) -> wire.SessionSummary:
    """Close a session with how it was; sending again changes how it was, nothing else."""
    summary = cases.finish_session(
        session_id,
        pain=after.pain,
        stiffness=after.stiffness,
        felt=after.felt,
        note=after.note,
    )
    return wire.SessionSummary.model_validate(summary)


@router.get("/record", dependencies=[SEEN_FIRST])
def record(cases: Cases) -> wire.Record:
    """Tell every session, newest first."""
    return wire.Record.model_validate({"sessions": cases.record()})


@router.get("/settings")
def settings(cases: Cases) -> wire.Settings:  # type: ignore[valid-type] # made from the table
    """Tell what the person has chosen."""
    return wire.Settings.model_validate(cases.settings())


@router.put("/settings")
def change_settings(
    cases: Cases,
    changes: wire.SettingsChange,  # type: ignore[valid-type] # made from the table
) -> wire.Settings:  # type: ignore[valid-type] # made from the table
    """Change some settings, keep the others."""
    given = changes.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    return wire.Settings.model_validate(cases.change_settings(given))
