"""What the use cases need from outside, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from unkink.core.definition.exercise import Exercise
from unkink.core.history.entries import Entry
from unkink.core.history.record import CheckIn, Choice, Event, Farthest, Plan, SessionStatus
from unkink.core.history.sightings import Sighting
from unkink.core.history.tally import Tally
from unkink.core.safety.gate import Answered

if TYPE_CHECKING:
    from unkink.core.history.entries import Kind, Said
    from unkink.core.plan.session import Session as PlannedSession

Clock = Callable[[], datetime]
"""Tells the time as it is where the person is, with its zone."""

NewId = Callable[[], str]
"""Makes an id nobody else has."""

Lot = Callable[[int], int]
"""Draws a whole number from 0 to below the one given, each as likely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What is known when a session starts."""

    id: str
    name: str
    """What the person calls it: the programme's name, or the exercises'."""
    started_at_s: float
    """Seconds since 1970, UTC."""
    pain: int
    stiffness: int
    """0-10, before."""
    opened_by: int
    """The number of the answers that cleared it."""
    plan: Plan
    farthest: Farthest | None = None
    """Where it was felt, before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSession:
    """A session as the record has it."""

    id: str
    name: str
    started_at_s: float
    pain: int
    stiffness: int
    opened_by: int
    status: SessionStatus
    position_s: float
    """Where it is on the latest plan's schedule."""
    last_seq: int
    """The number of the last event, heartbeats included."""
    heard_at_s: float
    """When anything was last heard of it."""
    ended_at_s: float | None
    check_in: CheckIn | None
    farthest: Farthest | None = None
    """Where it was felt, before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeSession:
    """A session with all that happened in it."""

    session: KeptSession
    plans: tuple[Plan, ...]
    events: tuple[Event, ...]
    """Without heartbeats."""
    sightings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that is kept of a person, oldest first."""

    answers: tuple[Answered, ...] = ()
    entries: tuple[Entry, ...] = ()
    sessions: tuple[WholeSession, ...] = ()
    settings: Mapping[str, Choice] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """The person's own exercise files, by name; no part of what a store keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Everything, with what it takes to tell it to other programs."""

    everything: Everything
    tallies: Mapping[str, Tally]
    """What was done in each session, by its id."""
    exercises: Mapping[str, Exercise]
    at: datetime
    """When it leaves."""
    version: str
    """Of the Unkink it leaves."""
    next_days: tuple[str, ...] = ()
    """Days that suit the next sessions, as ISO dates; empty: none was planned, or all is locked."""


class OwnFiles(Protocol):
    """Where the person's own exercise files are."""

    def read(self) -> Mapping[str, str]:
        """Tell them all, by name."""

    def write(self, files: Mapping[str, str]) -> None:
        """Make these all there are; each is written whole or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy beside the record."""

    name: str
    size: int
    """In bytes."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where everything is."""

    folder: str
    size: int
    """Of the record, in bytes."""
    copies: tuple[KeptCopy, ...]
    """The newest first."""


class Copies(Protocol):
    """
    Where copies of everything are made, in one verified file each.

    *by* is the version of Unkink that makes it, *at* the time as ISO 8601.
    """

    def pack(self, *, by: str, at: str) -> bytes:
        """Copy everything into one file, and give what is in it."""

    def unpack(self, content: bytes) -> Everything:
        """Tell what is in such a file; refused when it is not whole."""

    def keep(self, why: str, *, by: str, at: str) -> str:
        """Put a copy beside the record, and tell its name."""

    def place(self) -> Place:
        """Tell where everything is, how much room it takes, and which copies there are."""

    def forget(self) -> None:
        """Overwrite and remove all copies, and the person's own exercise files."""


class Store(Protocol):
    """
    Where the record is kept.

    What a method has returned from is on the disk: a power cut later takes nothing of it back.
    """

    def add_answers(
        self, at_s: float, version: str, answers: Mapping[str, bool | str | None]
    ) -> Answered:
        """Keep answers to the safety questions."""

    def answers(self) -> Sequence[Answered]:
        """Tell all answers, oldest first."""

    def add_session(self, session: NewSession) -> None:
        """Keep a new session."""

    def session(self, session_id: str) -> KeptSession | None:
        """Tell one session, or None."""

    def sessions(self, *, limit: int | None = None) -> Sequence[KeptSession]:
        """Tell the sessions, newest first."""

    def open_sessions(self) -> Sequence[KeptSession]:
        """Tell the sessions that are not closed, newest first."""

    def plans(self, session_id: str) -> Sequence[Plan]:
        """Tell the plans of a session, in order."""

    def planned(self) -> Mapping[str, PlannedSession]:
        """Tell, of every session, what was to be done as it was last planned, by its id."""

    def append(
        self,
        session_id: str,
        events: Sequence[Event],
        *,
        heard_at_s: float,
        plan: Plan | None = None,
    ) -> int:
        """
        Keep events in one stroke, all or none, and tell the last number.

        Events already kept are passed over when they are the same. A gap, a different event under
        a number already used, an unknown or a closed session raise `Conflict` or `NotFound`.
        A heartbeat takes a number and moves the position, and leaves no other trace.
        """

    def events(self, session_id: str) -> Sequence[Event]:
        """Tell the events of a session in order, without heartbeats."""

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id, in one stroke."""

    def sightings(self, session_id: str) -> Sequence[Sighting]:
        """Tell what the camera saw of a session, in the order it was kept."""

    def close(self, session_id: str, *, status: SessionStatus, at_s: float) -> None:
        """Close a session that is open; a closed one stays as it is."""

    def check_in(self, session_id: str, said: CheckIn) -> None:
        """Keep how it was, in place of what was said before."""

    def tallies(self, session_ids: Sequence[str] | None = None) -> Mapping[str, Tally]:
        """
        Tell what was done in these sessions, or in all, by their ids; unknown ones are left out.

        A session that is over is counted once and the count kept, so a long record reads fast.
        """

    def add_entry(self, said: Said, *, at: str) -> Entry:
        """Keep what was said outside sessions; *at* is ISO 8601 with its offset from UTC."""

    def entries(self, *kinds: Kind) -> Sequence[Entry]:
        """Tell what was said outside sessions, of these kinds or of all, oldest first."""

    def revision(self) -> Hashable:
        """Tell a mark that is the same only as long as nothing at all was kept or changed."""

    def everything(self) -> Everything:
        """Tell all that is kept, as of one moment."""

    def replace(self, everything: Everything) -> None:
        """Keep this in place of all that was kept, in one stroke."""

    def erase(self) -> None:
        """Keep nothing any more, and overwrite what was kept where it was."""

    def settings(self) -> Mapping[str, Choice]:
        """Tell the settings that were chosen; the others have their defaults."""

    def save_settings(self, changes: Mapping[str, Choice]) -> None:
        """Keep some settings, leave the others."""
