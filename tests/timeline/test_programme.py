from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.timeline.talking import talked_over

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import item_at
from unkink.core.plan.order import ordered
from unkink.core.plan.programme import (
    ARTICLE,
    GENTLE,
    PROGRAMMES,
    Programme,
    length_words,
    outline,
    propose,
    propose_exercises,
)
from unkink.core.plan.session import in_short
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from unkink.core.plan.session import Item

CATALOGUE = read_catalogue().exercises


def test_the_article_to_the_letter() -> None:
    """As in the article: all its ten exercises with its own figures, low end first, then high."""
    low, high = (propose(ARTICLE, CATALOGUE, high=high) for high in (False, True))
    doses = {e.id: e.article_dose for e in CATALOGUE.values() if e.article_dose}

    assert ((), ()) == (low.adjustments, high.adjustments)
    for end, proposal in enumerate((low, high)):
        assert {(name, d.hold_s[end], d.reps[end], d.sets[end]) for name, d in doses.items()} == {
            (item.exercise, part.hold_s, part.reps, part.sets)
            for item in proposal.session.items
            for part in item.parts
            if item.level == "article"
        }


def test_how_long_the_article_takes() -> None:
    """Whoever chooses the article knows beforehand how long it takes in all."""
    told = outline(ARTICLE, CATALOGUE)

    assert "43 minutes to 1 h 20 min" == length_words(told.total_min_s, told.total_max_s)


def test_gentle_start_is_short_and_easy() -> None:
    """Gentle start: at most 15 minutes and five exercises, nothing left out, none above L1."""
    proposal = propose(GENTLE, CATALOGUE)

    assert () == proposal.adjustments
    assert len(proposal.session.items) <= 5
    assert schedule(proposal.session, CATALOGUE).total_s <= 15 * 60
    assert {"L0", "L1"} >= {item.level for item in proposal.session.items}
    assert set(GENTLE.exercises) == {item.exercise for item in proposal.session.items}
    assert set(GENTLE.exercises) <= set(CATALOGUE)


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p.id)
def test_warm_up_before_stretching_and_stretching_after_rolling(programme: Programme) -> None:
    """Nobody bends forward cold; after the roller comes the stretch, never the other way round."""
    kinds = [CATALOGUE[i.exercise].kind for i in propose(programme, CATALOGUE).session.items]

    assert "warm_up" == kinds[0]
    assert [] == [
        (a, b) for n, a in enumerate(kinds) for b in kinds[n:] if (a, b) == ("stretch", "roll")
    ]


@pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p.id)
@pytest.mark.parametrize("high", [False, True], ids=["low", "high"])
def test_a_whole_programme_never_talks_over_itself(programme: Programme, *, high: bool) -> None:
    """From the first word to the last, one line ends before the next one begins."""
    plan = schedule(propose(programme, CATALOGUE, high=high).session, CATALOGUE)

    assert [] == talked_over(plan)


def _changes(items: Sequence[Item]) -> int:
    """Count changes of position from standing to standing."""
    places = ["standing"]
    for item in items:
        places += [CATALOGUE[item.exercise].movements[p.movement].start for p in item.parts]
    return sum(a != b for a, b in pairwise([*places, "standing"]))


def _allowed(items: Sequence[Item]) -> bool:
    kinds = [CATALOGUE[item.exercise].kind for item in items]
    wrong = {("stretch", "roll"), ("walk", "stretch"), ("walk", "roll"), ("walk", "mobilise")}
    wrong |= {("walk", "strengthen"), ("walk", "warm_up")}
    pairs = {(a, b) for n, a in enumerate(kinds) for b in kinds[n + 1 :]}
    return not pairs & wrong and "warm_up" not in kinds[kinds.count("warm_up") :]


@given(st.lists(st.sampled_from(sorted(CATALOGUE)), min_size=1, max_size=5, unique=True))
def test_no_other_order_changes_position_less_often(names: list[str]) -> None:
    """Whatever is picked, there is no allowed order with fewer changes of position."""
    items = [item_at(CATALOGUE, name, "L1") for name in names]
    found = ordered(items, CATALOGUE)

    assert _allowed(found)
    assert sorted(i.exercise for i in items) == sorted(i.exercise for i in found)
    assert min(_changes(p) for p in permutations(items) if _allowed(p)) == _changes(found)


@given(
    st.lists(st.sampled_from(sorted(CATALOGUE)), min_size=1, max_size=6, unique=True),
    st.integers(1, 40),
)
def test_it_fits_the_minutes_and_says_what_gave_way(names: list[str], minutes: int) -> None:
    """A session is never longer than the minutes given, and nothing is dropped in silence."""
    proposal = propose_exercises(names, CATALOGUE, minutes=minutes)
    inside = {item.exercise for item in proposal.session.items}
    told = {a.exercise for a in proposal.adjustments if a.what == "left_out"}

    if inside:
        assert schedule(proposal.session, CATALOGUE).total_s <= minutes * 60
    assert set(names) <= inside | told
    assert not inside & told


def test_bending_forward_brings_its_warm_up_along() -> None:
    """Whoever picks only the forward bend gets the warm-up with it, and is told."""
    proposal = propose_exercises(["forward_flexion"], CATALOGUE)

    assert ["march", "forward_flexion"] == [i.exercise for i in proposal.session.items]
    assert ["added"] == [a.what for a in proposal.adjustments]


def test_no_bending_forward_without_time_to_warm_up() -> None:
    """With three minutes there is no forward bend: better none than a cold one."""
    proposal = propose_exercises(["forward_flexion"], CATALOGUE, minutes=3)

    assert () == proposal.session.items
    assert {"march", "forward_flexion"} == {
        a.exercise for a in proposal.adjustments if a.what == "left_out"
    }


def test_what_does_not_exist_is_told() -> None:
    """A misspelt exercise is named, and the others are done."""
    proposal = propose_exercises(["brige", "bridge"], CATALOGUE)

    assert ["bridge"] == [i.exercise for i in proposal.session.items]
    assert ["There is no exercise called brige."] == [a.why for a in proposal.adjustments]


def test_what_gave_way_is_told_as_one_would_say_it() -> None:
    """Minutes, not hundreds of seconds; once, not "1 times"; the same reason only once."""
    walk = propose(GENTLE, CATALOGUE, minutes=10).adjustments
    twist = propose(GENTLE, CATALOGUE, minutes=12).adjustments
    nothing = propose(ARTICLE, CATALOGUE, minutes=1).adjustments

    assert "Walk: shortened to fit the time, 3 minutes instead of 5 minutes." in in_short(walk)
    assert "Spinal twist: shortened to fit the time, once instead of 2 times." in in_short(twist)
    assert (
        "March on the spot, Chair twist, Ground twist and 7 more: no room left in 1 minute."
    ) == in_short(nothing)[0]


def test_no_adjustment_is_lost_when_told_in_short() -> None:
    """Each exercise that gave way is named or counted, and different reasons stay apart."""
    told = propose(GENTLE, CATALOGUE, minutes=8).adjustments

    assert ("Walk, Spinal twist: no room left in 8 minutes.",) == in_short(told)
