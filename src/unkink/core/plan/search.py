"""
The best session there is: every choice of exercises and amounts, weighed exactly.

Branch and bound: a choice is only left unlooked at when even its kindest estimate could not win.
The result is that of trying them all; the same input always gives the same plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nlargest
from itertools import pairwise

from unkink.core.definition.exercise import Exercise, Muscle, Position
from unkink.core.plan import choosing
from unkink.core.plan.amounts import rounded_down_s
from unkink.core.plan.caps import MOST_EXERCISES, MUSCLE_SESSION_S, MUSCLE_WEEK_S
from unkink.core.plan.fit import at_most
from unkink.core.plan.ladder import held_s
from unkink.core.plan.offers import Offer
from unkink.core.plan.order import ordered
from unkink.core.plan.session import Item
from unkink.core.timing.length import least_s, least_travel_s, length_s, lying_s

LEAST_SPAN_S = 180.0
"""A walk is not shortened below this [D]."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of doing an offer: all of it, or fewer times."""

    item: Item
    share: float
    points: int
    held_s: float
    least_s: float
    """It takes at least this long, whatever comes before and after it."""
    muscles: tuple[Muscle, ...]
    starts: frozenset[Position]
    warms: bool
    needs_warm: bool
    supine_alone: bool
    """Whether it must be the only one of a session on the back."""


@dataclass(frozen=True, slots=True)
class Best:
    """What won."""

    ways: tuple[Way, ...]
    items: tuple[Item, ...]
    """In the order they are done."""
    points: int


NOTHING = Best((), (), 0)


@dataclass(frozen=True)
class Search:
    """One search: offers, the time there is, and what the week already holds."""

    offers: Sequence[Offer]
    exercises: Mapping[str, Exercise]
    limit_s: float
    week_s: Mapping[str, float]
    """By muscle, how long it was at work in the last days."""
    nothing: Best = NOTHING

    def best(self) -> Best:
        """Find the best session that breaks no cap and fits into the time; perhaps an empty one."""
        return self._from(0, (), self.nothing)

    @cached_property
    def choices(self) -> tuple[tuple[Way, ...], ...]:
        """By offer its ways, the most important offers first."""
        every = [self._ways(offer) for offer in self.offers]
        return tuple(sorted((ways for ways in every if ways), key=lambda ways: -ways[0].points))

    def _ways(self, offer: Offer) -> tuple[Way, ...]:
        exercise = self.exercises[offer.item.exercise]
        ways: list[Way] = []
        for share, lost in choosing.SHARES:
            item = _shared(offer.item, exercise, share)
            if item is None or any(item.parts == way.item.parts for way in ways):
                continue
            way = self._way(item, exercise, offer, share=share, lost=lost)
            if way is not None:
                ways.append(way)
        return tuple(ways)

    def _way(
        self, item: Item, exercise: Exercise, offer: Offer, *, share: float, lost: int
    ) -> Way | None:
        starts = frozenset(exercise.movements[part.movement].start for part in item.parts)
        alone = offer.most_supine_s is not None and "supine" in starts
        if alone and lying_s(item, self.exercises) > (offer.most_supine_s or 0):
            return None
        return Way(
            item=item,
            share=share,
            points=offer.points - lost,
            held_s=held_s(item, exercise),
            least_s=least_s(item, self.exercises),
            muscles=exercise.muscles,
            starts=starts,
            warms=exercise.kind == "warm_up",
            needs_warm=exercise.needs_warm_up,
            supine_alone=alone,
        )

    def _from(self, number: int, chosen: tuple[Way, ...], best: Best) -> Best:
        """Look at all choices that begin with those chosen, and go on from offer *number*."""
        best = self.weighed(chosen, best)
        if number == len(self.choices) or len(chosen) == MOST_EXERCISES:
            return best
        if self._hope(number, chosen) <= best.points:
            return best
        for way in self.choices[number]:
            if self.fits((*chosen, way)):
                best = self._from(number + 1, (*chosen, way), best)
        return self._from(number + 1, chosen, best)

    def _hope(self, number: int, chosen: tuple[Way, ...]) -> int:
        """Tell the points that could at the very best come of those chosen and the rest."""
        places = frozenset[Position]().union(*(way.starts for way in chosen))
        left_s = self.limit_s - least_travel_s(places) - sum(way.least_s for way in chosen)
        room = MOST_EXERCISES - len(chosen)
        fitting = (
            next((way.points for way in ways if way.least_s <= left_s), 0)
            for ways in self.choices[number:]
        )
        points = sum(way.points for way in chosen) - _changes_at_least(chosen)
        return points + sum(nlargest(room, fitting))

    def fits(self, chosen: tuple[Way, ...]) -> bool:
        """Say whether no cap is broken, and the time can still be enough."""
        places = frozenset[Position]().union(*(way.starts for way in chosen))
        if sum(way.least_s for way in chosen) + least_travel_s(places) > self.limit_s:
            return False
        lying = [way for way in chosen if "supine" in way.starts]
        if len(lying) > 1 and any(way.supine_alone for way in lying):
            return False
        work: defaultdict[str, float] = defaultdict(float)
        for way in chosen:
            for muscle in way.muscles if way.held_s else ():
                work[muscle] += way.held_s
        return all(
            seconds <= MUSCLE_SESSION_S and seconds + self.week_s.get(muscle, 0) <= MUSCLE_WEEK_S
            for muscle, seconds in work.items()
        )

    def weighed(self, chosen: tuple[Way, ...], best: Best) -> Best:
        """Keep the better of two, by exact points and exact time."""
        if not chosen or not any(not way.warms for way in chosen):
            return best
        if any(way.needs_warm for way in chosen) and not any(way.warms for way in chosen):
            return best
        points = sum(way.points for way in chosen)
        if points - _changes_at_least(chosen) <= best.points:
            return best
        items = ordered([way.item for way in chosen], self.exercises)
        points -= choosing.CHANGE_POINTS * _changes(items, self.exercises)
        if points <= best.points:
            return best
        if length_s(items, self.exercises) > self.limit_s:
            return best
        return Best(chosen, items, points)


def _shared(item: Item, exercise: Exercise, share: float) -> Item | None:
    """Take so much of an item: fewer times, or a shorter walk; a warm-up only whole."""
    if share == 1:
        return item
    if exercise.kind == "warm_up":
        return None
    if exercise.everyday:
        part = item.parts[0]
        hold_s = rounded_down_s(part.hold_s * share)
        short = replace(item, parts=(replace(part, hold_s=hold_s),))
        return short if hold_s >= LEAST_SPAN_S else None
    parts = tuple(at_most(part, max(int(part.sets * part.reps * share), 1)) for part in item.parts)
    return replace(item, parts=parts)


def _changes_at_least(chosen: Sequence[Way]) -> int:
    """Tell the points that changes of position cost in the best of cases."""
    places = frozenset[str]().union(*(way.starts for way in chosen)) - {"standing"}
    return choosing.CHANGE_POINTS * (len(places) + 1 if places else 0)


def _changes(items: Sequence[Item], exercises: Mapping[str, Exercise]) -> int:
    """Count the changes of position, from standing to standing."""
    starts: list[Position] = ["standing"]
    for item in items:
        movements = exercises[item.exercise].movements
        starts += [movements[part.movement].start for part in item.parts]
    starts.append("standing")
    return sum(one != other for one, other in pairwise(starts))
