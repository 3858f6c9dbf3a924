"""The use cases: screen, start, record, stop, finish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final

import unkink
from unkink import settings, told
from unkink.core.definition.exercise import Exercise
from unkink.core.definition.problems import Problem
from unkink.core.errors import Conflict, Invalid, NotCleared, NotFound
from unkink.core.history.record import CheckIn, Event, Plan
from unkink.core.history.tally import tally
from unkink.core.plan.choice import choose
from unkink.core.plan.programme import (
    PROGRAMMES,
    Programme,
    length_words,
    outline,
)
from unkink.core.safety import questions, screening
from unkink.core.safety.advice import Call, Clearance, emergency_call, in_words
from unkink.core.safety.emergency_numbers import COUNTRIES, NUMBERS
from unkink.core.timing.easier import easier
from unkink.core.timing.timeline import schedule
from unkink.ports import Clock, KeptSession, NewId, NewSession, Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.definition.exercise import LevelName
    from unkink.core.history.record import Choice, Felt
    from unkink.core.history.sightings import Sighting
    from unkink.core.plan.session import Proposal

RESUMES_FOR_S: Final = 4 * 3600.0
"""A session not heard of for so long can't be taken up again; it is kept as partial [D]."""

END_S: Final = 1.0
"""A session this near to its end counts as finished when it is closed."""

RECENT: Final = 5


