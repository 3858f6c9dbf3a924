"""Trials a person may make of their own, and what a day of one is for. Chance is an input."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.history.entries import Trial
from unkink.progress.draws import BASELINE_DAYS, BLOCK_DAYS, LEAST_DAYS, PAIRS, candidate_starts
from unkink.progress.reasons import days_off_plan
from unkink.progress.study import of_trial
from unkink.progress.told import TrialNow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from unkink.ports import Lot
    from unkink.progress.kept import Kept
    from unkink.progress.study import Study

RECENT_DAYS: Final = 14
"""Whoever did exercises within so many days has no baseline to begin with [D]."""


def baseline(begins: date, lot: Lot) -> Trial:
    """Draw the day on which the exercises begin; before it come days without."""
    candidates = candidate_starts(BASELINE_DAYS, least=LEAST_DAYS)
    start = candidates[lot(len(candidates))]
    return Trial(
        design="baseline_then_exercises",
        begins=begins.isoformat(),
        phases=(("before", start), ("exercises", BASELINE_DAYS - start)),
        candidates=candidates,
    )


def on_off(begins: date, lot: Lot) -> Trial:
    """Draw weeks with and weeks without exercises, in pairs."""
    return Trial(design="on_off", begins=begins.isoformat(), phases=_weeks(("off", "on"), lot))


def a_or_b(begins: date, compared: tuple[str, str], lot: Lot) -> Trial:
    """Draw weeks with one exercise and weeks with another, in pairs."""
    return Trial(
        design="a_or_b",
        begins=begins.isoformat(),
        phases=_weeks(compared, lot),
        compared=compared,
    )


def given_up(trial: Trial, on: date) -> Trial:
    """End a trial early; what was told in it stays."""
    return replace(trial, ended=on.isoformat())


def trial_now(kept: Kept, today: date, names: Mapping[str, str]) -> TrialNow | None:
    """Tell what today is for, if a trial runs; *names* are the exercises'."""
    if kept.trial is None or kept.trial.trial.ended:
        return None
    found = of_trial(kept.trial.trial)
    number = (today - found.first).days
    if not 0 <= number < len(found.way):
        return None
    return TrialNow(
        design=found.design,
        day=number + 1,
        days=len(found.way),
        today=_today_words(found, kept.trial.trial, number, names),
        days_off_plan=days_off_plan(found, kept, today),
    )


def _weeks(names: tuple[str, str], lot: Lot) -> tuple[tuple[str, int], ...]:
    weeks: list[tuple[str, int]] = []
    for _ in range(PAIRS):
        first = lot(2)
        weeks += [(names[first], BLOCK_DAYS), (names[1 - first], BLOCK_DAYS)]
    return tuple(weeks)


def _today_words(found: Study, trial: Trial, number: int, names: Mapping[str, str]) -> str:
    block = _block(trial, number)
    if found.design == "a_or_b":
        return f"This week is for: {names.get(block, block)}."
    if block in {"before", "off"}:
        return "No exercises today. Walk as you like; whatever you need for your pain is fine."
    return "Exercises as you like, today too."


def _block(trial: Trial, number: int) -> str:
    for name, days in trial.phases:
        number -= days
        if number < 0:
            return name
    return trial.phases[-1][0]
