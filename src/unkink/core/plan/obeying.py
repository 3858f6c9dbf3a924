"""Ready-made sessions obey too: what is excluded is excluded, what is bounded is bounded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.plan import allowed
from unkink.core.plan.doses import item_at
from unkink.core.plan.fit import at_most
from unkink.core.plan.session import Adjustment, Reason
from unkink.core.timing.length import lying_s

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.person import Person
    from unkink.core.plan.session import Item


def obeying(
    wanted: Sequence[Item], exercises: Mapping[str, Exercise], person: Person
) -> tuple[tuple[Item, ...], tuple[Adjustment, ...]]:
    """Leave out what a person must not do today, bound the rest, and tell all of it."""
    kept: list[Item] = []
    told: list[Adjustment] = []
    lain = False
    for item in wanted:
        exercise = exercises[item.exercise]
        no = allowed.forbidden(item.exercise, person, exercises)
        if no:
            told.append(_left_out(exercise, no.why))
            continue
        edge = allowed.edge_of(item.exercise, person)
        bounded = _bounded(item, exercises, edge, person)
        most_s = edge.limits.most_supine_s
        if bounded is not None and most_s is not None and lying_s(bounded, exercises):
            if lain:
                told.append(_left_out(exercise, (ONCE_ON_THE_BACK,)))
                continue
            bounded = _lying_within(bounded, exercises, most_s)
            lain = True
        if bounded is None:
            told.append(_left_out(exercise, edge.why or _unreachable(item, exercise, person)))
        else:
            kept.append(bounded)
            why = (*edge.why, *allowed.eased_why(item.exercise, person))
            if bounded != item and why:
                told.append(_changed(exercise, why))
    return tuple(kept), tuple(told)


ONCE_ON_THE_BACK: Final = Reason(
    rule="P14", words="One exercise on the back is enough today: you should not lie there for long."
)


def _lying_within(item: Item, exercises: Mapping[str, Exercise], most_s: float) -> Item | None:
    """Take as many times of an item as keep it within the longest time on the back."""
    most = max(part.sets * part.reps for part in item.parts)
    for times in range(most, 0, -1):
        parts = tuple(at_most(part, times) for part in item.parts)
        fewer = replace(item, parts=parts)
        if lying_s(fewer, exercises) <= most_s:
            return fewer
    return None


def _bounded(
    item: Item, exercises: Mapping[str, Exercise], edge: allowed.Edge, person: Person
) -> Item | None:
    most = edge.limits.most_level
    level = "L3" if item.level == "article" else item.level
    if most is not None and level > most:
        item = item_at(exercises, item.exercise, most)
    exercise = exercises[item.exercise]
    found = allowed.within(item, exercise, edge.limits, person)
    return allowed.eased(found, person) if found else None


def _unreachable(item: Item, exercise: Exercise, person: Person) -> tuple[Reason, ...]:
    every = (allowed.reachable(exercise, part.movement, person) for part in item.parts)
    return tuple(why for why in every if why)[:1]


def _left_out(exercise: Exercise, why: Sequence[Reason]) -> Adjustment:
    return _adjustment(exercise, why, "left_out")


def _changed(exercise: Exercise, why: Sequence[Reason]) -> Adjustment:
    return _adjustment(exercise, why, "changed")


def _adjustment(
    exercise: Exercise, why: Sequence[Reason], what: Literal["left_out", "changed"]
) -> Adjustment:
    words = " ".join(each.words for each in why)
    said = f"{exercise.name}: {OTHERWISE[what]} {words}".strip()
    rule = why[0].rule if why else ""
    return Adjustment(exercise=exercise.id, what=what, why=said, rule=rule)


OTHERWISE: Final = {"left_out": "left out.", "changed": "less than usual."}
