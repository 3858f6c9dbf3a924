"""With any conditions at all: what is excluded stays out, and what is bounded stays bounded."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.catalogue import read_catalogue
from unkink.core.definition.precaution import CODES, Limits, levels_within
from unkink.core.figure import Motion
from unkink.core.plan.session import Item, Part, Session
from unkink.core.safety.conditions import CONDITIONS, IDS
from unkink.core.safety.precautions import (
    A_CLINICIAN,
    WALKING_AND_A_CLINICIAN,
    Precaution,
    precaution,
    precautions,
    too_few,
)
from unkink.core.timing.timeline import schedule

if TYPE_CHECKING:
    from unkink.core.definition.exercise import Exercise

CATALOGUE = read_catalogue().exercises
NAMES = (
    "chair_twist", "ground_twist", "bridge", "kneeling_back_extension", "cobra", "superman",
    "spinal_twist", "knee_to_chest", "forward_flexion", "foam_rolling",
)  # fmt: skip
MATRIX = {
    "pregnant_under_16_weeks": ". c . c c c c . . M",
    "pregnant_16_weeks": "M M M c X X M M M M",
    "osteoporosis": "M M . c M M M c X M",
    "vertebral_fracture": "X X c X X X X X X X",
    "spinal_stenosis": "c c M X X X c . c M",
    "spondylolisthesis": "M M M X X X c . M M",
    "disc_herniation": "M M c c T X X T X M",
    "spine_surgery": "X X X X X X X X X X",
    "blood_pressure": ". . c c . c . . . .",
    "blood_pressure_very_high": "X X X X X X X X X X",
    "glaucoma": ". . M c . c . . M c",
    "hernia": "c c c c M X c . c c",
    "knee_replacement": ". X c M . . . M c c",
    "hip_replacement": "c X c c c c X X X c",
    "vertigo": "c c M X c c c c c M",
    "blood_thinner": ". . . . . . . . . X",
    "clot_or_wound": ". . . . . . . . . X",
    "wrist_pain": ". . . . M . . . . M",
    "worse_bending_back": ". . M X X X . . . .",
    "worse_bending_forward": ". . . . . . . X X .",
}
"""The table of our evidence, read by hand; in the columns' order of `NAMES`."""

LETTERS = {"X": "exclude", "T": "after_test", "M": "modify", "c": "care", ".": "ok"}
every_exercise = pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=lambda e: e.id)
CELLS = {
    name: [precaution(exercise, [each]) for each in IDS] for name, exercise in CATALOGUE.items()
}


def looser(one: Precaution, other: Precaution) -> list[str]:
    """Tell in what *one* allows more than *other*."""
    found = ["code"] if CODES.index(one.code) > CODES.index(other.code) else []
    if one.limits.tightened(other.limits) != one.limits:
        found.append("limits")
    return found


@pytest.mark.parametrize("condition", MATRIX)
def test_the_files_say_what_the_evidence_says(condition: str) -> None:
    """Nobody's condition is read more lightly by a file than by our evidence."""
    expected = dict(zip(NAMES, (LETTERS[x] for x in MATRIX[condition].split()), strict=True))

    assert expected == {name: CATALOGUE[name].precautions[condition].code for name in NAMES}


@every_exercise
def test_every_built_in_exercise_speaks_of_every_condition(exercise: Exercise) -> None:
    """Whoever has a condition finds it thought of in each exercise, and where it takes the back."""
    assert set(IDS) == set(exercise.precautions)
    assert set(MATRIX) == set(IDS)
    assert exercise.direction


@every_exercise
def test_the_most_restrictive_word_wins_for_every_set_of_conditions(exercise: Exercise) -> None:
    """
    No set of conditions, of all 2^20, loosens what one of its members says.

    Words are joined one after the other. Joining is shown here, over everything the files say, to
    be commutative, associative, idempotent and never looser than either: by induction the word for
    a set is that of its members in any order, and at most as loose as each.
    """
    cells = {replace(cell, reasons=()) for cell in CELLS[exercise.id]}
    pairs, triples = product(cells, repeat=2), product(cells, repeat=3)

    assert [] == [a for a in cells if a.joined(a) != a or a.joined(Precaution()) != a]
    assert [] == [(a, b) for a, b in pairs if a.joined(b) != b.joined(a) or looser(a.joined(b), a)]
    assert [] == [
        (a, b, c) for a, b, c in triples if a.joined(b).joined(c) != a.joined(b.joined(c))
    ]


