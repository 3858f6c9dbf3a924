"""A plan in words: names, amounts, and what may be changed about it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.plan.programme import length_words
from unkink.core.plan.session import Reason
from unkink.core.timing.lines import dose_words, range_words, title
from unkink.core.timing.timeline import schedule
from unkink.core.words import LEVELS
from unkink.told_plan import OmittedItem, PlanChange, PlannedItem, PlanNow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.history.entries import Bound, Bounds
    from unkink.core.plan.ladder import Known
    from unkink.core.plan.person import Person
    from unkink.core.plan.planner import DayPlan
    from unkink.core.plan.session import Adjustment, Item, LeftOut, Proposal

NAME: Final = "Your plan"
RECENT: Final = 5
MOST_NAMES: Final = 5
FEW_NAMES: Final = 3
"""More names than the first are cut to the second: a card is read at a glance."""
BY_CHOICE: Final = frozenset({"P5", "P6", "P7", "P9", "P12"})
"""Rules that weigh, not protect: what they leave out may be wished for."""


def told_plan(
    made: DayPlan, person: Person, known: Known, *, asked: bool, week: str = ""
) -> PlanNow:
    """Put a plan into words."""
    return PlanNow(
        name=NAME,
        kind=made.kind,
        items=tuple(_item(item, made, known) for item in made.session.items),
        left_out=tuple(_omitted(each, known) for each in made.session.left_out),
        total_s=made.total_s,
        length=length_words(made.total_s, made.total_s) if made.session.items else "",
        minutes=made.minutes,
        why=made.why,
        clinician=made.clinician,
        walk=made.walk,
        changes=tuple(
            PlanChange(
                id=each.id,
                rule=each.rule,
                words=each.words,
                at=each.at,
                can_be_undone=each.can_be_undone,
                kept=each.kept,
            )
            for each in reversed(person.standing.changes[-RECENT:])
            if not each.undone
        ),
        week=week,
        asked=asked,
    )


def told_proposal(name: str, proposal: Proposal, known: Known, *, asked: bool) -> PlanNow:
    """Put a ready-made session into words; what it does otherwise is what it leaves out."""
    session = proposal.session
    total_s = schedule(session, known.exercises).total_s
    gone = [each for each in proposal.adjustments if each.what == "left_out"]
    return PlanNow(
        name=name,
        kind="ordinary",
        items=tuple(_told_item(item, known, why=_why_of(item, proposal)) for item in session.items),
        left_out=tuple(
            OmittedItem(
                exercise=each.exercise,
                name=known.exercises[each.exercise].name,
                why=(Reason(rule=each.rule or "P6", words=each.why),),
                alternative="",
                can_be_wanted=False,
            )
            for each in gone
        ),
        total_s=total_s,
        length=length_words(total_s, total_s),
        minutes=total_s / 60,
        why=(),
        clinician="",
        walk="",
        changes=(),
        week="",
        asked=asked,
    )


def _why_of(item: Item, proposal: Proposal) -> tuple[Reason, ...]:
    return tuple(
        Reason(rule=each.rule or "P6", words=each.why)
        for each in proposal.adjustments
        if each.exercise == item.exercise and each.what != "left_out"
    )


def amounts(item: Item, known: Known) -> tuple[str, ...]:
    """Tell how much of each movement an item asks for, as one would say it."""
    exercise = known.exercises[item.exercise]
    several = len(item.parts) > 1
    told = []
    for part in item.parts:
        named = exercise.movements[part.movement].name
        words = dose_words(part, exercise)
        far = range_words(item.range_fraction)
        lead = f"{named or exercise.name}: " if several or named else ""
        told.append(f"{lead}{words} {far}".strip())
    return tuple(told)


def _item(item: Item, made: DayPlan, known: Known) -> PlannedItem:
    exercise = known.exercises[item.exercise]
    first = known.ladders[item.exercise].rungs[0].item
    return replace(
        _told_item(item, known, why=item.why),
        can_be_harder=item.exercise in made.harder,
        can_be_easier=exercise.kind != "warm_up" and item.parts != first.parts,
    )


def _told_item(item: Item, known: Known, *, why: tuple[Reason, ...]) -> PlannedItem:
    exercise = known.exercises[item.exercise]
    return PlannedItem(
        exercise=item.exercise,
        name=exercise.name if len(item.parts) > 1 else title(exercise, item.parts[0].movement),
        movement=item.parts[0].movement,
        level=LEVELS[item.level] if item.level != "article" else "",
        amounts=amounts(item, known),
        why=why,
        walks=exercise.kind == "walk",
        can_be_harder=False,
        can_be_easier=False,
    )


def _omitted(each: LeftOut, known: Known) -> OmittedItem:
    other = known.exercises.get(each.alternative)
    return OmittedItem(
        exercise=each.exercise,
        name=known.exercises[each.exercise].name,
        why=each.why,
        alternative=other.name if other else "",
        can_be_wanted=all(why.rule in BY_CHOICE for why in each.why),
    )


def bounds_words(bounds: Bounds, known: Known) -> tuple[str, ...]:
    """Print back what a clinician set, line by line."""
    lines = [
        _bound_words(known.exercises[name].name, each)
        for name, each in bounds.exercises.items()
        if name in known.exercises
    ]
    if bounds.most_minutes is not None:
        lines.insert(0, f"At most {bounds.most_minutes} minutes a session.")
    if bounds.note:
        lines.append(bounds.note)
    if not lines:
        return ()
    until = f", until {bounds.until}" if bounds.until else ""
    return (f"Set by {bounds.by}{until}:", *lines)


def _bound_words(name: str, bound: Bound) -> str:
    if bound.excluded:
        return f"{name}: not at all."
    told = [
        *([f"no further than level {LEVELS[bound.most_level]}"] if bound.most_level else []),
        *([f"holds of at most {bound.most_hold_s:g} seconds"] if bound.most_hold_s else []),
        *([f"at most {bound.most_range:.0%} of the way"] if bound.most_range else []),
    ]
    return f"{name}: {', '.join(told) or 'allowed'}."


def otherwise(
    adjustments: Sequence[Adjustment], exercises: Mapping[str, Exercise]
) -> tuple[str, ...]:
    """Tell in a line or two what a programme leaves out and takes less of for a person."""
    told: list[str] = []
    for begins, kinds in (("Without", ("left_out",)), ("Less of", ("changed", "shortened"))):
        found = [each.exercise for each in adjustments if each.what in kinds]
        names = [exercises[each].name.lower() for each in dict.fromkeys(found) if each in exercises]
        if len(names) > MOST_NAMES:
            names[FEW_NAMES:] = [f"{len(names) - FEW_NAMES} more"]
        if names:
            listed = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
            told.append(f"{begins} {listed}, for you.")
    return tuple(told)
