"""Doing a session: start, record, make easier, finish; and telling what was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from unkink import told
from unkink.app.given import Given, local
from unkink.app.planning import Planning
from unkink.app.safety import Safety
from unkink.core.errors import Conflict, Invalid, NotFound
from unkink.core.history.entries import Day
from unkink.core.history.record import CheckIn, Event, Plan
from unkink.core.plan import rules
from unkink.core.safety.direction import DRAWING_BACK
from unkink.core.timing.easier import easier
from unkink.core.timing.timeline import schedule
from unkink.ports import KeptSession, NewSession

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from unkink.core.history.record import Before
    from unkink.core.history.sightings import Sighting
    from unkink.core.history.tally import Tally
    from unkink.core.plan.choice import Asked

RESUMES_FOR_S: Final = 4 * 3600.0
"""A session not heard of for so long can't be taken up again; it is kept as partial [D]."""

END_S: Final = 1.0
"""A session this near to its end counts as finished when it is closed."""


@dataclass(frozen=True)
class Sessions:
    """The sessions of a person, the one going on included."""

    given: Given
    safety: Safety
    planning: Planning

    def start(self, asked: Asked, before: Before) -> told.StartedSession:
        """
        Start a session, if the safety questions allow one; what was open is kept as partial.

        On a day too bad for one (R3) the number is kept as the day's own: nothing else would tell
        that it was one of several in a row.
        """
        self.safety.check_cleared()
        if rules.before(before.pain) == "R3":
            day = Day(
                pain=before.pain,
                stiffness=before.stiffness,
                farthest=before.farthest,
                besides=self.planning.besides_today(),
            )
            self.given.store.add_entry(day, at=self.given.clock().isoformat())
        name, proposal = self.planning.choose(asked, pain=before.pain)
        now_s, store = self.given.now_s(), self.given.store
        for each in store.open_sessions():
            store.close(each.id, status="partial", at_s=each.heard_at_s)
        laid = schedule(proposal.session, self.given.exercises)
        new = NewSession(
            id=self.given.new_id(),
            name=name,
            started_at_s=now_s,
            pain=before.pain,
            stiffness=before.stiffness,
            farthest=before.farthest,
            opened_by=store.answers()[-1].number,
            plan=Plan(from_seq=0, session=proposal.session, schedule=laid, position_s=0.0),
        )
        store.add_session(new)
        # Whoever answers closes what is open; whoever opens looks again: neither misses the other.
        if self.safety.need().locked:
            store.close(new.id, status="stopped", at_s=now_s)
            self.safety.check_cleared()
        return told.StartedSession(
            session_id=new.id, schedule=laid, adjustments=proposal.adjustments
        )

    def unfinished(self) -> told.Unfinished | None:
        """Tell the session that can be taken up again, if there is one."""
        self._close_forgotten()
        for kept in self.given.store.open_sessions():
            plan = self.given.store.plans(kept.id)[-1]
            return told.Unfinished(
                session_id=kept.id,
                name=kept.name,
                started_at=local(kept.started_at_s),
                position_s=min(kept.position_s, plan.schedule.total_s),
                total_s=plan.schedule.total_s,
            )
        return None

    def now(self, session_id: str) -> told.SessionNow:
        """Tell a session as it stands."""
        self._close_forgotten()
        kept = self._found(session_id)
        plan = self.given.store.plans(session_id)[-1]
        return told.SessionNow(
            session_id=kept.id,
            status=kept.status,
            started_at=local(kept.started_at_s),
            name=kept.name,
            pain=kept.pain,
            stiffness=kept.stiffness,
            schedule=plan.schedule,
            position_s=min(kept.position_s, plan.schedule.total_s),
            last_seq=kept.last_seq,
            events=tuple(self.given.store.events(session_id)),
            draws_back=DRAWING_BACK,
        )

    def append_events(self, session_id: str, events: Sequence[Event]) -> int:
        """Keep what happened, and tell the number of the last event in the record."""
        self._close_forgotten()
        if any(event.kind == "made_easier" for event in events):
            raise Invalid(
                "A session is not made easier by an event.", "Ask for it: it needs a new schedule."
            )
        return self.given.store.append(session_id, events, heard_at_s=self.given.now_s())

    def check_open(self, session_id: str) -> None:
        """Refuse a session that is unknown or over: nothing more can be seen of it."""
        self._close_forgotten()
        if self._found(session_id).status != "open":
            raise Conflict("This session is already over.", "Start a new session.")

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id."""
        self.given.store.add_sightings(seen)

    def make_easier(
        self, session_id: str, *, seq: int, position_s: float, at: datetime
    ) -> told.EasierSession:
        """Make the rest of a session easier; recorded as the event `made_easier`."""
        self._close_forgotten()
        store = self.given.store
        kept, plans = self._found(session_id), store.plans(session_id)
        before = [plan for plan in plans if plan.from_seq < seq][-1]
        eased = easier(before.session, before.schedule, self.given.exercises, position_s)
        event = Event(seq=seq, position_s=position_s, at=at.isoformat(), kind="made_easier")
        plan = Plan(
            from_seq=seq,
            session=eased.session,
            schedule=eased.schedule,
            position_s=eased.position_s,
        )
        store.append(kept.id, [event], heard_at_s=self.given.now_s(), plan=plan)
        return told.EasierSession(
            schedule=eased.schedule, position_s=eased.position_s, words=eased.words
        )

    def finish(self, session_id: str, said: CheckIn) -> told.SessionSummary:
        """Close a session with how it was; saying it again replaces what was said."""
        store, kept = self.given.store, self._found(session_id)
        done = store.tallies([session_id])[session_id]
        # Skipping to the end is not doing it.
        through = done.done_s > 0 and kept.position_s >= done.planned_s - END_S
        store.close(
            session_id, status="finished" if through else "stopped", at_s=self.given.now_s()
        )
        store.check_in(session_id, replace(said, note=said.note.strip()))
        return self._summaries([self._found(session_id)])[0]

    def record(self, *, limit: int | None = None) -> tuple[told.SessionSummary, ...]:
        """Tell every session, or the latest, newest first."""
        self._close_forgotten()
        return self._summaries(self.given.store.sessions(limit=limit))

    def _found(self, session_id: str) -> KeptSession:
        kept = self.given.store.session(session_id)
        if kept is None:
            raise NotFound("There is no such session in the record.", "Go back to the start page.")
        return kept

    def _close_forgotten(self) -> None:
        now_s, store = self.given.now_s(), self.given.store
        for each in store.open_sessions():
            if now_s - each.heard_at_s > RESUMES_FOR_S:
                store.close(each.id, status="partial", at_s=each.heard_at_s)

    def _summaries(self, sessions: Sequence[KeptSession]) -> tuple[told.SessionSummary, ...]:
        done = self.given.store.tallies([each.id for each in sessions])
        emergencies = self.safety.emergencies()
        return tuple(_summary(each, done[each.id], emergencies) for each in sessions)


def _summary(kept: KeptSession, done: Tally, emergencies: frozenset[float]) -> told.SessionSummary:
    said = kept.check_in or CheckIn()
    stopped = kept.status == "stopped"
    return told.SessionSummary(
        session_id=kept.id,
        name=kept.name,
        started_at=local(kept.started_at_s),
        ended_at=local(kept.ended_at_s) if kept.ended_at_s is not None else None,
        status=kept.status,
        ended_by="emergency"
        if stopped and kept.ended_at_s in emergencies
        else "hurt"
        if stopped and done.hurt
        else "",
        planned_s=done.planned_s,
        done_s=done.done_s,
        exercises=done.exercises,
        made_easier=done.made_easier,
        hurt=done.hurt,
        pain_before=kept.pain,
        pain_after=said.pain,
        pain_worst=said.worst,
        stiffness_before=kept.stiffness,
        stiffness_after=said.stiffness,
        farthest_before=kept.farthest,
        farthest_after=said.farthest,
        felt=said.felt,
        hurt_by=said.hurt_by,
        note=said.note,
    )
