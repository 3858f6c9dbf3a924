"""A person's own exercise files: whatever is wrong in them is told, and nothing else suffers."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unkink.catalogue import BUILT_IN, parse, read_catalogue, read_files

if TYPE_CHECKING:
    from pathlib import Path

BRIDGE = (BUILT_IN / "bridge.toml").read_text(encoding="utf-8")
MINE = BRIDGE.replace('id = "bridge"', 'id = "mine"')


def keys_of(problems_for: str, folder: Path) -> list[str]:
    """Return where the problems are in a file *mine.toml* with this text."""
    (folder / "mine.toml").write_text(problems_for, encoding="utf-8")
    return [problem.key for problem in read_files([folder / "mine.toml"]).problems]


def test_an_own_file_joins_the_catalogue(tmp_path: Path) -> None:
    """Whoever puts a file of their own into the folder finds it among the others."""
    (tmp_path / "mine.toml").write_text(MINE, encoding="utf-8")

    catalogue = read_catalogue([BUILT_IN, tmp_path])

    assert () == catalogue.problems
    assert {*read_catalogue().exercises, "mine"} == set(catalogue.exercises)


def test_an_own_file_never_replaces_a_built_in_exercise(tmp_path: Path) -> None:
    """What a built-in exercise asks of a body is changed by nobody's file with the same id."""
    changed = BRIDGE.replace("Slowly lift your hips.", "Jump.")
    (tmp_path / "bridge.toml").write_text(changed, encoding="utf-8")

    catalogue = read_catalogue([BUILT_IN, tmp_path])

    assert read_catalogue().exercises == catalogue.exercises
    assert [("id", True)] == [
        (problem.key, "is taken by" in problem.message) for problem in catalogue.problems
    ]


def test_a_broken_file_hides_no_other(tmp_path: Path) -> None:
    """One mistake in one file leaves all other exercises where they were."""
    (tmp_path / "broken.toml").write_text('id = "broken"\nname = [', encoding="utf-8")
    (tmp_path / "mine.toml").write_text(MINE, encoding="utf-8")

    catalogue = read_catalogue([BUILT_IN, tmp_path])

    assert {*read_catalogue().exercises, "mine"} == set(catalogue.exercises)
    assert [str(tmp_path / "broken.toml")] == [problem.file for problem in catalogue.problems]


def test_a_mistake_in_the_writing_is_told_with_its_line(tmp_path: Path) -> None:
    """Who forgot a bracket is told in which line."""
    (tmp_path / "mine.toml").write_text('id = "mine"\nsteps = [1, 2\nname = 3', encoding="utf-8")

    problem = read_catalogue([tmp_path]).problems[0]

    assert "is not valid TOML" in problem.message
    assert "(at line 3, column" in problem.message


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    """Whoever made six mistakes of different sorts does not have to check six times."""
    text = (
        MINE.replace('name = "Bridge"', 'nmae = "Bridge"')
        .replace('kind = "strengthen"', 'kind = "yoga"')
        .replace("hold_s = [3, 5]", "hold_s = [5, 3]")
        .replace("reps = [10, 10]", "reps = 10")
        .replace('picture = "tilted"', 'picture = "tiltd"')
    )

    assert {
        "nmae",
        "name",
        "kind",
        "article_dose.hold_s",
        "levels.L2.dose.reps",
        "movements.pelvic_tilt.picture",
    } == set(keys_of(text, tmp_path))


