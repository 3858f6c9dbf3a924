"""What leaves for a clinic is FHIR R4 to the letter, and says what was told, done and seen."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft6Validator

from unkink.core.history.entries import Day, Entry, Measure, Profile
from unkink.exchange.fhir import left_out, write_bundle

if TYPE_CHECKING:
    from unkink.ports import Export

SCHEMA = Path(__file__).parent / "fhir-r4.schema.json.gz"
"""The JSON schema of FHIR 4.0.1 as HL7 publishes it, in the public domain (CC0)."""

Resources = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def bundle(export: Export) -> dict[str, Any]:
    """Write the bundle once."""
    found = json.loads(write_bundle(export))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def resources(bundle: dict[str, Any]) -> Resources:
    """Sort its resources by kind."""
    kinds: Resources = {}
    for entry in bundle["entry"]:
        kinds.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    return kinds


def _problems(kind: str, found: list[dict[str, Any]]) -> list[str]:
    definitions = json.loads(gzip.decompress(SCHEMA.read_bytes()))["definitions"]
    schema = Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": definitions})
    return [
        f"{kind}.{'.'.join(map(str, each.path))}: {each.message}"[:300]
        for resource in found
        for each in schema.iter_errors(resource)
    ]


def test_every_resource_fits_the_schema_of_the_specification(resources: Resources) -> None:
    """A clinic's system takes it in: nothing is missing, misspelt or of the wrong kind."""
    problems = [
        problem for kind, found in resources.items() for problem in _problems(kind, found[:40])
    ]

    assert [] == problems
    assert {
        "AdverseEvent",
        "CarePlan",
        "CodeSystem",
        "Consent",
        "Device",
        "Flag",
        "Goal",
        "Observation",
        "Patient",
        "Procedure",
        "Provenance",
        "Questionnaire",
        "QuestionnaireResponse",
        "ServiceRequest",
    } == set(resources)


def test_one_bad_row_costs_no_export(export: Export) -> None:
    """What FHIR has no room for is left out alone, and named; all else leaves as before."""
    everything = export.everything
    first = everything.answers[0]
    answers = (replace(first, answers={**first.answers, "": True}), *everything.answers[1:])
    goal = Entry(number=999, at="no day at all", said=Profile(days_a_week=3, minutes=15))
    entries = (*everything.entries, goal)
    bad = replace(export, everything=replace(everything, answers=answers, entries=entries))
    content = write_bundle(bad)
    response, *others = left_out(content)

    assert response.startswith("QuestionnaireResponse 20")
    assert response.endswith("item." + str(len(first.answers)))
    assert {"CarePlan no day at all", "ServiceRequest"} == set(others)
    count = len(json.loads(write_bundle(export))["entry"])
    assert count - 2 + 1 == len(json.loads(content)["entry"])
    assert () == left_out(write_bundle(export))


def test_a_wrong_resource_does_not_fit() -> None:
    """The schema tells right from wrong: else the test above would promise nothing."""
    wrong = [{"resourceType": "Observation", "status": "done", "code": {"text": "x"}}]

    assert [] != _problems("Observation", wrong)
    assert [] != _problems("Flag", [{"resourceType": "Flag", "status": "active"}])


def test_the_bundle_itself_fits(bundle: dict[str, Any]) -> None:
    """Its frame as well."""
    frame = {**bundle, "entry": [{"fullUrl": each["fullUrl"]} for each in bundle["entry"]]}

    assert [] == _problems("Bundle", [frame])


def _references(found: Any) -> list[str]:
    if isinstance(found, dict):
        here = [found["reference"]] if isinstance(found.get("reference"), str) else []
        return here + [each for value in found.values() for each in _references(value)]
    if isinstance(found, list):
        return [each for value in found for each in _references(value)]
    return []


def test_every_reference_leads_somewhere(bundle: dict[str, Any]) -> None:
    """Nothing points out of the bundle, and no two things share a name."""
    urls = [each["fullUrl"] for each in bundle["entry"]]

    assert len(urls) == len(set(urls))
    assert set() == set(_references(bundle)) - set(urls)


def test_all_that_was_told_is_in_it(resources: Resources, export: Export) -> None:
    """Each day's pain, each session's before and after: as numbers."""
    said = [each.said for each in export.everything.entries]
    sessions = [each.session for each in export.everything.sessions]
    told = [each.pain for each in said if isinstance(each, Day)]
    told += [each.pain for each in sessions]
    checked = [each.check_in for each in sessions if each.check_in]
    told += [pain for each in checked for pain in (each.pain, each.worst) if pain is not None]
    pains = [
        each["valueInteger"]
        for each in resources["Observation"]
        if each["code"]["coding"][0]["code"] == "72514-3"
    ]

    assert sorted(told) == sorted(pains)
    filled = sum(isinstance(each, Measure) for each in said)
    rounds = len(export.everything.answers)
    assert filled + rounds == len(resources["QuestionnaireResponse"])
    assert len(sessions) == len(resources["Procedure"])


def test_the_plan_is_a_proposal_and_nothing_more(resources: Resources, export: Export) -> None:
    """A coach proposes; only a clinician orders."""
    *_, profile = [e.said for e in export.everything.entries if isinstance(e.said, Profile)]
    (request,) = resources["ServiceRequest"]

    assert {"proposal"} == {e["intent"] for e in (request, *resources["CarePlan"])}
    assert profile.days_a_week == request["occurrenceTiming"]["repeat"]["frequency"]


def test_an_emergency_and_what_hurt_can_not_be_overlooked(resources: Resources) -> None:
    """A yes to a safety question is a flag; a session that hurt is an adverse event."""
    (flag,) = resources["Flag"]

    assert "active" == flag["status"]
    assert 1 == len(resources["AdverseEvent"])
    assert "pain 6 of 10" in resources["AdverseEvent"][0]["event"]["text"]


def test_what_the_camera_saw_says_so(resources: Resources) -> None:
    """Every measure of the camera names its method and its device, and where it came from."""
    seen = [each for each in resources["Observation"] if "device" in each]
    targets = [t["reference"] for each in resources["Provenance"] for t in each["target"]]

    assert {"2D pose estimate"} == {each["method"]["text"] for each in seen}
    assert sorted(f"urn:uuid:{each['id']}" for each in seen) == sorted(targets)


def test_our_own_codes_come_along(bundle: dict[str, Any], resources: Resources) -> None:
    """Whoever reads a code of ours finds what it means in the bundle; all others are verified."""
    (system,) = resources["CodeSystem"]
    codings = [
        coding
        for each in bundle["entry"]
        for coding in _codings(each["resource"])
        if coding["system"] == system["url"]
    ]
    others = {
        (coding["system"], coding["code"])
        for each in bundle["entry"]
        for coding in _codings(each["resource"])
        if coding["system"] != system["url"]
    }
    explained = {each["code"] for each in system["concept"]}

    assert {coding["code"] for coding in codings} == explained
    assert {
        ("http://loinc.org", "72514-3"),
        ("http://loinc.org", "73985-4"),
        ("http://loinc.org", "55411-3"),
        ("http://terminology.hl7.org/CodeSystem/observation-category", "survey"),
        ("http://terminology.hl7.org/CodeSystem/observation-category", "activity"),
        ("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"),
    } == others


def _codings(found: Any) -> list[dict[str, str]]:
    if isinstance(found, dict):
        return [
            *found.get("coding", ()),
            *(each for value in found.values() for each in _codings(value)),
        ]
    return [each for value in found for each in _codings(value)] if isinstance(found, list) else []
