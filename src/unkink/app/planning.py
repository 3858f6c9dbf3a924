"""What to do today: the plan of the day, ready-made sessions, and what both must know."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from unkink import told
from unkink.app.given import Given, local
from unkink.app.listening import Heard, Listening, iso_of
from unkink.app.telling import NAME, bounds_words, otherwise, told_plan, told_proposal
from unkink.core.errors import Invalid, NotCleared, NotFound
from unkink.core.history.days import day_of, moment_of
from unkink.core.history.entries import Bounds, Day, Profile, Undone
from unkink.core.plan import choice
from unkink.core.plan.choice import OWN_PLAN, Asked
from unkink.core.plan.ladder import Known, known
from unkink.core.plan.person import Person, Wishes, bounds_on
from unkink.core.plan.place import Standing
from unkink.core.plan.planner import EASE, plan
from unkink.core.plan.programme import PROGRAMMES, Outline, length_words, outline
from unkink.core.plan.session import Adjustment, Proposal
from unkink.core.plan.standing import stand
from unkink.core.plan.week import WeekNow, week
from unkink.core.safety.conditions import CONDITIONS
from unkink.core.safety.direction import tested, worse_since_s
from unkink.core.safety.precautions import precautions
from unkink.told_plan import PlanNow, WeekGoal, You

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from unkink.core.definition.precaution import Direction
    from unkink.core.plan.planner import DayPlan
    from unkink.core.safety.precautions import Found

RECENT_SESSIONS: Final = 50
"""More than anybody does in a week."""
NONE_TODAY: Final = "With pain of 8 or more there is no session today."


@dataclass(frozen=True, slots=True)
class _Stood:
    """Where the person stood when last asked, and by what it is seen that this still holds."""

    mark: tuple[Hashable, int]
    """The record's revision, and the day."""
    heard: tuple[Heard, int]
    """All it was read from, and the day."""
    standing: Standing


