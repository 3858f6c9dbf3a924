"""What the made-up person fills in, every few weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Measure
from unkink.core.outcomes.movement import MOVEMENT_TESTS
from unkink.core.outcomes.questionnaires import ACCEPTABLE, ACTIVITIES, FEAR, OVERALL
from unkink.demo.course import AWAY, FIRST_PAIN, WITHOUT, CourseDay

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from unkink.core.history.record import Value
    from unkink.core.outcomes.instrument import Instrument

EVERY_DAYS: Final = 28
OWN_ACTIVITIES: Final = ("Tying my shoes", "Sitting through a film", "Lifting my grandchild")


def measures(day: CourseDay, chance: Random) -> Iterator[Measure]:
    """Fill in what is due on this day: the first time before any exercise."""
    if day.number % EVERY_DAYS != 1 or day.number in AWAY:
        return
    better = min(max((FIRST_PAIN - day.pain) / FIRST_PAIN, -0.2), 1.0)
    yield _filled(ACTIVITIES, _activities(better, chance))
    yield _filled(FEAR, {FEAR.items[0].id: _rating(6 - 5 * better, chance)})
    for test in MOVEMENT_TESTS:
        yield _filled(test, _amounts(test, day.range_fraction, chance))
    if day.number > WITHOUT:
        yield _filled(OVERALL, {OVERALL.items[0].id: min(max(round(4 + 3 * better), 1), 7)})
        yield _filled(ACCEPTABLE, {ACCEPTABLE.items[0].id: day.pain <= 3})


def _filled(instrument: Instrument, answers: Mapping[str, Value]) -> Measure:
    return Measure(instrument=instrument.id, version=instrument.version, answers=answers)


def _activities(better: float, chance: Random) -> dict[str, Value]:
    answers: dict[str, Value] = {}
    for item, name in zip(ACTIVITIES.items, OWN_ACTIVITIES, strict=False):
        answers[f"{item.id}_name"] = name
        answers[item.id] = _rating(3.5 + 5 * better, chance)
    return answers


def _rating(value: float, chance: Random) -> int:
    return min(max(round(value + chance.gauss(0.0, 0.6)), 0), 10)


def _amounts(test: Instrument, grown: float, chance: Random) -> dict[str, Value]:
    """Measure by hand: part of what the test can show, more of it as the person's range grows."""
    answers: dict[str, Value] = {}
    for item in test.items:
        if item.kind == "choice":
            answers[item.id] = 1
            continue
        part = grown if test.better == "higher" else 1.0 - grown
        value = item.least + (item.most - item.least) * (0.25 + 0.4 * part)
        answers[item.id] = round(value + chance.gauss(0.0, 0.5), 1)
    return answers
