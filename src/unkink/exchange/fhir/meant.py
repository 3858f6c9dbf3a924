"""What is meant to be done and why, what must not be overlooked, and what the person agrees to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Measure, Profile
from unkink.core.outcomes.questionnaires import ACTIVITIES
from unkink.core.outcomes.scoring import name_of
from unkink.core.safety import gate, rounds, screening
from unkink.exchange.fhir.words import Gathered, moment, score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.history.record import Value
    from unkink.ports import Export, WholeSession

SCOPE: Final = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/consentscope",
            "code": "patient-privacy",
            "display": "Privacy Consent",
        }
    ]
}


def add_meant(gathered: Gathered, export: Export) -> None:
    """Add the plan as a proposal, own goals, warning signs, what hurt, and the consent."""
    _add_plan(gathered, export)
    _add_goals(gathered, export)
    _add_flags(gathered, export)
    for whole in export.everything.sessions:
        _add_hurts(gathered, whole)
    gathered.add(
        "Consent",
        "export",
        status="active",
        scope=SCOPE,
        category=[{"text": "The person's own export of their own record"}],
        patient=gathered.person,
        dateTime=export.at.isoformat(timespec="seconds"),
        policyRule={"text": "The record leaves the person's machine only when they take it out."},
        provision={"type": "permit"},
    )


def _add_plan(gathered: Gathered, export: Export) -> None:
    said = [each for each in export.everything.entries if isinstance(each.said, Profile)]
    if not said or not isinstance(said[-1].said, Profile):
        return
    profile, at = said[-1].said, said[-1].at
    often = {
        "frequency": profile.days_a_week,
        "period": 1,
        "periodUnit": "wk",
        "duration": profile.minutes,
        "durationUnit": "min",
    }
    request = gathered.add(
        "ServiceRequest",
        "exercise",
        status="active",
        intent="proposal",
        code={"text": "Exercises for the lower back at home, chosen by the person"},
        subject=gathered.person,
        occurrenceTiming={"repeat": often},
        authoredOn=at,
    )
    gathered.add(
        "CarePlan",
        "week",
        status="active",
        intent="proposal",
        title="A week of exercises",
        description="A proposal by a coach, not a treatment; not reviewed by a clinician.",
        subject=gathered.person,
        created=at,
        activity=[{"reference": request}],
    )


def _add_goals(gathered: Gathered, export: Export) -> None:
    filled = [
        each
        for each in export.everything.entries
        if isinstance(each.said, Measure) and each.said.instrument == ACTIVITIES.id
    ]
    if not filled or not isinstance(filled[-1].said, Measure):
        return
    answers: Mapping[str, Value] = filled[-1].said.answers
    code = gathered.own(ACTIVITIES.id, ACTIVITIES.name)
    for item in ACTIVITIES.items:
        name = answers.get(name_of(item))
        if isinstance(name, str) and name:
            gathered.add(
                "Goal",
                item.id,
                lifecycleStatus="active",
                description={"text": name},
                subject=gathered.person,
                startDate=filled[-1].at[:10],
                target=[{"measure": code, "detailQuantity": score(item.most)}],
            )


def _add_flags(gathered: Gathered, export: Export) -> None:
    words, answers = rounds.WORDS, export.everything.answers
    verdict = gate.verdict(answers) if answers else None
    standing = (
        {each.question for each in verdict.reasons}
        if isinstance(verdict, screening.Emergency)
        else set()
    )
    for answered in export.everything.answers:
        for question, answer in answered.answers.items():
            if answer is True and question in (*rounds.A, *rounds.B):
                active = answered is export.everything.answers[-1] and question in standing
                at = moment(answered.at_s)
                gathered.add(
                    "Flag",
                    f"{answered.number}/{question}",
                    status="active" if active else "inactive",
                    category=[{"text": "Safety"}],
                    code=gathered.own(f"warning-{question}", words.get(question, question)),
                    subject=gathered.person,
                    period={"start": at},
                )


def _add_hurts(gathered: Gathered, whole: WholeSession) -> None:
    for number, event in enumerate(whole.events):
        if event.kind != "hurt":
            continue
        after = whole.events[number + 1 : number + 2]
        data = {**event.data, **(after[0].data if after and after[0].kind == "hurt_told" else {})}
        told = [f"pain {data['pain']:g} of 10"] if data.get("pain") is not None else []
        told += [str(data["where"])] if data.get("where") else []
        gathered.add(
            "AdverseEvent",
            f"{whole.session.id}/{event.seq}",
            actuality="actual",
            event=gathered.own("hurt", "It hurt during an exercise, and the session was stopped")
            | {"text": ", ".join(("It hurt during an exercise", *told))},
            subject=gathered.person,
            date=event.at,
            recordedDate=event.at,
        )
