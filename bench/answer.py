"""
How far the honest answer can be trusted: docs/answer-measured.md.

Run: `.venv/bin/python bench/answer.py [PEOPLE]`: so many people in each row, 2000 at first.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.random import Generator

from answer_words import INTRO, OUTRO
from unkink.core.history.entries import Day, Profile
from unkink.core.history.tally import ExerciseDone
from unkink.progress import bayes
from unkink.progress.answer import verdict
from unkink.progress.chance import by_lot
from unkink.progress.compared import compare
from unkink.progress.draws import BASELINE_DAYS, LEAST_DAYS, candidate_starts, starts
from unkink.progress.kept import Kept
from unkink.progress.progress import progress
from unkink.progress.study import Study
from unkink.told import SessionSummary

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PAGE: Final = Path(__file__).parents[1] / "docs" / "answer-measured.md"
A_DAYS, B_DAYS = 14, 28
DAYS: Final = 730
FIRST: Final = date(2026, 1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody's pain as it truly goes: the step is what the exercises do."""

    level: float
    step: float
    trend_per_day: float
    rho: float
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """People of one sort, and what of their days is told."""

    name: str
    draw: Callable[[Generator], Person]
    days: tuple[int, int] = (A_DAYS, B_DAYS)
    whole: bool = True
    missing: float = 0.0
    recovers: bool = False
    """Whether pain falls by itself from 3 points above, by half every ten days."""
    on_a_bad_day: bool = False
    """Whether they begin on the first day that is much worse than usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What came of it."""

    covered_adjusted: float
    covered_unadjusted: float
    likely: float


def rho(chance: Generator) -> float:
    """Draw how much a day is like the one before, as the model believes."""
    while True:
        drawn = chance.normal(*bayes.RHO)
        if -1 < drawn < 1:
            return float(drawn)


def spread(chance: Generator) -> float:
    """Draw how much days differ, as the model believes."""
    return float(bayes.SPREAD[0] * np.exp(chance.normal(0, bayes.SPREAD[1])))


def believed(chance: Generator) -> Person:
    """Draw somebody just as the model believes people are."""
    return Person(
        level=chance.normal(*bayes.LEVEL),
        step=chance.normal(*bayes.STEP),
        trend_per_day=chance.normal(*bayes.TREND_PER_DAY),
        rho=rho(chance),
        spread=spread(chance),
    )


def within_the_scale(chance: Generator) -> Person:
    """Draw the same, but only people whose usual pain keeps away from the ends of the scale."""
    while True:
        person = believed(chance)
        half = person.trend_per_day * (A_DAYS + B_DAYS) / 2
        ends = [
            person.level + each for each in (-half, half, person.step - half, person.step + half)
        ]
        if min(ends) >= 1 and max(ends) <= 9:
            return person


def fixed(
    step: float, *, alike: float | None = None, trend_per_day: float = 0.0
) -> Callable[[Generator], Person]:
    """Draw people with one and the same true step."""

    def draw(chance: Generator) -> Person:
        return Person(
            level=chance.uniform(3.5, 6.5),
            step=step,
            trend_per_day=trend_per_day,
            rho=rho(chance) if alike is None else alike,
            spread=spread(chance) if alike is None else 1.3,
        )

    return draw


SCENARIOS: Final = (
    Scenario(name="just as the model believes, not rounded", draw=believed, whole=False),
    Scenario(name="the same, told in whole numbers 0-10", draw=within_the_scale),
    Scenario(name="the same, a quarter of the days missing", draw=within_the_scale, missing=0.25),
    Scenario(name="no effect", draw=fixed(0)),
    Scenario(name="no effect, 10 and 10 days", draw=fixed(0), days=(10, 10)),
    Scenario(name="no effect, a year of days after", draw=fixed(0), days=(14, 350)),
    Scenario(name="no effect, days not alike (rho 0)", draw=fixed(0, alike=0.0)),
    Scenario(name="no effect, days alike (rho .5)", draw=fixed(0, alike=0.5)),
    Scenario(name="no effect, days much alike (rho .8)", draw=fixed(0, alike=0.8)),
    Scenario(name="no effect, a quarter missing", draw=fixed(0), missing=0.25),
    Scenario(name="no effect, falls evenly 0.2 a week", draw=fixed(0, trend_per_day=-0.03)),
    Scenario(name="no effect, begun on a bad day", draw=fixed(0), on_a_bad_day=True),
    Scenario(name="no effect, gets well by itself", draw=fixed(0), recovers=True),
    Scenario(name="1 point better", draw=fixed(-1)),
    Scenario(name="2 points better", draw=fixed(-2)),
    Scenario(name="3 points better", draw=fixed(-3)),
)


def alike_days(chance: Generator, days: int, person: Person) -> Floats:
    """Draw how far each day is from its level."""
    free = chance.normal(0, person.spread * np.sqrt(1 - person.rho**2), days)
    free[0] = chance.normal(0, person.spread)
    for day in range(1, days):
        free[day] += person.rho * free[day - 1]
    return free


