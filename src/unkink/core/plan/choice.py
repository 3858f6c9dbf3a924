"""What a person asked for, as a session: a programme, or exercises of their own choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.errors import Invalid, NotFound
from unkink.core.plan.programme import PROGRAMMES, propose, propose_exercises

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise, LevelName
    from unkink.core.plan.session import Proposal


def choose(
    known: Mapping[str, Exercise],
    *,
    programme: str | None = None,
    exercises: tuple[str, ...] = (),
    minutes: float | None = None,
    level: LevelName = "L1",
) -> tuple[str, Proposal]:
    """
    Propose the session asked for, with the name for it; the level is for exercises.

    Refused when it is neither a programme nor exercises we know, or when nothing is left to do.
    """
    if (programme is None) == (not exercises):
        raise Invalid("Choose either a programme or exercises.", "One of the two, not both.")
    if programme is not None:
        name, proposal = _programme(programme, known, minutes)
    else:
        unknown = next((each for each in exercises if each not in known), None)
        if unknown is not None:
            raise NotFound(f"There is no exercise {unknown!r}.", "Choose from the catalogue.")
        name = ", ".join(known[each].name for each in exercises)
        proposal = propose_exercises(exercises, known, level=level, minutes=minutes)
    if not proposal.session.items:
        why = " ".join(each.why for each in proposal.adjustments)
        raise Invalid(f"Nothing is left to do. {why}".strip(), "Choose more time or others.")
    return name, proposal


def _programme(
    programme: str, known: Mapping[str, Exercise], minutes: float | None
) -> tuple[str, Proposal]:
    chosen = next((each for each in PROGRAMMES if each.id == programme), None)
    if chosen is None:
        raise NotFound(f"There is no programme {programme!r}.", "Choose another one.")
    return chosen.name, propose(chosen, known, minutes=minutes)
