"""The catalogue as a whole: what every exercise promises to the people who do it."""

from __future__ import annotations

import re
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue
from unkink.core import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.definition.exercise import Exercise

ROOT = Path(__file__).parent.parent
CATALOGUE = read_catalogue()
EVERY = tuple(CATALOGUE.exercises.values())
each_exercise = pytest.mark.parametrize("exercise", EVERY, ids=attrgetter("id"))

ARTICLE = {
    "1a": ("chair_twist", None, None, None),
    "1b": ("ground_twist", None, None, None),
    "2": ("bridge", None, None, None),
    "3a": ("kneeling_back_extension", (10, 15), (10, 15), None),
    "3b": ("cobra", None, None, None),
    "3c": ("superman", None, None, None),
    "4": ("spinal_twist", (15, 30), (2, 3), None),
    "5": ("knee_to_chest", (15, 30), (10, 10), (2, 3)),
    "6": ("forward_flexion", (15, 30), None, None),
    "7": ("foam_rolling", (20, 30), None, None),
}
"""The article's table, read by hand: exercise, hold, repetitions, sets; None where it is silent."""

GROUPS = ("main", "thigh_backs", "thigh_fronts", "upper_back")
LEVELS = {
    "chair_twist": {
        "L0": "main 10x2x1", "L1": "main 15x2x1", "L2": "main 20x3x1", "L3": "main 30x3x1",
    },
    "ground_twist": {"L1": "on_cushion 15x2x1", "L2": "main 20x2x1", "L3": "main 30x3x1"},
    "bridge": {
        "L0": "pelvic_tilt 5x8x1", "L1": "main 3x8x1", "L2": "main 5x10x1", "L3": "main 10x12x2",
    },
    "kneeling_back_extension": {
        "L0": "standing 3x5x1", "L1": "main 5x5x1", "L2": "main 10x6x1",
        "L3": "main 10-15x10-15x1",
    },
    "cobra": {
        "L0": "prone_lie 60x1x1 + sphinx 10x3x1", "L1": "sphinx 15x4x1", "L2": "main 10x6x1",
        "L3": "main 15-30x5x1",
    },
    "superman": {
        "L0": "single_arm 3x5x1 + single_leg 3x5x1", "L1": "arm_and_leg 3x8x1",
        "L2": "chest_only 5x8x1", "L3": "main 5-10x8x1",
    },
    "spinal_twist": {
        "L0": "knees_rock 0x10x1", "L1": "main 10x2x1", "L2": "main 15x2x1",
        "L3": "main 15-30x2-3x1",
    },
    "knee_to_chest": {
        "L0": "heel_slide 0x10x1",
        **{
            level: f"main {dose} + behind_thigh {dose}"
            for level, dose in {"L1": "10x3x1", "L2": "15x4x1", "L3": "30x4x1"}.items()
        },
    },
    "forward_flexion": {
        "L0": "chair_fold 10x3x1", "L1": "bent_knees 10x2x1", "L2": "main 15x3x1",
        "L3": "main 15-30x3x1",
    },
    "foam_rolling": {
        "L0": "ball_on_wall 10x1x1",
        "L1": " + ".join(f"{group} 20x1x1" for group in GROUPS),
        "L2": " + ".join(f"{group} 20x2x1" for group in GROUPS),
        "L3": " + ".join(f"{group} 20-30x2-3x1" for group in GROUPS),
    },
}  # fmt: skip
"""The table of levels in `docs/evidence.md`, read by hand: movement, hold x repetitions x sets."""

