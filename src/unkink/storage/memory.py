"""A record that lasts as long as the process: for tests, and for trying things out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from unkink.core.errors import Conflict, NotFound
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
from unkink.core.safety.screening import Answered
from unkink.ports import KeptSession, NewSession

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.history.sightings import Sighting


class MemoryStore:
    """Keeps the record in memory; see `ports.Store` for its promises, all but the disk's."""

    def __init__(self) -> None:
        self._answers: list[Answered] = []
        self._sessions: dict[str, KeptSession] = {}
        self._plans: dict[str, list[Plan]] = {}
        self._events: dict[str, dict[int, Event]] = {}
        self._sightings: dict[str, list[Sighting]] = {}
        self._entries: list[Entry] = []
        self._settings: dict[str, Choice] = {}

    def add_answers(
        self, at_s: float, version: str, answers: Mapping[str, bool | None]
    ) -> Answered:
        """Keep answers to the safety questions."""
        number = len(self._answers) + 1
        kept = Answered(number=number, at_s=at_s, version=version, answers=dict(answers))
        self._answers.append(kept)
        return kept

    def answers(self) -> Sequence[Answered]:
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

    def plans(self, session_id: str) -> Sequence[Plan]:
        """Tell the plans of a session, in order."""
        return tuple(self._plans.get(session_id, ()))

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

    def events(self, session_id: str) -> Sequence[Event]:
        """Tell the events of a session in order, without heartbeats."""
        return tuple(self._events.get(session_id, {}).values())

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id, in one stroke."""
        for session_id, _ in seen:
            self._found(session_id)
        for session_id, sighting in seen:
            self._sightings.setdefault(session_id, []).append(sighting)

    def sightings(self, session_id: str) -> Sequence[Sighting]:
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
        return {
            each: tally(self.plans(each), self.events(each), self.sightings(each))
            for each in asked
            if each in self._sessions
        }

    def add_entry(self, said: Said, *, at: str) -> Entry:
        """Keep what was said outside sessions."""
        kept = Entry(number=len(self._entries) + 1, at=at, said=said)
        self._entries.append(kept)
        return kept

    def entries(self, *kinds: Kind) -> Sequence[Entry]:
        """Tell what was said outside sessions, of these kinds or of all, oldest first."""
        asked = tuple(KINDS[kind] for kind in kinds or KINDS)
        return tuple(each for each in self._entries if isinstance(each.said, asked))

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