def lived(scenario: Scenario, chance: Generator) -> tuple[Person, dict[date, float]]:
    """Live through a person's days: who they are, and what they tell."""
    person = scenario.draw(chance)
    before, after = scenario.days
    wait = 60 if scenario.on_a_bad_day else 0
    off = alike_days(chance, before + wait + after, person)
    start = before
    if scenario.on_a_bad_day:
        bad = np.flatnonzero(off[before : before + wait] > 1.2 * person.spread)
        start = before + int(bad[0]) if len(bad) else before
    off = off[start - before : start + after]
    days = before + after
    with_it = np.repeat([0.0, 1.0], [before, after])
    pain = person.level + person.step * with_it + off
    pain += person.trend_per_day * (np.arange(days) - (days - 1) / 2)
    if scenario.recovers:
        pain += 3 * 0.5 ** (np.arange(days) / 10)
    told = np.clip(np.round(pain), 0, 10) if scenario.whole else pain
    there = chance.random(days) >= scenario.missing
    return person, {FIRST + timedelta(days=int(n)): float(told[n]) for n in np.flatnonzero(there)}


def measure(scenario: Scenario, runs: int, seed: int) -> Measured:
    """Let many people live, and see how often the answer is right."""
    chance = np.random.default_rng(seed)
    before, after = scenario.days
    study = Study(
        design="as_it_came",
        first=FIRST,
        way=(0,) * before + (1,) * after,
        possible=(),
        names=("before", "since you began"),
    )
    covered, likely = [0, 0], 0
    for _ in range(runs):
        person, pain = lived(scenario, chance)
        found = compare(study, pain, study.last)
        for n, each in enumerate((found.adjusted, found.unadjusted)):
            covered[n] += each.low <= person.step <= each.high
        likely += verdict(found)[0] == "likely_better"
    return Measured(
        covered_adjusted=covered[0] / runs,
        covered_unadjusted=covered[1] / runs,
        likely=likely / runs,
    )


def size_of_the_lot(seed: int) -> float:
    """Go through every draw of one and the same record, and tell how often p is .05 or less."""
    chance = np.random.default_rng(seed)
    person = Person(level=5, step=0, trend_per_day=-0.05, rho=0.7, spread=1.5)
    days = np.arange(BASELINE_DAYS)
    pain = [float(y) for y in 5 + alike_days(chance, BASELINE_DAYS, person) - 0.05 * days]
    possible = starts(BASELINE_DAYS, candidate_starts(BASELINE_DAYS, least=LEAST_DAYS))
    ps = [found.p for way in possible if (found := by_lot(pain, way, possible))]
    return sum(p <= 0.05 for p in ps) / len(ps)


def two_years_ms() -> float:
    """Time all of progress over two years of days and 300 sessions: the best of five."""
    chance = np.random.default_rng(1)
    pain = chance.normal(5, 1.3, DAYS).clip(0, 10).round()
    first = date(2024, 11, 23)
    kept = Kept(
        days={first + timedelta(days=n): Day(pain=int(each)) for n, each in enumerate(pain)},
        sessions=[_session(first + timedelta(days=28 + 2 * n)) for n in range(300)],
        measures=(),
        profile=Profile(conditions=()),
        trial=None,
    )
    took = []
    for _ in range(5):
        start = time.perf_counter()
        progress(kept, first + timedelta(days=DAYS), names={}, unsafe={})
        took.append(time.perf_counter() - start)
    return 1000 * min(took)


def _session(day: date) -> tuple[date, SessionSummary]:
    at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    done = tuple(
        ExerciseDone(
            exercise=name,
            name=name,
            reps_done=8,
            reps_planned=8,
            held_s=80.0,
            done_s=100.0,
            seen=None,
            held_by_side_s={"left": 40.0, "right": 40.0},
        )
        for name in ("one", "two", "three", "four", "five")
    )
    return day, SessionSummary(
        session_id=day.isoformat(),
        name="",
        started_at=at,
        ended_at=at,
        status="finished",
        planned_s=700.0,
        done_s=700.0,
        exercises=done,
        made_easier=0,
        hurt=0,
        pain_before=5,
        pain_after=4,
        pain_worst=5,
        stiffness_before=4,
        stiffness_after=4,
        farthest_before=None,
        farthest_after=None,
        felt=None,
        hurt_by=(),
        note="",
    )


def main() -> int:
    """Measure everything, and write the page."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    rows = ["| People | Inside, trend out | Inside, plain | Likely |", "|---|---|---|---|"]
    for seed, scenario in enumerate(SCENARIOS):
        found = measure(scenario, runs, seed)
        rows.append(
            f"| {scenario.name} | {found.covered_adjusted:.1%} | {found.covered_unadjusted:.1%} "
            f"| {found.likely:.1%} |"
        )
        print(rows[-1])
    intro = INTRO.format(runs=runs, error=200 * (0.9 * 0.1 / runs) ** 0.5)
    draws = len(candidate_starts(BASELINE_DAYS, least=LEAST_DAYS))
    outro = OUTRO.format(draws=draws, size=size_of_the_lot(7), took=two_years_ms())
    PAGE.write_text("\n".join([intro, *rows]) + "\n" + outro, encoding="utf-8")
    print(outro)
    return 0


if __name__ == "__main__":
    sys.exit(main())
