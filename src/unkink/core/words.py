"""The plain words for what exercise files say in short: one vocabulary for every reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from unkink.core.definition.exercise import (
        Dose,
        Exercise,
        Kind,
        LevelName,
        Position,
        Prop,
        Sides,
        View,
    )

CLICK: Final = (
    "A click is harmless and is not the goal. Never force or chase one. "
    "A crack with pain, numbness or weakness: stop."
)
"""Said of every exercise. Source: `docs/evidence.md#clicks`."""

STOP: Final = (
    "Stop at discomfort. If you have a condition or a doubt, ask a health professional first."
)
"""Said of every exercise. Source: the article, `docs/evidence.md#article`."""

LEVELS: Final[Mapping[LevelName, str]] = {
    "L0": "Ease",
    "L1": "Start",
    "L2": "Build",
    "L3": "Full",
}
POSITIONS: Final[Mapping[Position, str]] = {
    "chair": "sitting on a chair",
    "floor_sitting": "sitting on the floor",
    "supine": "lying on your back",
    "prone": "lying face down",
    "kneeling": "kneeling",
    "standing": "standing",
}
KINDS: Final[Mapping[Kind, str]] = {
    "strengthen": "strength",
    "stretch": "stretch",
    "mobilise": "movement",
    "roll": "rolling",
    "warm_up": "warm-up",
    "walk": "walking",
}
PROPS: Final[Mapping[Prop, str]] = {
    "mat": "a mat or something soft",
    "chair": "a firm chair",
    "roller": "a foam roller",
    "cushion": "a firm cushion",
    "ball": "a tennis ball or the like",
    "wall": "a wall",
}
SIDES: Final[Mapping[Sides, str]] = {
    "both": "both sides together",
    "alternating": "one side, then the other, in turn",
    "one_then_other": "all on one side, then all on the other",
}
VIEWS: Final[Mapping[View, str]] = {
    "side": "at your side",
    "front": "in front of you",
    "foot_end": "beyond your feet, high up, looking down at you",
    "three_quarter": "in front of you, a little to one side",
}


def dose_in_words(dose: Dose, exercise: Exercise, movement: str = "main") -> str:
    """Return how much of a movement a dose asks for, as `3 times a side, hold 15-30 s each`."""
    if exercise.everyday:
        return _span(*dose.hold_s)
    side = "" if exercise.movements[movement].sides == "both" else " a side"
    once = dose.reps == (1, 1)
    times = "once" if once else f"{_range(*dose.reps)} times"
    if dose.sets != (1, 1):
        times = f"{_range(*dose.sets)} sets of {_range(*dose.reps)}"
    if not any(dose.hold_s):
        return times + side
    return f"{times}{side}, hold {_range(*dose.hold_s)} s{'' if once else ' each'}"


def level_in_words(exercise: Exercise, name: LevelName) -> tuple[str, ...]:
    """Return what is done at one level, movement by movement, as a person reads it."""
    level = exercise.levels[name]
    if level.instead:
        return (f"do `{level.instead}` instead",)
    told = []
    for movement in level.planned:
        amount = dose_in_words(level.dose_for(movement), exercise, movement)
        title = exercise.movements[movement].name
        if level.choose == "one":
            names = [exercise.movements[each].name or exercise.name for each in level.movements]
            title = " or ".join((names[0], *(name[:1].lower() + name[1:] for name in names[1:])))
        told.append(f"{title}: {amount}" if title else amount)
    if level.range_fraction < 1:
        told.append(f"only {level.range_fraction:.0%} of the way")
    return tuple(told)


def needs(props: Iterable[Prop]) -> str:
    """Return what must be at hand, as `a mat or something soft, a foam roller`."""
    return ", ".join(PROPS[prop] for prop in props) or "nothing"


def _range(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _span(low_s: float, high_s: float) -> str:
    if low_s < 60 or low_s % 60 or high_s % 60:
        return f"{_range(low_s, high_s)} s"
    return f"{_range(low_s / 60, high_s / 60)} min"
