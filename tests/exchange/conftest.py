"""A few months of a made-up person's record, ready to leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.cases import Clock, cases_in_memory

from unkink.core.history.record import Before, Event
from unkink.core.plan.choice import Asked
from unkink.demo.year import live

if TYPE_CHECKING:
    from unkink.ports import Export

NOW = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def export() -> Export:
    """Live seven weeks, hurt oneself once, and tell of an emergency at the end."""
    cases = cases_in_memory(Clock(NOW))
    live(cases, until=date(2026, 11, 22), days=49)
    ask = cases.safety.need().ask
    if ask:
        cases.safety.answer(cases.safety.questions().version, dict.fromkeys(ask, False))
    started = cases.sessions.start(Asked(programme="gentle"), Before(pain=4, stiffness=5))
    hurt = Event(
        seq=1,
        position_s=20.0,
        at=NOW.isoformat(),
        kind="hurt",
        data={"pain": 6, "where": "=HYPERLINK(1)"},
    )
    cases.sessions.append_events(started.session_id, [hurt])
    cases.safety.answer(cases.safety.questions().version, {"A1": True, "A2": None})
    cases.store.save_settings({"voice": "=cmd|' /C calc'!A0"})
    export = cases.keeping.export()
    return replace(export, version="9.9")
