"""What happened in a session: the words the record is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = bool | float | str | None

EventKind = Literal[
    "started",
    "segment_done",
    "paused",
    "resumed",
    "back",
    "skipped",
    "repeated",
    "made_easier",
    "hurt",
    "stopped",
    "heartbeat",
    "finished",
]
SessionStatus = Literal["open", "finished", "stopped", "partial"]
"""`partial`: never finished, and too long ago to be taken up again."""

Felt = Literal["better", "same", "worse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened in a session; `seq` counts from 1 without a gap."""

    seq: int
    position_s: float
    """Where on the schedule it happened."""
    at: str
    """When, as ISO 8601 with its offset from UTC."""
    kind: EventKind
    data: Mapping[str, Value] = field(default_factory=dict)
    """`segment_done`: `segment`, its index; `hurt`: `pain` 0-10, `where`."""
