"""People to plan for: beginnings, histories, and the catalogue as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from unkink.catalogue import read_catalogue
from unkink.core.history.entries import Bounds, Day, Entry, Profile, Said
from unkink.core.plan.ladder import held_s, known
from unkink.core.plan.past import Did, Past, in_order
from unkink.core.plan.person import Person, Wishes, bounds_on
from unkink.core.plan.standing import stand
from unkink.core.safety.precautions import precautions

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from unkink.core.history.record import Farthest
    from unkink.core.plan.place import Standing
    from unkink.core.plan.session import Item

KNOWN = known(read_catalogue().exercises)
EXERCISES = KNOWN.exercises
ALL_THINGS = Profile(has=("mat", "chair", "wall", "cushion", "roller", "ball"), conditions=())
FIRST = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def at(day: float) -> str:
    """Tell the time of a day, counted from the first Monday."""
    return (FIRST + timedelta(days=day)).isoformat()


def own(name: str, standing: Standing | None = None) -> Item:
    """Tell an exercise in the amount a person stands at; at first, in that of level 1."""
    rung = standing.places[name].rung if standing else KNOWN.ladders[name].start_of("L1")
    return KNOWN.ladders[name].rungs[rung].item


def did(item: Item, **how: object) -> Did:
    """Tell that an item was done, in full unless said otherwise."""
    made = Did(item=item, share=1.0, held_s=held_s(item, EXERCISES[item.exercise]))
    return replace(made, **how)  # type: ignore[arg-type]


def session(
    day: float,
    *names: str,
    pain: int = 3,
    worst: int | None = 3,
    felt: tuple[Farthest, Farthest] | None = None,
    done: Sequence[Did] = (),
) -> Past:
    """Tell a session on a day, of exercises in their first amount or as given."""
    return Past(
        number=round(day * 100) + 100,
        opened_by=round(day) + 1,
        at=at(day),
        pain=pain,
        worst=worst,
        felt_before=felt[0] if felt else None,
        felt_after=felt[1] if felt else None,
        did=(*(did(own(name)) for name in names), *done),
    )


def entry(day: float, said: Said) -> Entry:
    """Tell something said on a day, in the evening."""
    return Entry(number=round(day * 100) + 1, at=at(day + 0.4), said=said)


def pain(day: float, how_much: int) -> Entry:
    """Tell the pain of a day."""
    return entry(day, Day(pain=how_much))


def standing(*happened: Past | Entry, today: float) -> Standing:
    """Tell where a person stands after all that."""
    row = in_order(
        [each for each in happened if isinstance(each, Past)],
        [each for each in happened if isinstance(each, Entry)],
    )
    return stand(row, KNOWN, today=at(today))


def person(
    now: Standing | None = None,
    *,
    conditions: Collection[str] = (),
    profile: Profile = ALL_THINGS,
    bounds: Bounds | None = None,
    pain: int | None = None,
    wishes: Wishes | None = None,
) -> Person:
    """Tell who a plan is for: someone new, unless said otherwise."""
    return Person(
        standing=now or standing(today=0),
        profile=profile,
        bounds=bounds_on(bounds or Bounds(), at(0)),
        precautions=precautions(EXERCISES, conditions),
        pain=pain,
        wishes=wishes or Wishes(),
    )
