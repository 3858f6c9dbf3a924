"""What a plan must never break, told for any plan and anybody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.core.people import (
    EXERCISES,
    KNOWN,
    standing,
)

from unkink.core.plan.caps import MOST_EXERCISES, MUSCLE_SESSION_S, MUSCLE_WEEK_S
from unkink.core.plan.ladder import held_s
from unkink.core.plan.place import Place
from unkink.core.plan.planner import DayPlan, week_s
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from unkink.core.plan.person import Person


def names(made: DayPlan) -> set[str]:
    """Tell which exercises are in a plan."""
    return {item.exercise for item in made.session.items}


def broken(made: DayPlan, who: Person) -> list[str]:
    """Tell every cap or bound a plan breaks."""
    items, wrong = made.session.items, []
    work: defaultdict[str, float] = defaultdict(float)
    for item in items:
        exercise, given = EXERCISES[item.exercise], who.precautions[item.exercise]
        limits, bound = given.limits, who.bound(item.exercise)
        for muscle in exercise.muscles:
            work[muscle] += held_s(item, exercise)
        wrong += [f"{item.exercise} is excluded"] if not given.allowed or bound.excluded else []
        most_range = min(limits.most_range or 1, bound.most_range or 1)
        wrong += [f"{item.exercise}: range"] if item.range_fraction > most_range else []
        most_level = min(limits.most_level or "L3", bound.most_level or "L3")
        wrong += [f"{item.exercise}: level"] if item.level > most_level else []
        for part in item.parts:
            most_s = min(limits.most_hold_s or 1e9, bound.most_hold_s or 1e9)
            wrong += [f"{item.exercise}: hold"] if part.hold_s > most_s else []
            most = limits.most_reps or 10**9
            wrong += [f"{item.exercise}: times"] if part.sets * part.reps > most else []
            wrong += [f"{item.exercise}: pace"] if part.slower < limits.slower else []
            allowed = limits.movements or frozenset(exercise.movements)
            wrong += [f"{item.exercise}: movement"] if part.movement not in allowed else []
    week = week_s(who, KNOWN)
    wrong += [f"{muscle}: session" for muscle, s in work.items() if s > MUSCLE_SESSION_S]
    wrong += [f"{m}: week" for m, s in work.items() if s and s + week.get(m, 0) > MUSCLE_WEEK_S]
    wrong += ["too many"] if len(items) > MOST_EXERCISES else []
    wrong += ["twice the same"] if len(names(made)) < len(items) else []
    wrong += ["too long"] if made.total_s > made.minutes * 60 else []
    warm = bool(items) and EXERCISES[items[0].exercise].kind == "warm_up"
    needy = any(EXERCISES[item.exercise].needs_warm_up for item in items)
    wrong += ["cold"] if needy and not warm else []
    return wrong + lying_too_long(made, who)


def lying_too_long(made: DayPlan, who: Person) -> list[str]:
    """Tell every stretch on the back that is longer than a condition allows."""
    wrong, lying_s = [], 0.0
    most_s = [
        limit
        for item in made.session.items
        if (limit := who.precautions[item.exercise].limits.most_supine_s) is not None
    ]
    if not most_s:
        return []
    for each in schedule(made.session, EXERCISES).segments:
        movement = EXERCISES[each.exercise].movements[each.movement] if each.exercise else None
        supine = movement is not None and movement.start == "supine"
        lying_s = lying_s + each.end_s - each.start_s if supine else 0.0
        wrong += ["lying too long"] if lying_s - 30 > min(most_s) else []
    return wrong


def at_the_top() -> dict[str, Place]:
    """Tell the places of someone for whom everything has gone well for a year."""
    return {
        name: Place(rung=len(ladder.rungs) - 1, done_on=400, green_since=0, well=True, grown_on=390)
        for name, ladder in KNOWN.ladders.items()
    }


FIT = replace(
    standing(today=0), day=402, places=at_the_top(), green_since=0, last_day=400, sessions=200
)
