"""What happened in a session: the words the record is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from unkink.core.errors import Conflict
from unkink.core.plan.session import Session
from unkink.core.timing.timeline import Schedule

Value = bool | int | float | str | None
"""What an event may tell besides its kind."""

Choice = bool | int | float | str
"""What a person may choose in a setting."""

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
    "hurt_told",
    "stopped",
    "heartbeat",
    "finished",
]
EVENT_MEANINGS: Final[Mapping[EventKind, str]] = {
    "started": "The session began.",
    "segment_done": "A part of the schedule was done to its end; `segment` is its index.",
    "paused": "The person paused, or the device slept.",
    "resumed": "It went on.",
    "back": "The person went back; `to_s` is the position it led to.",
    "skipped": "The person skipped on; `to_s` is the position it led to.",
    "repeated": "The person wanted it again; `to_s` is the position it led to.",
    "made_easier": "The rest was made easier: a new schedule follows.",
    "hurt": "It hurt, and all stopped at once; older records tell `pain` and `where` here.",
    "hurt_told": "How much it had hurt, `pain` 0-10, and `where`; each if told.",
    "stopped": "The person stopped.",
    "heartbeat": "Still there; it only moves the position and leaves no line of its own.",
    "finished": "The session went to its end.",
}
"""What each kind of event says."""

SessionStatus = Literal["open", "finished", "stopped", "partial"]
"""`partial`: never finished, and too long ago to be taken up again."""

Felt = Literal["better", "same", "worse"]

Farthest = Literal[0, 1, 2, 3, 4, 5]
"""The farthest place the trouble is felt, down the leg."""

FARTHEST: Final[tuple[str, ...]] = ("nowhere", "back", "buttock", "thigh", "calf", "foot")
"""What each number of `Farthest` means."""


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
    """
    `segment_done`: `segment`, its index in the schedule; `back`, `skipped`, `repeated`: `to_s`, the
    position it led to; `hurt_told`: `pain` 0-10 and `where`.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session and its exact schedule: the first, or the one after a `made_easier`."""

    from_seq: int
    """The event from which it counts: 0 for the first plan, then that of the `made_easier`."""
    session: Session
    schedule: Schedule
    position_s: float
    """Where in this schedule it begins to count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How it is, as told before a session."""

    pain: int
    stiffness: int
    """0-10."""
    farthest: Farthest | None = None
    """Where it is felt; None: not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How it was, as told after a session; None where nothing was said."""

    pain: int | None = None
    stiffness: int | None = None
    """0-10, after."""
    felt: Felt | None = None
    note: str = ""
    worst: int | None = None
    """0-10, the worst pain during the session."""
    farthest: Farthest | None = None
    """Where it is felt, after."""
    hurt_by: tuple[str, ...] = ()
    """Exercises the person blames; asked only when the worst pain rose."""


ENDS: Final[Mapping[EventKind, SessionStatus]] = {"finished": "finished", "stopped": "stopped"}
"""The events after which a session is over."""


def position_after(event: Event) -> float:
    """Where on the schedule a session stands after an event: a jump tells it as `to_s`."""
    to_s = event.data.get("to_s")
    if isinstance(to_s, int | float) and not isinstance(to_s, bool) and to_s >= 0:
        return float(to_s)
    return event.position_s


def new_events(
    given: Sequence[Event], *, kept: Mapping[int, Event], last_seq: int, status: SessionStatus
) -> tuple[Event, ...]:
    """
    Sort out which of the given events are new, in an unbroken row after `last_seq`.

    `kept` has the events of the record by number, without heartbeats. Raises `Conflict` for a gap,
    for another event under a number already used, and for anything new after the end.
    """
    new: list[Event] = []
    ended = status != "open"
    for event in given:
        reached = new[-1].seq if new else last_seq
        if event.seq <= last_seq:
            _same_again(event, kept.get(event.seq))
        elif event.seq != reached + 1:
            raise Conflict(
                f"Event {event.seq} came out of order: the record has got to {reached}.",
                f"Send event {reached + 1} first.",
            )
        elif ended:
            raise Conflict("This session is already over.", "Start a new session.")
        else:
            new.append(event)
            ended = event.kind in ENDS
    return tuple(new)


def _same_again(event: Event, before: Event | None) -> None:
    # A heartbeat leaves no event behind, so a number without one belonged to a heartbeat.
    same = event.kind == "heartbeat" if before is None else event == before
    if not same:
        raise Conflict(
            f"Another event is already in the record as number {event.seq}.",
            "Is this session being played somewhere else too? Go on there.",
        )
