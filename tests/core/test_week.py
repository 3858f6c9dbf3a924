"""A week's goal, told kindly: never a streak."""

from __future__ import annotations

import pytest

from unkink.core.plan.week import MONDAY, week

WEDNESDAY = MONDAY + 700 + 2


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], "Your week is open: 3 days if it suits you."),
        ([WEDNESDAY], "1 of 3 days this week. Each of them counts."),
        ([WEDNESDAY - 2, WEDNESDAY - 1, WEDNESDAY], "that is what you wanted"),
    ],
)
def test_a_week_is_told_by_what_was_done(days: list[int], words: str) -> None:
    """What I did counts; what I did not is not held against me."""
    assert words in week(days, WEDNESDAY, 3).words


def test_last_week_is_over() -> None:
    """A new week is new: nothing is carried over, nothing broken."""
    assert week([WEDNESDAY - 7, WEDNESDAY - 5], WEDNESDAY, 3).done == 0


def test_days_that_suit_are_spread_and_leave_out_what_is_done() -> None:
    """For my calendar: this week what is left, the next week evenly."""
    found = week([WEDNESDAY], WEDNESDAY, 3).suits

    assert (found[:2], len(found)) == ((WEDNESDAY + 1, WEDNESDAY + 3), 5)
    assert all(each > WEDNESDAY for each in found)
