"""Every format a record can leave in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.exchange.document import write_document
from unkink.exchange.fhir import write_bundle
from unkink.exchange.open_mhealth import write_data_points
from unkink.exchange.tables import write_tables
from unkink.ports import Export

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a record."""

    name: str
    """What people call it."""
    words: str
    """What it is good for, in a sentence."""
    ending: str
    """Of the file's name."""
    media_type: str
    write: Callable[[Export], bytes]


def _calendar(export: Export) -> bytes:
    from unkink.exchange.calendar import write_calendar  # noqa: PLC0415 - seldom asked for

    return write_calendar(export)


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(
        name="Everything",
        words="All of it in one file, to bring back here or on another machine.",
        ending="json",
        media_type="application/json",
        write=write_document,
    ),
    "csv": Format(
        name="Tables",
        words="Tidy tables in a zip, for spreadsheets and statistics.",
        ending="zip",
        media_type="application/zip",
        write=write_tables,
    ),
    "fhir": Format(
        name="For a clinic",
        words="One HL7 FHIR R4 bundle, for the systems of clinics.",
        ending="fhir.json",
        media_type="application/fhir+json",
        write=write_bundle,
    ),
    "ics": Format(
        name="Calendar",
        words="Your sessions, and days that suit the next ones, for a calendar.",
        ending="ics",
        media_type="text/calendar",
        write=_calendar,
    ),
    "omh": Format(
        name="For studies",
        words="Open mHealth data points, for studies and apps that gather them.",
        ending="omh.json",
        media_type="application/json",
        write=write_data_points,
    ),
}
