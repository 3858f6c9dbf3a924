"""Ready-made sessions, and sessions made of whatever a person picks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.definition.exercise import LevelName
from unkink.core.plan.doses import article_item, item_at
from unkink.core.plan.fit import fitted
from unkink.core.plan.obeying import obeying
from unkink.core.plan.session import Adjustment, Proposal, Session
from unkink.core.timing.length import length_s

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.person import Person
    from unkink.core.plan.session import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A ready-made session."""

    id: str
    name: str
    words: str
    note: str
    exercises: tuple[str, ...] = ()
    """The most important first; empty for everything the article describes."""
    level: LevelName | None = None
    """None: the article's own doses."""
    levels: tuple[tuple[str, LevelName], ...] = ()
    """Where an exercise has a level of its own here."""
    most_minutes: float | None = None


GENTLE: Final = Programme(
    id="gentle",
    name="Gentle start",
    words="At most 15 minutes and five exercises, all of them easy. A good way to begin.",
    note="Superman is left out at first: it loads the back more than the others.",
    exercises=("bridge", "march", "walk", "knee_to_chest", "spinal_twist"),
    level="L1",
    levels=(("walk", "L0"),),
    most_minutes=15,
)
ARTICLE: Final = Programme(
    id="article",
    name="As in the article",
    words="Everything the article describes, in its own amounts, after a short warm-up.",
    note="It is long. Its knee to chest alone is more than any muscle can use. "
    "Stop whenever you like: whatever you did counts.",
)
PROGRAMMES: Final = (GENTLE, ARTICLE)


def propose(
    programme: Programme,
    exercises: Mapping[str, Exercise],
    *,
    minutes: float | None = None,
    high: bool = False,
    person: Person | None = None,
) -> Proposal:
    """
    Make a programme's session, as far as it fits into *minutes*; *high*: doses' upper ends.

    Given a *person*, it obeys their conditions, a clinician's bounds and the rules.
    """
    wanted = _items(programme, exercises, high=high)
    limits = [m for m in (minutes, programme.most_minutes, _most(person)) if m is not None]
    return _proposal(wanted, exercises, minutes=min(limits, default=None), person=person)


def _most(person: Person | None) -> float | None:
    return None if person is None else person.bounds.most_minutes


def propose_exercises(
    chosen: Sequence[str],
    exercises: Mapping[str, Exercise],
    *,
    level: LevelName = "L1",
    minutes: float | None = None,
    person: Person | None = None,
) -> Proposal:
    """
    Make a session of exercises a person picked, the most important first.

    Unknown ones are left out and told. A warm-up is added where one of them needs it.
    """
    known = [name for name in dict.fromkeys(chosen) if name in exercises]
    unknown = [
        Adjustment(exercise=name, what="left_out", why=f"There is no exercise called {name}.")
        for name in dict.fromkeys(chosen)
        if name not in exercises
    ]
    wanted = [item_at(exercises, name, level) for name in known]
    added: list[Adjustment] = []
    warm = _warm_up(exercises)
    needy = [exercises[i.exercise] for i in wanted if exercises[i.exercise].needs_warm_up]
    if needy and warm and not any(exercises[i.exercise].kind == "warm_up" for i in wanted):
        wanted.insert(0, item_at(exercises, warm.id, level))
        why = f"{warm.name}: added, because {needy[0].name.lower()} needs a warm-up before it."
        added.append(Adjustment(exercise=warm.id, what="added", why=why))
    limits = [each for each in (minutes, _most(person)) if each is not None]
    most = min(limits, default=None)
    proposal = _proposal(wanted, exercises, minutes=most, person=person)
    return Proposal(session=proposal.session, adjustments=(*unknown, *added, *proposal.adjustments))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A programme as a person chooses it: how long, and what is in it."""

    programme: Programme
    total_min_s: float
    total_max_s: float
    """With the low and the high ends of its doses."""
    exercises: tuple[str, ...]
    """In the order they are done."""
    adjustments: tuple[Adjustment, ...]
    """What is otherwise for this person than the programme says."""
    positions: tuple[str, ...]
    """As they follow each other."""


def outline(
    programme: Programme, exercises: Mapping[str, Exercise], person: Person | None = None
) -> Outline:
    """Say what is in a programme, and how long it takes from the low to the high end."""
    told = propose(programme, exercises, person=person)
    low = told.session.items
    high = propose(programme, exercises, high=True, person=person).session.items
    positions: list[str] = []
    for item in low:
        for part in item.parts:
            start = exercises[item.exercise].movements[part.movement].start
            if not positions or positions[-1] != start:
                positions.append(start)
    return Outline(
        programme=programme,
        total_min_s=length_s(low, exercises),
        total_max_s=length_s(high, exercises),
        exercises=tuple(item.exercise for item in low),
        adjustments=told.adjustments,
        positions=tuple(positions),
    )


def length_words(low_s: float, high_s: float) -> str:
    """Tell how long something takes, from low to high, as one would say it."""
    low, high = _about(low_s), _about(high_s)
    if low == high:
        return low
    same = low.endswith(MINUTES) and high.endswith(MINUTES)
    return f"{low.removesuffix(MINUTES) if same else low} to {high}"


MINUTES: Final = " minutes"


def _about(seconds: float) -> str:
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return f"{minutes}{MINUTES}" if minutes > 1 else "1 minute"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _items(programme: Programme, exercises: Mapping[str, Exercise], *, high: bool) -> list[Item]:
    if programme.level is None:
        warm = _warm_up(exercises)
        told = sorted((e for e in exercises.values() if e.article), key=lambda e: e.article)
        items = [article_item(exercises, e.id, high=high) for e in told]
        return [item_at(exercises, warm.id, "L3"), *items] if warm else items
    own = dict(programme.levels)
    return [
        item_at(exercises, name, own.get(name, programme.level), high=high)
        for name in programme.exercises
        if name in exercises
    ]


def _warm_up(exercises: Mapping[str, Exercise]) -> Exercise | None:
    return next((e for e in exercises.values() if e.kind == "warm_up"), None)


def _proposal(
    wanted: Sequence[Item],
    exercises: Mapping[str, Exercise],
    *,
    minutes: float | None,
    person: Person | None,
) -> Proposal:
    limit_s = None if minutes is None else minutes * 60
    kept, obeyed = obeying(wanted, exercises, person) if person else (tuple(wanted), ())
    items, adjustments = fitted(kept, exercises, limit_s)
    return Proposal(session=Session(items=items), adjustments=(*obeyed, *adjustments))
