"""Where a person stands, and who answers."""

from __future__ import annotations

from typing import Literal

from unkink.web.wire_base import Told
from unkink.web.wire_choices import Settings
from unkink.web.wire_measures import DayNow
from unkink.web.wire_safety import ScreeningNeed
from unkink.web.wire_sessions import SessionSummary, Unfinished


class Today(Told):
    """Where a person stands when they open the page."""

    version: str
    screening: ScreeningNeed
    unfinished: Unfinished | None
    recent: list[SessionSummary]
    day: DayNow
    settings: Settings  # type: ignore[valid-type]  # made from the settings table above


class Hello(Told):
    """Who answers here: how one Unkink finds another on the same port."""

    app: Literal["unkink"]
    version: str
    folder: str
    """A fingerprint of the data folder in use."""
