"""Questionnaires, what was answered to them, and the scores that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Entry, Measure
from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.scoring import Score, name_of, score
from unkink.core.safety import rounds
from unkink.exchange.fhir.words import BASE, Gathered, Resource, amount, category, moment
from unkink.exchange.fhir.words import score as as_score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.history.record import Value
    from unkink.core.outcomes.instrument import Instrument, Item
    from unkink.core.safety.gate import Answered
    from unkink.ports import Export

KINDS: Final = {
    "rating": "integer",
    "own_activity": "integer",
    "choice": "integer",
    "amount": "decimal",
    "tick": "boolean",
    "yes_no": "boolean",
}
"""How FHIR names what kind of answer a question takes."""

UCUM: Final = {"cm": ("cm", "cm"), "degrees": ("°", "deg"), "°": ("°", "deg")}
"""Units of tests; everything else is a score."""


def add_asked(gathered: Gathered, export: Export) -> None:
    """Add the safety questions and every instrument that was used, with all that was answered."""
    everything = export.everything
    if everything.answers:
        _add_safety_questions(gathered)
    for answered in everything.answers:
        _add_safety_answers(gathered, answered)
    filled = [each for each in everything.entries if isinstance(each.said, Measure)]
    used = dict.fromkeys(e.said.instrument for e in filled if isinstance(e.said, Measure))
    for name in used:
        if name in INSTRUMENTS:
            _add_instrument(gathered, INSTRUMENTS[name])
    for entry in filled:
        _add_filled(gathered, entry)


def _canonical(name: str) -> str:
    return f"{BASE}/Questionnaire/{name.replace('_', '-')}"


def _add_safety_questions(gathered: Gathered) -> None:
    gathered.add(
        "Questionnaire",
        "safety",
        url=_canonical("safety"),
        version=rounds.VERSION,
        status="active",
        title="Safety questions before exercising",
        item=[
            {"linkId": asked, "text": text, "type": _kind_of(asked)}
            for asked, text in rounds.WORDS.items()
        ],
    )


def _add_safety_answers(gathered: Gathered, answered: Answered) -> None:
    gathered.add(
        "QuestionnaireResponse",
        f"safety/{answered.number}",
        questionnaire=f"{_canonical('safety')}|{answered.version}",
        status="completed" if None not in answered.answers.values() else "in-progress",
        subject=gathered.person,
        authored=moment(answered.at_s),
        item=[
            _answer(question, answer, _kind_of(question))
            for question, answer in answered.answers.items()
        ],
    )


def _kind_of(asked: str) -> str:
    return "date" if asked in (rounds.A_CHECKED, rounds.B_CHECKED) else "boolean"


def _add_instrument(gathered: Gathered, instrument: Instrument) -> None:
    gathered.add(
        "Questionnaire",
        f"{instrument.id}/{instrument.version}",
        url=_canonical(instrument.id),
        version=instrument.version,
        status="active",
        title=instrument.name,
        description=instrument.about,
        copyright=instrument.licence,
        item=[asked for item in instrument.items for asked in _questions(item)],
    )


def _questions(item: Item) -> list[Resource]:
    asked: list[Resource] = [
        {"linkId": item.id, "text": item.text or None, "type": KINDS[item.kind]}
    ]
    if item.kind == "own_activity":
        asked.insert(0, {"linkId": name_of(item), "text": "Activity", "type": "string"})
    return [{name: value for name, value in each.items() if value} for each in asked]


def _add_filled(gathered: Gathered, entry: Entry) -> None:
    said = entry.said
    if not isinstance(said, Measure):
        return
    instrument = INSTRUMENTS.get(said.instrument)
    kinds = {item.id: KINDS[item.kind] for item in instrument.items} if instrument else {}
    response = gathered.add(
        "QuestionnaireResponse",
        f"entry/{entry.number}",
        questionnaire=f"{_canonical(said.instrument)}|{said.version}",
        status="completed",
        subject=gathered.person,
        authored=entry.at,
        item=[
            _answer(item, value, kinds.get(item, "string")) for item, value in said.answers.items()
        ],
    )
    found = score(instrument, said.answers) if instrument else None
    if instrument is None or not isinstance(found, Score):
        return
    code = gathered.own(instrument.id, instrument.name)
    unit = UCUM.get(instrument.unit)
    value = amount(found.value, *unit) if unit else as_score(found.value)
    gathered.observe(
        f"score/{entry.number}",
        code,
        entry.at,
        category=category("survey"),
        valueQuantity=value,
        derivedFrom=[response],
        component=_parts(gathered, instrument, found.parts) if len(found.parts) > 1 else [],
    )


def _parts(
    gathered: Gathered, instrument: Instrument, parts: Mapping[str, float]
) -> list[Resource]:
    numbers = {part: number for number, part in enumerate(parts, 1)}
    return [
        {
            # What a person calls an activity is theirs, and no code.
            "code": gathered.own(
                f"{instrument.id}-{numbers[part]}", f"{instrument.name}, part {numbers[part]}"
            )
            | {"text": part},
            "valueQuantity": as_score(value),
        }
        for part, value in parts.items()
    ]


def _answer(link: str, value: Value, kind: str) -> Resource:
    answer: Resource
    if value is None or value == "":
        return {"linkId": link}
    if isinstance(value, bool):
        answer = {"valueBoolean": value}
    elif isinstance(value, str):
        answer = {"valueDate" if kind == "date" else "valueString": value}
    elif kind == "integer" and value == int(value):
        answer = {"valueInteger": int(value)}
    else:
        answer = {"valueDecimal": value}
    return {"linkId": link, "answer": [answer]}
