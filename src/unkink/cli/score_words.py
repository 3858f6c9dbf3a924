"""Metrics as tables for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.batch.metrics import Edges, Metrics, Recognition


def tables(measured: Metrics) -> Iterator[Table]:
    """Give the metrics as one table, and what was taken for what as another, if anything was."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in rows(measured):
        table.add_row(name, value)
    yield table
    if measured.recognition.confusion:
        yield confusion(measured.recognition)


def rows(measured: Metrics) -> Iterator[tuple[str, str]]:
    """Give each metric a line: its name, and its value in words."""
    counts, holds, idle = measured.counts, measured.holds, measured.idle
    yield "Stretches counted", str(counts.labels)
    yield "  exact", share(counts.exact)
    yield "  within one (OBO)", share(counts.within_one)
    yield "  mean error", number(counts.mae, "reps")
    yield "  mean error, share of the true count", number(counts.mae_share, "")
    yield "Holds", str(holds.true)
    yield "  missed", str(holds.missed)
    yield "  false", str(holds.false)
    yield "  start off by, median / 95 %", edges(holds.start)
    yield "  end off by, median / 95 %", edges(holds.end)
    yield "Recognised, macro-F1", number(measured.recognition.macro_f1, "")
    yield "False repetitions a minute on none of ours", number(idle.per_minute, "")
    yield "Time not judged", share(measured.declined)


def confusion(recognition: Recognition) -> Table:
    """Lay out what was (down) taken for what (across)."""
    true = sorted({name for name, _ in recognition.confusion})
    told = sorted({name for _, name in recognition.confusion})
    table = Table(box=None, pad_edge=False, title="Was (down), taken for (across)")
    table.add_column()
    for name in told:
        table.add_column(name, justify="right")
    for name in true:
        counts = (recognition.confusion.get((name, other), 0) for other in told)
        table.add_row(name, *(str(count) if count else "" for count in counts))
    return table


def share(value: float | None) -> str:
    """Give a share as a percentage."""
    return "-" if value is None else f"{value:.0%}"


def number(value: float | None, unit: str) -> str:
    """Give a number with its unit."""
    return "-" if value is None else f"{value:.2f} {unit}".rstrip()


def edges(found: Edges) -> str:
    """Give how far off the edges of holds are."""
    if found.median_s is None or found.most_s is None:
        return "-"
    return f"{found.median_s:.2f} / {found.most_s:.2f} s"
