"""Whether an exercise makes sense: what no type can say, checked file by file and together."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from unkink.core.coach.measures import is_measure
from unkink.core.definition.exercise import Dose, Level, Movement
from unkink.core.definition.limits import beyond_limits
from unkink.core.definition.precaution import levels_within, problems_in_precaution
from unkink.core.definition.problems import Problem
from unkink.core.safety.conditions import IDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.definition.exercise import Exercise, LevelName

LEVELS: Final = ("L0", "L1", "L2", "L3")
SAID_WORDS: Final = 8
"""The most words of a cue: about three seconds, so that it ends while the move goes on. [D]"""
GET_READY_WORDS: Final = 16
"""The most words for getting into place: about six seconds. [D]"""
PLACEHOLDERS: Final = frozenset({"side", "other_side"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What could be read of an exercise: all of a sound one, the sound parts of a broken one."""

    article_dose: Dose | None
    levels: Mapping[str, Level]
    movements: Mapping[str, Movement]
    level_names: Collection[str]
    movement_names: Collection[str]
    """The names of all there are, also of those that could not be read."""


def problems_in(exercise: Exercise) -> tuple[Problem, ...]:
    """Return everything in one exercise that its types allow and its meaning does not."""
    parts = Parts(
        article_dose=exercise.article_dose,
        levels={str(name): level for name, level in exercise.levels.items()},
        movements=exercise.movements,
        level_names=tuple(exercise.levels),
        movement_names=tuple(exercise.movements),
    )
    found = chain(
        _in_texts(exercise),
        _in_unlock(exercise),
        _in_held_first(exercise),
        _in_levels(exercise),
        _in_precautions(exercise),
    )
    return (*(Problem("", key, message) for key, message in found), *problems_in_parts(parts))


def problems_in_parts(parts: Parts) -> tuple[Problem, ...]:
    """Return what is wrong within each part, whatever is wrong with the others."""
    doses = {"article_dose": parts.article_dose} if parts.article_dose else {}
    for name, level in parts.levels.items():
        doses[f"levels.{name}.dose"] = level.dose
        doses |= {f"levels.{name}.doses.{each}": dose for each, dose in level.doses.items()}
    found = chain(
        _missing(parts),
        *(_in_dose(key, dose) for key, dose in doses.items()),
        *(_in_level(f"levels.{n}", each, parts.movement_names) for n, each in parts.levels.items()),
        *(_in_movement(name, each) for name, each in parts.movements.items()),
    )
    return tuple(Problem("", key, message) for key, message in found)


def problems_among(
    exercises: Mapping[str, Exercise], known: Mapping[str, Exercise]
) -> tuple[tuple[str, Problem], ...]:
    """Return, with the exercise's id, where it leans on another in a way that doesn't hold."""
    every = {**known, **exercises}
    return tuple(
        (exercise.id, Problem("", key, message))
        for exercise in exercises.values()
        for key, message in chain(
            _in_substitutes(exercise, every), _in_alternatives(exercise, every)
        )
    )


def _in_substitutes(exercise: Exercise, every: Mapping[str, Exercise]) -> Iterator[tuple[str, str]]:
    for name, level in exercise.levels.items():
        if level.instead:
            for key, message in _in_substitute(name, level, every.get(level.instead)):
                yield f"levels.{name}.{key}", message


def _in_alternatives(
    exercise: Exercise, every: Mapping[str, Exercise]
) -> Iterator[tuple[str, str]]:
    for condition, given in exercise.precautions.items():
        key, name = f"precautions.{condition}.alternative", given.alternative
        if not name:
            continue
        if name not in every:
            yield key, f"no sound exercise '{name}'"
            continue
        there = every[name].precautions.get(condition)
        if there is None or there.code in ("exclude", "after_test"):
            yield key, f"'{name}' is not allowed with {condition} either"


def _in_substitute(
    name: LevelName, level: Level, other: Exercise | None
) -> Iterator[tuple[str, str]]:
    if other is None:
        yield "instead", f"no sound exercise '{level.instead}'"
    elif not _same_amount(level.dose, other.levels[name].dose):
        yield "dose", f"must be as that of {other.id} at {name}, which is done instead"


def _same_amount(one: Dose, other: Dose) -> bool:
    return (one.hold_s, one.reps, one.sets) == (other.hold_s, other.reps, other.sets)


def _in_texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", exercise.id):
        yield "id", "must be small letters, digits and _, beginning with a letter"
    for key in ("name", "purpose", "breathing"):
        if not getattr(exercise, key).strip():
            yield key, "must not be empty"
    if not exercise.sources:
        yield "sources", "must name at least one: where do these figures come from?"


def _in_unlock(exercise: Exercise) -> Iterator[tuple[str, str]]:
    unlock = exercise.unlock
    if unlock is None:
        return
    if unlock.green_days < 1:
        yield "unlock.green_days", "must be at least 1"
    if not unlock.why.strip():
        yield "unlock.why", "must tell the reason, as the person will read it"