@given(conditions=st.sets(st.sampled_from(IDS)), more=st.sampled_from(IDS))
def test_another_condition_never_allows_more(conditions: set[str], more: str) -> None:
    """Ticking one more condition takes away or tightens, and never gives anything back."""
    before, after = precautions(CATALOGUE, conditions), precautions(CATALOGUE, conditions | {more})

    assert {} == {n: found for n in CATALOGUE if (found := looser(after[n], before[n]))}


@given(conditions=st.sets(st.sampled_from(IDS)))
def test_an_alternative_is_allowed_by_all_conditions(conditions: set[str]) -> None:
    """Nobody is sent from one excluded exercise to another."""
    found = precautions(CATALOGUE, conditions)

    assert [] == [
        each for each in found.values() if each.alternative and not found[each.alternative].allowed
    ]


def test_every_single_exclusion_names_its_reason_and_what_to_do_instead() -> None:
    """Who may not do an exercise reads why, and what else; with very high pressure: nothing."""
    for condition in IDS:
        for name, each in precautions(CATALOGUE, [condition]).items():
            if each.code == "exclude":
                assert each.reasons, name
                assert bool(each.alternative) == (condition != "blood_pressure_very_high"), name


def test_a_file_that_is_silent_on_a_condition_is_excluded_with_it() -> None:
    """A file of one's own is for nobody whose condition it does not name."""
    own = replace(CATALOGUE["bridge"], id="mine", precautions={})

    assert precaution(own, []).allowed
    assert {"exclude"} == {precaution(own, [each]).code for each in IDS}
    assert precaution(CATALOGUE["bridge"], ["something_new"]).code == "exclude"


def test_conditions_that_leave_no_way_of_doing_it_exclude_it() -> None:
    """March sitting for one reason, and standing for another: then not at all."""
    march = precaution(CATALOGUE["march"], ["hip_replacement", "vertigo"], exercises=CATALOGUE)

    assert ("exclude", frozenset[str]()) == (march.code, march.limits.movements)
    assert "No way of doing it is left." == march.reasons[-1].words


def test_the_tightest_limits_of_several_conditions_count() -> None:
    """Half the way for one, on the forearms for another: both at once."""
    cobra = precaution(CATALOGUE["cobra"], ["osteoporosis", "wrist_pain", "hernia"])

    assert (
        Limits(most_range=0.5, slower=1.5, movements=frozenset({"prone_lie", "sphinx"}))
        == cobra.limits
    )
    assert ["osteoporosis", "wrist_pain", "hernia"] == [each.condition for each in cobra.reasons]


@pytest.mark.parametrize(
    ("tested", "code"),
    [({}, "after_test"), ({"backwards": "no_worse"}, "care"), ({"backwards": "worse"}, "exclude"),
     ({"forwards": "no_worse"}, "after_test")],
)  # fmt: skip
def test_with_a_slipped_disc_the_cobra_waits_for_the_direction_test(
    tested: dict[str, str], code: str
) -> None:
    """Only the test of its own direction opens it, and only when nothing moved down the leg."""
    found = precaution(CATALOGUE["cobra"], ["disc_herniation"], tested=tested)  # type: ignore[arg-type] # plain words

    assert code == found.code


def test_with_too_few_exercises_left_it_is_walking_and_a_clinician() -> None:
    """Nobody gets a plan made of one or two leftovers."""
    told = {
        conditions: too_few(CATALOGUE, precautions(CATALOGUE, conditions))
        for conditions in [(), ("vertebral_fracture",), ("spine_surgery",), ("osteoporosis",),
                           ("blood_pressure_very_high",)]
    }  # fmt: skip

    assert {
        (): "",
        ("vertebral_fracture",): WALKING_AND_A_CLINICIAN,
        ("spine_surgery",): WALKING_AND_A_CLINICIAN,
        ("osteoporosis",): "",
        ("blood_pressure_very_high",): A_CLINICIAN,
    } == told


