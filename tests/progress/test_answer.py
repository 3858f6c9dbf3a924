"""The honest answer: it says so when it can't tell, and never more than the days carry."""

from __future__ import annotations

from tests.progress.people import FIRST, day, person, wavering

from unkink.progress.answer import answer
from unkink.progress.trial import baseline, on_off


def test_with_no_days_there_is_nothing_to_tell() -> None:
    """A first look finds no made-up number."""
    actual = answer(person([]), FIRST)

    assert ("nothing_yet", None, None) == (actual.verdict, actual.more_days, actual.comparison)


def test_without_a_session_there_is_nothing_to_compare() -> None:
    """Whoever has only told days has not begun."""
    actual = answer(person([5] * 20), day(19))

    assert "Too early to tell: you have not begun yet." == actual.headline


def test_it_says_how_many_days_are_missing() -> None:
    """One day with exercises of ten: nine more days."""
    actual = answer(person([5] * 12 + [4], sessions=[12]), day(12))

    assert ("too_early", 9) == (actual.verdict, actual.more_days)
    assert "Too early to tell: 9 days more." == actual.headline


def test_without_days_before_it_is_not_put_down_to_the_exercises() -> None:
    """Whoever began on the first day hears how pain went, and that it may have come by itself."""
    actual = answer(person([6] * 20 + [3] * 20, sessions=range(40)), day(39))

    assert "no_days_before" == actual.verdict
    assert "Over your first two weeks pain was 6.0, over the last two 3.0." == actual.why[0]


def test_too_many_missing_days_are_said() -> None:
    """Every second day missing: no answer, whatever the others say."""
    pain = [6, None] * 12 + [2, None] * 14
    actual = answer(person(pain, sessions=[24]), day(51))

    assert "too_many_missing" == actual.verdict
    assert actual.comparison is None


def test_a_clear_step_is_called_likely() -> None:
    """Three points lower on 28 days after 14: likely better, with every figure told."""
    pain = wavering([6.0] * 14 + [3.0] * 28, seed=3)
    actual = answer(person(pain, sessions=range(14, 42)), day(41))

    assert "likely_better" == actual.verdict
    assert actual.comparison is not None
    assert (14, 28) == actual.comparison.days
    assert actual.comparison.chance_p is None
    assert "The start was not drawn by lot, so other things may be behind it." in actual.warnings


def test_a_clear_rise_sends_to_a_clinician() -> None:
    """Worse is said as plainly as better."""
    pain = wavering([3.0] * 14 + [6.0] * 28, seed=3)
    actual = answer(person(pain, sessions=range(14, 42)), day(41))

    assert "likely_worse" == actual.verdict
    assert actual.headline.endswith("Please show this to a physiotherapist or doctor.")


def test_what_was_falling_all_along_is_no_likely_step() -> None:
    """Pain that falls evenly from the first day to the last is not put down to the exercises."""
    pain = wavering([8 - n / 8 for n in range(42)], seed=5, sd=0.6)
    actual = answer(person(pain, sessions=range(14, 42)), day(41))

    assert actual.verdict in {"cant_tell", "maybe_better"}
    assert actual.comparison is not None
    assert actual.comparison.overlap.tau < -0.8


def test_what_was_getting_lower_already_is_said() -> None:
    """Pain that got well by itself before the start, and stays as low, is no doing of ours."""
    falling = [9, 9, 8, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3]
    actual = answer(person([*falling, *[3, 2] * 14], sessions=range(14, 42)), day(41))

    assert "cant_tell" == actual.verdict
    assert actual.headline.startswith("Can't tell: it was already getting lower before.")


def test_a_bad_start_is_said() -> None:
    """Whoever begins on their worst days hears what would have gone by itself."""
    pain = [*wavering([4.0] * 14, seed=3, sd=0.3), 8, 8, 8, *wavering([4.0] * 25, seed=2, sd=0.3)]
    actual = answer(person(pain, sessions=range(17, 42)), day(41))

    assert any(each.startswith("You began in a bad time") for each in actual.warnings)


def test_what_else_changed_is_said() -> None:
    """Pills taken meanwhile are not forgotten."""
    pain = wavering([6.0] * 14 + [3.0] * 28, seed=3)
    actual = answer(person(pain, sessions=range(14, 42), besides=[20, 21]), day(41))

    assert "Something else changed too, on 2 days you told of." in actual.warnings


def test_the_lot_is_asked_only_at_the_end() -> None:
    """A trial half done shows no p: whoever looks every day would find a lucky one."""
    trial = baseline(FIRST, lambda _: 2)
    pain = wavering([6.0] * 14 + [3.0] * 30, seed=1)
    half = answer(person(pain[:30], sessions=range(14, 30), trial=trial), day(29)).comparison
    whole = answer(person(pain, sessions=range(14, 44), trial=trial), day(43)).comparison

    assert half is not None
    assert whole is not None
    assert (None, 1 / 21) == (half.chance_p, whole.chance_p)


def test_weeks_with_and_without_are_compared_as_drawn() -> None:
    """Five weeks of each; the first two days of each don't count, exercise in a week off does."""
    trial = on_off(FIRST, lambda _: 0)
    pain = wavering(([6.0] * 7 + [3.0] * 7) * 5, seed=1)
    actual = answer(person(pain, sessions=[0, 7, 9], trial=trial), day(69))

    assert actual.comparison is not None
    assert ((25, 25), 1 / 32) == (actual.comparison.days, actual.comparison.chance_p)
    assert "1 day went otherwise than planned." in actual.warnings
    assert "likely_better" == actual.verdict


def test_an_account_tells_how_it_was_done() -> None:
    """A physiotherapist finds design, periods, draw, what was left out, what was truly done."""
    pain = wavering([6.0] * 14 + [3.0] * 28, seed=3)
    actual = answer(person(pain, sessions=range(14, 42)), day(41))
    expected = [
        "Design",
        "Periods",
        "Drawn",
        "Asked",
        "Left out",
        "Truly done",
        "Besides",
        "Looked at",
        "Limits",
    ]

    assert expected == [heading for heading, _ in actual.account]
