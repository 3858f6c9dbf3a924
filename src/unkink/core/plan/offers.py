"""What a plan can choose from: every exercise in today's amount, or why it is left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from unkink.core.definition.precaution import Limits
from unkink.core.plan import allowed, choosing
from unkink.core.plan.session import Item, LeftOut, Reason
from unkink.core.words import LEVELS

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.allowed import Edge
    from unkink.core.plan.ladder import Known
    from unkink.core.plan.person import Person
    from unkink.core.plan.place import Change, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One exercise as it could be done today."""

    item: Item
    """In its whole amount, with every reason for it."""
    points: int
    """How much it counts."""
    most_supine_s: float | None
    """The longest it may lie on the back; None: not bounded."""
    harder: bool
    """Whether the person may wish for one step more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """All exercises of the catalogue, each on one side."""

    there: tuple[Offer, ...]
    left_out: tuple[LeftOut, ...]


def offers(person: Person, known: Known) -> Offers:
    """Look at every exercise of the catalogue for a person, today."""
    found = [_offer(name, person, known) for name in known.exercises]
    return Offers(
        there=tuple(each for each in found if isinstance(each, Offer)),
        left_out=tuple(each for each in found if isinstance(each, LeftOut)),
    )


def _offer(name: str, person: Person, known: Known) -> Offer | LeftOut:
    no = allowed.forbidden(name, person, known.exercises)
    if no:
        return no
    exercise, place = known.exercises[name], person.standing.places[name]
    for why in (_unwanted(name, person), _not_yet(exercise, person)):
        if why:
            return LeftOut(exercise=name, why=(why,))
    edge = _with_unlock(allowed.edge_of(name, person), exercise, place)
    top = _top(name, edge, known)
    if top < 0:
        easiest = exercise.levels.get("L0")
        return LeftOut(
            exercise=name,
            why=edge.why or (_nothing_left(),),
            alternative=(easiest.instead or "") if easiest else "",
        )
    harder = _may_be_harder(place, person, top)
    wished = person.wishes.steps.get(name, 0)
    step = min(wished, 1) if harder else min(wished, 0)
    rung = max(min(place.rung, top) + step, 0)
    return _nearest(name, rung, edge, person, known)


def _top(name: str, edge: Edge, known: Known) -> int:
    ladder = known.ladders[name]
    most = edge.limits.most_level
    return ladder.top_of(most) if most else len(ladder.rungs) - 1


def _unwanted(name: str, person: Person) -> Reason | None:
    if name in person.wishes.without:
        return Reason(rule="P5", words="You left it out today.")
    if name in person.profile.avoids and name not in person.wishes.wanted:
        return Reason(rule="P5", words="You would rather not do it.")
    return None


def _not_yet(exercise: Exercise, person: Person) -> Reason | None:
    unlock = exercise.unlock
    if unlock is None or person.standing.green_days >= unlock.green_days:
        return None
    return Reason(rule="P13", words=unlock.why)


def _with_unlock(edge: Edge, exercise: Exercise, place: Place) -> Edge:
    unlock = exercise.unlock
    green = 0 if place.green_since is None else place.done_on - place.green_since
    if unlock is None or green >= unlock.green_days:
        return edge
    limits = edge.limits.tightened(Limits(most_level=unlock.up_to))
    return replace(edge, limits=limits, why=(*edge.why, Reason(rule="P13", words=unlock.why)))


def _may_be_harder(place: Place, person: Person, top: int) -> bool:
    now = person.standing
    against = place.eased or now.lighter or now.frozen or person.ahead
    return place.well and not against and place.rung < top


def _nearest(name: str, rung: int, edge: Edge, person: Person, known: Known) -> Offer | LeftOut:
    """Take the rung, or the nearest easier one that this person can do today."""
    exercise, rungs = known.exercises[name], known.ladders[name].rungs
    for number in range(rung, -1, -1):
        own = rungs[number].item
        item = allowed.within(own, exercise, edge.limits, person)
        if item is None:
            continue
        item = allowed.eased(item, person)
        why = (
            *_why_there(exercise, person),
            *_why_rung(name, rung, number, person, known),
            *edge.why,
            *allowed.eased_why(name, person),
        )
        return Offer(
            item=replace(item, why=why),
            points=_points(exercise, person),
            most_supine_s=edge.limits.most_supine_s,
            harder=_may_be_harder(person.standing.places[name], person, _top(name, edge, known)),
        )
    return LeftOut(exercise=name, why=(_unreachable(exercise, person), *edge.why))


def _unreachable(exercise: Exercise, person: Person) -> Reason:
    """Say what is in the way of doing it at all."""
    for movement in exercise.movements:
        why = allowed.reachable(exercise, movement, person)
        if why:
            return why
    return _nothing_left()


def _nothing_left() -> Reason:
    return Reason(rule="P1", words="No way of doing it is left.")


def _why_there(exercise: Exercise, person: Person) -> tuple[Reason, ...]:
    """Say why it was chosen rather than another."""
    told = [GOOD_FOR[exercise.kind]] if exercise.kind in GOOD_FOR else []
    if exercise.id in person.wishes.wanted:
        told.append(Reason(rule="P5", words="You asked for it."))
    elif exercise.id in person.profile.prefers:
        told.append(Reason(rule="P5", words="You like it."))
    if exercise.direction in person.standing.preferred:
        told.append(Reason(rule="R8", words="After exercises like it, the trouble drew back."))
    return tuple(told)


GOOD_FOR: Final = {
    "strengthen": Reason(rule="P11", words="Strength helps more backs than stretching does."),
    "walk": Reason(rule="P11", words="People who walk have their back pain return later."),
    "warm_up": Reason(rule="P10", words="Warm first: what follows is easier."),
    "stretch": Reason(rule="P12", words="It loosens what grows stiff."),
    "mobilise": Reason(rule="P12", words="It keeps your back moving."),
    "roll": Reason(rule="P12", words="It may ease tight muscles for a while."),
}


def _why_rung(
    name: str, rung: int, number: int, person: Person, known: Known
) -> tuple[Reason, ...]:
    """Say why this much: the last change, or the start; and what makes it easier than that."""
    told: list[Reason] = []
    place, exercise = person.standing.places[name], known.exercises[name]
    last = next(
        (
            each
            for each in reversed(person.standing.changes)
            if not each.undone and _moved(each, name) == place.rung
        ),
        None,
    )
    if person.wishes.steps.get(name, 0) and rung != place.rung:
        told.append(Reason(rule="P5", words="Easier or harder, as you asked."))
    elif last and rung == place.rung:
        told.append(Reason(rule=last.rule, words=last.words))
    elif not exercise.everyday:
        level = LEVELS[known.ladders[name].rungs[number].level]
        told.append(
            Reason(rule="R12", words=f"Level {level}. It grows when it went well three times.")
        )
    if number < rung:
        told.append(_unreachable_above(name, rung, person, known))
    return tuple(told)


def _moved(change: Change, name: str) -> int | None:
    """Tell to which rung a change moved an exercise; None: not at all."""
    after = change.after.get(name)
    return after.rung if after and after.rung != change.before[name].rung else None


def _unreachable_above(name: str, rung: int, person: Person, known: Known) -> Reason:
    exercise = known.exercises[name]
    for part in known.ladders[name].rungs[rung].item.parts:
        why = allowed.reachable(exercise, part.movement, person)
        if why:
            return replace(why, words=f"{why.words} So it is an easier way.")
    return Reason(
        rule="P1", words="An easier way of doing it, to stay within what is right for you."
    )


def _points(exercise: Exercise, person: Person) -> int:
    now = person.standing
    points = choosing.KIND_POINTS[exercise.kind]
    if exercise.id in person.wishes.wanted:
        points += choosing.WISH_POINTS
    if exercise.id in person.profile.prefers:
        points += choosing.LIKED_POINTS
    if exercise.direction in now.preferred:
        points += choosing.PREFERRED_POINTS
    days = now.day - now.places[exercise.id].done_on
    return points + min(max(days, 0) * choosing.DAY_POINTS, choosing.MOST_DAY_POINTS)
