"""What a change means: every published figure, and no more than it carries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.meaning import meaning
from unkink.core.outcomes.questionnaires import ACTIVITIES, PAIN, ROLAND


def test_twelve_to_two_is_a_great_change() -> None:
    """Roland-Morris 12 to 2: 10 points, 83 %."""
    actual = meaning(ROLAND, 12, 2)

    assert (10, 83, True, True) == (
        actual.gain,
        round(actual.percent or 0),
        actual.mic_abs,
        actual.mic_pct,
    )
    assert "meaningful" == actual.size


def test_ten_to_seven_reaches_one_mark_of_two() -> None:
    """Roland-Morris 10 to 7 is 30 % but only 3 points: both are told, and it counts as small."""
    actual = meaning(ROLAND, 10, 7)

    assert (True, False, "small") == (actual.mic_pct, actual.mic_abs, actual.size)


def test_six_to_four_matters() -> None:
    """Pain 6 to 4: 2 points and 33 %."""
    actual = meaning(PAIN, 6, 4)

    assert (-2, 33, "meaningful") == (actual.points, round(actual.percent or 0), actual.size)


def test_three_to_two_is_small() -> None:
    """Pain 3 to 2 is 33 %, but 1 point."""
    actual = meaning(PAIN, 3, 2)

    assert (True, False, "small") == (actual.mic_pct, actual.mic_abs, actual.size)


def test_activities_four_to_six_are_more_than_chance() -> None:
    """Own activities 4.0 to 6.0: 2 points better, more than measuring again brings."""
    actual = meaning(ACTIVITIES, 4.0, 6.0)

    assert (2.0, True, "meaningful") == (actual.gain, actual.beyond_chance, actual.size)


def test_from_nothing_there_is_no_percentage() -> None:
    """Whoever began at 0 can't change by a part of it."""
    actual = meaning(PAIN, 0, 3)

    assert (None, None, True) == (actual.percent, actual.mic_pct, actual.mic_abs)


@pytest.mark.parametrize(("before", "warned"), [(3, 1), (4, 0), (20, 0), (21, 1)])
def test_little_room_is_said(before: int, warned: int) -> None:
    """Below 4 and above 20 of 24 there is little room to change, and that is said."""
    assert warned == len(meaning(ROLAND, before, 10).warnings)


@given(st.data())
def test_what_gets_worse_never_counts_as_gain(data: st.DataObject) -> None:
    """There and back adds up to nothing, in every instrument."""
    instrument = data.draw(st.sampled_from(list(INSTRUMENTS.values())))
    scale = st.floats(instrument.least, instrument.most)
    before, after = data.draw(scale), data.draw(scale)

    assert meaning(instrument, before, after).gain == -meaning(instrument, after, before).gain