@dataclass(frozen=True, kw_only=True)
class UseCases:
    """
    Everything a person can do with Unkink, for the page and the terminal alike.

    What can't be done is refused with `core.errors.Refused`: why, and what to do.
    """

    exercises: Mapping[str, Exercise]
    problems: tuple[Problem, ...]
    """What is wrong with exercise files that were left out."""
    store: Store
    clock: Clock
    new_id: NewId
    folder: str
    """A fingerprint of the data folder."""

    def hello(self) -> told.Hello:
        """Say who answers here."""
        return told.Hello(app="unkink", version=unkink.__version__, folder=self.folder)

    def today(self) -> told.Today:
        """Tell where the person stands."""
        self._close_forgotten()
        need = self._need()
        return told.Today(
            version=unkink.__version__,
            screening=self._told_need(need),
            unfinished=None if need.locked else self.unfinished(),
            recent=tuple(self._summary(each) for each in self.store.sessions(limit=RECENT)),
            settings=self.settings(),
        )

    # --- safety questions -----------------------------------------------------------------------

    def questions(self) -> told.Screening:
        """Tell the safety questions, and which of them to ask now."""
        need, call = self._need(), self._call()
        return told.Screening(
            version=questions.VERSION,
            new_means=questions.NEW_MEANS,
            questions=questions.QUESTIONS,
            ask=need.ask,
            why=need.why,
            country=call.country,
            call=call.number,
            call_note=call.note,
            countries=COUNTRIES,
        )

    def answer(self, version: str, answers: Mapping[str, bool | None]) -> Clearance:
        """
        Keep the answers, and say whether a session may start.

        An emergency answer also ends whatever session is open.
        """
        now_s = self._now_s()
        given = set(self._need().ask) | set(questions.SHORT) | set(answers)
        asked = tuple(each for each in questions.ALL if each in given)
        self.store.add_answers(now_s, version, answers)
        verdict = screening.screen(answers, version=version, asked=asked)
        if isinstance(verdict, screening.Emergency):
            for each in self.store.open_sessions():
                self.store.close(each.id, status="stopped", at_s=now_s)
        return in_words(verdict, self._call())

    # --- sessions -------------------------------------------------------------------------------

    def programmes(self) -> tuple[told.Programme, ...]:
        """Tell the ready-made sessions."""
        return self._programmes

    @cached_property
    def _programmes(self) -> tuple[told.Programme, ...]:
        # The catalogue stays as it was read, and laying out the article takes a quarter second.
        return tuple(self._told_programme(each) for each in PROGRAMMES)

    def start_session(
        self,
        *,
        programme: str | None = None,
        exercises: tuple[str, ...] = (),
        minutes: float | None = None,
        level: LevelName = "L1",
        pain: int,
        stiffness: int,
    ) -> told.StartedSession:
        """Start a session, if the safety questions allow one; what was open is kept as partial."""
        self._check_cleared()
        name, proposal = self.choose(
            programme=programme, exercises=exercises, minutes=minutes, level=level
        )
        now_s = self._now_s()
        for each in self.store.open_sessions():
            self.store.close(each.id, status="partial", at_s=each.heard_at_s)
        laid = schedule(proposal.session, self.exercises)
        new = NewSession(
            id=self.new_id(),
            name=name,
            started_at_s=now_s,
            pain=pain,
            stiffness=stiffness,
            opened_by=self.store.answers()[-1].number,
            plan=Plan(from_seq=0, session=proposal.session, schedule=laid, position_s=0.0),
        )
        self.store.add_session(new)
        # Whoever answers closes what is open; whoever opens looks again: neither misses the other.
        if self._need().locked:
            self.store.close(new.id, status="stopped", at_s=now_s)
            self._check_cleared()
        return told.StartedSession(
            session_id=new.id, schedule=laid, adjustments=proposal.adjustments
        )

    def choose(
        self,
        *,
        programme: str | None = None,
        exercises: tuple[str, ...] = (),
        minutes: float | None = None,
        level: LevelName = "L1",
    ) -> tuple[str, Proposal]:
        """Propose the session asked for, with the name for it; the level is for exercises."""
        return choose(
            self.exercises, programme=programme, exercises=exercises, minutes=minutes, level=level
        )

    def unfinished(self) -> told.Unfinished | None:
        """Tell the session that can be taken up again, if there is one."""
        self._close_forgotten()
        for kept in self.store.open_sessions():
            plan = self.store.plans(kept.id)[-1]
            return told.Unfinished(
                session_id=kept.id,
                name=kept.name,
                started_at=_time(kept.started_at_s),
                position_s=min(kept.position_s, plan.schedule.total_s),
                total_s=plan.schedule.total_s,
            )
        return None

    def session(self, session_id: str) -> told.SessionNow:
        """Tell a session as it stands."""
        self._close_forgotten()
        kept = self._found(session_id)
        plan = self.store.plans(session_id)[-1]
        return told.SessionNow(
            session_id=kept.id,
            status=kept.status,
            started_at=_time(kept.started_at_s),
            name=kept.name,
            pain=kept.pain,
            stiffness=kept.stiffness,
            schedule=plan.schedule,
            position_s=min(kept.position_s, plan.schedule.total_s),
            last_seq=kept.last_seq,
            events=tuple(self.store.events(session_id)),
        )

    def append_events(self, session_id: str, events: Sequence[Event]) -> int:
        """Keep what happened, and tell the number of the last event in the record."""
        self._close_forgotten()
        if any(event.kind == "made_easier" for event in events):
            raise Invalid(
                "A session is not made easier by an event.", "Ask for it: it needs a new schedule."
            )
        return self.store.append(session_id, events, heard_at_s=self._now_s())

    def check_open(self, session_id: str) -> None:
        """Refuse a session that is unknown or over: nothing more can be seen of it."""
        self._close_forgotten()
        if self._found(session_id).status != "open":
            raise Conflict("This session is already over.", "Start a new session.")

    def add_sightings(self, seen: Sequence[tuple[str, Sighting]]) -> None:
        """Keep what the camera saw, each with its session's id."""
        self.store.add_sightings(seen)

    def make_easier(
        self, session_id: str, *, seq: int, position_s: float, at: datetime
    ) -> told.EasierSession:
        """Make the rest of a session easier; recorded as the event `made_easier`."""
        self._close_forgotten()
        kept, plans = self._found(session_id), self.store.plans(session_id)
        before = [plan for plan in plans if plan.from_seq < seq][-1]
        eased = easier(before.session, before.schedule, self.exercises, position_s)
        event = Event(seq=seq, position_s=position_s, at=at.isoformat(), kind="made_easier")
        plan = Plan(
            from_seq=seq,
            session=eased.session,
            schedule=eased.schedule,
            position_s=eased.position_s,
        )
        self.store.append(kept.id, [event], heard_at_s=self._now_s(), plan=plan)
        return told.EasierSession(
            schedule=eased.schedule, position_s=eased.position_s, words=eased.words
        )

    def finish_session(
        self,
        session_id: str,
        *,
        pain: int | None = None,
        stiffness: int | None = None,
        felt: Felt | None = None,
        note: str = "",
    ) -> told.SessionSummary:
        """Close a session with how it was; saying it again replaces what was said."""
        kept = self._found(session_id)
        plans = self.store.plans(session_id)
        # Skipping to the end is not doing it.
        done = tally(plans, self.store.events(session_id)).done_s > 0
        through = done and kept.position_s >= plans[-1].schedule.total_s - END_S
        self.store.close(
            session_id, status="finished" if through else "stopped", at_s=self._now_s()
        )
        said = CheckIn(pain=pain, stiffness=stiffness, felt=felt, note=note.strip())
        self.store.check_in(session_id, said)
        return self._summary(self._found(session_id))

    def record(self) -> tuple[told.SessionSummary, ...]:
        """Tell every session, newest first."""
        self._close_forgotten()
        return tuple(self._summary(each) for each in self.store.sessions())

    # --- settings -------------------------------------------------------------------------------

    def settings(self) -> Mapping[str, Choice]:
        """Tell what the person has chosen."""
        kept = {n: v for n, v in self.store.settings().items() if not settings.problem_with(n, v)}
        return {**settings.DEFAULTS, **kept}

    def change_settings(self, changes: Mapping[str, Choice]) -> Mapping[str, Choice]:
        """Change some settings, keep the others."""
        for name, value in changes.items():
            problem = settings.problem_with(name, value)
            if problem is not None:
                raise Invalid(problem, "Choose one of the values it takes.")
        self.store.save_settings(changes)
        return self.settings()

    # --- inside ---------------------------------------------------------------------------------

    def _now_s(self) -> float:
        return self.clock().timestamp()

    def _need(self) -> screening.Need:
        latest = self.store.sessions(limit=1)
        return screening.needed(
            self.store.answers(),
            now_s=self._now_s(),
            used=latest[0].opened_by if latest else None,
        )

    def _call(self) -> Call:
        chosen = self.settings()
        return emergency_call(
            country=str(chosen["country"]),
            own_number=str(chosen["emergency_number"]),
            numbers=NUMBERS,
        )

    def _told_need(self, need: screening.Need) -> told.ScreeningNeed:
        verdict = screening.standing_verdict(self.store.answers())
        return told.ScreeningNeed(
            ask="none" if not need.ask else "short" if need.ask == questions.SHORT else "all",
            why=need.why,
            locked=need.locked,
            last=in_words(verdict, self._call()) if verdict is not None else None,
        )

    def _check_cleared(self) -> None:
        need = self._need()
        if need.locked:
            raise NotCleared(need.why, f"Get help first: call {self._call().number}.")
        if need.ask:
            raise NotCleared(need.why, "Answer the safety questions first.")

    def _told_programme(self, programme: Programme) -> told.Programme:
        shown = outline(programme, self.exercises)
        return told.Programme(
            id=programme.id,
            name=programme.name,
            words=programme.words,
            note=programme.note,
            total_min_s=shown.total_min_s,
            total_max_s=shown.total_max_s,
            length=length_words(shown.total_min_s, shown.total_max_s),
            exercises=shown.exercises,
            positions=shown.positions,
        )

    def _found(self, session_id: str) -> KeptSession:
        kept = self.store.session(session_id)
        if kept is None:
            raise NotFound("There is no such session in the record.", "Go back to the start page.")
        return kept

    def _close_forgotten(self) -> None:
        now_s = self._now_s()
        for each in self.store.open_sessions():
            if now_s - each.heard_at_s > RESUMES_FOR_S:
                self.store.close(each.id, status="partial", at_s=each.heard_at_s)

    def _summary(self, kept: KeptSession) -> told.SessionSummary:
        events, sightings = self.store.events(kept.id), self.store.sightings(kept.id)
        done = tally(self.store.plans(kept.id), events, sightings)
        said = kept.check_in or CheckIn()
        return told.SessionSummary(
            session_id=kept.id,
            name=kept.name,
            started_at=_time(kept.started_at_s),
            ended_at=_time(kept.ended_at_s) if kept.ended_at_s is not None else None,
            status=kept.status,
            planned_s=done.planned_s,
            done_s=done.done_s,
            exercises=done.exercises,
            made_easier=done.made_easier,
            hurt=done.hurt,
            pain_before=kept.pain,
            pain_after=said.pain,
            stiffness_before=kept.stiffness,
            stiffness_after=said.stiffness,
            felt=said.felt,
            note=said.note,
        )


def _time(at_s: float) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)
