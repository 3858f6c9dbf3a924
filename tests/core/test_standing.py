"""How a plan listens: every rule from R2 to R15, in a person's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from tests.core.people import KNOWN, at, did, entry, own, pain, session, standing

from unkink.core.history.days import moment_of
from unkink.core.history.entries import Day, Entry, Undone
from unkink.core.plan.past import Past, Scored
from unkink.core.plan.standing import stand

if TYPE_CHECKING:
    from unkink.core.definition.exercise import LevelName
    from unkink.core.plan.place import Change, Standing

Happened = Sequence[Past | Entry]


def level(name: str, now: Standing) -> LevelName:
    """Tell the level an exercise stands at."""
    return KNOWN.ladders[name].rungs[now.places[name].rung].level


def rules_of(now: Standing) -> list[str]:
    """Tell the rules behind all changes, oldest first."""
    return [each.rule for each in now.changes]


def only(now: Standing, rule: str) -> Change:
    """Find the one change of a rule."""
    (change,) = [each for each in now.changes if each.rule == rule]
    return change


GREEN = (session(0, "bridge"), session(2, "bridge"), session(4, "bridge"))
"""Three sessions that went well; each is told by the pain before the next."""


def test_everybody_begins_at_the_start_of_level_one() -> None:
    """The first plan is gentle, not the very easiest and not the article's."""
    now = standing(today=0)

    assert {level(name, now) for name in now.places} == {"L1"}


def test_one_thing_grows_when_three_sessions_went_well() -> None:
    """Three times green and well taken: the hold grows, and only that."""
    now = standing(*GREEN, pain(5, 3), today=5)

    assert rules_of(now) == ["R12"]
    assert now.places["bridge"].rung == KNOWN.ladders["bridge"].start_of("L1") + 1
    assert "a little longer" in only(now, "R12").words


@pytest.mark.parametrize(
    "third",
    [
        session(4, done=[did(own("bridge"), share=0.6)]),
        session(4, done=[did(own("bridge"), form=0.6)]),
        session(4, "bridge", worst=None),
        session(4, "bridge", pain=3, worst=5),
    ],
    ids=["not done", "bad form", "not told", "amber"],
)
def test_nothing_grows_for_less_than_three_good_ones(third: Past) -> None:
    """What I did not do, did badly, did not tell or felt too much earns no more."""
    now = standing(*GREEN[:2], third, pain(5, 3), today=5)

    assert "R12" not in rules_of(now)


def test_nothing_grows_before_the_next_day_is_known() -> None:
    """The evening after the third session it is too early to know."""
    assert rules_of(standing(*GREEN, today=4)) == []


def test_only_one_exercise_grows_at_a_time() -> None:
    """If it hurts then, I know what did it."""
    both = [session(day, "bridge", "cobra") for day in (0, 2, 4, 6)]
    grown = [each.exercise for each in standing(*both, pain(7, 3), today=7).changes]

    assert sorted(grown) == ["bridge", "cobra"]
    assert [each.exercise for each in standing(*both[:3], pain(5, 3), today=5).changes] == [
        "bridge"
    ]


def test_an_exercise_grows_at_most_once_a_week() -> None:
    """Daily sessions don't make it grow faster than my back can follow."""
    daily = [session(day, done=[did(KNOWN.ladders["bridge"].rungs[4].item)]) for day in range(7)]

    assert rules_of(standing(*daily, pain(7, 3), today=7)) == ["R12"]


def test_red_goes_a_level_down_and_asks_everything_again() -> None:
    """It hurt more than it should: a level easier, and the full questions first."""
    now = standing(session(0, "bridge", pain=3, worst=7), today=1)

    assert (level("bridge", now), rules_of(now)) == ("L0", ["R5"])
    assert (now.ask_all_after, now.ask_all_since_s) == (1, None)


def test_only_what_i_blame_goes_down() -> None:
    """I said which one it was: the others stay as they are."""
    worse = session(0, "cobra", worst=8, done=[did(own("bridge"), blamed=True)])
    now = standing(worse, today=1)

    assert (level("bridge", now), level("cobra", now)) == ("L0", "L1")


def test_amber_makes_it_smaller_and_twice_in_a_row_lets_it_rest() -> None:
    """A little too much: less far and shorter; twice: once not at all, and a step easier."""
    amber = [session(day, "kneeling_back_extension", pain=3, worst=5) for day in (0, 2)]
    once, twice = standing(amber[0], today=1), standing(*amber, today=3)
    after = standing(*amber, session(4, "bridge"), today=5)

    assert once.places["kneeling_back_extension"].eased
    assert [
        (now.places["kneeling_back_extension"].skips, now.places["kneeling_back_extension"].eased)
        for now in (twice, after)
    ] == [(1, False), (0, False)]
    assert level("kneeling_back_extension", after) == "L0"


