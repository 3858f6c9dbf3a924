"""docs/people.md: how right the coach is about simulated people as they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from population.asking import TOGETHER, miscounted
from population.tables import (
    Group,
    a_minute,
    confusion,
    groups,
    mean,
    middle,
    naming,
    reached,
    table,
    words,
)
from population.words import INTRO
from unkink.batch.labels import NONE
from unkink.batch.metrics import metrics
from unkink.core.simulation.crowd import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from population.asking import Said
    from unkink.batch.metrics import Compared

WORST = 20


def page(said: Sequence[Said], *, date: str) -> str:
    """Put the page together."""
    doing = [each for each in said if each.kind == TOGETHER]
    alone = groups((s for s in said if s.kind in ALL), lambda each: each.kind)
    lines = [
        INTRO.format(
            people=len(said),
            first=min(each.seed for each in said),
            last=max(each.seed for each in said),
            date=date,
        )
    ]
    lines += ["## What falls short", "", *reached([Group("all hardships", doing), *alone])]
    lines += ["## All hardships together", "", *table([Group("all", doing)])]
    lines += ["## Each hardship alone", "", "The rest as our figure does it.", ""]
    lines += table(alone)
    lines += ["## By exercise", "", "All hardships together, here and below.", ""]
    lines += table(groups(doing, lambda each: each.name))
    lines += ["## By what else they do", ""]
    lines += table(
        Group(name, [each for each in doing if name in each.traits])
        for name in sorted({name for each in doing for name in each.traits})
    )
    lines += ["## By how far they get", ""]
    lines += table(groups(doing, lambda each: _bin(each.reach, (0.3, 0.45, 0.6, 0.8), "range")))
    lines += ["## By view", "", "How far round from where the file asks for it, and how high.", ""]
    lines += table(groups(doing, lambda each: _bin(each.turned_deg, (0, 20, 40, 60), "turned")))
    lines += table(groups(doing, lambda each: _bin(each.height_deg, (-20, 8, 20), "from above")))
    lines += [*_recognised(said), *_none(said), *_worst(said)]
    return "\n".join(lines)


def _bin(value: float, edges: tuple[float, ...], what: str) -> str:
    low = max((edge for edge in edges if value >= edge), default=edges[0])
    more = [edge for edge in edges if edge > low]
    return f"{what} {low:g} to {more[0]:g}" if more else f"{what} {low:g} and more"


def _recognised(said: Sequence[Said]) -> list[str]:
    found = naming(said)
    asked = [each for each in said if each.untold is not None and each.kind == TOGETHER]
    counted = metrics([each.untold for each in asked if each.untold is not None]).counts
    right = [each.untold.account.exercise == each.name for each in asked if each.untold]
    soon_s = [each.named_s for each in asked if each.named_s is not None]
    wrong = [each.misnamed for each in asked]
    return [
        "## Not told",
        "",
        "The coach has to find out what is done; what is none of ours is among them.",
        "",
        "| | |",
        "|---|--:|",
        f"| macro-F1 | {words(found.macro_f1, '.2f')} |",
        f"| of those who do ours, named right | {words(mean(right), '.1%')} |",
        f"| of those, another name was said live at some time | {words(mean(wrong), '.1%')} |",
        f"| named so long after taking the position, median | {words(middle(soon_s), '.1f')} s |",
        f"| of those, counted within one | {words(counted.within_one, '.1%')} |",
        "",
        *confusion(found),
    ]


def _none(said: Sequence[Said]) -> list[str]:
    others = [each for each in said if each.kind == "something else"]
    lines = [
        "## None of ours",
        "",
        "Repetitions counted a minute of people who do something else: not told what is done; and",
        "told that it is one of ours, as when somebody forgot to stop.",
        "",
        "| | people | named | not told | told, looked back on | told, live |",
        "|---|--:|---|--:|--:|--:|",
    ]
    for part in (Group("all", others), *groups(others, lambda each: each.name)):
        names: dict[str, int] = {}
        for each in part.said:
            name = NONE if each.untold is None else each.untold.account.exercise or NONE
            names[name] = names.get(name, 0) + 1
        shown = ", ".join(f"{name} {count}" for name, count in sorted(names.items()))
        untold = [each.untold for each in part.said if each.untold is not None]
        cells = [_a_minute(untold)]
        cells += [_a_minute([each.back for each in part.said])]
        cells += [_a_minute([each.live for each in part.said])]
        lines.append(f"| {part.name} | {len(part.said)} | {shown} | {' | '.join(cells)} |")
    return [*lines, ""]


def _a_minute(compared: Sequence[Compared]) -> str:
    return words(a_minute(compared), ".2f")


def _worst(said: Sequence[Said]) -> list[str]:
    lines = [
        "## The worst",
        "",
        "Counts as left, right, both; each with `bench/people.py --seed N`.",
        "",
        "| seed | | hardship | true | looked back on | live |",
        "|--:|---|---|---|---|---|",
    ]
    ours = [each for each in said if each.kind != "something else"]
    for each in sorted(ours, key=lambda one: -one.badness)[:WORST]:
        true = each.back.label.by_side or {}
        cells = [
            _counts(true),
            f"{_counts(each.back.account.reps)}, off by {miscounted(each.back)}",
            f"{_counts(each.live.account.reps)}, off by {miscounted(each.live)}",
        ]
        lines.append(f"| {each.seed} | {each.name} | {each.kind} | {' | '.join(cells)} |")
    return [*lines, ""]


def _counts(reps: object) -> str:
    found = dict(reps)  # type: ignore[call-overload]
    return " ".join(str(found.get(side, 0)) for side in ("left", "right", "both"))
