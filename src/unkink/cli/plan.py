"""`unkink plan`: what to do today, and the reason for everything in it and out of it."""

from __future__ import annotations

from typing import Annotated

import typer

from unkink.cli.common import Data, data_folder, find, write_json
from unkink.cli.options import Json, Minutes

Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        metavar="ID",
        show_default=False,
        help="For someone with this condition, whatever your record says; repeat it for more.",
    ),
]
ProgrammeId = Annotated[
    str | None,
    typer.Option(
        "--programme",
        metavar="ID",
        show_default=False,
        help="A ready-made session instead of your plan: gentle or article.",
    ),
]
Pain = Annotated[
    int | None,
    typer.Option(min=0, max=10, show_default=False, help="As it would be with this pain now."),
]


def plan(
    minutes: Minutes = None,
    condition: Conditions = None,
    programme: ProgrammeId = None,
    pain: Pain = None,
    json: Json = False,  # noqa: FBT002 - a flag
    data: Data = None,
) -> None:
    """
    Show what to do today and why; what is left out, why, and what to do instead.

    Nothing is kept and nothing begins. Each reason names its rule: docs/rules.md has them all.
    """
    from unkink.bootstrap import open_use_cases  # noqa: PLC0415 - `unkink --help` starts fast
    from unkink.core.plan.choice import OWN_PLAN, Asked  # noqa: PLC0415
    from unkink.core.safety.conditions import IDS  # noqa: PLC0415

    known = {each: each for each in IDS}
    conditions = tuple(find(each, known, "condition") for each in condition or ())
    asked = Asked(programme=programme or OWN_PLAN, minutes=minutes)
    cases = open_use_cases(data_folder(data))
    made = cases.planning.look(asked, conditions=conditions or None, pain=pain)
    if json:
        write_json(made)
    else:
        from unkink.cli.plan_page import show  # noqa: PLC0415

        show(made)
