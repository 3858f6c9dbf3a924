"""What a person reads about the exercises, made ready for the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from unkink.core import words
from unkink.web import wire_exercises as wire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.definition.exercise import Dose, Exercise, LevelName, Movement
    from unkink.core.definition.problems import Problem


def read_catalogue(exercises: Iterable[Exercise], problems: Iterable[Problem]) -> wire.Catalogue:
    """Tell every exercise in short, and what is wrong with the files that could not be read."""
    return wire.Catalogue(
        exercises=[wire.ExerciseSummary(**_summary(each)) for each in exercises],
        problems=[wire.Problem.model_validate(each) for each in problems],
    )


def read_exercise(exercise: Exercise) -> wire.ExerciseDetail:
    """Tell everything a person reads about one exercise."""
    told = exercise.article_dose
    return wire.ExerciseDetail(
        **_summary(exercise),
        muscles=list(exercise.muscles),
        cautions=[*exercise.cautions, words.STOP, words.CLICK],
        breathing=exercise.breathing,
        needs_warm_up=exercise.needs_warm_up,
        sources=list(exercise.sources),
        article_dose=_dose(told, exercise) if told else None,
        levels=[_level(exercise, name) for name in sorted(exercise.levels)],
        movements=[_movement(exercise.id, key, m) for key, m in exercise.movements.items()],
    )


def _summary(exercise: Exercise) -> dict[str, Any]:
    main = exercise.movements["main"]
    return {
        "id": exercise.id,
        "name": exercise.name,
        "article": exercise.article,
        "kind": exercise.kind,
        "kind_words": words.KINDS[exercise.kind],
        "purpose": exercise.purpose,
        "start": main.start,
        "start_words": words.POSITIONS[main.start],
        "equipment": [words.PROPS[prop] for prop in exercise.equipment],
        "picture": _picture(exercise.id, "main"),
    }


def _picture(exercise: str, movement: str) -> str:
    return f"/api/pictures/{exercise}.svg?" + urlencode({"movement": movement})


def _dose(dose: Dose, exercise: Exercise) -> wire.Dose:
    return wire.Dose(
        words=dose.words,
        in_words=words.dose_in_words(dose, exercise),
        hold_s=dose.hold_s,
        reps=dose.reps,
        sets=dose.sets,
        ours=list(dose.ours),
    )


def _level(exercise: Exercise, name: LevelName) -> wire.Level:
    level = exercise.levels[name]
    return wire.Level(
        name=name,
        title=words.LEVELS[name],
        in_words=list(words.level_in_words(exercise, name)),
        dose=_dose(level.dose, exercise),
        movements=list(level.movements),
        range_fraction=level.range_fraction,
        instead=level.instead,
        note=level.note,
    )


def _movement(exercise: str, key: str, movement: Movement) -> wire.Movement:
    return wire.Movement(
        key=key,
        name=movement.name,
        steps=list(movement.steps),
        get_ready=movement.get_ready,
        start=movement.start,
        start_words=words.POSITIONS[movement.start],
        sides=movement.sides,
        sides_words=words.SIDES[movement.sides],
        view=movement.view,
        view_words=words.VIEWS[movement.view],
        props=[words.PROPS[prop] for prop in movement.props],
        unseen=movement.unseen,
        corrections=[fault.say for fault in movement.faults],
        picture=_picture(exercise, key),
        films={side: f"/api/films/{exercise}/{key}/{side}" for side in ("left", "right")},
    )
