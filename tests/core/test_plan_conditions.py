"""Every set of conditions there can be, and what it means for a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from tests.core.people import (
    EXERCISES,
    KNOWN,
    person,
)

from unkink.core.definition.precaution import levels_within
from unkink.core.plan.planner import plan
from unkink.core.safety.conditions import IDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.plan.person import Person
    from unkink.core.safety.precautions import Precaution

from tests.core.breaking import FIT, broken


def every_word_on_conditions() -> list[Person]:
    """
    Tell one person for every different thing that any set of conditions can mean.

    A plan depends on conditions only through what they mean for the exercises, and joining is
    idempotent, commutative and associative: so joining one condition after another to all that
    was found reaches the meaning of every subset.
    """
    nobody = person(FIT)
    alone = {each: person(FIT, conditions=[each]).precautions for each in IDS}
    found = {_meaning(nobody): nobody}
    for condition in IDS:
        for who in list(found.values()):
            joined = {
                name: given.joined(alone[condition][name])
                for name, given in who.precautions.items()
            }
            more = replace(who, precautions=joined)
            found.setdefault(_meaning(more), more)
    return [replace(who, precautions=closed(who.precautions)) for who in found.values()]


def closed(joined: Mapping[str, Precaution]) -> dict[str, Precaution]:
    """Exclude, as the last step, what joining left no level of."""
    return {
        name: given
        if levels_within(EXERCISES[name].levels, given.limits)
        else replace(given, code="exclude")
        for name, given in joined.items()
    }


def _meaning(who: Person) -> tuple[object, ...]:
    return tuple((given.limits if given.allowed else None) for given in who.precautions.values())


def test_no_set_of_conditions_leads_to_a_plan_that_breaks_anything() -> None:
    """
    Whatever I have, all of it together is respected.

    All subsets of the conditions: over a million, with not two thousand different meanings.
    """
    people = every_word_on_conditions()
    wrong = [problem for who in people for problem in broken(plan(who, KNOWN), who)]

    assert len(people) > len(IDS)
    assert wrong == []


@given(st.frozensets(st.sampled_from(IDS), max_size=5))
def test_a_set_of_conditions_means_what_its_members_mean_joined(chosen: frozenset[str]) -> None:
    """The argument above rests on this: order and repetition make no difference."""
    joined = person(FIT).precautions
    for condition in sorted(chosen, key=lambda each: each[::-1]):
        alone = person(FIT, conditions=[condition]).precautions
        joined = {name: each.joined(alone[name]) for name, each in joined.items()}

    direct = person(FIT, conditions=chosen).precautions
    told = [
        {name: each.limits if each.allowed else None for name, each in given.items()}
        for given in (closed(joined), direct)
    ]
    assert told[0] == told[1]
