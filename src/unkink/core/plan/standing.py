"""
Where a person stands with each exercise: a pure fold of the rules over all that happened.

Order is by number; days are the person's own, and a clock that was set back adds none. What is not
known (the worst pain, the next day, where it is felt) never counts as fine: it earns nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

from unkink.core.history.days import DAY_S, day_of
from unkink.core.history.entries import Day, DirectionTest, Entry, Undone
from unkink.core.plan import next_days, outlook, spreading, taken
from unkink.core.plan.past import Past, Scored
from unkink.core.plan.place import Change, Place, Standing, undo_refused
from unkink.core.plan.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.plan.ladder import Known, Ladder
    from unkink.core.plan.past import Happening

FIRST_LEVEL: Final = "L1"


def stand(
    happenings: Iterable[Happening],
    known: Known,
    *,
    today: str,
) -> Standing:
    """Fold all that happened, in its order, into where the person stands today."""
    now = beginning(known)
    clock = None
    for each in happenings:
        day = day_of(each.at)
        now = _days_pass(now, day - (day if clock is None else clock), each.at, known)
        clock = day
        now = _happened(now, each, known)
    if clock is not None:
        now = _days_pass(now, day_of(today) - clock, today, known)
    return outlook.looked(now, at=today)


def beginning(
    known: Known,
) -> Standing:
    """Tell where everybody stands at first: at the start of level 1."""
    places = {
        name: Place(rung=known.ladders[name].start_of(FIRST_LEVEL)) for name in known.exercises
    }
    return Standing(places=places)


def _happened(
    now: Standing,
    happening: Happening,
    known: Known,
) -> Standing:
    match happening:
        case Past():
            now = next_days.before_next(now, happening, known)
            return taken.session_taken(now, happening, known)
        case Entry(said=Day() as said):
            now = next_days.day_told(now, happening, said, known)
            return outlook.worsened(now, happening)
        case Entry(said=DirectionTest() as said):
            return spreading.direction_tested(now, happening, said)
        case Entry(said=Undone() as said):
            return _undone(now, said)
        case Scored():
            first = now.scores.get(happening.instrument, (happening.score,))[0]
            scores = {**now.scores, happening.instrument: (first, happening.score)}
            return outlook.worsened(replace(now, scores=scores), happening)
        case Entry():
            return now
        case _:
            assert_never(happening)


def _days_pass(
    now: Standing,
    days: int,
    at: str,
    known: Known,
) -> Standing:
    """Let days go by (R13); going back in time takes none."""
    now = replace(now, day=now.day + max(days, 0))
    missed = now.day - now.last_day - 1
    limits = RULES["R13"].at
    if not now.sessions or missed < limits["few"]:
        return now
    bands = [limits["few"], limits["some"], limits["many"] + 1]
    band = sum(missed >= each for each in bands)
    if band == sum(now.missed >= each for each in bands):
        return replace(now, missed=missed)
    long = missed > limits["many"]
    long_since_s = now.last_s + (limits["many"] + 1) * DAY_S
    after = {
        name: replace(place, rung=_after_break(place.rung, missed, known.ladders[name]), green=0)
        for name, place in now.places.items()
    }
    moved = [name for name, place in now.places.items() if after[name].rung != place.rung]
    words = _break_words(missed)
    change = Change(
        id=f"R13::{now.sessions}.{band}",
        rule="R13",
        what="back" if moved or long else "told",
        exercise="",
        at=at,
        words=words,
        before={name: now.places[name] for name in moved},
        after={name: after[name] for name in moved},
        kept="After so long a break everybody begins gently." if long else undo_refused("R13"),
    )
    tell = bool(moved) or long
    return replace(
        now,
        places=after,
        missed=missed,
        changes=(*now.changes, change) if tell else now.changes,
        ask_all_since_s=long_since_s if long else now.ask_all_since_s,
    )


def _after_break(rung: int, missed: int, ladder: Ladder) -> int:
    limits, start = RULES["R13"].at, ladder.start_of(FIRST_LEVEL)
    if missed > limits["many"]:
        return min(rung, 0)
    if missed >= limits["some"]:
        return min(rung, start)
    return max(rung - 1, min(rung, start))


def _break_words(missed: int) -> str:
    limits = RULES["R13"].at
    if missed > limits["many"]:
        return "It has been a while: we begin again at the easiest, and ask the questions anew."
    if missed >= limits["some"]:
        return "After more than a week away we go back to the start, and grow from there."
    return "After some days away we go one step back. That is normal."


def _undone(now: Standing, said: Undone) -> Standing:
    """Take a change back, as far as nothing happened to it since; never a rule that protects."""
    change = now.change(said.change)
    if change is None or not change.can_be_undone:
        return now
    places = dict(now.places)
    for name, before in change.before.items():
        place = places.get(name)
        if place is None or place.rung != change.after[name].rung:
            continue
        places[name] = replace(
            place, rung=before.rung, eased=before.eased, skips=before.skips, green=0
        )
    return replace(
        now,
        places=places,
        lighter=0 if change.rule == "R10" else now.lighter,
        preferred=frozenset() if change.rule == "R8" else now.preferred,
        changes=tuple(
            replace(each, undone=True) if each.id == change.id else each for each in now.changes
        ),
    )
