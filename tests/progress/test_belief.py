"""The belief in a step: exact algebra, calibrated, and slow to give hope."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unkink.progress import bayes
from unkink.progress.bayes import belief
from unkink.progress.chance import by_lot
from unkink.progress.draws import candidate_starts, orders, starts
from unkink.progress.overlap import nap, tau

NUMBERS = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=24, max_size=40).filter(
    lambda pain: sum(each is not None for each in pain) >= 4
)


def _by_hand(pain: list[float | None], phase: list[float], *, trend: bool) -> float:
    # The mean of the step, by whole covariance matrices over all days at once.
    there = np.array([n for n, each in enumerate(pain) if each is not None])
    y = np.array([pain[n] for n in there], dtype=float)
    columns = [np.ones(len(y)), np.array(phase)[there], there - there.mean()][: 3 if trend else 2]
    x = np.column_stack(columns)
    priors = [bayes.LEVEL, bayes.STEP, bayes.TREND_PER_DAY][: x.shape[1]]
    mean, sd = np.array(priors).T
    log_weight, steps = [], []
    gaps = np.abs(np.subtract.outer(there, there))
    for rho in bayes.RHOS:
        alike = np.sign(rho) ** gaps * np.abs(rho) ** gaps
        for spread in bayes.SPREADS:
            covariance = spread**2 * alike + x @ np.diag(sd**2) @ x.T
            off = np.linalg.solve(covariance, y - x @ mean)
            log_weight.append(
                -0.5 * np.linalg.slogdet(covariance)[1]
                - 0.5 * (y - x @ mean) @ off
                - 0.5 * ((rho - bayes.RHO[0]) / bayes.RHO[1]) ** 2
                - 0.5 * (np.log(spread / bayes.SPREAD[0]) / bayes.SPREAD[1]) ** 2
            )
            steps.append((mean + np.diag(sd**2) @ x.T @ off)[1])
    weight = np.exp(np.array(log_weight) - max(log_weight))
    return float(weight @ np.array(steps) / weight.sum())


@pytest.mark.parametrize("trend", [True, False])
def test_the_quick_algebra_is_the_exact_one(trend: bool) -> None:  # noqa: FBT001 - both ways
    """With days missing, the belief is the same as by whole matrices, worked out at length."""
    pain = [6.0, 5.0, None, 7.0, 6.0, None, None, 6.0, 4.0, 3.0, None, 4.0, 3.0, 2.0]
    phase = [0.0] * 8 + [1.0] * 6
    weight, mean, _, _ = bayes.mixture(pain, phase, trend=trend)

    assert pytest.approx(_by_hand(pain, phase, trend=trend), abs=1e-5) == float(weight @ mean)


def test_nine_of_ten_intervals_hold_the_truth_and_hope_is_rarely_false() -> None:
    """Of 150 made-up people; `bench/answer.py` measures it with thousands, and of every sort."""
    chance = np.random.default_rng(11)
    inside, false_hope, people, days = 0, 0, 150, 42
    phase = [0.0] * 14 + [1.0] * 28
    for _ in range(people):
        rho = float(np.clip(chance.normal(*bayes.RHO), -0.9, 0.9))
        spread = bayes.SPREAD[0] * np.exp(chance.normal(0, bayes.SPREAD[1]))
        off = chance.normal(0, spread, days)
        for day in range(1, days):
            off[day] = rho * off[day - 1] + np.sqrt(1 - rho**2) * off[day]
        step = chance.normal(*bayes.STEP)
        pain = 5 + off + chance.normal(*bayes.TREND_PER_DAY) * (np.arange(days) - 20.5)
        found = belief(list(pain + step * np.array(phase)), phase, trend=True)
        inside += found.low <= step <= found.high
        nothing = [belief(list(5 + off), phase, trend=trend).better for trend in (True, False)]
        false_hope += min(nothing) >= 0.95

    assert 0.85 <= inside / people <= 0.95
    assert false_hope / people <= 0.05


@given(NUMBERS, st.booleans())
@settings(max_examples=30)
def test_better_and_worse_are_weighed_alike(pain: list[int | None], trend: bool) -> None:  # noqa: FBT001 - both ways
    """The same days upside down give the same belief upside down."""
    phase = [0.0] * 12 + [1.0] * (len(pain) - 12)
    there = belief(pain, phase, trend=trend)
    mirrored = belief([None if each is None else 10 - each for each in pain], phase, trend=trend)

    assert pytest.approx(-mirrored.step, abs=1e-5) == there.step
    assert pytest.approx(1 - mirrored.better, abs=1e-6) == there.better
    assert there.low <= there.step <= there.high


@given(NUMBERS)
@settings(max_examples=30)
def test_days_that_were_not_told_change_nothing(pain: list[int | None]) -> None:
    """Nothing is filled in: a row of missing days at the end is as if it had not been."""
    phase = [0.0] * 12 + [1.0] * (len(pain) - 12)

    assert belief(pain, phase, trend=True) == belief(
        [*pain, None, None], [*phase, 1.0, 1.0], trend=True
    )


@given(st.lists(st.integers(0, 10), min_size=24, max_size=44), st.integers(2, 10))
@settings(max_examples=20)
def test_the_lot_is_exact_whatever_pain_does(pain: list[int], least: int) -> None:
    """Of all draws, no more than k of n find a p of k/n or less."""
    days = [float(each) for each in pain]
    possible = starts(len(days), candidate_starts(len(days), least=least))
    found = [by_lot(days, way, possible) for way in possible]
    counts = sorted(each.as_much for each in found if each)

    assert all(count >= rank for rank, count in enumerate(counts, 1))


def test_in_pairs_of_weeks_either_may_come_first() -> None:
    """Two pairs of weeks of 3 days, the first day of each not counted: four orders."""
    expected = [
        (-1, 0, 0, -1, 1, 1, -1, 0, 0, -1, 1, 1),
        (-1, 0, 0, -1, 1, 1, -1, 1, 1, -1, 0, 0),
        (-1, 1, 1, -1, 0, 0, -1, 0, 0, -1, 1, 1),
        (-1, 1, 1, -1, 0, 0, -1, 1, 1, -1, 0, 0),
    ]

    assert expected == list(orders(2, 3, left_out=1))


@given(st.lists(st.integers(0, 10), min_size=1), st.lists(st.integers(0, 10), min_size=1))
def test_overlap_stays_within_its_bounds(a: list[int], b: list[int]) -> None:
    """Turned round, the overlap turns its sign, and it never leaves -1..1."""
    assert pytest.approx(-tau(b, a)) == tau(a, b)
    assert -1 <= tau(a, b) <= 1
    assert 0 <= nap(a, b) <= 1