COACHED = {
    "chair_twist": ["firm chair", "feet flat", "cross your arms", "slowly turn", "hold",
                    "other side"],
    "ground_twist": ["legs crossed", "hands on your knees", "left", "right hand on your left knee"],
    "bridge": ["on your back", "bend your knees", "lift your hips", "feet and shoulders", "lower"],
    "kneeling_back_extension": ["kneel on a mat or something soft", "hands on your hips",
                                "slowly lean back", "hands stay on your hips", "come back"],
    "cobra": ["face down", "palms flat on the ground", "slowly lift your upper body"],
    "superman": ["face down", "arms stretched forward", "arms, legs and chest together"],
    "spinal_twist": ["on your back", "arms out", "bend your knees", "lift your feet",
                     "knees towards your chest", "shoulders stay down", "head to the other side",
                     "centre", "other side"],
    "knee_to_chest": ["on your back, legs straight", "bend your right knee", "both hands",
                      "just below the kneecap", "breathe deeply", "left leg",
                      "neck and shoulders relaxed"],
    "forward_flexion": ["sit on the floor, legs straight", "towards your toes", "back straight",
                        "slowly release", "breath", "don't force it"],
    "foam_rolling": ["choose the area", "roller is under that muscle",
                     "roll slowly back and forth", "your body's weight",
                     "pause on a tender point", "breathe and relax", "afterwards stretch"],
}  # fmt: skip
"""What the article tells people to do, step by step, in the words we chose for it."""

PROMISES = re.compile(
    r"\b(cure|heal|treat(s|ment)?|therap\w+|fix(es)?|guarantee\w*|pain.?free|reliev\w+|relief|"
    r"realign\w*|detox\w*|toxin\w*)\b",
    re.IGNORECASE,
)
CRACKING = re.compile(r"\b(crack|pop|snap|adjust)\w*", re.IGNORECASE)
PUSHING = re.compile(r"no pain|push through|burn|harder|as far as you can|maximum", re.IGNORECASE)


def test_every_built_in_file_is_sound() -> None:
    """Whoever installs Unkink gets a catalogue without a single problem."""
    assert () == CATALOGUE.problems


def test_the_ten_of_the_article_are_there_and_two_helpers() -> None:
    """Nothing of the article is missing, and warm-up and walk stand beside it."""
    numbers = {exercise.article: exercise.id for exercise in EVERY if exercise.article}

    assert {number: row[0] for number, row in ARTICLE.items()} == numbers
    assert {"march", "walk"} == {exercise.id for exercise in EVERY if not exercise.article}


@pytest.mark.parametrize(("name", "hold_s", "reps", "sets"), ARTICLE.values())
def test_the_articles_doses_are_its_own_to_the_letter(
    name: str,
    hold_s: tuple[int, int] | None,
    reps: tuple[int, int] | None,
    sets: tuple[int, int] | None,
) -> None:
    """What the article says is kept; what it leaves open is marked as our own judgement."""
    dose = CATALOGUE.exercises[name].article_dose
    told = {"hold_s": hold_s, "reps": reps, "sets": sets}

    assert dose is not None
    assert {key: value for key, value in told.items() if value} == {
        key: getattr(dose, key) for key in told if key not in dose.ours
    }


def test_rolling_takes_one_to_two_minutes_a_muscle_group() -> None:
    """The article's one to two minutes come out of the pauses and the rolling between them."""
    rolling = CATALOGUE.exercises["foam_rolling"]
    dose = rolling.article_dose
    assert dose is not None
    way_s = {
        name: sum(stage.move_s + stage.pause_s for stage in rolling.movements[name].cycle)
        for name in rolling.levels["L3"].movements
    }

    assert dict.fromkeys(way_s, (60, 120)) == {
        name: tuple(reps * (way + hold) for reps, hold in zip(dose.reps, dose.hold_s, strict=True))
        for name, way in way_s.items()
    }


@pytest.mark.parametrize("name", LEVELS)
def test_the_levels_are_those_of_the_evidence(name: str) -> None:
    """Nobody is asked for more or less than the table of levels in our evidence says."""
    planned = {
        level_name: " + ".join(
            f"{movement} {_shown(dose.hold_s)}x{_shown(dose.reps)}x{_shown(dose.sets)}"
            for movement in level.movements
            for dose in [level.dose_for(movement)]
        )
        for level_name, level in sorted(CATALOGUE.exercises[name].levels.items())
        if not level.instead
    }

    assert LEVELS[name] == planned


