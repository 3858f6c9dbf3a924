"""How a plan looks in a terminal, however narrow it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from unkink.core.plan.session import Reason
    from unkink.told_plan import PlannedItem, PlanNow

NARROW = 70
"""Below this many columns the reasons stand under what they are for."""

REVIEW = "Not reviewed by a clinician yet. Unkink is a coach, not a treatment."
NOBODY_ASKED = (
    "You have not been asked about conditions yet, so this is for someone without any. "
    "Try --condition ID, or answer the questions first."
)


def show(plan: PlanNow) -> None:
    """Print a plan: what, how much and why; then what is left out, why, and what instead."""
    console = Console(highlight=False, markup=False, emoji=False)
    for part in _parts(plan, narrow=console.width < NARROW):
        console.print(part)


def _parts(plan: PlanNow, *, narrow: bool) -> Iterator[RenderableType]:
    yield Text(f"{plan.name}: {plan.length}" if plan.items else f"{plan.name}: none", style="bold")
    for why in plan.why:
        yield Text(why.words)
    if not plan.asked:
        yield Text(NOBODY_ASKED, style="dim")
    if plan.items:
        yield ""
        yield _listed([(_what(each), _reasons(each.why)) for each in plan.items], narrow=narrow)
    if plan.walk and not any(each.walks for each in plan.items):
        yield Text(plan.walk)
    if plan.left_out and plan.kind != "none":
        yield Text("\nLeft out", style="bold")
        yield _listed(
            [(Text(each.name), _reasons(each.why, each.alternative)) for each in plan.left_out],
            narrow=narrow,
        )
    if plan.clinician:
        yield Text(plan.clinician, style="bold")
    yield Text(REVIEW, style="dim")


def _listed(
    rows: Iterable[tuple[RenderableType, RenderableType]], *, narrow: bool
) -> Group | Table:
    if narrow:
        return Group(*(Group(what, Padding(why, (0, 0, 1, 2))) for what, why in rows))
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(ratio=2)
    table.add_column(ratio=3)
    for what, why in rows:
        table.add_row(what, Padding(why, (0, 0, 1, 0)))
    return table


def _what(item: PlannedItem) -> Text:
    amounts = "\n".join(item.amounts)
    return Text.assemble((item.name, "bold"), "\n", amounts)


def _reasons(reasons: Iterable[Reason], instead: str = "") -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=3, justify="right", style="dim")
    table.add_column()
    for each in reasons:
        table.add_row(each.rule, each.words)
    if instead:
        table.add_row("", f"Instead: {instead}.")
    return table
