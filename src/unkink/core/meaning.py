"""Whether an exercise makes sense: what no type can say, checked file by file and together."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from unkink.core.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from unkink.core.exercise import Dose, Exercise, Level, Movement

LEVELS: Final = ("L0", "L1", "L2", "L3")
SAID_WORDS: Final = 10
"""The longest a spoken cue may be: about three seconds, so it ends while the move still goes on."""
PLACEHOLDERS: Final = frozenset({"side", "other_side"})


def problems_in(exercise: Exercise) -> tuple[Problem, ...]:
    """Return everything in one exercise that its types allow and its meaning does not."""
    found = chain(
        _in_texts(exercise),
        _in_doses(exercise),
        _in_levels(exercise),
        *(_in_movement(f"movements.{name}", each) for name, each in exercise.movements.items()),
    )
    return tuple(Problem("", key, message) for key, message in found)


def problems_among(
    exercises: Mapping[str, Exercise], known: Collection[str] = ()
) -> tuple[tuple[str, Problem], ...]:
    """Return, with the id of the exercise, every mention of an exercise that is not there."""
    return tuple(
        (
            exercise.id,
            Problem("", f"levels.{name}.instead", f"no exercise '{level.instead}' that is sound"),
        )
        for exercise in exercises.values()
        for name, level in exercise.levels.items()
        if level.instead and level.instead not in exercises and level.instead not in known
    )


def _in_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", exercise.id):
        yield "id", "must be small letters, digits and _, beginning with a letter"
    for key in ("name", "purpose", "breathing"):
        if not getattr(exercise, key).strip():
            yield key, "must not be empty"
    if "main" not in exercise.movements:
        yield "movements.main", "is missing: the exercise itself"
    if not exercise.sources:
        yield "sources", "must name at least one: where do these figures come from?"


def _in_doses(exercise: Exercise) -> Iterator[tuple[str, str]]:
    if exercise.article_dose:
        yield from _in_dose("article_dose", exercise.article_dose)
    for name, level in exercise.levels.items():
        yield from _in_dose(f"levels.{name}.dose", level.dose)
        for movement, dose in level.doses.items():
            yield from _in_dose(f"levels.{name}.doses.{movement}", dose)


def _in_dose(key: str, dose: Dose) -> Iterator[tuple[str, str]]:
    pairs: dict[str, tuple[float, float]] = {
        "hold_s": dose.hold_s,
        "reps": dose.reps,
        "sets": dose.sets,
    }
    least = {"hold_s": 0, "reps": 1, "sets": 1}
    for name, pair in pairs.items():
        low, high = pair
        if low > high:
            yield f"{key}.{name}", f"the low end {low:g} must not be above the high end {high:g}"
        if low < least[name]:
            yield f"{key}.{name}", f"must be at least {least[name]}"


def _in_levels(exercise: Exercise) -> Iterator[tuple[str, str]]:
    for missing in (name for name in LEVELS if name not in exercise.levels):
        yield f"levels.{missing}", f"is missing; all of {', '.join(LEVELS)} are needed"
    for name, level in exercise.levels.items():
        yield from _in_level(f"levels.{name}", level, exercise)


def _in_level(key: str, level: Level, exercise: Exercise) -> Iterator[tuple[str, str]]:
    if not 0 < level.range_fraction <= 1:
        yield f"{key}.range_fraction", "must be above 0 and at most 1"
    if level.instead == exercise.id:
        yield f"{key}.instead", "must be another exercise"
    if not level.movements:
        yield f"{key}.movements", "must name at least one movement"
    named = dict.fromkeys((*level.movements, *level.doses))
    for movement in named:
        if movement not in exercise.movements:
            yield (
                f"{key}.{'movements' if movement in level.movements else f'doses.{movement}'}",
                f"no movement '{movement}'; there are: {', '.join(exercise.movements)}",
            )
        elif movement not in level.movements:
            yield f"{key}.doses.{movement}", "is not among this level's movements"


def _in_movement(key: str, movement: Movement) -> Iterator[tuple[str, str]]:
    if not movement.steps:
        yield f"{key}.steps", "must tell at least one step"
    yield from _in_cycle(key, movement)
    poses = {f"{key}.picture": movement.picture}
    poses |= {f"{key}.faults[{i}].during": f.during for i, f in enumerate(movement.faults)}
    for place, pose in poses.items():
        yield from _pose_named(place, pose, movement)
    said = {f"{key}.get_ready": movement.get_ready}
    said |= {f"{key}.cycle[{i}].say": stage.say for i, stage in enumerate(movement.cycle)}
    said |= {f"{key}.faults[{i}].say": fault.say for i, fault in enumerate(movement.faults)}
    for place, words in said.items():
        yield from _in_words(place, words, movement)
    for i, fault in enumerate(movement.faults):
        if (fault.above is None) == (fault.below is None):
            yield f"{key}.faults[{i}]", "needs exactly one of above and below"
    ids = [fault.id for fault in movement.faults]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"{key}.faults", f"'{twice}' is there twice"


def _in_cycle(key: str, movement: Movement) -> Iterator[tuple[str, str]]:
    if not movement.cycle:
        yield f"{key}.cycle", "must have at least one stage"
    for i, stage in enumerate(movement.cycle):
        yield from _pose_named(f"{key}.cycle[{i}].pose", stage.pose, movement)
        if stage.move_s <= 0:
            yield f"{key}.cycle[{i}].move_s", "must be above 0 seconds: nothing may be jerked"
        if stage.pause_s < 0:
            yield f"{key}.cycle[{i}].pause_s", "must not be below 0 seconds"
    unused = set(movement.poses) - {stage.pose for stage in movement.cycle}
    for pose in sorted(unused):
        yield f"{key}.poses.{pose}", "is in no stage of the cycle"


def _pose_named(key: str, pose: str, movement: Movement) -> Iterator[tuple[str, str]]:
    if pose not in movement.poses:
        yield key, f"no pose '{pose}'; there are: {', '.join(movement.poses)}"


def _in_words(key: str, words: str, movement: Movement) -> Iterator[tuple[str, str]]:
    if not words.strip():
        yield key, "must not be empty"
    if not key.endswith("get_ready") and len(words.split()) > SAID_WORDS:
        yield (
            key,
            f"must be at most {SAID_WORDS} words, to be heard in time; it has {len(words.split())}",
        )
    for name in re.findall(r"\{(.*?)\}", words):
        if name not in PLACEHOLDERS:
            yield key, f"'{{{name}}}' is not filled in; allowed: {{side}}, {{other_side}}"
        elif movement.sides == "both":
            yield key, f"'{{{name}}}' has no meaning where both sides work as one"
