"""What the use cases tell: plain values, the same for the page and the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from unkink.core.history.record import Choice, Event, Farthest, Felt, SessionStatus
from unkink.core.history.tally import ExerciseDone
from unkink.core.plan.session import Adjustment
from unkink.core.safety.advice import Clearance
from unkink.core.safety.direction import DrawingBack
from unkink.core.safety.emergency_numbers import Country
from unkink.core.safety.gate import Lock
from unkink.core.safety.rounds import Answer, Page
from unkink.core.timing.timeline import Schedule
from unkink.ports import KeptCopy


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """Who answers here: how one Unkink finds another on the same port."""

    app: Literal["unkink"]
    version: str
    folder: str
    """A fingerprint of the data folder in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """The safety questions, and which of them to ask now."""

    version: str
    new_means: str
    pages: tuple[Page, ...]
    """What to ask, page by page; without `ask`, the whole round."""
    ask: tuple[str, ...]
    why: str
    lock: Lock
    before: Mapping[str, Answer]
    """What was answered last time, to be looked at again; never counted by itself."""
    today: str
    """The day it is here, an ISO date."""
    country: str
    call: str
    call_note: str
    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningNeed:
    """Whether safety questions come before the next session, and why."""

    ask: Literal["all", "short", "none"]
    why: str
    locked: bool
    lock: Lock
    last: Clearance | None
    """What the answers that count led to."""
    care: tuple[str, ...]
    """What the latest whole round asks to take care of, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A ready-made session."""

    id: str
    name: str
    words: str
    total_min_s: float
    total_max_s: float
    length: str
    """How long it takes, as one would say it."""
    otherwise: tuple[str, ...]
    """What is otherwise for the person than the programme says; why is told as it begins."""
    exercises: tuple[str, ...]
    positions: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartedSession:
    """A session that may now be played."""

    session_id: str
    schedule: Schedule
    adjustments: tuple[Adjustment, ...]
    """What is otherwise than was asked, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasierSession:
    """The new schedule, where to go on in it, and what to say about it."""

    schedule: Schedule
    position_s: float
    words: str
    """What was changed, to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNow:
    """One session as it stands."""

    session_id: str
    status: SessionStatus
    started_at: datetime
    name: str
    pain: int
    stiffness: int
    schedule: Schedule
    position_s: float
    last_seq: int
    events: tuple[Event, ...]
    draws_back: DrawingBack


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """What was done in one session, and how it was."""

    session_id: str
    name: str
    started_at: datetime
    ended_at: datetime | None
    status: SessionStatus
    ended_by: Literal["", "emergency", "hurt"] = ""
    """Why it was stopped: an answer told of an emergency, or it had hurt; empty: the person did."""
    planned_s: float
    done_s: float
    exercises: tuple[ExerciseDone, ...]
    made_easier: int
    hurt: int
    pain_before: int
    pain_after: int | None
    pain_worst: int | None
    stiffness_before: int
    stiffness_after: int | None
    farthest_before: Farthest | None
    farthest_after: Farthest | None
    felt: Felt | None
    hurt_by: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A session that can be taken up again."""

    session_id: str
    name: str
    started_at: datetime
    position_s: float
    total_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTested:
    """What the camera read of a movement test; it is kept when it is filled in."""

    answers: Mapping[str, float]
    """To fill its instrument in with; empty where nothing could be told."""
    why_not: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNow:
    """Today's own number, and what a trial asks of the day."""

    said: int | None
    """None: not yet."""
    yesterday: int | None
    trial: str
    """What a running trial says of today; empty: none runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Where a person stands."""

    version: str
    screening: ScreeningNeed
    unfinished: Unfinished | None
    recent: tuple[SessionSummary, ...]
    day: DayNow
    settings: Mapping[str, Choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a whole record added to this one."""

    sessions: int
    entries: int
    answers: int
    files: int
    known: int
    """How much of it was here already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a person, where, and how much room it takes."""

    folder: str
    size: int
    """Of the record, in bytes."""
    sessions: int
    since: datetime | None
    """When the first session began."""
    entries: int
    """Things told outside sessions."""
    answers: int
    """Rounds of safety answers."""
    files: int
    """Exercise files of one's own."""
    copies: tuple[KeptCopy, ...]
    """The newest first."""
    erase: str
    """What to type to have all of it deleted."""
