"""From answers to a score, or every reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from unkink.core.outcomes.questionnaires import ACTIVITIES_LEAST, MUCH_BETTER

if TYPE_CHECKING:
    from unkink.core.history.record import Value
    from unkink.core.outcomes.instrument import Instrument, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one filling-in comes to."""

    value: float
    parts: Mapping[str, float] = field(default_factory=dict)
    """Each item that counts into it: by its id, or by the name the person gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unscored:
    """There is no score, and why."""

    reasons: tuple[str, ...]


def score(instrument: Instrument, answers: Mapping[str, Value]) -> Score | Unscored:
    """
    Score one filling-in.

    A `tick` left out does not count; of the person's own activities at least three must be rated;
    everything else has to be answered, except by whom it was measured.
    """
    problems = [*_strangers(instrument, answers), *_misfits(instrument, answers)]
    if problems:
        return Unscored(reasons=tuple(problems))
    kind = instrument.items[0].kind
    if kind == "tick":
        ticked = [item.id for item in instrument.items if answers.get(item.id) is True]
        return Score(value=float(len(ticked)), parts=dict.fromkeys(ticked, 1.0))
    if kind == "own_activity":
        return _of_activities(instrument, answers)
    return _of_numbers(instrument, answers)


def name_of(item: Item) -> str:
    """Tell under which answer the person's own name of an activity stands."""
    return f"{item.id}_name"


def much_better(overall: float) -> bool:
    """Tell whether someone who says so, of 7, counts as helped."""
    return overall >= MUCH_BETTER


def _strangers(instrument: Instrument, answers: Mapping[str, Value]) -> list[str]:
    known = {item.id for item in instrument.items}
    known |= {name_of(item) for item in instrument.items if item.kind == "own_activity"}
    return [f"{instrument.name} has no item {each!r}." for each in answers if each not in known]


def _misfits(instrument: Instrument, answers: Mapping[str, Value]) -> list[str]:
    return [
        f"{item.text or item.id}: {_takes(item)}."
        for item in instrument.items
        if answers.get(item.id) is not None and not fits(item, answers[item.id])
    ]


def fits(item: Item, value: Value) -> bool:
    """Tell whether an answer may be given to an item."""
    if item.kind in {"tick", "yes_no"}:
        return isinstance(value, bool)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    # Not a number fails every comparison, and infinity the last.
    inside = item.least <= value <= item.most
    return inside and (item.kind == "amount" or value == int(value))


def _takes(item: Item) -> str:
    match item.kind:
        case "tick" | "yes_no":
            return "yes or no"
        case "amount":
            return f"a number from {item.least:g} to {item.most:g}"
        case "rating" | "choice" | "own_activity":
            return f"a whole number from {item.least:g} to {item.most:g}"
        case _:  # pragma: no cover
            assert_never(item.kind)


def _of_activities(instrument: Instrument, answers: Mapping[str, Value]) -> Score | Unscored:
    rated: dict[str, float] = {}
    for item in instrument.items:
        value, named = answers.get(item.id), answers.get(name_of(item))
        if value is None:
            continue
        if not isinstance(named, str) or not named.strip():
            return Unscored(reasons=("Every activity that is rated needs a name.",))
        if named.strip() in rated:
            return Unscored(reasons=(f"{named.strip()} is there twice.",))
        rated[named.strip()] = float(value)
    if len(rated) < ACTIVITIES_LEAST:
        return Unscored(reasons=(f"At least {ACTIVITIES_LEAST} activities need a number.",))
    return Score(value=sum(rated.values()) / len(rated), parts=rated)


def _of_numbers(instrument: Instrument, answers: Mapping[str, Value]) -> Score | Unscored:
    asked = [item for item in instrument.items if item.id != "by"]
    left_out = [item.text or item.id for item in asked if answers.get(item.id) is None]
    if left_out:
        return Unscored(reasons=tuple(f"{each}: not answered." for each in left_out))
    parts = {item.id: float(answers[item.id] or 0.0) for item in asked}
    return Score(value=sum(parts.values()) / len(parts), parts=parts)
