"""What a person asked for, as a session: a programme, or exercises of their own choice."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unkink.core.definition.exercise import LevelName
from unkink.core.errors import Invalid, NotFound
from unkink.core.plan.person import Wishes
from unkink.core.plan.programme import PROGRAMMES, propose, propose_exercises
from unkink.core.plan.session import in_short

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.person import Person
    from unkink.core.plan.session import Proposal

OWN_PLAN: Final = "plan"
"""The programme that is the person's own plan of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person wants to do now: a programme or exercises, not both."""

    programme: str | None = None
    """Its id; `plan` for the plan of the day."""
    exercises: tuple[str, ...] = ()
    """The most important first."""
    minutes: float | None = None
    level: LevelName = "L1"
    """Of exercises; a programme has its own."""
    high: bool = False
    """Whether a programme is done with the upper ends of its doses."""
    wishes: Wishes = field(default_factory=Wishes)
    """What is to be otherwise in the plan of the day."""


def choose(
    exercises: Mapping[str, Exercise], asked: Asked, person: Person | None = None
) -> tuple[str, Proposal]:
    """
    Propose the ready-made session or the exercises asked for, with the name for it.

    Given a *person*, it obeys what is right for them today. Refused when it is neither a programme
    nor exercises we know, or when nothing is left to do.
    """
    if (asked.programme is None) == (not asked.exercises):
        raise Invalid("Choose either a programme or exercises.", "One of the two, not both.")
    if asked.programme is not None:
        name, proposal = _programme(asked.programme, exercises, asked, person)
    else:
        unknown = next((each for each in asked.exercises if each not in exercises), None)
        if unknown is not None:
            raise NotFound(f"There is no exercise {unknown!r}.", "Choose from the catalogue.")
        name = ", ".join(exercises[each].name for each in asked.exercises)
        proposal = propose_exercises(
            asked.exercises, exercises, level=asked.level, minutes=asked.minutes, person=person
        )
    if not proposal.session.items:
        why = " ".join(in_short(proposal.adjustments))
        raise Invalid(f"Nothing is left to do. {why}".strip(), "Choose more time or others.")
    return name, proposal


def _programme(
    programme: str, exercises: Mapping[str, Exercise], asked: Asked, person: Person | None
) -> tuple[str, Proposal]:
    chosen = next((each for each in PROGRAMMES if each.id == programme), None)
    if chosen is None:
        raise NotFound(f"There is no programme {programme!r}.", "Choose another one.")
    proposal = propose(chosen, exercises, minutes=asked.minutes, high=asked.high, person=person)
    return chosen.name, proposal
