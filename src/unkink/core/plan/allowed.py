"""What a person may do today: each exercise as it is, bounded, or left out; always with reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unkink.core.definition.precaution import Limits, levels_within
from unkink.core.plan.amounts import rounded_down_s
from unkink.core.plan.doses import LEVELS
from unkink.core.plan.fit import at_most
from unkink.core.plan.rules import RULES
from unkink.core.plan.session import LeftOut, Reason
from unkink.core.words import POSITIONS, needs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise, LevelName
    from unkink.core.plan.person import Person
    from unkink.core.plan.place import Standing
    from unkink.core.plan.session import Item, Part


def forbidden(name: str, person: Person, exercises: Mapping[str, Exercise]) -> LeftOut | None:
    """Say why an exercise must not be done today, by whatever programme; None: it may be."""
    exercise = exercises[name]
    given = person.precautions[name]
    if not given.allowed:
        why = tuple(Reason(rule="P1", words=each.words) for each in given.reasons)
        return LeftOut(exercise=name, why=why, alternative=given.alternative)
    by_rule = _by_a_clinician(name, person) or _by_the_past(name, exercise, person)
    return LeftOut(exercise=name, why=(by_rule,)) if by_rule else None


def _by_a_clinician(name: str, person: Person) -> Reason | None:
    if not person.bound(name).excluded:
        return None
    return Reason(rule="P2", words=f"{person.bounds.by or 'Your clinician'} said: not this one.")


def _by_the_past(name: str, exercise: Exercise, person: Person) -> Reason | None:
    now = person.standing
    place = now.places.get(name)
    if place is None:
        return None
    if now.day < place.out_until:
        return Reason(rule=place.out_by, words=f"It rests {_days(place.out_until - now.day)}.")
    if place.skips:
        return Reason(rule="R6", words="It was too much twice in a row, so it rests this once.")
    return _by_its_direction(exercise, now) or _by_the_day(exercise, person, well=place.well)


def _by_its_direction(exercise: Exercise, now: Standing) -> Reason | None:
    until = max(
        (
            day
            for way, day in now.avoided.items()
            if exercise.direction is None or way == exercise.direction
        ),
        default=now.day,
    )
    if now.day >= until:
        return None
    words = "After exercises like it, it was felt further down the leg."
    return Reason(rule="R2", words=f"{words} It rests {_days(until - now.day)}.")


def _by_the_day(exercise: Exercise, person: Person, *, well: bool) -> Reason | None:
    if person.ahead == "R4" and not exercise.everyday and not well:
        words = (
            "On a bad day only what went well before is done. The others wait for an easier day."
        )
        return Reason(rule="R4", words=words)
    if person.rests and exercise.kind != "walk":
        words = "The last session was too much: rest, and a walk if you like."
        return Reason(rule="R11", words=words)
    return None


def _days(days: int) -> str:
    return "until tomorrow" if days == 1 else f"for {days} more days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How far one exercise may go for one person, and why no further."""

    limits: Limits
    why: tuple[Reason, ...] = ()
    """Conditions and clinicians."""


def edge_of(name: str, person: Person) -> Edge:
    """Tell how far an exercise may go: a person's conditions and their clinician together."""
    given, bound = person.precautions[name], person.bound(name)
    told = tuple(Reason(rule="P1", words=each.words) for each in given.reasons)
    limits = given.limits
    if (bound.most_level, bound.most_hold_s, bound.most_range) != (None, None, None):
        who = person.bounds.by or "Your clinician"
        told = (*told, Reason(rule="P2", words=f"{who} set how far this may go."))
        limits = limits.tightened(
            Limits(
                most_level=bound.most_level,
                most_hold_s=bound.most_hold_s,
                most_range=bound.most_range,
            )
        )
    if person.ahead == "R4":
        words = "It hurts a lot today, so only the easiest."
        told = (*told, Reason(rule="R4", words=words))
        limits = limits.tightened(Limits(most_level="L0"))
    return Edge(limits=limits, why=told)


def within(item: Item, exercise: Exercise, limits: Limits, person: Person) -> Item | None:
    """
    Bound an item of any level: movements, holds, times, range, pace; None: nothing is left of it.

    Movements are left out that start where the person can't get to, or need what is not there.
    """
    level = _level_of(item, exercise)
    doable = levels_within(exercise.levels, limits).get(level, ())
    parts = [
        replace(part, movement=doable[0])
        if exercise.levels[level].choose == "one" and doable and part.movement not in doable
        else part
        for part in item.parts
    ]
    bounded = tuple(
        replace(
            at_most(part, limits.most_reps or part.sets * part.reps),
            hold_s=min(part.hold_s, limits.most_hold_s or part.hold_s),
            slower=max(part.slower, limits.slower),
        )
        for part in parts
        if part.movement in doable and reachable(exercise, part.movement, person) is None
    )
    if not bounded:
        return None
    most = limits.most_range or 1.0
    return replace(item, parts=bounded, range_fraction=min(item.range_fraction, most))


def _level_of(item: Item, exercise: Exercise) -> LevelName:
    if item.level != "article":
        return item.level
    return next(name for name in reversed(LEVELS) if name in exercise.levels)


def reachable(exercise: Exercise, movement: str, person: Person) -> Reason | None:
    """Say what keeps a person from a movement: its position, or what it needs; None: nothing."""
    one = exercise.movements[movement]
    if one.start in person.profile.cannot:
        return Reason(
            rule="P3", words=f"It starts {POSITIONS[one.start]}, and you can't get there."
        )
    missing = [prop for prop in one.props if prop not in person.profile.has]
    if missing:
        return Reason(rule="P4", words=f"It needs {needs(missing)}, which you don't have at hand.")
    return None


def eased(item: Item, person: Person) -> Item:
    """Take off what the last sessions ask for: less far and shorter (R6), less of all (R10)."""
    place = person.standing.places.get(item.exercise)
    if place and place.eased:
        keep = 1 - RULES["R6"].at["less"]
        parts = tuple(replace(part, hold_s=_shortened(part.hold_s, keep)) for part in item.parts)
        item = replace(item, parts=parts, range_fraction=round(item.range_fraction * keep, 2))
    if person.standing.lighter:
        keep = 1 - RULES["R10"].at["less"]
        item = replace(item, parts=tuple(_fewer(part, keep) for part in item.parts))
    return item


def eased_why(name: str, person: Person) -> tuple[Reason, ...]:
    """Say why less of an exercise is planned than its own amount."""
    place = person.standing.places.get(name)
    less = Reason(rule="R6", words="It was a little too much last time: less far, and shorter.")
    lighter = Reason(rule="R10", words="The day after hurt a little more: a third less for now.")
    return (
        *((less,) if place and place.eased else ()),
        *((lighter,) if person.standing.lighter else ()),
    )


def _shortened(hold_s: float, keep: float) -> float:
    return max(rounded_down_s(hold_s * keep), 1.0) if hold_s else hold_s


def _fewer(part: Part, keep: float) -> Part:
    total = part.sets * part.reps
    if total > 1:
        return at_most(part, max(int(total * keep), 1))
    return replace(part, hold_s=_shortened(part.hold_s, keep))
