"""What moved further down the leg (R2), in a session or in a direction test: told, and counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.plan.place import Change, undo_refused
from unkink.core.plan.rules import RULES
from unkink.core.safety.direction import found

if TYPE_CHECKING:
    from unkink.core.history.entries import DirectionTest, Entry
    from unkink.core.plan.place import Standing, What

NOT_THE_FIRST: Final = "It is not the first time: please see a clinician."


def spread(now: Standing, about: str, *, what: What, at: str, words: str) -> Standing:
    """Count one more time; from the second on a clinician should hear of it."""
    times = now.spreads + 1
    again = times >= RULES["R2"].at["times"]
    change = Change(
        id=f"R2::{about}",
        rule="R2",
        what=what,
        exercise="",
        at=at,
        words=f"{words} {NOT_THE_FIRST}" if again else words,
        clinician=again,
        kept=undo_refused("R2"),
    )
    return replace(now, spreads=times, changes=(*now.changes, change))


def direction_tested(now: Standing, entry: Entry, said: DirectionTest) -> Standing:
    """Hear of a direction test that found one worse; what it leaves out stands in precautions."""
    worse = [way for way, tried in said.tried.items() if found(tried) == "worse"]
    if not worse:
        return now
    words = f"In the direction test, bending {' and '.join(worse)} moved it further down the leg."
    return spread(now, f"test{entry.number}", what="told", at=entry.at, words=words)
