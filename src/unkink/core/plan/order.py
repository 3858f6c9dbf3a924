"""In which order to do exercises: positions change as little as possible."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from unkink.core.timing import pacing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.definition.exercise import Exercise, Movement, Position
    from unkink.core.plan.session import Item

MOST = 12
"""More exercises than this in one session are not put in order exactly, so there are no more."""

Cost = tuple[int, int, tuple[int, ...]]
"""Changes of position, seconds they take with fetching things, and the order itself."""


def ordered(items: Sequence[Item], exercises: Mapping[str, Exercise]) -> tuple[Item, ...]:
    """
    Put at most `MOST` items in the best order there is.

    Warm-ups come first, walks last, and no stretch before the rolling is over. Among those orders
    it is the one with the fewest changes of position, from standing to standing; among equals the
    one that takes least time, then the one nearest to the order given.
    """
    ends = [_ends(item, exercises[item.exercise]) for item in items]
    waits = [_waits_for(number, items, exercises) for number in range(len(items))]
    everything = (1 << len(items)) - 1

    @cache
    def best(done: int, last: int) -> Cost:
        was = ends[last][1] if last >= 0 else None
        if done == everything:
            return (*_change(was, None), ())
        found: list[Cost] = []
        for number, (first, _) in enumerate(ends):
            if done >> number & 1 or waits[number] & ~done:
                continue
            changes, seconds, rest = best(done | 1 << number, number)
            more, longer = _change(was, first)
            found.append((changes + more, seconds + longer, (number, *rest)))
        return min(found)

    return tuple(items[number] for number in best(0, -1)[2])


def _ends(item: Item, exercise: Exercise) -> tuple[Movement, Movement]:
    """Tell the movements an item begins and ends with."""
    return (
        exercise.movements[item.parts[0].movement],
        exercise.movements[item.parts[-1].movement],
    )


def _change(before: Movement | None, after: Movement | None) -> tuple[int, int]:
    was: Position = before.start if before else "standing"
    will: Position = after.start if after else "standing"
    seconds = pacing.change_s(was, will)
    if after:
        seconds += pacing.fetch_s(before.props if before else (), after.props)
    return int(was != will), seconds


def _waits_for(number: int, items: Sequence[Item], exercises: Mapping[str, Exercise]) -> int:
    """Tell, as bits, which items must come before this one."""
    kinds = [exercises[item.exercise].kind for item in items]
    mine = kinds[number]
    return sum(
        1 << other
        for other, kind in enumerate(kinds)
        if (kind == "warm_up" and mine != "warm_up")
        or (mine == "walk" and kind != "walk")
        or (mine == "stretch" and kind == "roll")
    )