def test_saying_that_hurts_counts_even_without_a_number() -> None:
    """I stopped because it hurt, and told nothing else: it becomes easier all the same."""
    stopped = session(0, "cobra", worst=None, done=[did(own("bridge"), hurt=True)])
    now = standing(stopped, today=1)

    assert [(name, now.places[name].eased) for name in ("bridge", "cobra")] == [
        ("bridge", True),
        ("cobra", False),
    ]


def test_further_down_the_leg_rests_that_direction_for_a_week() -> None:
    """It spread from the buttock to the calf: what bends me that way rests."""
    now = standing(session(0, "cobra", felt=(2, 4)), today=1)

    assert (dict(now.avoided), now.clinician, now.ask_all_after) == (
        {"backwards": 7},
        (),
        1,
    )


def test_the_second_time_it_spreads_a_clinician_should_look() -> None:
    """Once may be chance, twice is for someone who can examine me."""
    now = standing(session(0, "cobra", felt=(2, 4)), session(10, "cobra", felt=(1, 3)), today=11)

    assert [each.rule for each in now.clinician] == ["R2"]


def test_drawing_back_forgives_amber_and_prefers_that_direction() -> None:
    """It moved from the calf to the buttock: the back may hurt a little more for that."""
    now = standing(session(0, "cobra", pain=3, worst=5, felt=(4, 2)), today=1)

    assert (list(now.preferred), now.places["cobra"].eased) == (["backwards"], False)


def test_after_many_directions_nobody_knows_which_one_helped() -> None:
    """A mixed session proves nothing about a direction."""
    now = standing(session(0, "cobra", "knee_to_chest", felt=(4, 2)), today=1)

    assert now.preferred == frozenset()


def test_a_little_more_the_next_day_makes_two_sessions_lighter() -> None:
    """Two points more the day after: a third less of everything, twice."""
    lighter = [
        standing(session(0, "bridge"), pain(1, 5), *after, today=6).lighter
        for after in ([], [session(2, "bridge")], [session(2, "bridge"), session(4, "bridge")])
    ]

    assert lighter == [2, 1, 0]


def test_much_more_the_next_day_means_rest_and_a_level_down() -> None:
    """Three points more the day after: two days of rest, then easier."""
    now = standing(session(0, "bridge"), pain(1, 6), today=1)

    assert (now.rest_until, level("bridge", now), now.clinician) == (3, "L0", ())


def test_what_has_not_settled_in_two_days_counts_as_much() -> None:
    """Two points more, and still so the day after that."""
    now = standing(session(0, "bridge"), pain(1, 5), pain(2, 5), today=2)

    assert rules_of(now) == ["R10", "R11"]


def test_much_more_twice_in_two_weeks_leaves_it_out() -> None:
    """The same thing twice: it is left out, and a clinician should look."""
    now = standing(session(0, "bridge"), pain(1, 6), session(5, "bridge"), pain(6, 7), today=7)

    assert (now.places["bridge"].out_until, [each.rule for each in now.clinician]) == (
        6 + 28,
        ["R11"],
    )


@pytest.mark.parametrize(("days", "steps"), [(4, 2), (5, 1), (8, 1), (9, 0), (22, 0)])
def test_after_a_break_it_begins_lower(days: int, steps: int) -> None:
    """Four days away cost a step, eight lead back to the start."""
    start = KNOWN.ladders["bridge"].start_of("L1")
    grown = standing(*TWO_STEPS, today=LAST)

    assert grown.places["bridge"].rung == start + 2
    assert standing(*TWO_STEPS, today=LAST + days).places["bridge"].rung == start + steps


LAST = 16
TWO_STEPS: Happened = [
    *(session(day, "bridge") for day in (0, 2, 4)),
    *(
        session(day, done=[did(KNOWN.ladders["bridge"].rungs[3].item)])
        for day in (6, 8, 10, 12, 14, LAST)
    ),
]


def test_after_more_than_three_weeks_everything_is_asked_anew() -> None:
    """A long time away: the easiest level, and all questions."""
    now = standing(*TWO_STEPS, today=LAST + 23)

    assert (level("bridge", now), now.ask_all_since_s) == ("L0", moment_of(at(LAST + 22)))
    assert not only(now, "R13").can_be_undone


