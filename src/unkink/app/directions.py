"""The direction test: to whom it is offered, and keeping what it found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from unkink.app.given import Given
from unkink.app.planning import Planning
from unkink.app.safety import Safety
from unkink.core.errors import Invalid, NotCleared
from unkink.core.history.days import day_of, moment_of
from unkink.core.history.entries import Day, DirectionTest
from unkink.core.history.record import Farthest
from unkink.core.plan.allowed import reachable
from unkink.core.safety.direction import (
    FELT_FROM,
    HOLD_S,
    MOVEMENT,
    REPETITIONS,
    REST_S,
    WAIT_S,
    WAYS,
    found,
    then,
    tried_with,
)
from unkink.told_direction import DirectionTestNow, Way

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise
    from unkink.core.definition.precaution import Direction
    from unkink.core.safety.direction import Then

RECENT_SESSIONS: Final = 50
"""Where it was felt longer ago says nothing of now."""

LOCKED: Final = "Your answers ask for a doctor or physiotherapist first."
TOO_MUCH: Final = "With pain of 8 or more it is for another day."
NOT_FELT: Final = "It is for trouble felt in the buttock or further down the leg."
NOT_FOR_YOU: Final = "With what you told us, its movements are not right for you."
ASK_FIRST: Final = "First the safety questions."
OFFERED: Final = (
    "You feel it below the back. A short test shows whether bending backwards or forwards sends it "
    "further down the leg, so that the plan leaves that direction out. It is no diagnosis."
)
FOUND: Final = {
    "worse": "it moved further down the leg, so exercises that way are left out",
    "no_worse": "it did not move further down the leg",
}


@dataclass(frozen=True)
class Directions:
    """Offers the direction test, and keeps it."""

    given: Given
    safety: Safety
    planning: Planning

    def now(self, *, worse: bool = False) -> DirectionTestNow:
        """Tell whether the test is offered, why, and what the last one found."""
        why_not, ways = self._why_not(), self._ways()
        ask_first = not why_not and bool(self.safety.need().ask)
        return DirectionTestNow(
            offered=not why_not,
            why=why_not or OFFERED,
            ask_first=ask_first,
            pain_first=self.planning.pain_today() is None,
            hold_s=HOLD_S,
            wait_s=WAIT_S,
            rest_s=REST_S,
            repetitions=REPETITIONS,
            ways=() if why_not else ways,
            then_after=_then(waited=False),
            then_later=_then(waited=True),
            found=tuple(
                f"Bending {way}: {FOUND[what]}." for way, what in self.planning.tested().items()
            ),
            worse=worse,
            clinician=next(
                (each.words for each in self.planning.standing().clinician if each.rule == "R2"), ""
            ),
        )

    def keep(self, test: DirectionTest) -> DirectionTestNow:
        """Keep what was found; refused when it was not offered, but what got worse is kept."""
        if not test.tried or any(each not in WAYS for each in test.tried):
            raise Invalid("Nothing was tried.", "Begin the test again.")
        worse = any(found(each) == "worse" for each in test.tried.values())
        if not worse:
            self._check_offered(test)
        self.given.store.add_entry(test, at=self._today())
        return self.now(worse=worse)

    def _check_offered(self, test: DirectionTest) -> None:
        why_not = self._why_not() or (ASK_FIRST if self.safety.need().ask else "")
        if why_not:
            raise NotCleared(why_not, "Nothing was kept.")
        if not {way.direction for way in self._ways()}.issuperset(test.tried):
            raise NotCleared(NOT_FOR_YOU, "Nothing was kept.")

    def _why_not(self) -> str:
        """Say why it is not offered; empty: it is."""
        if self.safety.need().locked:
            return LOCKED
        if self.planning.person().ahead == "R3":
            return TOO_MUCH
        felt = self._felt()
        if felt is None or felt < FELT_FROM:
            return NOT_FELT
        return "" if self._ways() else NOT_FOR_YOU

    def _felt(self) -> int | None:
        """Tell where it was felt when last told; None: never told."""
        told: list[tuple[float, int]] = []
        for kept in reversed(self.given.store.sessions(limit=RECENT_SESSIONS)):
            if kept.farthest is not None:
                told.append((kept.started_at_s, kept.farthest))
            if kept.check_in and kept.check_in.farthest is not None:
                told.append((kept.ended_at_s or kept.heard_at_s, kept.check_in.farthest))
        for entry in self.given.store.entries("day", "direction_test"):
            if isinstance(entry.said, Day) and entry.said.farthest is not None:
                told.append((moment_of(entry.at), entry.said.farthest))
            if isinstance(entry.said, DirectionTest):
                last = tuple(entry.said.tried.values())[-1]
                after = [each for each in (last.later, last.after) if each is not None]
                told += [(moment_of(entry.at), each) for each in after[:1]]
        return max(told, key=lambda each: each[0])[1] if told else None

    def _ways(self) -> tuple[Way, ...]:
        """Tell the directions that may be tried, each with its exercise."""
        conditions = self.planning.profile().conditions
        if conditions is None:
            return ()
        person, exercises = self.planning.person(), self.given.exercises
        rests = person.standing.avoided
        ways: list[Way] = []
        for way in WAYS:
            name = tried_with(way, exercises, conditions)
            if not name or rests.get(way, 0) > day_of(self._today()):
                continue
            bound = person.bound(name)
            bounded = bound.excluded or bound.most_range is not None or bound.most_level is not None
            if not bounded and reachable(exercises[name], MOVEMENT, person) is None:
                ways.append(_way(way, exercises[name]))
        return tuple(ways)

    def _today(self) -> str:
        return self.given.clock().isoformat()


def _then(*, waited: bool) -> tuple[tuple[Then, ...], ...]:
    places = get_args(Farthest)
    return tuple(tuple(then(was, now, waited=waited) for now in places) for was in places)


def _way(way: Direction, exercise: Exercise) -> Way:
    return Way(
        direction=way,
        exercise=exercise.id,
        name=exercise.name,
        movement=MOVEMENT,
        one_side=exercise.movements[MOVEMENT].sides != "both",
        held_first=exercise.held_first,
        held_name=exercise.movements[exercise.held_first].name if exercise.held_first else "",
    )
