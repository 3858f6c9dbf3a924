"""
What to do today, with a reason for everything: the planner.

Pure and exact: the same person, day and wishes always get the same plan, the best there is by the
points of `choosing`, within every cap and bound.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.plan.caps import MOST_EXERCISES, MUSCLE_SESSION_S, MUSCLE_WEEK_S
from unkink.core.plan.ladder import held_s
from unkink.core.plan.offers import offers
from unkink.core.plan.search import Search
from unkink.core.plan.session import LeftOut, Reason, Session
from unkink.core.safety.precautions import too_few
from unkink.core.timing.lines import duration_words
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from unkink.core.plan.ladder import Known
    from unkink.core.plan.offers import Offer, Offers
    from unkink.core.plan.person import Person
    from unkink.core.plan.search import Best, Way
    from unkink.core.plan.session import Item

Kind = Literal["ordinary", "flare", "rest", "none"]
"""`flare`: only the easiest; `rest`: a walk if anything; `none`: no session today."""

EASE: Final = (
    "No exercises today. Lie the way that eases it most: on your back with your lower legs on a "
    "chair, or on your side with a cushion between the knees. Walk a little, now and then."
)
FLARE: Final = "It hurts a lot today, so only the easiest of what went well before, and a walk."
FLARE_AT_FIRST: Final = (
    "It hurts a lot today, so a few easy steps and a walk are enough. The exercises wait for an "
    "easier day."
)
"""Where nothing that went well before is in the plan."""
REST: Final = "The last session was too much. Today is for rest, and short walks."
WALK: Final = "A walk is good on any day, at a pace at which you can still talk."


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """What to do today, and why."""

    kind: Kind
    session: Session
    """In its order, each item with its reasons; with all that was left out."""
    total_s: float
    why: tuple[Reason, ...]
    """Of the plan as a whole."""
    clinician: str
    """Why a clinician should be seen; empty: no need."""
    walk: str
    """The walk that is always offered; empty where walking is excluded, too."""
    harder: frozenset[str]
    """Exercises of which one step more may be wished for."""
    minutes: float
    """How long it could have been."""


def plan(person: Person, known: Known, *, minutes: float | None = None) -> DayPlan:
    """Find the best session for a person today, and the reason for all that is in it or not."""
    limit = _minutes(person, minutes)
    found = offers(person, known)
    walks = any(known.exercises[each.item.exercise].kind == "walk" for each in found.there)
    few = too_few(known.exercises, person.precautions)
    kind: Kind = "none" if person.ahead in ("R1", "R3") else _kind(person)
    search = Search(
        _chosen_from(found, few, kind, known), known.exercises, limit * 60, week_s(person, known)
    )
    best = search.best()
    session = Session(
        items=tuple(_told(item, best) for item in best.items),
        left_out=tuple(_left_out(found, best, search, known, few=few, kind=kind)),
    )
    return DayPlan(
        kind=kind,
        session=session,
        total_s=schedule(session, known.exercises).total_s if session.items else 0.0,
        why=tuple(_whole(person, few, kind, session, known)),
        clinician=_clinician(person, few),
        walk=WALK if walks else "",
        harder=frozenset(each.item.exercise for each in found.there if each.harder),
        minutes=limit,
    )


def _minutes(person: Person, minutes: float | None) -> float:
    asked = float(person.profile.minutes if minutes is None else minutes)
    most = person.bounds.most_minutes
    return asked if most is None else min(asked, float(most))


def _kind(person: Person) -> Kind:
    if person.rests:
        return "rest"
    return "flare" if person.ahead == "R4" else "ordinary"


def _chosen_from(found: Offers, few: str, kind: Kind, known: Known) -> tuple[Offer, ...]:
    """Tell what may be chosen: with too few exercises left only walks; on the worst days none."""
    if kind == "none":
        return ()
    if not few:
        return found.there
    return tuple(each for each in found.there if known.exercises[each.item.exercise].kind == "walk")


def week_s(person: Person, known: Known) -> Mapping[str, float]:
    """Tell, by muscle, how long it was at work in the last seven days, on one side."""
    work: dict[str, float] = {}
    for day, name, seconds in person.standing.held:
        exercise = known.exercises.get(name)
        if exercise is None or day <= person.standing.day - 7:
            continue
        for muscle in exercise.muscles:
            work[muscle] = work.get(muscle, 0.0) + seconds
    return work


def _told(item: Item, best: Best) -> Item:
    """Say, too, where the time or a cap made it shorter."""
    way = next(way for way in best.ways if way.item == item)
    if way.share == 1:
        return item
    return replace(item, why=(*item.why, Reason(rule="P6", words=SHORTER)))


SHORTER: Final = "A few times less than usual, to fit the minutes and what a muscle can use."


def _left_out(
    found: Offers, best: Best, search: Search, known: Known, *, few: str, kind: Kind
) -> Iterator[LeftOut]:
    yield from found.left_out
    chosen = {way.item.exercise for way in best.ways}
    for offer in found.there:
        if offer.item.exercise not in chosen:
            why = _why_not(offer, best, search, known, few=few, kind=kind)
            yield LeftOut(exercise=offer.item.exercise, why=(why,))


def _why_not(
    offer: Offer, best: Best, search: Search, known: Known, *, few: str, kind: Kind
) -> Reason:
    """Name the cap that keeps an exercise out of the plan as it is, or what counted more."""
    if kind == "none":
        return Reason(rule="R3", words="Not on a day like this.")
    if few:
        return Reason(rule="P15", words="Too few exercises are left for a session.")
    exercise = known.exercises[offer.item.exercise]
    seconds = held_s(offer.item, exercise)
    if seconds and any(
        search.week_s.get(muscle, 0) + seconds > MUSCLE_WEEK_S for muscle in exercise.muscles
    ):
        return Reason(rule="P8", words="Its muscles have had enough for this week.")
    work = _work(best.ways)
    if seconds and any(work[muscle] + seconds > MUSCLE_SESSION_S for muscle in exercise.muscles):
        return Reason(rule="P7", words="Its muscles have enough to do in this session.")
    if len(best.ways) == MOST_EXERCISES:
        return Reason(rule="P9", words="Five are enough for one session. Its turn will come.")
    return Reason(rule="P6", words=f"It does not fit into {duration_words(search.limit_s)}.")


def _work(ways: tuple[Way, ...]) -> Counter[str]:
    work: Counter[str] = Counter()
    for way in ways:
        for muscle in way.muscles:
            work[muscle] += round(way.held_s)
    return work


def _whole(
    person: Person, few: str, kind: Kind, session: Session, known: Known
) -> Iterator[Reason]:
    if kind == "none":
        yield Reason(rule="R3", words=EASE)
    elif kind == "flare":
        well = any(not known.exercises[each.exercise].everyday for each in session.items)
        yield Reason(rule="R4", words=FLARE if well else FLARE_AT_FIRST)
    elif kind == "rest":
        yield Reason(rule="R11", words=REST)
    if few:
        yield Reason(rule="P15", words=few)
    if person.standing.frozen:
        yield Reason(rule="R14", words="Nothing grows for now: it has been worse than at first.")


def _clinician(person: Person, few: str) -> str:
    told = person.standing.clinician
    return few or (told[0].words if told else "")
