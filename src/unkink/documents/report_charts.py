"""The two charts of a report: pain day by day, and how many days a week had a session."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink.documents.report_rows import HARD_RULES
from unkink.documents.values import Svg
from unkink.paint.charts import (
    Axis,
    Band,
    Bars,
    Chart,
    Dots,
    Layer,
    Level,
    Line,
    Marks,
    Spans,
    chart_svg,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.documents.report_values import Report
    from unkink.progress.told import PainDay, Phase

WIDE_PT: Final = 493.0
MANY_DAYS: Final = 190
"""From here on single days are too close together to be told apart: weeks are drawn."""
LEAST: Final = 3
"""A mean of fewer days in a week is not drawn [D]."""
WEEK_DAYS: Final = 7
STEPS: Final = (1, 2, 3, 6, 12, 24, 60)
"""Every so many months may carry their name."""
MOST_NAMES: Final = 13
NAME_PT: Final = 18.0
"""How much room the name of a mark takes."""


def pain_chart(report: Report) -> Svg:
    """Draw each day's pain, its weekly run, before and worst of each session, and hard rules."""
    days = [each for each in report.progress.days if _inside(report, each.date)]
    layers: list[Layer] = [*_phases(report, days)]
    if shows_days(report):
        layers.append(
            Spans(
                spans=tuple(
                    (_at(report, each.date), float(each.before), float(each.worst))
                    for each in report.progress.sessions
                    if _inside(report, each.date)
                    and each.worst is not None
                    and each.worst > each.before
                )
            )
        )
        layers.append(
            Dots(points=tuple((_at(report, each.date), float(each.pain)) for each in days))
        )
    layers += [Line(runs=_runs(report, days)), Marks(at=_marks(report))]
    chart = Chart(
        wide_pt=WIDE_PT,
        high_pt=136,
        x=_time(report),
        y=Axis(low=0, high=10, ticks=tuple((n, str(n)) for n in (0, 2, 4, 6, 8, 10))),
        layers=tuple(layers),
    )
    return Svg(chart_svg(chart))


def weeks_chart(report: Report) -> Svg:
    """Draw on how many days of each week there was a session, against the person's own goal."""
    weeks = [
        each
        for each in report.progress.weeks
        if report.first <= date.fromisoformat(each.monday) + timedelta(days=6)
        and date.fromisoformat(each.monday) <= report.last
    ]
    points = []
    for each in weeks:
        start = max((date.fromisoformat(each.monday) - report.first).days, 0)
        points.append((start + 0.5, float(each.days_active)))
    length = (report.last - report.first).days
    goal = ((weeks[-1].goal_days, "goal"),) if weeks else ()
    chart = Chart(
        wide_pt=WIDE_PT,
        high_pt=58,
        x=_time(report, named=False),
        y=Axis(low=0, high=7, ticks=((0, "0"), *goal, (7, "7"))),
        layers=(
            Bars(points=tuple(points), wide=min(5.5, max(length / 60, 5.5))),
            *(Level(at=at, name="") for at, _ in goal),
        ),
        low_pt=6,
        top_pt=10,
    )
    return Svg(chart_svg(chart))


def shows_days(report: Report) -> bool:
    """Tell whether single days have room in the chart."""
    return (report.last - report.first).days <= MANY_DAYS


def _inside(report: Report, day: str) -> bool:
    return report.first <= date.fromisoformat(day) <= report.last


def _at(report: Report, day: str) -> float:
    return float((date.fromisoformat(day) - report.first).days) + 0.5


def _time(report: Report, *, named: bool = True) -> Axis:
    days = (report.last - report.first).days + 1
    ticks = list(_months(report)) if days > 70 else list(_mondays(report, days))
    return Axis(low=0, high=days, ticks=tuple((at, words if named else "") for at, words in ticks))


def _months(report: Report) -> Iterator[tuple[float, str]]:
    months = (report.last - report.first).days / 30
    step = next((each for each in STEPS if months / each <= MOST_NAMES), STEPS[-1])
    day = report.first.replace(day=1)
    while day <= report.last:
        if day >= report.first and (12 * day.year + day.month - 1) % step == 0:
            year = f" {day.year}" if day.month == 1 or day <= report.first else ""
            yield (day - report.first).days, f"{day:%b}{year}"
        day = (day + timedelta(days=32)).replace(day=1)


def _mondays(report: Report, days: int) -> Iterator[tuple[float, str]]:
    step = WEEK_DAYS if days <= WEEK_DAYS * 6 else 2 * WEEK_DAYS
    first = (-report.first.weekday()) % WEEK_DAYS
    for at in range(first, days, step):
        day = report.first + timedelta(days=at)
        yield at, f"{day.day} {day:%b}"


def _runs(report: Report, days: Sequence[PainDay]) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Give the mean of every week that has enough days, in unbroken runs."""
    by_week: dict[int, list[int]] = {}
    for each in days:
        by_week.setdefault(int(_at(report, each.date)) // WEEK_DAYS, []).append(each.pain)
    runs: list[list[tuple[float, float]]] = []
    before = None
    for week, pains in sorted(by_week.items()):
        if len(pains) < LEAST:
            continue
        if before is None or week != before + 1:
            runs.append([])
        runs[-1].append((week * WEEK_DAYS + WEEK_DAYS / 2, sum(pains) / len(pains)))
        before = week
    return tuple(tuple(run) for run in runs)


def _phases(report: Report, days: Sequence[PainDay]) -> Iterator[Band]:
    """Shade the days of a trial's first phase, stretch by stretch."""
    found = report.progress.answer.comparison
    if found is None:
        return
    start: float | None = None
    last = 0.0
    for each in days:
        at = _at(report, each.date)
        if _first(each.phase):
            start = at - 0.5 if start is None else start
            last = at + 0.5
        elif start is not None and each.phase == "with":
            yield Band(low=start, high=last, name=found.names[0])
            start = None
    if start is not None:
        yield Band(low=start, high=last, name=found.names[0])


def _first(phase: Phase) -> bool:
    return phase == "before"


def _marks(report: Report) -> tuple[tuple[float, str], ...]:
    """Mark the days of hard rules; a name is left out where the one before it stands too near."""
    told = {
        (each.date, each.rule)
        for each in report.fired
        if (each.clinician or each.rule in HARD_RULES) and report.first <= each.date <= report.last
    }
    apart = ((report.last - report.first).days + 1) * NAME_PT / WIDE_PT
    marks: list[tuple[float, str]] = []
    named_at = -apart
    for day, rule in sorted(told):
        at = (day - report.first).days + 0.5
        named = at - named_at >= apart
        named_at = at if named else named_at
        marks.append((at, rule if named else ""))
    return tuple(marks)
