"""Fitting a session into the minutes someone has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from unkink.core.plan.amounts import round_times_s
from unkink.core.plan.order import MOST, ordered
from unkink.core.plan.session import Adjustment, Session
from unkink.core.timing.lines import duration_words
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.core.definition.exercise import Exercise
    from unkink.core.plan.session import Item, Part

SPAN_LEAST_S = 60


def fitted(
    wanted: Sequence[Item], exercises: Mapping[str, Exercise], limit_s: float | None
) -> tuple[tuple[Item, ...], tuple[Adjustment, ...]]:
    """
    Take each wanted item, the most important first, as far as there is time for it.

    As it is where that fits; else shortened to no less than half, the very first one to no less
    than one repetition; else left out. A warm-up is never shortened, and what needs one is left
    out where there is none.
    """
    kept: tuple[Item, ...] = ()
    adjustments: list[Adjustment] = []
    for item in wanted:
        exercise = exercises[item.exercise]
        if len(kept) == MOST:
            why = f"{exercise.name}: more than {MOST} exercises are too many for one session."
            adjustments.append(_left_out(item, why))
        elif exercise.needs_warm_up and not any(_warms(i, exercises) for i in kept):
            why = f"{exercise.name}: it needs a warm-up before it, and there is no time for both."
            adjustments.append(_left_out(item, why))
        else:
            short = _first_that_fits(item, kept, exercises, limit_s)
            kept = (*kept, short) if short else kept
            adjustments += _told(item, short, exercise, limit_s)
    return ordered(kept, exercises), tuple(adjustments)


def _warms(item: Item, exercises: Mapping[str, Exercise]) -> bool:
    return exercises[item.exercise].kind == "warm_up"


def _first_that_fits(
    item: Item, kept: tuple[Item, ...], exercises: Mapping[str, Exercise], limit_s: float | None
) -> Item | None:
    for shorter in _shorter(item, exercises[item.exercise], to_half=bool(kept)):
        if limit_s is None:
            return shorter
        items = ordered((*kept, shorter), exercises)
        if schedule(Session(items=items), exercises).total_s <= limit_s:
            return shorter
    return None


def _shorter(item: Item, exercise: Exercise, *, to_half: bool) -> Iterator[Item]:
    """Tell an item, then shorter and shorter ones: fewer sets first, then fewer repetitions."""
    yield item
    if exercise.kind == "warm_up":
        return
    if exercise.everyday:
        part = item.parts[0]
        least_s = max(SPAN_LEAST_S, part.hold_s / 2 if to_half else 0)
        for hold_s in reversed(round_times_s(0, part.hold_s)):
            if least_s <= hold_s < part.hold_s:
                yield replace(item, parts=(replace(part, hold_s=hold_s),))
        return
    most = max(part.sets * part.reps for part in item.parts)
    least = (most + 1) // 2 if to_half else 1
    for times in range(most - 1, least - 1, -1):
        yield replace(item, parts=tuple(at_most(part, times) for part in item.parts))


def at_most(part: Part, times: int) -> Part:
    """Shorten a part to so many repetitions at most, in whole sets."""
    if part.sets * part.reps <= times:
        return part
    sets = max(times // part.reps, 1)
    return replace(part, sets=sets, reps=min(part.reps, times))


def _told(
    item: Item, short: Item | None, exercise: Exercise, limit_s: float | None
) -> list[Adjustment]:
    if short == item:
        return []
    if short is None:
        time = duration_words(limit_s or 0)
        return [_left_out(item, f"{exercise.name}: no room left in {time}.")]
    now, before = _amount(short, exercise), _amount(item, exercise)
    why = f"{exercise.name}: shortened to fit the time, {now} instead of {before}."
    return [Adjustment(exercise=item.exercise, what="shortened", why=why)]


def _amount(item: Item, exercise: Exercise) -> str:
    part = max(item.parts, key=lambda p: p.sets * p.reps)
    if exercise.everyday:
        return duration_words(part.hold_s)
    if part.reps * part.sets == 1:
        return "once"
    sets = f"{part.sets} sets of " if part.sets > 1 else ""
    return f"{sets}{part.reps} times"


def _left_out(item: Item, why: str) -> Adjustment:
    return Adjustment(exercise=item.exercise, what="left_out", why=why)
