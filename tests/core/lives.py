"""Made-up people who live with the plan: now and then, well or badly, with holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.core.breaking import broken
from tests.core.people import ALL_THINGS, KNOWN, at, did, person

from unkink.core.history.entries import Bound, Bounds, Day, Entry, Profile
from unkink.core.plan.past import Past, in_order
from unkink.core.plan.planner import plan
from unkink.core.plan.standing import stand
from unkink.core.safety.conditions import IDS

if TYPE_CHECKING:
    from random import Random

BOUNDS = Bounds(by="Ms Weber", exercises={"bridge": Bound(most_level="L1", most_hold_s=4)})

Lived = tuple[Sequence[Past], Sequence[Entry]]


def live(chance: Random, days: int) -> tuple[Lived, list[str]]:
    """Follow the plan for so many days, sometimes; tell what happened, and every rule broken."""
    conditions = chance.sample(IDS, chance.choice((0, 0, 0, 1, 2)))
    who = person(conditions=conditions, profile=_profile(chance), bounds=BOUNDS)
    usual, often = chance.randint(0, 6), chance.uniform(0.15, 0.9)
    sessions: list[Past] = []
    entries: list[Entry] = []
    wrong: list[str] = []
    day = 0
    while day < days:
        # Some weeks are spent elsewhere.
        day += chance.choice((1, 1, 1, 1, 2, 5, 30)) if chance.random() < 0.1 else 1
        if chance.random() < 0.5:
            said = Day(pain=min(max(usual + chance.randint(-2, 3), 0), 10))
            entries.append(Entry(number=len(entries) + 1, at=at(day + 0.01), said=said))
        if chance.random() > often:
            continue
        now = stand(in_order(sessions, entries), KNOWN, today=at(day + 0.1))
        pain = min(max(usual + chance.randint(-2, 2), 0), 10)
        today = replace(who, standing=now, pain=pain)
        made = plan(today, KNOWN, minutes=chance.choice((8, 15, 25)))
        wrong += broken(made, today)
        if made.session.items:
            sessions.append(_session(len(sessions) + 1, day, pain, made.session.items, chance))
    return (sessions, entries), wrong


def _profile(chance: Random) -> Profile:
    return replace(
        ALL_THINGS, cannot=tuple(chance.sample(("prone", "kneeling"), chance.randint(0, 1)))
    )


def _session(number: int, day: int, pain: int, items: Sequence[object], chance: Random) -> Past:
    worst = min(pain + chance.choice((0, 0, 0, 0, 1, 2, 4)), 10)
    felt = chance.choice((None, None, (1, 1), (2, 1), (1, 2)))
    return Past(
        number=number,
        at=at(day + 0.1),
        pain=pain,
        worst=None if chance.random() < 0.1 else worst,
        felt_before=felt[0] if felt else None,  # type: ignore[arg-type]
        felt_after=felt[1] if felt else None,  # type: ignore[arg-type]
        did=tuple(did(item, share=chance.choice((1.0, 1.0, 0.5))) for item in items),  # type: ignore[arg-type]
    )
