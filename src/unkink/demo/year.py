"""Lives a made-up year through the use cases a real person has, by a clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Final

from unkink.app import UseCases
from unkink.core.errors import Conflict, Refused
from unkink.core.history.entries import Day, Profile, Trial
from unkink.core.history.record import Before, CheckIn, Event, Value
from unkink.core.plan.choice import OWN_PLAN, Asked
from unkink.core.safety.rounds import VERSION
from unkink.demo.course import DAYS, WITHOUT, CourseDay, course
from unkink.demo.doing import Sitting, done, sightings
from unkink.demo.measuring import measures

if TYPE_CHECKING:
    from collections.abc import Callable

    from unkink.core.timing.timeline import Schedule
    from unkink.told import StartedSession

NAME: Final = "Robin"
"""Who lived this year: nobody."""
SEED: Final = 20_261_123
MORNING: Final = time(7, 30)
EVENING: Final = time(18, 30)
GENTLE_DAYS: Final = 56
TRIAL_DAYS: Final = 42
LEAST_DAYS: Final = 7


def live(
    cases: UseCases,
    *,
    until: date,
    days: int = DAYS,
    say: Callable[[int, int], None] | None = None,
) -> None:
    """
    Fill an empty record with a year, or its first *days*, that ends with the day *until*.

    *say* hears the day and how many there are.

    Refused when anybody's record is there already.
    """
    _check_empty(cases)
    person = _Person.settle(cases, until - timedelta(days=days - 1))
    for day in islice(course(Random(SEED)), days):  # noqa: S311 - nobody's secret depends on it
        person.live(day)
        if say is not None:
            say(day.number + 1, days)


def _check_empty(cases: UseCases) -> None:
    store = cases.store
    if store.answers() or store.entries() or store.sessions(limit=1) or store.settings():
        whose = cases.choices.settings()["made_up"]
        raise Conflict(
            f"A made-up record, {whose}'s, is there already."
            if whose
            else "There is somebody's record in this folder.",
            "Choose another folder with --data DIR. Nothing was changed.",
        )


@dataclass
class _Clock:
    """Stands until it is told to go on."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    """Somebody who exists only for this year."""

    cases: UseCases
    clock: _Clock
    begins: date
    chance: Random

    @classmethod
    def settle(cls, cases: UseCases, begins: date) -> _Person:
        """Arrive: say who one is, and begin with days without exercises."""
        clock = _Clock(_moment(begins, MORNING))
        chance = Random(SEED + 1)  # noqa: S311 - nobody's secret depends on it
        made_up = replace(cases, clock=clock, new_id=lambda: f"{chance.getrandbits(128):032x}")
        made_up.choices.change({"made_up": NAME})
        at = clock.now.isoformat()
        profile = Profile(conditions=(), minutes=15, days_a_week=3, long_lasting=True)
        made_up.store.add_entry(profile, at=at)
        candidates = tuple(range(LEAST_DAYS, TRIAL_DAYS - LEAST_DAYS + 1))
        trial = Trial(
            design="baseline_then_exercises",
            begins=begins.isoformat(),
            phases=(("before", WITHOUT), ("exercises", TRIAL_DAYS - WITHOUT)),
            candidates=candidates,
        )
        made_up.store.add_entry(trial, at=at)
        return cls(cases=made_up, clock=clock, begins=begins, chance=chance)

    def live(self, day: CourseDay) -> None:
        """Live through one day: say how it is, fill in what is due, exercise or not."""
        on = self.begins + timedelta(days=day.number)
        self.clock.now = _moment(on, MORNING) + timedelta(minutes=self.chance.randrange(40))
        store, at = self.cases.store, self.clock.now.isoformat()
        if day.tells:
            said = Day(
                pain=day.pain,
                stiffness=day.stiffness,
                farthest=day.farthest,
                besides=day.besides,
            )
            store.add_entry(said, at=at)
        for measure in measures(day, self.chance):
            store.add_entry(measure, at=at)
        if day.exercises:
            self.clock.now = _moment(on, EVENING) + timedelta(minutes=self.chance.randrange(90))
            self._exercise(day)

    def _exercise(self, day: CourseDay) -> None:
        ask = self.cases.safety.need().ask
        if ask:
            self.cases.safety.answer(VERSION, dict.fromkeys(ask, False))
        before = Before(pain=day.pain, stiffness=day.stiffness, farthest=day.farthest)
        try:
            started = self._started(day, before)
        except Refused:
            # It is a day to rest, says the plan.
            return
        stops = day.flares_up or self.chance.random() < 0.1
        total_s = started.schedule.total_s
        until_s = total_s * (self.chance.uniform(0.3, 0.8) if stops else 1.0)
        self._go_through(started, until_s, day)
        if day.flares_up:
            self._hurt(started.session_id, until_s)
        self.cases.sessions.finish(started.session_id, self._afterwards(day))

    def _started(self, day: CourseDay, before: Before) -> StartedSession:
        if day.number < GENTLE_DAYS:
            return self.cases.sessions.start(Asked(programme="gentle"), before)
        return self.cases.sessions.start(Asked(programme=OWN_PLAN), before)

    def _go_through(self, started: StartedSession, until_s: float, day: CourseDay) -> None:
        schedule: Schedule = started.schedule
        sessions, session_id = self.cases.sessions, started.session_id
        first_s, seq, position_s = 0.0, 1, 0.0
        if self.chance.random() < 0.06:
            first_s = until_s * 0.4
            seq += self._append(session_id, schedule, seq, (0.0, first_s))
            now = self.clock.now
            eased = sessions.make_easier(session_id, seq=seq, position_s=first_s, at=now)
            schedule, position_s, seq = eased.schedule, eased.position_s, seq + 1
            until_s = min(until_s, schedule.total_s)
        self._append(session_id, schedule, seq, (position_s, until_s))
        if self.chance.random() < 0.7:
            sitting = Sitting(
                exercises=self.cases.exercises,
                range_fraction=day.range_fraction,
                at=self.clock.now,
                chance=self.chance,
            )
            seen = [(session_id, each) for each in sightings(schedule, until_s, sitting)]
            sessions.add_sightings(seen)

    def _append(
        self, session_id: str, schedule: Schedule, seq: int, stretch: tuple[float, float]
    ) -> int:
        from_s, until_s = stretch
        self.clock.now += timedelta(seconds=until_s - from_s)
        events = done(schedule, first_seq=seq, from_s=from_s, until_s=until_s, at=self.clock.now)
        self.cases.sessions.append_events(session_id, events)
        return len(events)

    def _hurt(self, session_id: str, position_s: float) -> None:
        at = self.clock.now.isoformat()
        seq = self.cases.sessions.now(session_id).last_seq
        told: dict[str, Value] = {"pain": 7, "where": "low in the back, on the left"}
        hurt = Event(seq=seq + 1, position_s=position_s, at=at, kind="hurt", data=told)
        stopped = Event(seq=seq + 2, position_s=position_s, at=at, kind="stopped")
        self.cases.sessions.append_events(session_id, [hurt, stopped])

    def _afterwards(self, day: CourseDay) -> CheckIn:
        if day.flares_up:
            return CheckIn(
                pain=min(day.pain + 3, 10),
                stiffness=day.stiffness,
                felt="worse",
                worst=min(day.pain + 4, 10),
                farthest=3,
                note="A sharp pain when I turned.",
            )
        pain = max(day.pain - self.chance.choice((0, 0, 0, 1, 1, 2)), 0)
        return CheckIn(
            pain=pain,
            stiffness=max(day.stiffness - self.chance.choice((0, 1, 1, 2)), 0),
            felt="better" if pain < day.pain else "same",
            worst=day.pain + self.chance.choice((0, 0, 1)) if day.pain < 10 else 10,
            farthest=day.farthest,
        )


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, UTC)
