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


def naming(said: Iterable[Said], asked: Callable[[Said], Compared | None]) -> Recognition:
    """Give what people were taken for who do an exercise with all hardships, or something else."""
    found = [
        (compared.label.exercise or NONE, compared.account.exercise or NONE)
        for each in said
        if each.kind in {TOGETHER, "something else"} and (compared := asked(each)) is not None
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
