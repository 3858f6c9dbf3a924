"""The ladder of every exercise: small steps, one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core.plan.amounts import is_round, rounded_down_s
from unkink.core.plan.doses import LEVELS, item_at
from unkink.core.plan.ladder import Ladder, Rung, held_s, known, volume_ms

if TYPE_CHECKING:
    from unkink.core.definition.exercise import LevelName

EXERCISES = read_catalogue().exercises
LADDERS = known(EXERCISES).ladders
LOADED = [name for name, one in EXERCISES.items() if one.kind not in ("roll", "warm_up")]


@pytest.mark.parametrize("name", LOADED)
def test_no_rung_is_more_than_a_fifth_more_work_than_the_one_below(name: str) -> None:
    """What is asked of me never jumps."""
    work = [volume_ms(rung.item, EXERCISES[name]) for rung in LADDERS[name].rungs]

    assert [more for less, more in pairwise(work) if more > less * 1.2] == []


def grown(below: Rung, above: Rung) -> list[str]:
    """Tell what is more on a rung of the same movement than on the one below."""
    one, two = below.item.parts[0], above.item.parts[0]
    return [
        thing
        for thing, less, more in (
            ("hold", one.hold_s, two.hold_s),
            ("times", one.sets * one.reps, two.sets * two.reps),
            ("range", below.item.range_fraction, above.item.range_fraction),
        )
        if more > less
    ]


@pytest.mark.parametrize("name", LOADED)
def test_only_one_thing_grows_from_rung_to_rung(name: str) -> None:
    """Hold, times, how far: never two of them at once."""
    steps = [
        (grown(below, above), above.thing)
        for below, above in pairwise(LADDERS[name].rungs)
        if above.thing != "level"
    ]

    assert steps == [([thing], thing) for _, thing in steps]


@pytest.mark.parametrize("name", list(LADDERS))
def test_every_dose_of_the_file_is_on_the_ladder(name: str) -> None:
    """Step by step I reach the very doses the exercise tells."""
    told = [rung.item for rung in LADDERS[name].rungs if rung.whole]
    levels = [n for n in LEVELS if not EXERCISES[name].levels[n].instead]
    doses = [replace(item_at(EXERCISES, name, n), level="L0") for n in levels]

    assert [replace(item, level="L0") for item in told] == list(dict.fromkeys(doses))


def test_a_level_that_is_another_exercise_has_no_rung() -> None:
    """Where the easiest way is a different exercise, that one has its own ladder."""
    ladder = LADDERS["ground_twist"]

    assert (ladder.rungs[0].level, ladder.top_of("L0")) == ("L1", -1)


def test_the_top_of_a_level_is_its_dose_and_no_more() -> None:
    """Who may go no further than a level gets no more than its dose."""
    ladder = LADDERS["bridge"]
    top = ladder.rungs[ladder.top_of("L1")]

    assert (top.item, ladder.rungs[ladder.start_of("L1")].item) == (
        item_at(EXERCISES, "bridge", "L1"),
        item_at(EXERCISES, "bridge", "L1"),
    )


@pytest.mark.parametrize("name", list(LADDERS))
def test_every_amount_is_one_that_people_say(name: str) -> None:
    """I am asked for 15 seconds or 20, never for 19; for minutes of walking, never for halves."""
    times = [part.hold_s for rung in LADDERS[name].rungs for part in rung.item.parts]

    assert [] == [each for each in times if not is_round(each)]


@pytest.mark.parametrize("seconds", [0, 0.4, 1, 7.9, 11, 13, 19.9, 20, 24, 59, 119, 126, 301])
def test_rounding_never_asks_for_more(seconds: float) -> None:
    """What a rule takes off stays off."""
    told = rounded_down_s(seconds)

    assert (True, True) == (is_round(told), seconds * 0.8 - 1 < told <= seconds)


DOSES: tuple[tuple[str, LevelName], ...] = (
    ("bridge", "L3"),
    ("knee_to_chest", "L3"),
    ("walk", "L1"),
)


def test_muscle_time_is_what_is_held_on_one_side() -> None:
    """The cap counts holds; a movement without one counts whole; walking counts nothing."""
    told = {
        (name, level): held_s(item_at(EXERCISES, name, level), EXERCISES[name])
        for name, level in DOSES
    }

    assert told == {("bridge", "L3"): 240, ("knee_to_chest", "L3"): 120, ("walk", "L1"): 0}


def test_an_exercise_without_any_level_of_its_own_has_an_empty_ladder() -> None:
    """Nothing to climb is not a crash."""
    assert (Ladder(()).start_of("L1"), Ladder(()).top_of("L3")) == (0, -1)
