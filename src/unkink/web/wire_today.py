"""Where a person stands."""

from __future__ import annotations

from unkink.told import DayNow, Unfinished
from unkink.web.wire_base import Told
from unkink.web.wire_choices import Settings
from unkink.web.wire_safety import ScreeningNeed
from unkink.web.wire_sessions import SessionSummary


class Today(Told):
    """Where a person stands when they open the page."""

    version: str
    screening: ScreeningNeed
    unfinished: Unfinished | None
    recent: list[SessionSummary]
    day: DayNow
    settings: Settings  # type: ignore[valid-type]  # made from the settings table above
