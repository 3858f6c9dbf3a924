"""What is planned, what is left out, and why: every cap, bound and reason."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.breaking import FIT, broken, names
from tests.core.people import (
    ALL_THINGS,
    EXERCISES,
    KNOWN,
    did,
    own,
    pain,
    person,
    session,
    standing,
)

from unkink.core.definition.exercise import Position
from unkink.core.history.entries import Bound, Bounds
from unkink.core.plan.caps import MOST_EXERCISES
from unkink.core.plan.offers import offers
from unkink.core.plan.person import Wishes
from unkink.core.plan.planner import DayPlan, plan
from unkink.core.plan.search import Search
from unkink.core.plan.session import Session
from unkink.core.safety.conditions import IDS
from unkink.core.timing.length import length_s
from unkink.core.timing.timeline import schedule


def why_out(made: DayPlan, name: str) -> list[str]:
    """Tell the rules that keep an exercise out."""
    return [why.rule for each in made.session.left_out if each.exercise == name for why in each.why]


@given(
    st.lists(st.sampled_from(sorted(EXERCISES)), min_size=1, max_size=5, unique=True),
    st.sampled_from([0, 1, 2]),
)
def test_a_length_is_that_of_the_schedule(chosen: list[str], more: int) -> None:
    """The planner's quick sum is the very time the session takes."""
    ladders = [KNOWN.ladders[name].rungs for name in chosen]
    items = tuple(rungs[min(more, len(rungs) - 1)].item for rungs in ladders)

    assert length_s(items, EXERCISES) == schedule(Session(items=items), EXERCISES).total_s


@pytest.mark.parametrize("minutes", [4, 6, 9, 12])
def test_the_search_finds_what_trying_everything_finds(minutes: int) -> None:
    """No better session exists than the one planned."""
    there = offers(person(), KNOWN).there[::2]
    search = Search(there, EXERCISES, minutes * 60, {})
    choices = search.choices
    best = 0
    for count in range(1, MOST_EXERCISES + 1):
        for some in combinations(choices, count):
            for ways in product(*some):
                if search.fits(ways):
                    best = max(best, search.weighed(ways, search.nothing).points)

    assert search.best().points == best


def test_the_same_day_gives_the_same_plan() -> None:
    """I can look as often as I like: it stays."""
    assert plan(person(), KNOWN) == plan(person(), KNOWN)


def test_everything_in_a_plan_and_out_of_it_has_a_reason() -> None:
    """Why this? Why not that? There is always an answer."""
    made = plan(person(conditions=["osteoporosis"]), KNOWN, minutes=12)
    told = {item.exercise: item.why for item in made.session.items} | {
        each.exercise: each.why for each in made.session.left_out
    }

    assert set(told) == set(EXERCISES)
    assert [name for name, why in told.items() if not why or not all(r.words for r in why)] == []


def test_osteoporosis_leaves_the_fold_out_and_says_what_to_do_instead() -> None:
    """Thin bones: no bending forward, and the bridge instead."""
    made = plan(person(conditions=["osteoporosis"]), KNOWN, minutes=12)
    (fold,) = [each for each in made.session.left_out if each.exercise == "forward_flexion"]

    assert ([why.rule for why in fold.why], fold.alternative) == (["P1"], "bridge")


def test_strength_is_in_every_ordinary_plan() -> None:
    """Fifteen minutes or five: the bridge is there."""
    assert [minutes for minutes in (5, 10, 15, 30) if "bridge" not in names(of(minutes))] == []


def of(minutes: float) -> DayPlan:
    """Plan for someone new."""
    return plan(person(), KNOWN, minutes=minutes)


def test_a_walk_is_always_offered() -> None:
    """Whatever fits, a walk is a good idea on any day."""
    assert [made.walk != "" for made in (of(5), plan(person(pain=9), KNOWN))] == [True, True]


def test_too_few_left_means_walking_and_a_clinician() -> None:
    """With my conditions little is right for me: they say so, and who can help."""
    made = plan(
        person(conditions=["spinal_stenosis", "hip_replacement", "vertebral_fracture"]), KNOWN
    )

    assert ([r.rule for r in made.why], names(made) <= {"walk"}, made.clinician != "") == (
        ["P15"],
        True,
        True,
    )


def test_on_a_very_bad_day_there_is_no_session() -> None:
    """Pain eight: positions of ease, nothing to get through."""
    made = plan(person(pain=8), KNOWN)

    assert (made.kind, made.session.items, [r.rule for r in made.why]) == ("none", (), ["R3"])


def test_in_a_flare_only_the_easiest_of_what_went_well() -> None:
    """Pain six: what I know goes well, at its easiest, and a walk."""
    known_well = standing(session(0, "bridge", "cobra"), pain(1, 3), today=2)
    made = plan(person(known_well, pain=6), KNOWN, minutes=30)

    assert names(made) == {"bridge", "cobra", "march", "walk"}
    assert {item.level for item in made.session.items} == {"L0"}


def test_after_too_much_there_is_only_a_walk() -> None:
    """The day after was far worse: rest, and a walk if I like."""
    resting = standing(session(0, "bridge"), pain(1, 6), today=1)
    made = plan(person(resting), KNOWN)

    assert (made.kind, names(made)) == ("rest", {"walk"})


