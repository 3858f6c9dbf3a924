"""What was said of many people, added up: one row for each group of them."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

from population.asking import TOGETHER, miscounted
from unkink.batch.labels import NONE
from unkink.batch.metrics import metrics, recognition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from population.asking import Said
    from unkink.batch.metrics import Compared, Recognition

HEAD = (
    "| | people | within one | off by | edges, median | 95 % | missed | false | sides right |"
    " not judged |"
)
RULE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"


class Group(NamedTuple):
    """People who have something in common."""

    name: str
    said: Sequence[Said]


def groups(said: Iterable[Said], by: Callable[[Said], str]) -> list[Group]:
    """Sort people by what they have in common, in order of its name."""
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(by(each), []).append(each)
    return [Group(name, found[name]) for name in sorted(found)]


def table(parts: Iterable[Group]) -> list[str]:
    """Give a row for each group and way of asking."""
    lines = [HEAD, RULE]
    for part in parts:
        lines += [
            _row(f"{part.name}, looked back on", [s.back for s in part.said], part.said),
            _row(f"{part.name}, live", [s.live for s in part.said], part.said),
        ]
    return [*lines, ""]


def _row(name: str, compared: list[Compared], said: Sequence[Said]) -> str:
    found = metrics(compared)
    held, both = found.holds, found.holds.both
    position_s = sum(each.position_s for each in said)
    lost = sum(each.lost_s for each in said) / position_s if position_s else None
    cells = [
        str(len(compared)),
        words(found.counts.within_one, ".1%"),
        words(found.counts.mae_share, ".3f"),
        words(both.median_s, ".2f", " s"),
        words(both.most_s, ".2f", " s"),
        words(held.missed / held.true if held.true else None, ".1%"),
        words(held.false / held.true if held.true else None, ".1%"),
        words(sides_right(compared), ".1%"),
        words(lost, ".1%"),
    ]
    return f"| {name} | {' | '.join(cells)} |"


def words(value: float | None, shown: str, unit: str = "") -> str:
    """Show a number, or that there is none."""
    return "-" if value is None else format(value, shown) + unit


def sides_right(compared: Iterable[Compared]) -> float | None:
    """Of those whose count is right in all, give the share whose sides are right as well."""
    found = [
        miscounted(each) == 0
        for each in compared
        if each.label.by_side
        and not each.label.by_side.get("both")
        and sum(each.account.reps.values()) == each.label.reps
    ]
    return statistics.fmean(found) if found else None


def naming(said: Iterable[Said]) -> Recognition:
    """Give what people were taken for who do an exercise with all hardships, or something else."""
    found = [
        (each.untold.label.exercise or NONE, each.untold.account.exercise or NONE)
        for each in said
        if each.kind in {TOGETHER, "something else"} and each.untold is not None
    ]
    return recognition(found)


def confusion(found: Recognition) -> list[str]:
    """Show what was taken for what."""
    names = sorted({name for pair in found.confusion for name in pair})
    lines = ["| was, taken for | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for true in names:
        counts = [found.confusion.get((true, told), 0) for told in names]
        if any(counts):
            shown = [str(count) if count else "" for count in counts]
            lines.append(f"| {true} | {' | '.join(shown)} |")
    return [*lines, ""]


def a_minute(compared: Sequence[Compared]) -> float | None:
    """Give the repetitions counted a minute of somebody who did none."""
    return metrics(compared).idle.per_minute


TARGETS = (
    ("counted within one, share of people", 0.97, True),
    ("off by, share of the true count", 0.05, False),
    ("hold edges off, median, s", 0.2, False),
    ("hold edges off, 95 %, s", 0.8, False),
)
"""What is to be reached, and whether more is better."""


def reached(parts: Iterable[Group]) -> list[str]:
    """Say of each target whether it was reached, with all hardships and with each alone."""
    lines = ["| | " + " | ".join(f"{name} ({goal:g})" for name, goal, _ in TARGETS) + " |"]
    lines.append("|---|" + "--:|" * len(TARGETS))
    for part in parts:
        for way, compared in (
            ("looked back on", [each.back for each in part.said]),
            ("live", [each.live for each in part.said]),
        ):
            found = metrics(compared)
            both = found.holds.both
            values = (found.counts.within_one, found.counts.mae_share, both.median_s, both.most_s)
            cells = [_met(*each) for each in zip(values, TARGETS, strict=True)]
            lines.append(f"| {part.name}, {way} | {' | '.join(cells)} |")
    return [*lines, "", "Bold is not reached.", ""]


def _met(value: float | None, target: tuple[str, float, bool]) -> str:
    _, goal, more = target
    if value is None:
        return "-"
    met = value >= goal if more else value <= goal
    return f"{value:.3f}" if met else f"**{value:.3f}**"


def mean(values: Sequence[float]) -> float | None:
    """Give the mean, if there is anything."""
    return statistics.fmean(values) if values else None


def middle(values: Sequence[float]) -> float | None:
    """Give the median, if there is anything."""
    return statistics.median(values) if values else None
