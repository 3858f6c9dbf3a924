"""Scores come out as their authors say, and never out of answers that aren't there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.licensed import oswestry_percent, start_back_risk
from unkink.core.outcomes.meaning import recovered
from unkink.core.outcomes.questionnaires import ACTIVITIES, OVERALL, PAIN, ROLAND
from unkink.core.outcomes.scoring import Score, Unscored, much_better, score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.history.record import Value

THREE: Mapping[str, Value] = {
    **{f"activity_{n}_name": name for n, name in enumerate(("socks", "gardening", "driving"), 1)},
    **{f"activity_{n}": value for n, value in enumerate((3, 4, 5), 1)},
}


def test_roland_morris_counts_ticks() -> None:
    """A sentence left alone, or that does not apply, counts nothing."""
    answers = {"home": True, "socks": True, "bed": False, "sleep": None}
    expected = Score(value=2.0, parts={"home": 1.0, "socks": 1.0})

    assert expected == score(ROLAND, answers)
    assert Score(value=0.0) == score(ROLAND, {})


def test_roland_morris_has_its_24_sentences_and_not_our_words() -> None:
    """Its words come from its source or not at all: never from somebody's memory."""
    assert (24, {""}) == (len(ROLAND.items), {item.text for item in ROLAND.items})


def test_own_activities_are_averaged() -> None:
    """3, 4 and 5 of 10 make 4."""
    expected = Score(value=4.0, parts={"socks": 3.0, "gardening": 4.0, "driving": 5.0})

    assert expected == score(ACTIVITIES, THREE)


@pytest.mark.parametrize(
    "change", [{"activity_3": None}, {"activity_2_name": " "}, {"activity_2_name": "socks"}]
)
def test_too_few_or_nameless_activities_have_no_score(change: Mapping[str, Value]) -> None:
    """Two activities are too few, and a number without a name says nothing."""
    actual = score(ACTIVITIES, {**THREE, **change})

    assert isinstance(actual, Unscored)


@pytest.mark.parametrize("given", [None, 11, -1, 4.5, float("nan"), float("inf"), True, "4"])
def test_what_is_no_number_of_the_scale_has_no_score(given: float | str | None) -> None:
    """Unknown never reads as 0: no pain is something one has to say."""
    assert isinstance(score(PAIN, {"pain": given}), Unscored)


def test_an_answer_to_nothing_asked_is_refused() -> None:
    """A slip of a name does not vanish."""
    expected = Unscored(reasons=("Pain today has no item 'pian'.",))

    assert expected == score(PAIN, {"pian": 4})


@pytest.mark.parametrize(("said", "helped"), [(7, True), (6, True), (5, False), (4, False)])
def test_only_much_better_counts_as_helped(said: int, helped: bool) -> None:  # noqa: FBT001
    """A little better does not count."""
    overall = score(OVERALL, {"change": said})

    assert isinstance(overall, Score)
    assert helped == much_better(overall.value)


@given(st.data())
def test_every_score_stays_within_its_range(data: st.DataObject) -> None:
    """Whatever is answered, no score leaves the scale the instrument tells."""
    instrument = data.draw(st.sampled_from(list(INSTRUMENTS.values())))
    value = st.one_of(st.none(), st.booleans(), st.floats(), st.integers(-2, 12), st.text())
    keys = st.sampled_from(
        [key for item in instrument.items for key in (item.id, f"{item.id}_name")]
    )
    scored = score(instrument, data.draw(st.dictionaries(keys, value)))

    assert isinstance(scored, Unscored) or instrument.least <= scored.value <= instrument.most


@pytest.mark.parametrize(
    ("first", "psychosocial", "risk"),
    [(3, 0, "low"), (0, 3, "low"), (2, 3, "medium"), (2, 4, "high"), (4, 0, "medium")],
)
def test_start_back_sorts_by_total_and_by_its_last_five(
    first: int, psychosocial: int, risk: str
) -> None:
    """Three in all is low; of more, four of the last five decide between medium and high."""
    agreed = [n < first for n in range(4)] + [n < psychosocial for n in range(5)]

    assert risk == start_back_risk(agreed)


def test_oswestry_leaves_out_what_was_not_marked() -> None:
    """Nine sections that come to 16 are 35.6 %."""
    assert pytest.approx(35.6, abs=0.05) == oswestry_percent([5, 5, 5, 1, 0, 0, 0, 0, 0, None])


@pytest.mark.parametrize(("ticks", "expected"), [(0, True), (2, True), (3, False)])
def test_two_ticks_or_fewer_count_as_recovered(ticks: int, expected: bool) -> None:  # noqa: FBT001
    """Two of 24 is as good as none."""
    assert expected == recovered(ticks)
