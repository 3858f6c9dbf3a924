from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.timeline.talking import talked_over

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import LEVELS, article_item, item_at
from unkink.core.plan.session import Item, Session
from unkink.core.timing import pacing
from unkink.core.timing.timeline import Schedule, Segment, schedule
from unkink.paint import film

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise, LevelName

CATALOGUE = read_catalogue().exercises
SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
EVERY_DOSE = {
    f"{exercise} {item.level}{' high' if high else ''}": item
    for exercise in CATALOGUE
    for high in (False, True)
    for item in (
        *(item_at(CATALOGUE, exercise, level, high=high) for level in LEVELS),
        article_item(CATALOGUE, exercise, high=high),
    )
}


def as_table(plan: Schedule) -> str:
    """Write a schedule down as a person would."""
    rows = [
        f"{s.start_s:7.1f} {s.end_s - s.start_s:5.1f}  {s.kind:<15} {_which(s):<10} "
        f"{s.film_from:g} -> {s.film_to:g}  {s.say or '-'}{_cues(plan, s)}"
        for s in plan.segments
    ]
    return "\n".join((*rows, f"{plan.total_s:7.1f}", ""))


def _which(s: Segment) -> str:
    side = "" if s.side == "both" else f"{s.side} "
    return f"{side}{s.rep}/{s.reps}" if s.rep else side


def _cues(plan: Schedule, s: Segment) -> str:
    inside = [c for c in plan.cues if s.start_s <= c.at_s < s.end_s and c.kind != "bell"]
    return "".join(f"\n{c.at_s:15.2f}  . {c.kind} {c.words}".rstrip() for c in inside)


@pytest.mark.parametrize("name", ["bridge L1", "spinal_twist L1"])
def test_what_happens_when(name: str) -> None:
    """
    Whoever does it can read beforehand, second by second, what will happen.

    To renew these tables: `UNKINK_SNAPSHOTS=write pytest tests/timeline`.
    """
    table = as_table(schedule(Session(items=(EVERY_DOSE[name],)), CATALOGUE))
    snapshot = SNAPSHOTS / f"{name.replace(' ', '-')}.txt"
    if os.environ.get("UNKINK_SNAPSHOTS") == "write":
        snapshot.write_text(table, encoding="utf-8")

    assert snapshot.read_text(encoding="utf-8") == table


@pytest.mark.parametrize("item", EVERY_DOSE.values(), ids=EVERY_DOSE)
class TestEveryDose:
    """Whatever the exercise, level and end of the dose."""

    def test_each_second_belongs_to_one_segment(self, item: Item) -> None:
        """There is no gap and no overlap, to the last digit, and it ends when it says."""
        plan = schedule(Session(items=(item, item)), CATALOGUE)

        assert plan.segments[0].start_s == 0
        assert [s.end_s for s in plan.segments[:-1]] == [s.start_s for s in plan.segments[1:]]
        assert plan.total_s == plan.segments[-1].end_s
        assert [] == [s for s in plan.segments if s.end_s <= s.start_s]

    def test_every_repetition_of_the_dose_is_there(self, item: Item) -> None:
        """Nothing of the dose is lost: each repetition, on each side, held as long as promised."""
        plan = schedule(Session(items=(item,)), CATALOGUE)
        asked = {
            (part.movement, side, number, rep)
            for part in item.parts
            for side in _sides(CATALOGUE, item, part.movement)
            for number in range(1, part.sets + 1)
            for rep in range(1, part.reps + 1)
        }

        assert asked == {(s.movement, s.side, s.set_number, s.rep) for s in plan.segments if s.rep}
        for part in item.parts:
            held = {
                round(s.end_s - s.start_s, 3)
                for s in plan.segments
                if s.kind == "hold" and s.movement == part.movement
            }
            assert held <= {part.hold_s}

    def test_it_never_talks_over_itself(self, item: Item) -> None:
        """Each line ends before the next one begins, and before what it belongs to is over."""
        plan = schedule(Session(items=(item, item)), CATALOGUE)

        assert [] == talked_over(plan)

    def test_no_instruction_is_lost_for_want_of_time(self, item: Item) -> None:
        """Every move is announced: no line of the file is too long for the time it has."""
        plan = schedule(Session(items=(item,)), CATALOGUE)

        assert [] == [s.caption for s in plan.segments if s.kind == "move" and not s.say]

    def test_jumps_lead_to_where_something_begins(self, item: Item) -> None:
        """Back, skip and repeat always land on the start of a segment, or at the very end."""
        plan = schedule(Session(items=(item, item)), CATALOGUE)
        starts = {s.start_s for s in plan.segments}

        for s in plan.segments:
            assert {s.back_s, s.repeat_s} <= starts
            assert s.skip_s in starts | {plan.total_s}
            assert s.back_s <= s.repeat_s <= s.start_s < s.skip_s


