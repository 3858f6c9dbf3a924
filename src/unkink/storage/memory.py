"""A record that lasts as long as the process: for tests, and for trying things out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from unkink.core.errors import Conflict, Invalid, NotFound
from unkink.core.history.entries import KINDS, Entry, Kind, Said
from unkink.core.history.record import (
    ENDS,
    CheckIn,
    Choice,
    Event,
    Plan,
    SessionStatus,
    new_events,
    position_after,
)
from unkink.core.history.tally import Tally, tally
from unkink.core.safety.gate import Answered
from unkink.ports import Everything, KeptCopy, KeptSession, NewSession, Place, WholeSession

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.history.sightings import Sighting
    from unkink.core.plan.session import Session


class MemoryStore:
    """Keeps the record in memory; see `ports.Store` for its promises, all but the disk's."""

    def __init__(self) -> None:
        self._answers: list[Answered] = []
        self._sessions: dict[str, KeptSession] = {}
        self._plans: dict[str, list[Plan]] = {}
        self._events: dict[str, dict[int, Event]] = {}
        self._sightings: dict[str, list[Sighting]] = {}
        self._entries: list[Entry] = []
        self._tallies: dict[str, Tally] = {}
        self._settings: dict[str, Choice] = {}

    def add_answers(
        self, at_s: float, version: str, answers: Mapping[str, bool | str | None]
    ) -> Answered:
        """Keep answers to the safety questions."""
        number = self._answers[-1].number + 1 if self._answers else 1
        kept = Answered(number=number, at_s=at_s, version=version, answers=dict(answers))
        self._answers.append(kept)
        return kept

    def answers(self) -> tuple[Answered, ...]:
        """Tell all answers, oldest first."""
        return tuple(self._answers)

    def add_session(self, session: NewSession) -> None:
        """Keep a new session."""
        if session.id in self._sessions:
            raise Conflict("There is already a session with this id.", "Start it again.")
        self._sessions[session.id] = just_started(session)
        self._plans[session.id] = [session.plan]
        self._events[session.id] = {}

    def session(self, session_id: str) -> KeptSession | None:
        """Tell one session, or None."""
        return self._sessions.get(session_id)

    def sessions(self, *, limit: int | None = None) -> Sequence[KeptSession]:
        """Tell the sessions, newest first."""
        return tuple(reversed(self._sessions.values()))[:limit]

    def open_sessions(self) -> Sequence[KeptSession]:
        """Tell the sessions that are not closed, newest first."""
        return tuple(each for each in self.sessions() if each.status == "open")

    def plans(self, session_id: str) -> tuple[Plan, ...]:
        """Tell the plans of a session, in order."""
        return tuple(self._plans.get(session_id, ()))

    def planned(self) -> Mapping[str, Session]:
        """Tell, of every session, what was to be done as it was last planned."""
        return {each: plans[-1].session for each, plans in self._plans.items()}

    def append(
        self,
        session_id: str,
        events: Sequence[Event],
        *,
        heard_at_s: float,
        plan: Plan | None = None,
    ) -> int:
        """Keep events in one stroke, all or none, and tell the last number."""
        before = self._found(session_id)
        kept = self._events[session_id]
        new = new_events(events, kept=kept, last_seq=before.last_seq, status=before.status)
        if not new:
            return before.last_seq
        last = new[-1]
        kept.update({each.seq: each for each in new if each.kind != "heartbeat"})
        if plan is not None:
            self._plans[session_id].append(plan)
        self._sessions[session_id] = replace(
            before,
            last_seq=last.seq,
            position_s=plan.position_s if plan else position_after(last),
            heard_at_s=heard_at_s,
            status=ENDS.get(last.kind, "open"),
            ended_at_s=heard_at_s if last.kind in ENDS else None,
        )
        return last.seq

    def events(self, session_id: str) -> tuple[Event, ...]:
        """Tell the events of a session in order, without heartbeats."""
        return tuple(self._events.get(session_id, {}).values())

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id, in one stroke."""
        for session_id, _ in seen:
            self._found(session_id)
        for session_id, sighting in seen:
            self._sightings.setdefault(session_id, []).append(sighting)
            # What came late was not counted yet.
            self._tallies.pop(session_id, None)

    def sightings(self, session_id: str) -> tuple[Sighting, ...]:
        """Tell what the camera saw of a session, in the order it was kept."""
        return tuple(self._sightings.get(session_id, ()))

    def close(self, session_id: str, *, status: SessionStatus, at_s: float) -> None:
        """Close a session that is open; a closed one stays as it is."""
        before = self._found(session_id)
        if before.status == "open":
            self._sessions[session_id] = replace(before, status=status, ended_at_s=at_s)

    def check_in(self, session_id: str, said: CheckIn) -> None:
        """Keep how it was, in place of what was said before."""
        self._sessions[session_id] = replace(self._found(session_id), check_in=said)

    def tallies(self, session_ids: Sequence[str] | None = None) -> Mapping[str, Tally]:
        """Tell what was done in these sessions, or in all, by their ids."""
        asked = self._sessions if session_ids is None else session_ids
        return {each: self._tally(each) for each in asked if each in self._sessions}

    def _tally(self, session_id: str) -> Tally:
        if session_id not in self._tallies:
            done = (self.plans(session_id), self.events(session_id), self.sightings(session_id))
            counted = tally(*done)
            if self._sessions[session_id].status == "open":
                return counted
            self._tallies[session_id] = counted
        return self._tallies[session_id]

    def add_entry(self, said: Said, *, at: str) -> Entry:
        """Keep what was said outside sessions."""
        number = self._entries[-1].number + 1 if self._entries else 1
        kept = Entry(number=number, at=at, said=said)
        self._entries.append(kept)
        return kept

    def entries(self, *kinds: Kind) -> tuple[Entry, ...]:
        """Tell what was said outside sessions, of these kinds or of all, oldest first."""
        asked = tuple(KINDS[kind] for kind in kinds or KINDS)
        return tuple(each for each in self._entries if isinstance(each.said, asked))

    def revision(self) -> object:
        """Never tell the same mark twice: reading memory is quick."""
        return object()

    def everything(self) -> Everything:
        """Tell all that is kept, as of one moment."""
        return Everything(
            answers=self.answers(),
            entries=self.entries(),
            sessions=tuple(
                WholeSession(
                    session=each,
                    plans=self.plans(each.id),
                    events=self.events(each.id),
                    sightings=self.sightings(each.id),
                )
                for each in self._sessions.values()
            ),
            settings=self.settings(),
        )

    def replace(self, everything: Everything) -> None:
        """Keep this in place of all that was kept, in one stroke."""
        whole = {each.session.id: each for each in everything.sessions}
        self._answers = list(everything.answers)
        self._entries = list(everything.entries)
        self._sessions = {i: each.session for i, each in whole.items()}
        self._plans = {i: list(each.plans) for i, each in whole.items()}
        self._events = {i: {e.seq: e for e in each.events} for i, each in whole.items()}
        self._sightings = {i: list(each.sightings) for i, each in whole.items()}
        self._settings = dict(everything.settings)
        self._tallies = {}

    def erase(self) -> None:
        """Keep nothing any more."""
        self.replace(Everything())

    def settings(self) -> Mapping[str, Choice]:
        """Tell the settings that were chosen; the others have their defaults."""
        return dict(self._settings)

    def save_settings(self, changes: Mapping[str, Choice]) -> None:
        """Keep some settings, leave the others."""
        self._settings.update(changes)

    def _found(self, session_id: str) -> KeptSession:
        session = self._sessions.get(session_id)
        if session is None:
            raise no_session()
        return session


class MemoryFiles:
    """Keeps a person's own exercise files in memory; see `ports.OwnFiles`."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {}

    def read(self) -> Mapping[str, str]:
        """Tell them all, by name."""
        return dict(self._files)

    def write(self, files: Mapping[str, str]) -> None:
        """Make these all there are."""
        self._files = dict(files)