def _in_held_first(exercise: Exercise) -> Iterator[tuple[str, str]]:
    name = exercise.held_first
    movement = exercise.movements.get(name)
    if name and movement is None:
        yield "held_first", f"no movement '{name}'; there are: {', '.join(exercise.movements)}"
    elif movement and not any(stage.holds for stage in movement.cycle):
        yield "held_first", f"'{name}' is held nowhere: no stage of it has holds = true"


def _in_precautions(exercise: Exercise) -> Iterator[tuple[str, str]]:
    movements = frozenset(exercise.movements)
    for condition, given in exercise.precautions.items():
        key = f"precautions.{condition}"
        if condition not in IDS:
            near = difflib.get_close_matches(condition, IDS, n=1)
            hint = f"did you mean '{near[0]}'? " if near else ""
            yield key, f"is not a condition we know; {hint}allowed: {', '.join(IDS)}"
        for name, message in problems_in_precaution(given, movements):
            yield f"{key}.{name}", message
        if not levels_within(exercise.levels, given.limits):
            yield f"{key}.limits", "leave no level that can be done; use code = 'exclude'"


def _missing(parts: Parts) -> Iterator[tuple[str, str]]:
    for name in LEVELS:
        if name not in parts.level_names:
            yield f"levels.{name}", f"is missing; needed: all of {', '.join(LEVELS)}"
    if "main" not in parts.movement_names:
        yield "movements.main", "is missing; needed: the exercise itself"


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
    for name, level in exercise.levels.items():
        if level.instead == exercise.id:
            yield f"levels.{name}.instead", "must be another exercise"
        for movement in level.movements:
            yield from _in_hold(f"levels.{name}", level, movement, exercise)


def _in_hold(
    key: str, level: Level, movement: str, exercise: Exercise
) -> Iterator[tuple[str, str]]:
    if movement not in exercise.movements or exercise.everyday:
        return
    holds = any(stage.holds for stage in exercise.movements[movement].cycle)
    if any(level.dose_for(movement).hold_s) and not holds:
        yield f"{key}.dose.hold_s", f"is held nowhere: no stage of '{movement}' has holds = true"


def _in_level(key: str, level: Level, names: Collection[str]) -> Iterator[tuple[str, str]]:
    if not 0 < level.range_fraction <= 1:
        yield f"{key}.range_fraction", "must be above 0 and at most 1"
    if not level.movements:
        yield f"{key}.movements", "must name at least one movement"
    for movement in dict.fromkeys(level.movements):
        if movement not in names:
            yield f"{key}.movements", f"no movement '{movement}'; there are: {', '.join(names)}"
    for movement in level.doses:
        if movement not in level.movements:
            yield f"{key}.doses.{movement}", "is not among this level's movements"


def _in_movement(name: str, movement: Movement) -> Iterator[tuple[str, str]]:
    key = f"movements.{name}"
    if name != "main" and not movement.name.strip():
        yield f"{key}.name", "must not be empty: people choose variants by name"
    if not movement.steps:
        yield f"{key}.steps", "must tell at least one step"
    yield from _in_cycle(key, movement)
    yield from _pose_named(f"{key}.picture", movement.picture, movement)
    yield from _in_faults(key, movement)
    yield from _in_words(f"{key}.get_ready", movement.get_ready, movement, GET_READY_WORDS)
    for i, reminder in enumerate(movement.reminders):
        yield from _in_words(f"{key}.reminders[{i}]", reminder, movement)
    for i, stage in enumerate(movement.cycle):
        yield from _in_words(f"{key}.cycle[{i}].say", stage.say, movement)
    for pose_name, pose in movement.poses.items():
        for angle, message in beyond_limits(pose):
            yield f"{key}.poses.{pose_name}.{angle}", message


def _in_faults(key: str, movement: Movement) -> Iterator[tuple[str, str]]:
    for i, fault in enumerate(movement.faults):
        yield from _pose_named(f"{key}.faults[{i}].during", fault.during, movement)
        yield from _in_words(f"{key}.faults[{i}].say", fault.say, movement)
        if (fault.above is None) == (fault.below is None):
            yield f"{key}.faults[{i}]", "needs exactly one of above and below"
        if not is_measure(fault.measure):
            message = f"no measure '{fault.measure}'; docs/coach.md#measures lists them"
            yield f"{key}.faults[{i}].measure", message
    ids = [fault.id for fault in movement.faults]
    for twice in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"{key}.faults", f"'{twice}' is there twice"


def _in_cycle(key: str, movement: Movement) -> Iterator[tuple[str, str]]:
    if not movement.cycle:
        yield f"{key}.cycle", "must have at least one stage"
    if sum(stage.holds for stage in movement.cycle) > 1:
        yield f"{key}.cycle", "may have only one stage with holds = true"
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


def _in_words(
    key: str, words: str, movement: Movement, most: int = SAID_WORDS
) -> Iterator[tuple[str, str]]:
    if not words.strip():
        yield key, "must not be empty"
    if (count := len(words.split())) > most:
        yield key, f"must be at most {most} words, to be heard in time; it has {count}"
    for name in re.findall(r"\{(.*?)\}", words):
        if name not in PLACEHOLDERS:
            yield key, f"'{{{name}}}' is not filled in; allowed: {{side}}, {{other_side}}"
        elif movement.sides == "both":
            yield key, f"'{{{name}}}' has no meaning where both sides work as one"
