"""Answers as tables in Markdown; a row in which ours isn't best says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from compare.judges import JUDGES, ORACLE, OURS
from unkink.batch.metrics import Compared, Metrics, metrics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from unkink.batch.metrics import Recognition

LEVEL = 0.005
"""Closer than this is level."""


class Row(NamedTuple):
    """One measure of everybody; None where somebody can't be measured."""

    name: str
    values: Mapping[str, float | None]
    less_is_better: bool | None = True
    """None where less and more are only good together with another row."""
    shown: str = ".2f"

    @property
    def lost_to(self) -> list[str]:
        """Name the peers that are better than ours."""
        if self.less_is_better is None:
            return []
        ours = self.values.get(OURS)
        sign = 1.0 if self.less_is_better else -1.0
        return [
            judge
            for judge, value in self.values.items()
            if value is not None
            and judge != OURS
            and (ours is None or sign * (ours - value) > LEVEL)
        ]

    @property
    def verdict(self) -> str:
        """Say who is better; the oracle, which knows the answer, is no peer."""
        peers = [judge for judge in self.lost_to if judge != ORACLE]
        words = [f"**ours loses to {' and '.join(peers)}**"] if peers else []
        if ORACLE in self.lost_to:
            words.append("the oracle is better")
        return "; ".join(words)


def table(rows: Sequence[Row], *, judges: Sequence[str] = JUDGES) -> list[str]:
    """Lay out rows, and say in each who is best."""
    lines = [f"| | {' | '.join(judges)} | |", "|---|" + "--:|" * len(judges) + "---|"]
    for row in rows:
        cells = [_cell(row, judge) for judge in judges]
        lines.append(f"| {row.name} | {' | '.join(cells)} | {row.verdict} |")
    return [*lines, ""]


def _cell(row: Row, judge: str) -> str:
    value = row.values.get(judge)
    return "-" if value is None else format(value, row.shown)


def rows(answers: Sequence[Mapping[str, Compared]], *, prefix: str = "") -> list[Row]:
    """Measure everybody by the same metrics."""
    measured = measure(answers)

    def row(
        name: str,
        of: Callable[[Metrics], float | None],
        *,
        less: bool | None = True,
        shown: str = ".2f",
    ) -> Row:
        values = {judge: of(found) for judge, found in measured.items()}
        return Row(prefix + name, values, less, shown)

    return [
        row("count exact", lambda m: m.counts.exact, less=False, shown=".0%"),
        row("count within one (OBO)", lambda m: m.counts.within_one, less=False, shown=".0%"),
        row("count off by (MAE), repetitions", lambda m: m.counts.mae),
        row("count off by, share of the true count", lambda m: m.counts.mae_share),
        row("holds: missed", lambda m: float(m.holds.missed), less=None, shown=".0f"),
        row("holds: false", lambda m: float(m.holds.false), less=None, shown=".0f"),
        row("holds found, F1", _found, less=False),
        row("hold edges off, median, s", lambda m: m.holds.both.median_s),
        row("hold edges off, 95 %, s", lambda m: m.holds.both.most_s),
    ]


def measure(answers: Sequence[Mapping[str, Compared]]) -> dict[str, Metrics]:
    """Measure everybody who answered."""
    names = [judge for judge in JUDGES if any(judge in each for each in answers)]
    return {n: metrics([each[n] for each in answers if n in each]) for n in names}


def _found(measured: Metrics) -> float | None:
    holds = measured.holds
    right = holds.true - holds.missed
    return 2.0 * right / (2.0 * right + holds.missed + holds.false) if holds.true else None


def confusion(found: Recognition) -> list[str]:
    """Lay out what was (down) taken for what (across)."""
    true = sorted({name for name, _ in found.confusion})
    told = sorted({name for _, name in found.confusion})
    lines = [f"| was, taken for | {' | '.join(told)} |", "|---|" + "--:|" * len(told)]
    for name in true:
        cells = [str(found.confusion.get((name, other), "")) for other in told]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return [*lines, ""]


def lost(all_rows: Iterable[tuple[str, Row]]) -> list[str]:
    """List every row in which a peer is better, by the part it is in."""
    lines = []
    for part, row in all_rows:
        peers = [judge for judge in row.lost_to if judge != ORACLE]
        if peers:
            against = ", ".join(f"{_cell(row, judge)} ({judge})" for judge in peers)
            lines.append(f"- {part}: {row.name}: {_cell(row, OURS)} against {against}")
    return lines
