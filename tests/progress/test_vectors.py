"""Every published figure for a record of one person comes out here as it was published."""

from __future__ import annotations

import pytest

from unkink.progress.chance import by_lot
from unkink.progress.draws import candidate_starts, starts
from unkink.progress.luck import falls_by_itself
from unkink.progress.overlap import nap, tau, tau_u
from unkink.progress.trend import corrected_tau, trend

FIRST = ([20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29])
SECOND = ([3, 3, 4, 5], [4, 5, 6, 7, 7])
LINE = ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])
OLD_TREND = (
    [33, 25, 17, 25, 19, 21, 19, 14, 19, 17],
    [14, 15, 15, 9, 12, 7, 10, 6, 5, 2, 2, 3, 5, 4],
)
PAIN = ([6, 5, 6, 7, 5, 6, 6], [5, 5, 4, 4, 5, 3, 4, 3, 4, 3])


def _corrected(a: list[int], b: list[int]) -> float:
    days = [float(day) for day in range(1, len(a) + len(b) + 1)]
    return corrected_tau(days[: len(a)], a, days[len(a) :], b).tau


def test_nonoverlap_of_all_pairs() -> None:
    """38.5 of 42 pairs."""
    assert pytest.approx(38.5 / 42) == nap(*FIRST)


@pytest.mark.parametrize(
    ("phases", "expected"),
    [(FIRST, 35 / 42), (SECOND, 16 / 20), (LINE, 1.0), (OLD_TREND, -0.9643), (PAIN, -0.9143)],
)
def test_tau(phases: tuple[list[int], list[int]], expected: float) -> None:
    """As published, to four places."""
    assert pytest.approx(expected, abs=5e-5) == tau(*phases)


@pytest.mark.parametrize(("phases", "expected"), [(FIRST, 0.7381), (SECOND, 11 / 20), (LINE, 0.6)])
def test_tau_u(phases: tuple[list[int], list[int]], expected: float) -> None:
    """As published, to four places."""
    assert pytest.approx(expected, abs=5e-5) == tau_u(*phases)


def test_what_only_goes_on_as_before_is_no_effect() -> None:
    """1 to 5 and then 6 to 10 is one straight line: nothing happened between the phases."""
    assert _corrected(*LINE) == 0.0


def test_an_old_trend_does_not_pass_for_a_huge_effect() -> None:
    """Tau is -.96, but pain was falling as fast before: without that it is +.20."""
    found = trend([float(day) for day in range(1, 11)], OLD_TREND[0])

    assert pytest.approx((0.028, -1.2, 27.8), abs=5e-4) == (found.p, found.slope, found.intercept)
    assert pytest.approx(0.20, abs=5e-3) == _corrected(*OLD_TREND)


def test_few_possible_starts_prove_nothing() -> None:
    """Pain fell by 1.9 points, yet half of the 8 possible starts show as much."""
    a, b = PAIN
    pain = [float(each) for each in a + b]
    possible = starts(17, candidate_starts(17, least=5))
    found = by_lot(pain, starts(17, [7])[0], possible)

    assert found is not None
    assert (8, 0.5) == (found.draws, found.p)
    assert pytest.approx(1.857, abs=5e-4) == sum(a) / 7 - sum(b) / 10


def test_six_weeks_leave_29_starts() -> None:
    """With 42 days and a week in each phase the smallest p is 1 of 29, .034."""
    assert 29 == len(candidate_starts(42, least=7))


def test_people_begin_on_bad_days() -> None:
    """A 7 where 5 is usual falls by 0.6 for free when a day is .7 like the day before."""
    assert pytest.approx(0.6) == falls_by_itself(7, 5, 0.7)
