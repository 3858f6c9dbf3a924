"""Sessions as Open mHealth data points: for studies and apps that gather what people do."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from unkink.ports import Export, WholeSession

SCHEMA: Final = {"namespace": "omh", "name": "physical-activity", "version": "1.2"}
SPACE: Final = UUID("8c5a2f0e-63f1-5a0b-9a5e-0f4a7f3d7b11")
"""Our own namespace: the same session always has the same id."""


def write_data_points(export: Export) -> bytes:
    """Write `physical-activity` data points, one for each session something was done in."""
    points = [
        _point(whole, export)
        for whole in export.everything.sessions
        if export.tallies[whole.session.id].done_s > 0
    ]
    return json.dumps(points, indent=1, ensure_ascii=False).encode() + b"\n"


def _point(whole: WholeSession, export: Export) -> dict[str, Any]:
    session, done = whole.session, export.tallies[whole.session.id]
    begins = datetime.fromtimestamp(session.started_at_s, UTC).isoformat(timespec="seconds")
    ends_s = session.ended_at_s or session.heard_at_s
    provenance: dict[str, Any] = {
        "source_name": f"Unkink {export.version}",
        "source_creation_date_time": datetime.fromtimestamp(ends_s, UTC).isoformat(
            timespec="seconds"
        ),
        # By its own clock, and where it was allowed to, by its camera.
        "modality": "sensed" if whole.sightings else "self-reported",
    }
    return {
        "header": {
            "id": str(uuid5(SPACE, session.id)),
            "creation_date_time": export.at.isoformat(timespec="seconds"),
            "acquisition_provenance": provenance,
            "schema_id": SCHEMA,
        },
        "body": {
            "activity_name": session.name,
            "effective_time_frame": {
                "time_interval": {
                    "start_date_time": begins,
                    "duration": {"value": round(done.done_s, 1), "unit": "sec"},
                }
            },
        },
    }