def test_the_break_is_told_once() -> None:
    """Looking every day of a break does not take one step back for each look."""
    looked: Happened = [entry(LAST + day, Day(pain=3)) for day in (5, 6, 7)]

    assert rules_of(standing(*TWO_STEPS, *looked, today=LAST + 7)).count("R13") == 1


def test_getting_worse_freezes_and_sends_to_a_clinician() -> None:
    """My weeks are clearly worse than the first: nothing grows until someone looked."""
    days: Happened = [pain(day, 3) for day in range(7)] + [pain(day, 6) for day in range(14, 21)]
    now = standing(*days, today=20)

    assert (now.frozen, [each.rule for each in now.clinician]) == (True, ["R14"])


def test_a_questionnaire_alone_can_freeze() -> None:
    """Five points more on the questionnaire count, whatever the daily numbers say."""
    row = [
        Scored(at=at(day), instrument="rmdq_24", score=score) for day, score in ((0, 6), (30, 11))
    ]

    assert stand(row, KNOWN, today=at(31)).frozen


@pytest.mark.parametrize(("now", "told"), [(5, ["R15"]), (3, [])])
def test_after_six_weeks_it_is_said_plainly(now: int, told: list[str]) -> None:
    """Not better after six weeks: they say so, and whom to see."""
    days: Happened = [pain(day, 5) for day in range(7)] + [pain(day, now) for day in range(36, 43)]
    sessions: Happened = [session(day, "bridge") for day in range(0, 43, 3)]
    standing_now = standing(*sessions, *days, today=43)

    assert [rule for rule in rules_of(standing_now) if rule == "R15"] == told


def test_three_very_bad_days_lead_to_a_clinician() -> None:
    """Eight and more, three days in a row."""
    now = standing(*(pain(day, 8) for day in range(4)), today=3)

    assert rules_of(now) == ["R3"]


def undo(day: float, change: Change) -> Entry:
    """Tell that a change was taken back."""
    return entry(day, Undone(rule=change.rule, exercise=change.exercise, change=change.id))


def test_a_step_forward_can_be_taken_back() -> None:
    """I would rather stay where I was: of course."""
    before: Happened = [*GREEN, pain(5, 3)]
    change = only(standing(*before, today=5), "R12")
    now = standing(*before, undo(5.3, change), today=6)

    assert now.places["bridge"].rung == KNOWN.ladders["bridge"].start_of("L1")
    assert only(now, "R12").undone


def test_what_protects_me_stays() -> None:
    """Red can't be clicked away."""
    red = session(0, "bridge", worst=8)
    change = only(standing(red, today=1), "R5")
    now = standing(red, undo(0.5, change), today=1)

    assert (level("bridge", now), only(now, "R5").undone) == ("L0", False)
    assert change.kept != ""


def test_a_step_back_after_a_break_can_be_taken_back() -> None:
    """I walked every day of my holiday: I may go on where I was."""
    change = only(standing(*TWO_STEPS, today=LAST + 5), "R13")
    now = standing(*TWO_STEPS, undo(LAST + 5, change), today=LAST + 6)

    assert now.places["bridge"].rung == KNOWN.ladders["bridge"].start_of("L1") + 2


def test_an_undo_never_lifts_what_became_easier_since() -> None:
    """Taking back an old step must not undo a newer, safer one."""
    before: Happened = [*GREEN, pain(5, 3)]
    change = only(standing(*before, today=5), "R12")
    item = KNOWN.ladders["bridge"].rungs[2].item
    red = session(6, worst=8, done=[did(item)])
    now = standing(*before, red, undo(7, change), today=7)

    assert level("bridge", now) == "L0"


def test_a_clock_that_jumped_does_not_turn_anything_round() -> None:
    """One session is dated years ahead: the next ones still count, in their order."""
    jumped = Past(number=150, at="2031-01-01T08:00:00+00:00", pain=3, worst=3)
    now = standing(session(0, "bridge"), jumped, session(2, "bridge", worst=8), today=3)

    assert (now.sessions, [rule for rule in rules_of(now) if rule == "R5"]) == (3, ["R5"])


def test_an_evening_far_away_is_the_day_it_was_there() -> None:
    """I travelled: my day is the one on my own clock."""
    late = Past(
        number=100, at="2026-11-02T23:30:00-08:00", pain=3, worst=3, did=(did(own("bridge")),)
    )
    next_day = Entry(number=1, at="2026-11-03T08:00:00-08:00", said=Day(pain=6))

    assert rules_of(standing(late, next_day, today=2)) == ["R11"]
