"""From an exercise's levels to the amounts of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.session import Item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.exercise import Dose, Exercise, Level, LevelName

LEVELS: tuple[LevelName, ...] = ("L0", "L1", "L2", "L3")
"""From the easiest up."""


def item_at(
    exercises: Mapping[str, Exercise], exercise_id: str, level: LevelName, *, high: bool = False
) -> Item:
    """
    Make an item of an exercise at a level, or at the nearest easier level it has.

    Where that level says to do another exercise instead, it is that one at the same level; an
    exercise with nothing so easy gives its easiest. *high* takes the upper end of the dose.
    """
    exercise = exercises[exercise_id]
    name = nearest(exercise, level)
    chosen = exercise.levels[name]
    if chosen.instead:
        return item_at(exercises, chosen.instead, name, high=high)
    return _item(exercise, name, chosen, chosen.dose, high=high)


def article_item(exercise: Exercise, *, high: bool = False) -> Item:
    """Make an item of the article's own dose; where it gives none, of the hardest level."""
    name = nearest(exercise, "L3")
    hardest = exercise.levels[name]
    if exercise.article_dose is None:
        return _item(exercise, name, hardest, hardest.dose, high=high)
    return _item(exercise, "article", hardest, exercise.article_dose, high=high)


def nearest(exercise: Exercise, level: LevelName) -> LevelName:
    """Find the level, or else the hardest one below it, or else the easiest there is."""
    below = [n for n in LEVELS[: LEVELS.index(level) + 1] if n in exercise.levels]
    return below[-1] if below else next(n for n in LEVELS if n in exercise.levels)


def easier_level(exercise: Exercise, level: str) -> LevelName | None:
    """Find the next easier level, `None` at the easiest; the article's own is the hardest."""
    position = LEVELS.index("L3") if level == "article" else LEVELS.index(level)
    below = [name for name in LEVELS[:position] if name in exercise.levels]
    return below[-1] if below else None


def _item(exercise: Exercise, name: str, level: Level, dose: Dose, *, high: bool) -> Item:
    end = 1 if high else 0
    return Item(
        exercise=exercise.id,
        level=name,  # type: ignore[arg-type]
        movements=level.movements,
        hold_s=dose.hold_s[end],
        reps=dose.reps[end],
        sets=dose.sets[end],
        range_fraction=level.range_fraction,
    )