@dataclass(frozen=True)
class Planning:
    """Proposes sessions, with a reason for everything in them."""

    given: Given

    def programmes(self) -> tuple[told.Programme, ...]:
        """
        Tell the ready-made sessions, as they are for this person today; none on the worst days.

        One of which nothing is left but a warm-up and a walk is none: the plan has those already.
        """
        person = self.person()
        if person.ahead == "R3":
            return ()
        found = [outline(each, self.given.exercises, person) for each in PROGRAMMES]
        return tuple(self._told(each) for each in found if self._proper(each.exercises))

    def choose(self, asked: Asked, *, pain: int | None = None) -> tuple[str, Proposal]:
        """
        Propose the session asked for, with the name for it, within what is right for the person.

        Refused when there is no such session, when nothing is left of it, and on the worst days.
        """
        person = self.person(pain=pain, wishes=asked.wishes)
        if person.ahead == "R3":
            raise NotCleared(NONE_TODAY, EASE)
        if asked.programme == OWN_PLAN and not asked.exercises:
            return NAME, _proposed(plan(person, self._known, minutes=asked.minutes))
        return choice.choose(self.given.exercises, asked, person)

    def today(
        self,
        *,
        minutes: float | None = None,
        conditions: Collection[str] | None = None,
        pain: int | None = None,
        wishes: Wishes | None = None,
    ) -> PlanNow:
        """Tell the plan of the day, and why; *conditions* count instead of the person's own."""
        person = self.person(conditions=conditions, pain=pain, wishes=wishes)
        asked = conditions is not None or self.profile().conditions is not None
        made = plan(person, self._known, minutes=minutes)
        return told_plan(made, person, self._known, asked=asked, week=self._week().words)

    def look(
        self,
        asked: Asked,
        *,
        conditions: Collection[str] | None = None,
        pain: int | None = None,
    ) -> PlanNow:
        """Tell the session asked for, ready-made or the plan of the day, and why it is so."""
        if asked.programme == OWN_PLAN:
            return self.today(minutes=asked.minutes, conditions=conditions, pain=pain)
        person = self.person(conditions=conditions, pain=pain)
        name, proposal = choice.choose(self.given.exercises, asked, person)
        told_asked = conditions is not None or person.profile.conditions is not None
        return told_proposal(name, proposal, self._known, asked=told_asked)

    def person(
        self,
        *,
        conditions: Collection[str] | None = None,
        pain: int | None = None,
        wishes: Wishes | None = None,
    ) -> Person:
        """
        Put together all that a plan must know of the person today.

        Without *pain* the latest number told today counts, so that a plan looked at in the morning
        is the one that is done: with "How is your back today?", before a session, or after it.
        """
        profile = self.profile()
        counted = (profile.conditions or ()) if conditions is None else conditions
        return Person(
            standing=self.standing(),
            profile=profile,
            bounds=bounds_on(self.bounds(), self._now()),
            precautions=precautions(self.given.exercises, counted, tested=self.tested()),
            pain=self.pain_today() if pain is None else pain,
            wishes=wishes or Wishes(),
        )

    def standing(self) -> Standing:
        """Tell where the person stands with each exercise, after all that happened."""
        today, listening = self._now(), Listening(self.given)
        # Asked before anything is read: what is kept meanwhile makes the next look a new one.
        mark = (self.given.store.revision(), day_of(today))
        last = self._stood[0] if self._stood else None
        if last and last.mark == mark:
            return last.standing
        heard = (listening.heard(), day_of(today))
        if last and last.heard == heard:
            stood = last.standing
        else:
            stood = stand(listening.happenings(), self._known, today=today)
        self._stood[:] = [_Stood(mark, heard, stood)]
        return stood

    def ask_all_since_s(self) -> float | None:
        """Tell since when a rule wants all safety questions answered again; None: none does."""
        worse_s = worse_since_s(self.given.store.entries("direction_test"))
        asked_s = [s for s in (self.standing().ask_all_since_s, worse_s) if s is not None]
        return max(asked_s, default=None)

    def tested(self) -> Mapping[Direction, Found]:
        """Tell what the direction test found, as long as it counts."""
        return tested(self.given.store.entries("direction_test"), today=self._now())

    def besides_today(self) -> str:
        """Tell what else changed, as noted with today's number; empty: nothing was."""
        entries = self.given.store.entries("day")
        last = entries[-1] if entries else None
        if last is None or not isinstance(last.said, Day) or day_of(last.at) != day_of(self._now()):
            return ""
        return last.said.besides

    def pain_today(self) -> int | None:
        """Tell the latest number told today; None: none was."""
        entries = self.given.store.entries("day")
        told = [(each.at, each.said.pain) for each in entries if isinstance(each.said, Day)]
        for kept in self.given.store.sessions(limit=RECENT_SESSIONS):
            told.append((local(kept.started_at_s).isoformat(), kept.pain))
            if kept.check_in and kept.check_in.pain is not None:
                ended = local(kept.ended_at_s or kept.heard_at_s)
                told.append((ended.isoformat(), kept.check_in.pain))
        today = day_of(self._now())
        of_today = [(moment_of(at), pain) for at, pain in told if day_of(at) == today]
        return max(reversed(of_today), key=itemgetter(0))[1] if of_today else None

    # --- what a plan knows ----------------------------------------------------------------------

    def profile(self) -> Profile:
        """Tell what the person has told about themselves."""
        entries = self.given.store.entries("profile")
        said = entries[-1].said if entries else None
        return said if isinstance(said, Profile) else Profile()

    def save_profile(self, profile: Profile) -> None:
        """Keep what the person tells about themselves; conditions only change by the questions."""
        now = self.profile()
        unknown = {*profile.avoids, *profile.prefers} - set(self.given.exercises)
        if unknown:
            raise NotFound(f"There is no exercise {min(unknown)!r}.", "Choose from the catalogue.")
        kept = replace(profile, conditions=now.conditions, long_lasting=now.long_lasting)
        if kept != now:
            self.given.store.add_entry(kept, at=self._now())

    def bounds(self) -> Bounds:
        """Tell what a clinician set, even if it has ended."""
        entries = self.given.store.entries("bounds")
        said = entries[-1].said if entries else None
        return said if isinstance(said, Bounds) else Bounds()

    def set_bounds(self, bounds: Bounds) -> None:
        """Keep what a clinician set; it wins over every rule that would allow more."""
        unknown = set(bounds.exercises) - set(self.given.exercises)
        if unknown:
            raise NotFound(f"There is no exercise {min(unknown)!r}.", "Choose from the catalogue.")
        bounding = bounds.exercises or bounds.most_minutes is not None
        if bounding and not bounds.by.strip():
            raise Invalid("Who set these bounds is missing.", "Write down the clinician's name.")
        self.given.store.add_entry(bounds, at=self._now())

    def you(self) -> You:
        """Tell what a plan knows of the person, and how their week goes."""
        profile, bounds, now = self.profile(), self.bounds(), self._week()
        names = {each.id: each.name for each in CONDITIONS}
        return You(
            profile=profile,
            conditions=tuple(names.get(each, each) for each in profile.conditions or ()),
            bounds=bounds,
            bounds_words=bounds_words(bounds_on(bounds, self._now()), self._known),
            week=WeekGoal(
                goal=profile.days_a_week,
                done=now.done,
                words=now.words,
                next_days=_dates(now),
            ),
        )

    def next_days(self) -> tuple[str, ...]:
        """Tell the days that suit the next sessions, once a person told of themselves at all."""
        return _dates(self._week()) if self.given.store.entries("profile") else ()

    def undo(self, change_id: str) -> None:
        """Take back what a rule changed; what keeps the person safe stays, and says why."""
        change = self.standing().change(change_id)
        if change is None or change.undone:
            raise NotFound("There is nothing to take back.", "Look at the plan again.")
        if not change.can_be_undone:
            raise Invalid(change.kept or "There is nothing in it to take back.", "It stays.")
        said = Undone(rule=change.rule, exercise=change.exercise, change=change.id)
        self.given.store.add_entry(said, at=self._now())

    # --- inside ---------------------------------------------------------------------------------

    def _week(self) -> WeekNow:
        days = {
            day_of(local(each.started_at_s).isoformat())
            for each in self.given.store.sessions(limit=RECENT_SESSIONS)
            if each.status != "open"
        }
        return week(days, day_of(self._now()), self.profile().days_a_week)

    def _now(self) -> str:
        return self.given.clock().isoformat()

    @cached_property
    def _stood(self) -> list[_Stood]:
        # Whatever is asked within one visit rests on the same record: it is read once for all.
        return []

    @cached_property
    def _known(self) -> Known:
        return known(self.given.exercises)

    def _proper(self, names: Collection[str]) -> bool:
        return any(not self.given.exercises[each].everyday for each in names)

    def _told(self, shown: Outline) -> told.Programme:
        programme = shown.programme
        return told.Programme(
            id=programme.id,
            name=programme.name,
            words=programme.words,
            note=programme.note,
            total_min_s=shown.total_min_s,
            total_max_s=shown.total_max_s,
            length=length_words(shown.total_min_s, shown.total_max_s),
            otherwise=otherwise(shown.adjustments, self.given.exercises),
            exercises=shown.exercises,
            positions=shown.positions,
        )


def _dates(now: WeekNow) -> tuple[str, ...]:
    return tuple(iso_of(day) for day in now.suits)


def _proposed(made: DayPlan) -> Proposal:
    """Tell a plan as a session to start, with what it is otherwise as a whole."""
    if not made.session.items:
        why = " ".join(each.words for each in made.why) or "It does not fit into the time."
        raise Invalid(f"Nothing is left to do. {why}", made.walk or "Choose more time.")
    told_why = tuple(
        Adjustment(exercise="", what="changed", why=each.words, rule=each.rule) for each in made.why
    )
    return Proposal(session=made.session, adjustments=told_why)
