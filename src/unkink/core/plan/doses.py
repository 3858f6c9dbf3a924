"""From an exercise's levels to the amounts of one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.plan.session import Item, ItemLevel, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Dose, Exercise, LevelName

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
    parts = tuple(_part(key, chosen.dose_for(key), high=high) for key in chosen.planned)
    return Item(exercise=exercise.id, level=name, parts=parts, range_fraction=chosen.range_fraction)


def article_item(
    exercises: Mapping[str, Exercise], exercise_id: str, *, high: bool = False
) -> Item:
    """Make an item of the article's own dose; where it gives none, of the hardest level."""
    exercise = exercises[exercise_id]
    dose = exercise.article_dose
    if dose is None:
        return item_at(exercises, exercise_id, "L3", high=high)
    hardest = exercise.levels[nearest(exercise, "L3")]
    parts = tuple(_part(key, dose, high=high) for key in hardest.planned)
    return Item(
        exercise=exercise.id, level="article", parts=parts, range_fraction=hardest.range_fraction
    )


def nearest(exercise: Exercise, level: LevelName) -> LevelName:
    """Find the level, or else the hardest one below it, or else the easiest there is."""
    below = [n for n in LEVELS[: LEVELS.index(level) + 1] if n in exercise.levels]
    return below[-1] if below else next(n for n in LEVELS if n in exercise.levels)


def easier_level(exercise: Exercise, level: ItemLevel) -> LevelName | None:
    """Find the next easier level, `None` at the easiest; the article's own is the hardest."""
    position = LEVELS.index("L3" if level == "article" else level)
    below = [name for name in LEVELS[:position] if name in exercise.levels]
    return below[-1] if below else None


def _part(movement: str, dose: Dose, *, high: bool) -> Part:
    end = 1 if high else 0
    return Part(
        movement=movement, hold_s=dose.hold_s[end], reps=dose.reps[end], sets=dose.sets[end]
    )
