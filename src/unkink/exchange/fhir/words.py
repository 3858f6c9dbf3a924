"""What all resources are made with: identities, references, codes and amounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid5

Resource = dict[str, Any]

SPACE: Final = UUID("5d1c9e0e-7f0e-5a44-8a43-2f6c7f9f6b52")
"""Our own namespace: the same thing always has the same identity."""

BASE: Final = "https://unkink.example/fhir"
"""A name nobody can own: it only tells our codes from those of others."""

CODES: Final = f"{BASE}/CodeSystem/unkink"
LOINC: Final = "http://loinc.org"
UNITS: Final = "http://unitsofmeasure.org"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
POSE: Final = "2D pose estimate"
"""How the camera's coach measures."""


@dataclass(slots=True)
class Gathered:
    """The resources gathered so far, and the codes of our own they use."""

    whose: str
    """Tells this person's identities from all others'."""
    version: str
    resources: list[tuple[str, Resource]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, key: object, **content: Any) -> dict[str, str]:
        """Add a resource, and give the reference to it."""
        full_url = self.url(kind, key)
        resource = {
            "resourceType": kind,
            "id": full_url.removeprefix("urn:uuid:"),
            **{name: value for name, value in content.items() if value not in (None, [], {}, "")},
        }
        self.resources.append((full_url, resource))
        return {"reference": full_url}

    def url(self, kind: str, key: object) -> str:
        """Tell where a resource is in the bundle."""
        return f"urn:uuid:{uuid5(SPACE, f'{self.whose}/{kind}/{key}')}"

    @property
    def person(self) -> dict[str, str]:
        """The reference to whose record it is."""
        return {"reference": self.url("Patient", "self")}

    @property
    def camera(self) -> dict[str, str]:
        """The reference to the camera's coach."""
        return {"reference": self.url("Device", "camera")}

    def own(self, code: str, words: str) -> Resource:
        """Say it in a code of our own."""
        # What is before a space is all a code may be.
        known = code.replace(" ", "-")
        self.codes.setdefault(known, words)
        coding = {"system": CODES, "code": known, "display": self.codes[known]}
        return {"coding": [coding], "text": words}

    def observe(self, key: object, code: Resource, at: str, **content: Any) -> dict[str, str]:
        """Add an observation of the person at a time."""
        return self.add(
            "Observation",
            key,
            status="final",
            code=code,
            subject=self.person,
            effectiveDateTime=at,
            **content,
        )


def loinc(code: str, words: str) -> Resource:
    """Say it in a code of LOINC."""
    return {"coding": [{"system": LOINC, "code": code, "display": words}], "text": words}


def category(code: str) -> list[Resource]:
    """Tell what sort of observation it is."""
    return [{"coding": [{"system": CATEGORIES, "code": code}]}]


def amount(value: float, unit: str, code: str) -> Resource:
    """Tell an amount with its unit, in the code of UCUM."""
    return {"value": round(value, 3), "unit": unit, "system": UNITS, "code": code}


def score(value: float) -> Resource:
    """Tell a score, as a number that has no unit."""
    return amount(value, "score", "{score}")


def seconds(value: float) -> Resource:
    """Tell a time that passed."""
    return amount(value, "s", "s")


def moment(at_s: float) -> str:
    """Tell a moment, UTC."""
    return datetime.fromtimestamp(at_s, UTC).isoformat(timespec="seconds")
