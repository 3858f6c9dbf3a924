"""Sessions: what was done by the clock, and beside it what the camera truly saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.exchange.fhir.words import (
    POSE,
    Gathered,
    Resource,
    amount,
    category,
    loinc,
    moment,
    seconds,
)

if TYPE_CHECKING:
    from unkink.core.history.sightings import Seen
    from unkink.core.history.tally import ExerciseDone, Tally
    from unkink.ports import Export, KeptSession, WholeSession

ACTIVITY: Final = loinc("73985-4", "Exercise activity")
DURATION: Final = loinc("55411-3", "Exercise duration")
STATUS: Final = {
    "open": "in-progress",
    "finished": "completed",
    "stopped": "stopped",
    "partial": "stopped",
}


def add_done(gathered: Gathered, export: Export) -> None:
    """Add every session: a procedure, and observations of what was done in it."""
    if any(whole.sightings for whole in export.everything.sessions):
        gathered.add(
            "Device",
            "camera",
            status="active",
            deviceName=[{"name": "Unkink, the camera's coach", "type": "user-friendly-name"}],
            version=[{"value": gathered.version}],
            type={"text": f"{POSE} from one camera; no picture is kept"},
            patient=gathered.person,
        )
    for whole in export.everything.sessions:
        _add_session(gathered, whole, export.tallies[whole.session.id])


def _add_session(gathered: Gathered, whole: WholeSession, done: Tally) -> None:
    session, at = whole.session, moment(whole.session.started_at_s)
    procedure = _add_procedure(gathered, session)
    members = [
        gathered.observe(
            f"duration/{session.id}",
            DURATION,
            at,
            category=category("activity"),
            valueQuantity=amount(done.done_s / 60, "min", "min"),
            partOf=[procedure],
        )
    ]
    seen: list[dict[str, str]] = []
    for each in done.exercises:
        if each.done_s:
            members.append(_add_exercise(gathered, session, each, procedure))
        if each.seen is not None:
            seen.append(_add_seen(gathered, session, each, each.seen))
    gathered.observe(
        f"session/{session.id}",
        ACTIVITY,
        at,
        category=category("activity"),
        valueString=session.name or "Exercises",
        partOf=[procedure],
        hasMember=[*members, *seen],
    )
    if seen:
        gathered.add(
            "Provenance",
            session.id,
            target=seen,
            recorded=moment(session.ended_at_s or session.heard_at_s),
            activity={"text": f"Measured by a {POSE}; no picture was kept"},
            agent=[{"who": gathered.camera}],
        )


def _add_procedure(gathered: Gathered, session: KeptSession) -> dict[str, str]:
    said = session.check_in
    period = {"start": moment(session.started_at_s)}
    if session.ended_at_s is not None:
        period["end"] = moment(max(session.ended_at_s, session.started_at_s))
    return gathered.add(
        "Procedure",
        session.id,
        status=STATUS[session.status],
        code={"text": f"Exercises at home: {session.name}"},
        subject=gathered.person,
        performedPeriod=period,
        note=[{"text": said.note}] if said and said.note else [],
    )


def _add_exercise(
    gathered: Gathered, session: KeptSession, done: ExerciseDone, procedure: dict[str, str]
) -> dict[str, str]:
    parts: list[tuple[str, str, Resource]] = [
        ("repetitions", "Repetitions gone through", _count(done.reps_done)),
        ("repetitions-planned", "Repetitions planned", _count(done.reps_planned)),
        ("time", "Time in the exercise, by the clock", seconds(done.done_s)),
        ("held", "Time in holds, by the clock", seconds(done.held_s)),
    ]
    return gathered.observe(
        f"exercise/{session.id}/{done.exercise}",
        gathered.own(f"exercise-{done.exercise}", done.name),
        moment(session.started_at_s),
        category=category("activity"),
        partOf=[procedure],
        component=_components(gathered, parts),
    )


def _add_seen(
    gathered: Gathered, session: KeptSession, done: ExerciseDone, seen: Seen
) -> dict[str, str]:
    parts: list[tuple[str, str, Resource]] = [
        ("seen-held", "Time truly held, as seen", seconds(seen.held_s)),
        ("seen-judged", "Time that could be judged", seconds(seen.judged_s)),
        ("seen-not", "Time that was not seen: no failure", seconds(seen.unseen_s)),
    ]
    parts += [
        (f"seen-repetitions-{side}", f"Repetitions seen, {side}", _count(count))
        for side, count in seen.reps.items()
    ]
    return gathered.observe(
        f"seen/{session.id}/{done.exercise}",
        gathered.own(f"exercise-{done.exercise}", done.name),
        moment(session.started_at_s),
        category=category("activity"),
        method={"text": POSE},
        device=gathered.camera,
        component=_components(gathered, parts),
    )


def _components(gathered: Gathered, parts: list[tuple[str, str, Resource]]) -> list[Resource]:
    return [
        {"code": gathered.own(code, words), "valueQuantity": value} for code, words, value in parts
    ]


def _count(value: int) -> Resource:
    return amount(value, "times", "1")
