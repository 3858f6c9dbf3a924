"""One thing more, of one exercise (R12): when it is earned, and never two at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.plan.caps import MUSCLE_SESSION_S
from unkink.core.plan.ladder import held_s
from unkink.core.plan.place import Change, undo_refused
from unkink.core.plan.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise, Kind
    from unkink.core.plan.ladder import Known, Ladder, Thing
    from unkink.core.plan.place import Place, Standing

FIRST: Final[Mapping[Kind, int]] = {"strengthen": 0, "walk": 1}
"""What grows first when several have earned it; all others after these."""

THINGS: Final[Mapping[Thing, str]] = {
    "start": "a new start",
    "hold": "a little longer",
    "times": "a few times more",
    "range": "a little further",
    "level": "the next level",
}


def advanced(
    now: Standing,
    at: str,
    number: int,
    known: Known,
) -> Standing:
    """Let one exercise grow by one thing, if one has earned it and nothing stands against it."""
    resting = now.day < now.rest_until
    if now.grown or now.frozen or now.lighter or resting:
        return now
    earned = [
        name
        for name, place in now.places.items()
        if name in known.exercises
        and _earned(place, now, known.exercises[name], known.ladders[name])
    ]
    if not earned:
        return now
    name = min(
        earned, key=lambda each: (FIRST.get(known.exercises[each].kind, 2), -now.places[each].green)
    )
    place = now.places[name]
    rung = known.ladders[name].rungs[place.rung + 1]
    after = replace(place, rung=place.rung + 1, green=0, grown_on=now.day)
    change = Change(
        id=f"R12:{name}:{number}",
        rule="R12",
        what="more",
        exercise=name,
        at=at,
        words=f"{known.exercises[name].name}: it went well three times, so {THINGS[rung.thing]}.",
        before={name: place},
        after={name: after},
        kept=undo_refused("R12"),
    )
    places = {**now.places, name: after}
    return replace(now, places=places, grown=True, changes=(*now.changes, change))


def _earned(place: Place, now: Standing, exercise: Exercise, ladder: Ladder) -> bool:
    limits = RULES["R12"].at
    if place.green < limits["sessions"] or now.day - place.grown_on < limits["days"]:
        return False
    if place.eased or place.skips or now.day < place.out_until or exercise.kind == "warm_up":
        return False
    if place.rung + 1 >= len(ladder.rungs):
        return False
    higher = ladder.rungs[place.rung + 1]
    unlock = exercise.unlock
    if unlock and higher.level > unlock.up_to and _green_days(place) < unlock.green_days:
        return False
    return held_s(higher.item, exercise) <= MUSCLE_SESSION_S


def _green_days(place: Place) -> int:
    return 0 if place.green_since is None else place.done_on - place.green_since