@pytest.mark.parametrize(
    ("before", "after", "key", "told"),
    [
        ('name = "Bridge"', "name = 3", "name", "must be a text, not 3"),
        ('name = "Bridge"', "name = 1979-05-27", "name", "must be a text, not a date"),
        ('name = "Bridge"', 'name = " "', "name", "must not be empty"),
        ('kind = "strengthen"', 'kind = "yoga"', "kind", "must be one of 'strengthen', 'stretch'"),
        ('kind = "strengthen"', 'kid = "strengthen"', "kid", "did you mean 'kind'?"),
        ('article = "2"', 'id_ = "2"', "id_", "is not a key we know; did you mean 'id'?"),
        ('id = "mine"', 'id = "other"', "id", "must be the file's name, 'mine', not 'other'"),
        ("[levels.L3]", "[levels.L4]", "levels.L4", "allowed: L0, L1, L2, L3"),
        ("[levels.L3]", "[levels.L4]", "levels.L3", "is missing; needed: all of L0, L1, L2, L3"),
        ("[movements.main]", "[movements.mian]", "movements.main.steps", "is missing"),
        ("reps = [10, 10]", "reps = [10]", "levels.L2.dose.reps[1]", "is missing; needed: a whole"),
        ("reps = [10, 10]", "reps = [10, 0]", "levels.L2.dose.reps", "must not be above"),
        ("reps = [10, 10]", "reps = [0, 10]", "levels.L2.dose.reps", "must be at least 1"),
        ("reps = [10, 10]", "reps = [1.5, 10]", "levels.L2.dose.reps[0]", "a whole number"),
        ("hold_s = [3, 5]", "hold_s = [nan, 5]", "article_dose.hold_s[0]", "a finite number"),
        ("hold_s = [3, 5]", "hold_s = [-1, 5]", "article_dose.hold_s", "must be at least 0"),
        ("move_s = 3", "move_s = 0", "movements.main.cycle[0].move_s", "must be above 0 seconds"),
        ('say = "Let go."', 'say = ""', "movements.pelvic_tilt.cycle[1].say", "not be empty"),
        (
            'say = "Let go."',
            'say = "Let go and come all the way back again, slowly."',
            "movements.pelvic_tilt.cycle[1].say",
            "must be at most 8 words, to be heard in time; it has 10",
        ),
        (
            'say = "Let go."',
            'say = "Let your {side} side go."',
            "movements.pelvic_tilt.cycle[1].say",
            "'{side}' has no meaning where both sides work as one",
        ),
        (
            'say = "Let go."',
            'say = "Let go, {name}."',
            "movements.pelvic_tilt.cycle[1].say",
            "'{name}' is not filled in; allowed: {side}, {other_side}",
        ),
        (
            "[levels.L0]",
            '[unlock]\ngreen_days = 0\nup_to = "L0"\nwhy = "Later."\n[levels.L0]',
            "unlock.green_days",
            "must be at least 1",
        ),
        (
            "[levels.L0]",
            '[unlock]\ngreen_days = 7\nup_to = "L9"\nwhy = "Later."\n[levels.L0]',
            "unlock.up_to",
            "must be one of 'L0', 'L1'",
        ),
        ("holds = true", "holds = false", "levels.L1.dose.hold_s", "is held nowhere"),
        (
            'movements = ["pelvic_tilt"]',
            'movements = ["tilt"]',
            "levels.L0.movements",
            "no movement 'tilt'; there are: main, pelvic_tilt",
        ),
        (
            'movements = ["pelvic_tilt"]',
            'instead = "nothing"',
            "levels.L0.instead",
            "no sound exercise 'nothing'",
        ),
        (
            'movements = ["pelvic_tilt"]',
            "range_fraction = 1.5",
            "levels.L0.range_fraction",
            "must be above 0 and at most 1",
        ),
        (
            "[movements.main.poses.up]",
            "[movements.main.poses.up]\nelbow_flexion_deg = 180",
            "movements.main.poses.up.elbow_flexion_deg",
            "must be 0 to 150 degrees, not 180",
        ),
        (
            "[movements.main.poses.up]",
            "[movements.main.poses.up]\nelbow_flexion_deg = { left = -5, right = 5 }",
            "movements.main.poses.up.elbow_flexion_deg.left",
            "must be 0 to 150 degrees, not -5",
        ),
        (
            "[movements.main.poses.up]",
            '[movements.main.poses.up]\nelbow_flexion_deg = "bent"',
            "movements.main.poses.up.elbow_flexion_deg",
            "must be a number or a table with left, right, not 'bent'",
        ),
        (
            'measure = "hip_deg"',
            'measure = "hip_dge"',
            "movements.main.faults[0].measure",
            "no measure 'hip_dge'",
        ),
        (
            "[precautions]",
            '[precautions]\nosteoprosis = { code = "ok" }',
            "precautions.osteoprosis",
            "is not a condition we know; did you mean 'osteoporosis'?",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "never" }',
            "precautions.osteoporosis.code",
            "must be one of 'exclude', 'after_test', 'modify', 'care', 'ok', not 'never'",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "exclude" }',
            "precautions.osteoporosis.why",
            "must tell the reason",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "modify", why = "Less." }',
            "precautions.osteoporosis.limits",
            "must bound something",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "ok", limits = { most_reps = 3 } }',
            "precautions.osteoporosis.limits",
            "has no meaning with code = 'ok'",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "care", why = "Less.", alternative = "walk" }',
            "precautions.osteoporosis.alternative",
            "is for code = 'exclude', not for 'care'",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "modify", why = "Less.", limits = { most_range = 1.5 } }',
            "precautions.osteoporosis.limits.most_range",
            "must be above 0 and below 1",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "modify", why = "Less.", limits = { most_rang = 0.5 } }',
            "precautions.osteoporosis.limits.most_rang",
            "did you mean 'most_range'?",
        ),
        (
            'osteoporosis = { code = "ok" }',
            'osteoporosis = { code = "modify", why = "Less.", limits = { movements = ["tilt"] } }',
            "precautions.osteoporosis.limits.movements",
            "no movement 'tilt'; there are: main, pelvic_tilt",
        ),
        (
            "[movements.main.poses.up]",
            "[movements.main.poses.side]\n[movements.main.poses.up]",
            "movements.main.poses.side",
            "is in no stage of the cycle",
        ),
    ],
)
def test_each_mistake_is_told_with_its_key_and_what_is_allowed(
    tmp_path: Path, before: str, after: str, key: str, told: str
) -> None:
    """Who made a mistake reads where it is and what would be right."""
    assert before in MINE
    (tmp_path / "mine.toml").write_text(MINE.replace(before, after, 1), encoding="utf-8")

    problems = read_files([tmp_path / "mine.toml"]).problems

    assert told in " ".join(problem.message for problem in problems if problem.key == key)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x = " + b"[" * 5000, b"x = " + b"9" * 5000])
def test_a_file_that_is_no_exercise_at_all_is_told_and_left_out(
    tmp_path: Path, content: bytes
) -> None:
    """Whatever lands in the folder by mistake, the app starts and says which file it was."""
    (tmp_path / "junk.toml").write_bytes(content)

    catalogue = read_catalogue([tmp_path])

    assert {} == catalogue.exercises
    assert {str(tmp_path / "junk.toml")} == {problem.file for problem in catalogue.problems}


def test_a_folder_named_like_a_file_is_told(tmp_path: Path) -> None:
    """Even a folder that ends in .toml is a problem with a name, not a crash."""
    (tmp_path / "odd.toml").mkdir()

    assert ["can't be read: Is a directory"] == [
        problem.message for problem in read_catalogue([tmp_path]).problems
    ]


damage = st.tuples(
    st.integers(0, len(MINE)),
    st.integers(0, 40),
    st.text(max_size=12) | st.sampled_from("[]{}=\"'"),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damages=st.lists(damage, min_size=1, max_size=3))
def test_random_damage_never_crashes_and_never_hides_the_rest(
    tmp_path: Path, damages: list[tuple[int, int, str]]
) -> None:
    """Whatever a cat on the keyboard does to one file, the others load and it is told."""
    text = MINE
    for start, length, inserted in damages:
        text = text[:start] + inserted + text[start + length :]
    mine, other = tmp_path / "mine.toml", tmp_path / "walk.toml"
    mine.write_text(text, encoding="utf-8", errors="surrogatepass")
    other.write_bytes((BUILT_IN / "walk.toml").read_bytes())

    catalogue = read_catalogue([tmp_path])

    assert "walk" in catalogue.exercises
    assert ("mine" in catalogue.exercises) == (not catalogue.problems)
    assert {str(mine)} >= {problem.file for problem in catalogue.problems}
    assert all(problem.message for problem in catalogue.problems)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@settings(max_examples=150)
@given(data=st.data(), value=values)
def test_a_wrong_value_anywhere_is_a_problem_or_still_an_exercise(
    data: st.DataObject, value: object
) -> None:
    """Any value in any place is either fine or told; parsing never fails in another way."""
    table = tomllib.loads(MINE)
    place: Any = table
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        inside = place[key]
        if not (isinstance(inside, dict | list) and inside) or data.draw(st.booleans()):
            place[key] = value
            break
        place = inside

    exercise, problems = parse(table)

    assert (exercise is None) == bool(problems)
