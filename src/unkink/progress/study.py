"""Which days are set against which: a trial as it was drawn, or the days as they came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink.progress.draws import WASH_OUT_DAYS, Way, orders, starts
from unkink.progress.told import Design

if TYPE_CHECKING:
    from unkink.core.history.entries import Trial
    from unkink.progress.kept import Kept
    from unkink.progress.told import Phase

BEFORE_DAYS: Final = 28
AFTER_DAYS: Final = 84
"""
Without a trial so many days before the first session are set against so many from it on [D]: what
lies further away has other reasons.
"""

PHASES: Final[dict[int, Phase]] = {0: "before", 1: "with", -1: "not_counted"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Days in a row, each with its phase; and how else they could have been drawn."""

    design: Design
    first: date
    way: Way
    """The whole plan, days to come included."""
    possible: tuple[Way, ...]
    """Every way that could have been drawn; empty where nothing was."""
    names: tuple[str, str]

    @property
    def last(self) -> date:
        """Its last day as planned."""
        return self.first + timedelta(days=len(self.way) - 1)

    def phase(self, day: date) -> Phase:
        """Tell what a day is in it."""
        number = (day - self.first).days
        return PHASES[self.way[number]] if 0 <= number < len(self.way) else ""


def study(kept: Kept, today: date) -> Study | None:
    """Tell what can be compared: the trial that was begun last, else before and after the start."""
    trial = kept.trial.trial if kept.trial else None
    if trial is not None and (not trial.ended or date.fromisoformat(trial.ended) >= today):
        found = of_trial(trial)
        # What was long ago is not how it is now, and must not read like it.
        first, second = found.names
        return (
            replace(found, names=(first, f"{second} in your trial"))
            if found.last < today
            else found
        )
    return _as_it_came(kept, today) if kept.sessions else None


def of_trial(trial: Trial) -> Study:
    """Lay a trial out day by day."""
    if trial.design == "baseline_then_exercises":
        days = sum(each for _, each in trial.phases)
        start = trial.phases[0][1]
        return Study(
            design=trial.design,
            first=date.fromisoformat(trial.begins),
            way=starts(days, [start])[0],
            possible=starts(days, trial.candidates),
            names=("before", "with exercises"),
        )
    days = trial.phases[0][1]
    possible = orders(len(trial.phases) // 2, days, left_out=WASH_OUT_DAYS)
    first_name, second_name = trial.compared or ("off", "on")
    way = tuple(
        -1 if day < WASH_OUT_DAYS else int(name == second_name)
        for name, length in trial.phases
        for day in range(length)
    )
    on_off = trial.design == "on_off"
    return Study(
        design=trial.design,
        first=date.fromisoformat(trial.begins),
        way=way,
        possible=possible,
        names=("without exercises", "with exercises") if on_off else (first_name, second_name),
    )


def _as_it_came(kept: Kept, today: date) -> Study:
    start = kept.sessions[0][0]
    earlier = [day for day in kept.days if start - timedelta(days=BEFORE_DAYS) <= day < start]
    first = min(earlier, default=start)
    before = (start - first).days
    within = (today - start).days < AFTER_DAYS
    return Study(
        design="as_it_came",
        first=first,
        way=(0,) * before + (1,) * AFTER_DAYS,
        possible=(),
        names=("before", "since you began" if within else "in the twelve weeks after"),
    )
