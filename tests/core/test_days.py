"""Days and moments, counted without a calendar library: the same as with one."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.core.history.days import day_of, moment_of

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda each: timezone(timedelta(minutes=each)))


@given(st.dates(min_value=date(1600, 1, 1)))
def test_a_day_is_the_calendars_day(day: date) -> None:
    """Leap years, centuries, all of it."""
    assert day_of(day.isoformat()) == (day - date(1970, 1, 1)).days


@given(st.datetimes(min_value=datetime(1700, 1, 1), timezones=ZONES))  # noqa: DTZ001 - zones are drawn
def test_a_moment_is_the_clocks_moment_and_its_day_the_persons_own(at: datetime) -> None:
    """Wherever I am, my day is the one on my own clock."""
    assert moment_of(at.isoformat()) == pytest.approx(at.timestamp(), abs=1e-3)
    assert day_of(at.isoformat()) == (at.date() - date(1970, 1, 1)).days


def test_what_is_no_time_is_refused() -> None:
    """A muddled time is a bug, not today."""
    with pytest.raises(ValueError, match="not an ISO 8601 time"):
        day_of("yesterday")