def test_the_superman_comes_after_two_good_weeks_and_stays_small_at_first() -> None:
    """It loads the back most: first two weeks without red or amber, then one arm or leg."""
    good = [session(day, "bridge", "cobra") for day in range(0, 16, 2)]
    wish = Wishes(wanted=frozenset({"superman"}))
    first, later = (plan(person(standing(*good[:n], today=15), wishes=wish), KNOWN) for n in (5, 8))
    (item,) = [each for each in later.session.items if each.exercise == "superman"]

    assert (why_out(first, "superman"), item.level) == (["P13"], "L0")


def test_a_clinicians_bounds_win() -> None:
    """My physiotherapist said: no cobra, the bridge no longer than two seconds, ten minutes."""
    bounds = Bounds(
        by="Ms Weber",
        most_minutes=10,
        exercises={"cobra": Bound(excluded=True), "bridge": Bound(most_hold_s=2)},
    )
    made = plan(person(FIT, bounds=bounds), KNOWN, minutes=30)
    (bridge,) = [each for each in made.session.items if each.exercise == "bridge"]

    assert (made.minutes, why_out(made, "cobra"), bridge.parts[0].hold_s) == (10, ["P2"], 2)
    assert "P2" in [why.rule for why in bridge.why]


def test_bounds_end_on_their_last_day() -> None:
    """They counted until yesterday."""
    past = Bounds(by="Ms Weber", until="2026-11-01", exercises={"bridge": Bound(excluded=True)})

    assert "bridge" in names(plan(person(bounds=past), KNOWN))


def test_nothing_starts_where_i_cant_get_to() -> None:
    """I can't kneel and can't lie on my front: then it is done standing, or not at all."""
    profile = replace(ALL_THINGS, cannot=("kneeling", "prone"))
    wish = Wishes(wanted=frozenset({"kneeling_back_extension", "cobra"}))
    made = plan(person(profile=profile, wishes=wish), KNOWN, minutes=30)
    (lean,) = [i for i in made.session.items if i.exercise == "kneeling_back_extension"]

    assert (lean.parts[0].movement, why_out(made, "cobra")) == ("standing", ["P3"])
    assert "P3" in [why.rule for why in lean.why]


def test_nothing_needs_what_is_not_there() -> None:
    """No roller, no ball: no rolling."""
    made = plan(person(profile=replace(ALL_THINGS, has=("mat", "chair"))), KNOWN, minutes=60)

    assert why_out(made, "foam_rolling") == ["P4"]


def test_what_i_would_rather_not_do_is_left_out_and_what_i_wish_for_is_in() -> None:
    """It is my back."""
    profile = replace(ALL_THINGS, avoids=("knee_to_chest",))
    wishes = Wishes(without=frozenset({"bridge"}), wanted=frozenset({"foam_rolling"}))
    made = plan(person(profile=profile, wishes=wishes), KNOWN)

    assert (why_out(made, "knee_to_chest"), why_out(made, "bridge")) == (["P5"], ["P5"])
    assert "foam_rolling" in names(made)


def test_easier_is_always_possible_and_harder_only_when_it_went_well() -> None:
    """One step more, if the last time was fine; as many steps less as I like."""
    now = standing(session(0, "bridge"), pain(1, 3), today=2)
    start = KNOWN.ladders["bridge"].start_of("L1")

    def bridge(steps: int, now_: object = now) -> int:
        made = plan(person(now_, wishes=Wishes(steps={"bridge": steps})), KNOWN)  # type: ignore[arg-type]
        (item,) = [each for each in made.session.items if each.exercise == "bridge"]
        return [rung.item.parts for rung in KNOWN.ladders["bridge"].rungs].index(item.parts)

    assert [bridge(steps) for steps in (-9, -1, 0, 1, 9)] == [0, 0, start, start + 1, start + 1]
    assert bridge(1, standing(today=0)) == start


def test_amber_plans_less_far_and_shorter() -> None:
    """A little too much last time: seven tenths of the way and of the hold."""
    now = standing(session(0, "chair_twist", pain=3, worst=5), today=2)
    made = plan(person(now, wishes=Wishes(wanted=frozenset({"chair_twist"}))), KNOWN)
    (item,) = [each for each in made.session.items if each.exercise == "chair_twist"]

    assert (item.parts[0].hold_s, item.range_fraction) == (10, 0.7)
    assert "R6" in [why.rule for why in item.why]


def test_a_week_that_was_full_leaves_the_muscle_alone() -> None:
    """Ten minutes a week for a muscle: then it is left out, and they say why."""
    full = standing(
        *(session(day, done=[did(own("bridge"), held_s=200)]) for day in (0, 2, 4)), today=5
    )
    made = plan(person(full), KNOWN)

    assert why_out(made, "bridge") == ["P8"]
    assert "bridge" in names(plan(person(replace(full, day=10)), KNOWN))


@given(
    st.frozensets(st.sampled_from(IDS), max_size=3),
    st.integers(1, 60),
    st.integers(0, 10) | st.none(),
    st.frozensets(st.sampled_from(get_args(Position))),
)
def test_nobody_gets_a_plan_that_breaks_anything(
    conditions: frozenset[str],
    minutes: int,
    how_bad: int | None,
    cannot: frozenset[Position],
) -> None:
    """Whoever I am, however long I have, however I feel today."""
    profile = replace(ALL_THINGS, cannot=tuple(cannot))
    who = person(FIT, conditions=conditions, pain=how_bad, profile=profile)
    made = plan(who, KNOWN, minutes=minutes)

    starts = {
        EXERCISES[item.exercise].movements[part.movement].start
        for item in made.session.items
        for part in item.parts
    }
    assert (broken(made, who), starts & cannot) == ([], set())