def _sides(exercises: Mapping[str, Exercise], item: Item, movement: str) -> tuple[str, ...]:
    exercise = exercises[item.exercise]
    if exercise.everyday or exercise.movements[movement].sides == "both":
        return ("both",)
    return ("left", "right")


def test_time_to_get_down_and_up_again(exercises: Mapping[str, Exercise]) -> None:
    """Whoever is stiff gets half a minute to lie down, and as long to get up at the end."""
    plan = schedule(Session(items=(item_at(exercises, "bridge", "L1"),)), exercises)
    first, last = plan.segments[0], plan.segments[-1]

    assert ("change_position", 30.0) == (first.kind, first.end_s - first.start_s)
    assert ("finish", 30.0) == (last.kind, last.end_s - last.start_s)


def test_every_change_of_position_has_its_time() -> None:
    """There is no way from one position to another that the plan has no time for."""
    assert all(
        pacing.change_s(before, after) > 0
        for before in pacing.COME_TO
        for after in pacing.COME_TO
        if before != after
    )


def test_an_empty_session_is_over_at_once(exercises: Mapping[str, Exercise]) -> None:
    """Nothing to do is said, not a crash."""
    plan = schedule(Session(items=()), exercises)

    assert ["finish"] == [s.kind for s in plan.segments]


def test_the_side_is_heard(exercises: Mapping[str, Exercise]) -> None:
    """With closed eyes one knows which side is meant, and the picture shows the same."""
    plan = schedule(Session(items=(item_at(exercises, "chair_twist", "L1"),)), exercises)
    turns = [s for s in plan.segments if s.kind == "move" and s.film_from == 0]

    assert ["left", "right", "left", "right"] == [s.side for s in turns]
    assert [f"Slowly turn to the {s.side}." for s in turns] == [s.say for s in turns]


def test_half_the_way_is_heard(exercises: Mapping[str, Exercise]) -> None:
    """At a level that goes only half the way, one is told so before it begins; else not."""
    steps: tuple[tuple[LevelName, bool], ...] = (("L0", True), ("L1", False))
    for level, told in steps:
        plan = schedule(Session(items=(item_at(exercises, "chair_twist", level),)), exercises)
        ready = next(s for s in plan.segments if s.kind == "get_ready")

        assert told == ready.say.endswith("Go only half as far as you could.")


def test_a_warm_up_begins_with_what_to_do(exercises: Mapping[str, Exercise]) -> None:
    """With closed eyes one moves from the first second, on a chair as well as standing."""
    begins: tuple[tuple[LevelName, str], ...] = (("L0", "Lift one foot"), ("L1", "Lift one knee"))
    for level, told in begins:
        plan = schedule(Session(items=(item_at(exercises, "march", level),)), exercises)

        assert next(s for s in plan.segments if s.kind == "warm_up").say.startswith(told)


def test_rest_between_sets(exercises: Mapping[str, Exercise]) -> None:
    """Between two sets there is a rest that says what comes next."""
    plan = schedule(Session(items=(item_at(exercises, "bridge", "L3"),)), exercises)

    assert [("Rest. Set 2 of 2 is next.", 30.0)] == [
        (s.say, s.end_s - s.start_s) for s in plan.segments if s.kind == "rest"
    ]


def test_a_march_shows_both_knees(exercises: Mapping[str, Exercise]) -> None:
    """Whoever marches along sees one knee rise, then the other, in step with the plan."""
    march = exercises["march"].movements["main"]
    shown, one_side = film(march, side="both"), film(march, side="left")
    plan = schedule(Session(items=(item_at(exercises, "march", "L1"),)), exercises)
    span = next(s for s in plan.segments if s.kind == "warm_up")

    assert ("both", 2 * one_side.stages) == (span.side, shown.stages)
    assert shown.frames[: len(one_side.frames)] == one_side.frames
    assert shown.frames[-1] == one_side.frames[0] != shown.frames[3 * one_side.frames_per_stage]
    assert (span.film_to - span.film_from) / (span.end_s - span.start_s) == pytest.approx(
        len(march.cycle) / sum(stage.move_s for stage in march.cycle)
    )