def test_only_two_levels_go_another_way() -> None:
    """The first chair twist goes half the way; the first ground twist is done on a chair."""
    halved = {(e.id, n) for e in EVERY for n, level in e.levels.items() if level.range_fraction < 1}
    replaced = {(e.id, n, level.instead) for e in EVERY for n, level in e.levels.items()}

    assert {("chair_twist", "L0")} == halved
    assert {("ground_twist", "L0", "chair_twist")} == {row for row in replaced if row[2]}


def _shown(ends: tuple[float, float]) -> str:
    low, high = ends
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


@pytest.mark.parametrize(("name", "told"), COACHED.items())
def test_every_step_of_the_article_is_coached(name: str, told: list[str]) -> None:
    """Whoever never saw the article is still led through all of it."""
    steps = " ".join(CATALOGUE.exercises[name].movements["main"].steps).lower()

    assert [] == [words for words in told if words not in steps]


@each_exercise
def test_no_text_promises_to_heal_or_rewards_cracking_or_pushing(exercise: Exercise) -> None:
    """Nobody is promised a cure, praised for a crack, or told to push on."""
    texts = list(_texts(exercise))

    assert [] == [
        text
        for text in texts
        if PROMISES.search(text) or CRACKING.search(text) or PUSHING.search(text)
    ]


def test_everybody_is_told_that_a_click_is_not_the_goal() -> None:
    """The one place that speaks of clicks says harmless, not the goal, and when to stop."""
    assert ["harmless", "not the goal", "Never force", "numbness", "stop"] == [
        said
        for said in ("harmless", "not the goal", "Never force", "numbness", "stop")
        if said in words.CLICK
    ]


@each_exercise
def test_the_texts_are_short_and_plain(exercise: Exercise) -> None:
    """A person on the floor without glasses is never met with a long or learned sentence."""
    sentences = [part for text in _texts(exercise) for part in re.split(r"(?<=[.!?:;]) ", text)]

    assert [] == [sentence for sentence in sentences if len(sentence.split()) > 21]
    assert [] == [text for text in _texts(exercise) if re.search(LEARNED, text, re.IGNORECASE)]


LEARNED = (
    r"supine|prone|flexion|extension|lumbar|thoracic|gluteus|glutes|hamstring|erector|isometric|"
    r"rotation|pelvis|vertebra|degrees|repetition maximum"
)


@each_exercise
def test_every_source_is_a_place_in_our_evidence(exercise: Exercise) -> None:
    """Whoever asks where a figure comes from finds the paragraph that says so."""
    named = {*exercise.sources} | {
        fault.source for movement in exercise.movements.values() for fault in movement.faults
    }

    assert set() == {source for source in named if source not in _anchors()}


def test_the_evidence_cites_nothing_that_it_does_not_list() -> None:
    """Every tag [Vn] can be looked up, and no source is listed for show."""
    evidence, _, sources = _evidence().partition("## Sources")
    cited = set(re.findall(r"V(\d+)", evidence))

    assert cited == set(re.findall(r"^- V(\d+):", sources, re.MULTILINE))
    assert "Not reviewed by a clinician yet" in evidence


def _evidence() -> str:
    return (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")


def _anchors() -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _evidence(), re.MULTILINE)
    slugs = [re.sub(r"[^a-z0-9 -]", "", text.lower()).replace(" ", "-") for text in headings]
    ids = re.findall(r'<a id="([^"]+)">', _evidence())
    return {f"evidence.md#{name}" for name in (*slugs, *ids)}


def _texts(exercise: Exercise) -> Iterator[str]:
    """Yield everything of an exercise that a person reads or hears."""
    yield from (exercise.name, exercise.purpose, exercise.breathing, *exercise.cautions)
    yield from (level.note for level in exercise.levels.values())
    yield from (given.why for given in exercise.precautions.values())
    for movement in exercise.movements.values():
        yield from (movement.get_ready, movement.unseen, *movement.steps)
        yield from (stage.say for stage in movement.cycle)
        yield from (fault.say for fault in movement.faults)
