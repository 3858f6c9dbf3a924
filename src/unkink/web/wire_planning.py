"""What page and server say about what to do today."""

from __future__ import annotations

from unkink.web.wire_base import Told


class Programme(Told):
    """A ready-made session."""

    id: str
    name: str
    words: str
    total_min_s: float
    total_max_s: float
    length: str
    """How long it takes, as one would say it."""
    exercises: list[str]
    positions: list[str]
    note: str
