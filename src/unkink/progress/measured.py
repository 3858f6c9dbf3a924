"""Every instrument over time, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unkink.core.outcomes.catalogue import INSTRUMENTS
from unkink.core.outcomes.meaning import meaning
from unkink.core.outcomes.scoring import Score, much_better, score
from unkink.core.outcomes.self_tests import SELF_TESTS
from unkink.core.outcomes.wording import usable, worded
from unkink.progress.told import MeasureProgress, Point

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from unkink.core.history.record import Value
    from unkink.core.outcomes.instrument import Instrument
    from unkink.core.outcomes.meaning import Meaning
    from unkink.progress.kept import Filled, Kept

NOT_SUPPLIED = (
    "Its official wording is not here: we may use it, but must not write it from memory. "
    "You or your clinician can supply it."
)


def measured(kept: Kept, today: date, unsafe: Mapping[str, str]) -> tuple[MeasureProgress, ...]:
    """
    Tell every instrument but the daily numbers, which have a place of their own.

    *unsafe* says why a test must not be done by this person, by the test's id.
    """
    return tuple(
        _progress(worded(each, kept.wordings.get(each.id, ())), kept, today, unsafe)
        for each in INSTRUMENTS.values()
        if each.every_days != 1
    )


def _progress(
    instrument: Instrument, kept: Kept, today: date, unsafe: Mapping[str, str]
) -> MeasureProgress:
    filled = [each for each in kept.measures if each.measure.instrument == instrument.id]
    way = filled[-1].measure.answers.get("by") if filled else None
    points = tuple(_point(instrument, each, way) for each in filled)
    values = [each.value for each in points if each.value is not None and each.same_way]
    found = meaning(instrument, values[0], values[-1]) if len(values) > 1 else None
    why_not = unsafe.get(instrument.id) or ("" if usable(instrument) else NOT_SUPPLIED)
    waited = (today - filled[-1].day).days if filled else None
    due = instrument.every_days > 0 and (waited is None or waited >= instrument.every_days)
    return MeasureProgress(
        instrument=instrument,
        points=points,
        meaning=found,
        words=_words(instrument, values, found),
        due=due and not why_not,
        usable=not why_not,
        why_not=why_not,
        camera=SELF_TESTS[instrument.id].how if instrument.id in SELF_TESTS and not why_not else "",
    )


def _point(instrument: Instrument, filled: Filled, way: Value) -> Point:
    answers = filled.measure.answers
    # What an older or newer version was asked is kept and shown, but not scored by this one.
    same = filled.measure.version == instrument.version
    found = score(instrument, answers) if same else None
    scored = found if isinstance(found, Score) else None
    return Point(
        number=filled.number,
        date=filled.day.isoformat(),
        value=scored.value if scored else None,
        parts=scored.parts if scored else {},
        answers=answers,
        same_way=answers.get("by") == way,
    )


def _words(instrument: Instrument, values: list[float], found: Meaning | None) -> str:
    if not values:
        return ""
    item = instrument.items[0]
    if item.kind == "yes_no":
        return "Yes: that would be all right." if values[-1] else "No: not good enough yet."
    if item.kind == "choice":
        chosen = item.choices[int(values[-1]) - 1].capitalize()
        return f"{chosen}." if much_better(values[-1]) else f"{chosen}, you said."
    now = f"{_number(values[-1])} {instrument.unit}"
    if found is None:
        return f"{now}. The first value: what follows is set against it."
    return f"{now}, at first {_number(values[0])}. {_change_words(found)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _change_words(found: Meaning) -> str:
    if found.size == "none":
        return "Unchanged."
    way = "Better" if found.gain > 0 else "Worse"
    if found.size == "meaningful":
        marks = "matters to people" if found.mic_abs is not None else "is more than chance brings"
        return f"{way}, by an amount that {marks}."
    known = found.mic_abs is not None or found.beyond_chance is not None
    if found.mic_abs != found.mic_pct and None not in (found.mic_abs, found.mic_pct):
        return f"{way}; it reaches one of the two marks for what matters to people."
    return f"{way}, by less than what matters." if known else f"{way} than at first."
