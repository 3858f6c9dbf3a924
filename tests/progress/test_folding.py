"""The record as it adds up: days, weeks, exercises, measures; nothing made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.progress.people import FIRST, day, person, session, twist

from unkink.core.history.entries import Day, Entry, Measure
from unkink.progress.by_exercise import by_exercise
from unkink.progress.kept import Filled, kept
from unkink.progress.measured import measured
from unkink.progress.weeks import summary, weeks

if TYPE_CHECKING:
    from unkink.core.history.record import Value


def test_of_a_day_said_twice_the_later_counts_whatever_the_clock_did() -> None:
    """A clock set back an hour between does not bring the first number back."""
    first = Entry(number=1, at="2026-03-02T09:00:00+01:00", said=Day(pain=6))
    later = Entry(number=2, at="2026-03-02T08:00:00+01:00", said=Day(pain=3))

    assert {FIRST: Day(pain=3)} == kept([later, first], ()).days


def test_a_session_with_nothing_done_is_no_day_of_exercise() -> None:
    """Opened and closed again: that is not counted as doing."""
    on, done = session(0)

    assert frozenset() == kept([], [(on, replace(done, done_s=0.0))]).active


def test_weeks_tell_what_was_and_blame_nobody() -> None:
    """Two days of a goal of three, in a week that is not over."""
    found = weeks(person([5] * 7 + [3, 4], sessions=[7, 8]), day(8))
    expected = (
        "This week: 2 days with exercises, 23 minutes in all. Your own goal is 3.",
        "Pain 3.5 on average, 5.0 the week before.",
    )

    assert expected == summary(found)


def test_a_week_with_its_goal_reached_says_so_and_asks_no_more() -> None:
    """More than the goal is no better."""
    found = weeks(person([5] * 7, sessions=range(5)), day(6))

    assert summary(found)[0].endswith("That is what you set out to do.")


def test_an_empty_week_is_an_invitation() -> None:
    """Nobody is counted out."""
    found = weeks(person([5] * 8), day(8))

    assert "This week: no session yet. Every day is a good day to begin again." == summary(found)[0]


def test_the_lesser_side_is_named_when_the_camera_saw_enough() -> None:
    """Right held 30 of 40 s in three sessions: a quarter less."""
    uneven = (twist(left_s=40.0, right_s=30.0),)
    record = person([5] * 9)
    few = replace(record, sessions=[session(n, exercises=uneven) for n in range(2)])
    enough = replace(record, sessions=[session(n, exercises=uneven) for n in range(3)])

    assert [None] == [each.lesser_side for each in by_exercise(few)]
    assert [("right", 0.25)] == [(e.lesser_side, e.imbalance) for e in by_exercise(enough)]


def test_without_a_camera_only_the_clock_speaks() -> None:
    """No seconds are called truly held that nobody saw."""
    record = replace(
        person([5]), sessions=[session(n, exercises=(twist(seen=False),)) for n in range(4)]
    )
    (found,) = by_exercise(record)

    assert ({"left": 160.0, "right": 160.0}, {}, (), None) == (
        found.clock_s,
        found.seen_s,
        found.ranges,
        found.imbalance,
    )


def test_what_followed_an_exercise_is_told_from_three_sessions_on() -> None:
    """Pain 1 lower after, the next day 2 higher than before; blamed once."""
    pain = [None, 7, None, 7, None, 7]
    sessions = [session(n, before=5, after=4) for n in (0, 2)]
    sessions.append(session(4, before=5, after=4, hurt_by=("spinal_twist",)))
    (found,) = by_exercise(replace(person(pain), sessions=sessions))

    assert (-1.0, 2.0, 3, 1) == (
        found.followed.after,
        found.followed.next_day,
        found.followed.rose_next_day,
        found.followed.blamed,
    )
    (few,) = by_exercise(replace(person(pain), sessions=sessions[:2]))
    assert (None, None) == (few.followed.after, few.followed.next_day)


def test_a_measure_is_due_again_after_its_time() -> None:
    """Activities every two weeks; the movement test this person must not do is never due."""
    answers: dict[str, Value] = {f"activity_{n}_name": f"thing {n}" for n in (1, 2, 3)}
    answers.update({f"activity_{n}": 4 for n in (1, 2, 3)})
    filled = Filled(
        number=1, day=FIRST, measure=Measure(instrument="psfs", version="1", answers=answers)
    )
    unsafe = {"prone_press_up": "Not for you."}
    record = person([], measures=[filled])
    due = {
        number: {each.instrument.id for each in measured(record, day(number), unsafe) if each.due}
        for number in (13, 14)
    }

    assert {"psfs"} == due[14] - due[13]
    assert "prone_press_up" not in due[14]
    assert "rmdq_24" not in due[14]


def test_what_another_version_was_told_is_kept_but_not_scored() -> None:
    """A number from other words is not set against ours."""
    filled = Filled(
        number=1, day=FIRST, measure=Measure(instrument="pgic", version="0", answers={"change": 6})
    )
    found = {
        each.instrument.id: each for each in measured(person([], measures=[filled]), FIRST, {})
    }

    assert [None] == [each.value for each in found["pgic"].points]
    assert [{"change": 6}] == [each.answers for each in found["pgic"].points]
