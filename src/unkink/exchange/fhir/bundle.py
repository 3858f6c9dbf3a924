"""All resources in one bundle, checked by the models of the specification before it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.exchange.fhir.asked import add_asked
from unkink.exchange.fhir.done import add_done
from unkink.exchange.fhir.felt import add_felt
from unkink.exchange.fhir.leaving_out import sound
from unkink.exchange.fhir.meant import add_meant
from unkink.exchange.fhir.words import BASE, CODES, Gathered, moment

if TYPE_CHECKING:
    from unkink.ports import Everything, Export


def write_bundle(export: Export) -> bytes:
    """
    Write the whole record as a FHIR R4 bundle of the type `collection`.

    What the specification has no room for is left out alone, and named in an `OperationOutcome`.
    """
    gathered = Gathered(whose=_whose(export.everything), version=export.version)
    gathered.add("Patient", "self", active=True)
    for add in (add_asked, add_felt, add_done, add_meant):
        add(gathered, export)
    gathered.add(
        "CodeSystem",
        "unkink",
        url=CODES,
        version=export.version,
        name="Unkink",
        title="Unkink's own codes",
        description=f"For what no code of others was found; {BASE} is no address.",
        status="active",
        content="complete",
        caseSensitive=True,
        concept=[{"code": code, "display": words} for code, words in gathered.codes.items()],
    )
    found = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": export.at.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": url, "resource": resource} for url, resource in gathered.resources],
    }
    outcome = gathered.url("OperationOutcome", "left-out")
    return sound(found, outcome).model_dump_json().encode() + b"\n"


def _whose(everything: Everything) -> str:
    """Tell this record from all others by when it began: nothing else in it is as much its own."""
    first_s = everything.answers[0].at_s if everything.answers else 0.0
    first = everything.entries[0].at if everything.entries else ""
    return f"{moment(first_s)}/{first_s}/{first}"