def head_over_heart_m(exercise: Exercise, movement: str, range_fraction: float = 1.0) -> float:
    """Give how much higher than the chest the figure's head is, at its lowest."""
    how = exercise.movements[movement]
    motion = Motion.of(how, "left", range_fraction)
    bodies = [motion.at(number / 2).parts for number in range(2 * len(how.cycle) + 1)]
    return min(parts["head"].origin[1] - parts["chest"].origin[1] for parts in bodies)


def test_with_glaucoma_the_head_is_never_below_the_heart() -> None:
    """What the bridge would do, no exercise that glaucoma limits does: the head stays up."""
    heights_m = {
        (name, movement): head_over_heart_m(exercise, movement, found.limits.most_range or 1.0)
        for name, exercise in CATALOGUE.items()
        for found in [precaution(exercise, ["glaucoma"])]
        if found.code == "modify"
        for movements in levels_within(exercise.levels, found.limits).values()
        for movement in movements
    }

    assert {"bridge", "forward_flexion"} == {name for name, _ in heights_m}
    assert {} == {key: height_m for key, height_m in heights_m.items() if height_m < -0.03}
    assert head_over_heart_m(CATALOGUE["bridge"], "main") < -0.03


def test_from_16_weeks_on_nothing_is_done_face_down_or_long_on_the_back() -> None:
    """What a pregnant woman is offered is never face down, and on the back two minutes at most."""
    wrong = []
    for name, exercise in CATALOGUE.items():
        found = precaution(exercise, ["pregnant_16_weeks"])
        for movements in (
            levels_within(exercise.levels, found.limits).values() if found.allowed else ()
        ):
            starts = {exercise.movements[each].start for each in movements}
            if "prone" in starts or ("supine" in starts and found.limits.most_supine_s != 120):
                wrong.append(name)

    assert [] == wrong


def test_the_roller_is_never_under_the_lower_back() -> None:
    """Rolled are buttocks, thighs and upper back; no file puts the roller anywhere else."""
    parts = {
        pose.roller.part
        for exercise in CATALOGUE.values()
        for movement in exercise.movements.values()
        for pose in movement.poses.values()
        if pose.roller
    }

    assert {"pelvis", "left_thigh", "upper_back"} == parts


def test_slower_really_takes_longer() -> None:
    """Half as slow again: every move of the schedule takes half as long again, holds don't."""

    def moves(slower: float) -> dict[str, float]:
        part = Part(movement="main", hold_s=15, reps=2, slower=slower)
        laid = schedule(Session(items=(Item(exercise="chair_twist", level="L1", parts=(part,)),)),
                        CATALOGUE)  # fmt: skip
        return {
            kind: sum(s.end_s - s.start_s for s in laid.segments if s.kind == kind)
            for kind in ("move", "hold")
        }

    plain = moves(1.0)
    assert {"move": 1.5 * plain["move"], "hold": plain["hold"]} == moves(1.5)


def test_every_condition_is_a_plain_question_with_a_source() -> None:
    """Each can be asked for a yes or a no, and its place in the evidence is named."""
    assert 20 == len(set(IDS)) == len(CONDITIONS)
    assert all(c.question.endswith("?") and c.name and c.source.startswith("evidence.md#")
               for c in CONDITIONS)  # fmt: skip
    assert all(len(c.question.split()) <= 18 for c in CONDITIONS)


def test_limits_say_what_they_tighten_field_by_field() -> None:
    """A limit added later can't be forgotten when limits are joined."""
    tight = Limits(
        most_range=0.5, most_hold_s=5, most_reps=3, most_level="L0",
        movements=frozenset({"main"}), most_supine_s=60, slower=2,
    )  # fmt: skip

    assert all(getattr(tight, each.name) != getattr(Limits(), each.name) for each in fields(tight))
    assert tight == Limits().tightened(tight) == tight.tightened(Limits())
