"""The record's answer as a page of the terminal: the answer first, details below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.body import Side
    from unkink.progress.told import ExerciseProgress, MeasureProgress, Progress, Week

BARS: Final = "▁▂▃▄▅▆▇█"
LINE_DAYS: Final = 42
WEEKS: Final = 8


def show(told: Progress) -> None:
    """Print what the record says about getting on."""
    console = Console(highlight=False, width=None)
    console.print()
    console.print(Text(told.answer.headline, style="bold"))
    for line in (*told.answer.why, *told.answer.warnings):
        console.print(Padding(Text(f"- {line}"), (0, 0, 0, 2)))
    if told.summary:
        console.print()
        console.print(" ".join(told.summary))
    if told.trial:
        console.print()
        console.print(f"Trial, day {told.trial.day} of {told.trial.days}: {told.trial.today}")
    if told.days:
        console.print()
        _pain(console, told)
    if told.weeks:
        console.print(_weeks(told.weeks[-WEEKS:]))
    if told.exercises:
        console.print(_exercises(told.exercises))
    measures = [each for each in told.measures if each.points]
    if measures:
        console.print(_measures(measures))
    if told.sessions:
        console.print()
        for line in told.caveats:
            console.print(Text(line, style="dim"))


def _pain(console: Console, told: Progress) -> None:
    days = told.days[-LINE_DAYS:]
    line = "".join(BARS[round(day.pain / 10 * (len(BARS) - 1))] for day in days)
    console.print(f"Pain each day, 0-10, {days[0].date} to {days[-1].date}:")
    console.print(Text(f"  {line}  {days[-1].pain}"))


def _weeks(weeks: Sequence[Week]) -> Table:
    table = _table("Week by week", "Monday", "Days active", "Minutes", "Pain", "Stiffness")
    for week in weeks:
        table.add_row(
            week.monday,
            f"{week.days_active} (goal {week.goal_days})",
            f"{week.done_s / 60:.0f}",
            _number(week.pain_mean),
            _number(week.stiffness_mean),
        )
    return table


def _exercises(exercises: Sequence[ExerciseProgress]) -> Table:
    table = _table(
        "Exercise by exercise",
        "Exercise",
        "Sessions",
        "Held",
        "Seen held",
        "Pain after",
        "Next day",
    )
    for each in exercises:
        table.add_row(
            each.name,
            str(each.sessions),
            _sides(each.clock_s),
            _sides(each.seen_s),
            _signed(each.followed.after),
            _signed(each.followed.next_day),
        )
    return table


def _measures(measures: Sequence[MeasureProgress]) -> Table:
    table = _table("Measures", "Measure", "Latest", "Where it stands")
    for each in measures:
        table.add_row(each.instrument.name, each.points[-1].date, each.words)
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _signed(value: float | None) -> str:
    return "-" if value is None else f"{value:+.1f}"


def _sides(held: Mapping[Side, float]) -> str:
    return ", ".join(f"{side} {held_s:.0f} s" for side, held_s in sorted(held.items())) or "-"
