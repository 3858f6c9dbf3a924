"""There and back, on plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.core.coach.repetition import Hold, Rep, Way, close, go

if TYPE_CHECKING:
    from collections.abc import Iterable

PER_S = 10


def went(values: Iterable[float], *, noise: float = 0.0) -> tuple[list[Rep], list[Hold]]:
    """Go through a way, ten values a second, to its end."""
    way, happened = Way(), list[Rep | Hold]()
    for i, value in enumerate(values):
        way, new = go(way, i / PER_S, value, noise=noise)
        happened.extend(new)
    happened.extend(close(way, ended=True))
    reps = [each for each in happened if isinstance(each, Rep)]
    return reps, [each for each in happened if isinstance(each, Hold) and each.end_s is not None]


def there_and_back(reach: float, *, hold_s: float = 2.0, low: float = 0.0) -> list[float]:
    """One second at rest, one up, a hold, one down."""
    up = [low + reach * k / PER_S for k in range(PER_S)]
    return [low] * PER_S + up + [low + reach] * round(hold_s * PER_S) + up[::-1]


@pytest.mark.parametrize("reach", [0.3, 0.5, 1.0, 1.6])
def test_the_range_is_the_persons_own(reach: float) -> None:
    """However far somebody goes, three times there and back are three repetitions."""
    reps, _ = went(there_and_back(reach) * 3)

    assert 3 == len(reps)
    assert [reach] * 3 == [pytest.approx(rep.reach, abs=0.05) for rep in reps]


def test_a_small_one_among_usual_ones_does_not_count() -> None:
    """A quarter of the usual way is no repetition."""
    reps, _ = went(there_and_back(1.0) * 2 + there_and_back(0.25) + there_and_back(1.0))

    assert 3 == len(reps)


def test_fidgeting_does_not_count() -> None:
    """Whoever only shifts about has done nothing yet."""
    assert ([], []) == went(there_and_back(0.1) * 5)


def test_a_hold_lasts_as_long_as_it_is_near_its_peak() -> None:
    """The clock runs while the position is held, to a tenth of its reach."""
    _, (hold,) = went(there_and_back(1.0, hold_s=5.0))

    assert hold.end_s is not None
    assert 5.0 == pytest.approx(hold.end_s - hold.start_s, abs=0.3)
    assert 2.0 == pytest.approx(hold.start_s, abs=0.2)


def test_a_hold_lost_for_long_ends() -> None:
    """Sinking for two seconds stops the clock; rising again starts another."""
    sagging = [0.0] * 10 + [1.0] * 30 + [0.6] * 20 + [1.0] * 30 + [0.0] * 5
    reps, holds = went(sagging)

    assert 1 == len(reps)
    assert 2 == len(holds)


def test_a_wobble_does_not_stop_the_clock() -> None:
    """Three tenths of a second lower is a wobble."""
    _, holds = went([0.0] * 10 + [1.0] * 20 + [0.85] * 3 + [1.0] * 20 + [0.0] * 5)

    assert 1 == len(holds)


def test_a_moment_higher_does_not_undo_a_hold() -> None:
    """After four seconds held, a third of a second higher doesn't set the clock back."""
    way, values = Way(), [0.0] * 10 + [1.0] * 40 + [1.15] * 3 + [1.0] * 10
    for i, value in enumerate(values):
        way, _ = go(way, i / PER_S, value, noise=0.0)

    assert 1.0 == way.held_s


def test_still_held_at_the_end_counts() -> None:
    """A recording that stops in the middle of a hold loses nobody a repetition."""
    reps, holds = went([0.0] * 10 + [1.0] * 30)

    assert [True] == [rep.still_held for rep in reps]
    assert 1 == len(holds)


def test_first_seen_in_a_hold_is_held_but_not_repeated() -> None:
    """Nobody saw the way there: the hold is true, a repetition would be a guess."""
    reps, holds = went([1.0] * 30 + [0.0] * 10 + there_and_back(1.0))

    assert 1 == len(reps)
    assert 2 == len(holds)


def test_a_high_start_is_found_out() -> None:
    """Somebody whose start looks like the end pose is counted from their own start."""
    reps, _ = went(there_and_back(0.9, low=0.8) * 3)

    assert 3 == len(reps)


def test_trembling_is_no_repetition() -> None:
    """What trembles by a tenth needs more than that to count."""
    assert [] == went([0.0, 0.2] * 20, noise=0.1)[0]


def test_an_old_state_stays_true() -> None:
    """Going on from a state twice gives the same twice."""
    way = Way()
    for i, value in enumerate(there_and_back(1.0)[:-3]):
        way, _ = go(way, i / PER_S, value, noise=0.0)

    assert go(way, 9.0, 0.0, noise=0.0) == go(way, 9.0, 0.0, noise=0.0)
