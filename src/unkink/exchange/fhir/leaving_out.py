"""No export fails for one bad row: what does not fit the specification is left out, and named."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fhir.resources.R4B.bundle import Bundle

    from unkink.exchange.fhir.words import Resource

Place = tuple[str | int, ...]


def sound(bundle: Resource, outcome: str) -> Bundle:
    """Check a bundle, without what does not fit; *outcome* is the address of what names it."""
    from fhir.resources.R4B.bundle import Bundle  # noqa: PLC0415 - a second to load
    from pydantic import ValidationError  # noqa: PLC0415 - comes with it

    told: list[str] = []
    while True:
        try:
            return Bundle.model_validate(_naming(bundle, told, outcome))
        except ValidationError as wrong:
            places = sorted({_smallest(each["loc"]) for each in wrong.errors()}, key=_order)
            told += [_words(bundle, place) for place in places]
            # Last first, so that the others keep their places.
            for place in reversed(places):
                _take_out(bundle, place)


def left_out(content: bytes) -> tuple[str, ...]:
    """Read from a written bundle what was left out of it."""
    last = json.loads(content)["entry"][-1]["resource"]
    issues = last["issue"] if last["resourceType"] == "OperationOutcome" else []
    return tuple(each["diagnostics"] for each in issues)


def _naming(bundle: Resource, told: list[str], outcome: str) -> Resource:
    issues = [{"severity": "warning", "code": "invalid", "diagnostics": each} for each in told]
    said = {
        "resourceType": "OperationOutcome",
        "id": outcome.removeprefix("urn:uuid:"),
        "issue": issues,
    }
    more = [{"fullUrl": outcome, "resource": said}] if told else []
    return {**bundle, "entry": [*bundle["entry"], *more]}


def _smallest(place: Place) -> Place:
    """Find the smallest part around a place that can be missing: one of several."""
    return place[: max(n for n, each in enumerate(place) if isinstance(each, int)) + 1]


def _order(place: Place) -> list[tuple[bool, str | int]]:
    return [(isinstance(each, str), each) for each in place]


def _words(bundle: Resource, place: Place) -> str:
    resource = bundle["entry"][place[1]]["resource"]
    dates = ("authored", "effectiveDateTime", "date", "recorded", "created", "startDate")
    when = next((resource[each] for each in dates if each in resource), "")
    part = ".".join(str(each) for each in place[3:])
    return " ".join(each for each in (resource["resourceType"], when, part) if each)


def _take_out(bundle: Resource, place: Place) -> None:
    """Take out one part of a list, and the list with its last one."""
    at: Any = bundle
    for each in place[:-2]:
        at = at[each]
    parts = at[place[-2]]
    del parts[place[-1]]
    if not parts:
        del at[place[-2]]
