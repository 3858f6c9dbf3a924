"""Whole lives with the plan: a year of anybody's sessions, days and answers, within every cap."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.lives import live
from tests.core.people import KNOWN, at

from unkink.core.history.days import day_of
from unkink.core.plan.ladder import volume_ms
from unkink.core.plan.past import Past, in_order
from unkink.core.plan.standing import stand

if TYPE_CHECKING:
    from collections.abc import Sequence


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_nobodys_weeks_break_a_cap_a_bound_or_a_condition(chance: Random) -> None:
    """However I live, what is planned for me stays within what is right for me."""
    _, wrong = live(chance, 60)

    assert wrong == []


def test_a_crowds_years_grow_by_one_thing_at_a_time_and_never_by_leaps() -> None:
    """Over a year nothing of mine grows twice in a week, nor by more than a fifth."""
    flaws: list[str] = []
    for seed in range(6):
        (sessions, entries), wrong = live(Random(seed), 120)  # noqa: S311 - nobody's secret
        now = stand(in_order(sessions, entries), KNOWN, today=at(400))
        flaws += wrong
        grown: dict[str, float] = {}
        for change in (each for each in now.changes if each.rule == "R12"):
            flaws += _leaps(change.before[change.exercise].rung, change.exercise)
            was, grown[change.exercise] = grown.get(change.exercise), _day(change.at)
            if was is not None and grown[change.exercise] - was < 7:
                flaws.append(f"{change.id} twice in a week")
        between = _growths_between_sessions(
            sessions, [c.at for c in now.changes if c.rule == "R12"]
        )
        flaws += [f"{many} at once" for many in between if many > 1]

    assert flaws == []


def _leaps(rung: int, name: str) -> list[str]:
    if KNOWN.exercises[name].kind == "roll":
        return []
    rungs, exercise = KNOWN.ladders[name].rungs, KNOWN.exercises[name]
    below, above = (volume_ms(each.item, exercise) for each in rungs[rung : rung + 2])
    return [f"{name}: {below} to {above}"] if above > below * 1.2 else []


def _day(told: str) -> float:

    return day_of(told)


def _growths_between_sessions(sessions: Sequence[Past], grown_at: Sequence[str]) -> list[int]:
    starts = [each.at for each in sessions]
    return [
        sum(one <= each < other for each in grown_at)
        for one, other in zip(starts, [*starts[1:], at(10_000)], strict=True)
    ]


@given(st.randoms(use_true_random=False), st.lists(st.integers(-400, 4000), max_size=6))
@settings(max_examples=15)
def test_whatever_the_clock_did_the_order_is_that_of_the_numbers(
    chance: Random, jumps: list[int]
) -> None:
    """My computer's clock jumped: no session counts before one that was done earlier."""
    (sessions, entries), _ = live(chance, 12)
    jumped = [
        replace(each, at=at(each.number + jumps[each.number % len(jumps)])) if jumps else each
        for each in sessions
    ]
    row = list(in_order(jumped, entries))
    numbers = [each.number for each in row if isinstance(each, Past)]
    now = stand(row, KNOWN, today=at(20))

    assert numbers == sorted(numbers)
    assert now.sessions == len(sessions)
    assert min(place.rung for place in now.places.values()) >= 0