class MemoryCopies:
    """Copies of a record that lasts as long as the process; see `ports.Copies`."""

    def __init__(self) -> None:
        self._kept: list[KeptCopy] = []

    def pack(self, *, by: str, at: str) -> bytes:
        """Refuse: there is nothing on the disk to copy."""
        raise Invalid(f"Nothing is on the disk ({by}, {at}).", "Use a data folder.")

    def unpack(self, content: bytes) -> Everything:
        """Refuse: no copy can be of this record."""
        raise Invalid(f"That is no backup ({len(content)} bytes).", "Use a data folder.")

    def keep(self, why: str, *, by: str, at: str) -> str:
        """Remember only that a copy would have been made."""
        kept = KeptCopy(name=f"{why}-{by}.zip", size=0, at=datetime.fromisoformat(at))
        self._kept.insert(0, kept)
        return kept.name

    def place(self) -> Place:
        """Tell that everything is in memory."""
        return Place(folder="memory", size=0, copies=tuple(self._kept))

    def forget(self) -> None:
        """Forget that copies were made."""
        self._kept.clear()


def no_session() -> NotFound:
    """Say that there is no such session."""
    return NotFound("There is no such session in the record.", "Go back to the start page.")


def just_started(session: NewSession) -> KeptSession:
    """Tell a new session as the record has it before anything happened."""
    return KeptSession(
        id=session.id,
        name=session.name,
        started_at_s=session.started_at_s,
        pain=session.pain,
        stiffness=session.stiffness,
        farthest=session.farthest,
        opened_by=session.opened_by,
        status="open",
        position_s=session.plan.position_s,
        last_seq=0,
        heard_at_s=session.started_at_s,
        ended_at_s=None,
        check_in=None,
    )
