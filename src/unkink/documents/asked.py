"""What a person asks to have on paper, made from the use cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from unkink.core.definition.exercise import LevelName
from unkink.core.plan.choice import Asked
from unkink.core.plan.person import Wishes
from unkink.core.plan.programme import PROGRAMMES
from unkink.core.plan.session import in_short
from unkink.documents.codes import Qr, page_code
from unkink.documents.gathering import ReportWish, gathered
from unkink.documents.handout import Handout, Paper, handout
from unkink.documents.report import report

if TYPE_CHECKING:
    from unkink.app import UseCases

DEFAULT_ADDRESS: Final = "http://127.0.0.1:8765/"
"""Where the page is unless told otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which exercises, and how they are to look."""

    programme: str | None = None
    exercises: tuple[str, ...] = ()
    minutes: float | None = None
    level: LevelName = "L1"
    wishes: Wishes = field(default_factory=Wishes)
    """What is to be otherwise in the plan of the day."""
    paper: Paper = "a4"
    large: bool = False
    address: str = DEFAULT_ADDRESS
    """Where the page is; empty: no code for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF, and what to call it."""

    pdf: bytes
    title: str
    file_name: str


def print_handout(cases: UseCases, wish: Wish) -> Printed:
    """Print a programme, or exercises of one's own choice; refused as `Planning.choose` does."""
    asked = Asked(
        programme=wish.programme,
        exercises=wish.exercises,
        minutes=wish.minutes,
        level=wish.level,
        wishes=wish.wishes,
    )
    name, proposal = cases.planning.choose(asked)
    whole = next((each for each in PROGRAMMES if each.id == wish.programme), None)
    said = (whole.note,) if whole else ()
    wanted = Handout(
        title=name if len(wish.exercises) < MANY else "Your exercises",
        session=proposal.session,
        notes=tuple(each for each in (*said, *in_short(proposal.adjustments)) if each),
        call=cases.choices.call(),
        qr=_code(wish),
        paper=wish.paper,
        large=wish.large,
        on=cases.clock().date(),
    )
    called = wish.programme or "-".join(wish.exercises[: MANY - 1])
    return Printed(
        pdf=handout(wanted, cases.exercises), title=wanted.title, file_name=f"unkink-{called}.pdf"
    )


MANY: Final = 4
"""So many names in a row are no title."""


def _code(wish: Wish) -> Qr | None:
    if not wish.address:
        return None
    one = f"#/exercises/{wish.exercises[0]}" if len(wish.exercises) == 1 else ""
    return page_code(f"{wish.address.rstrip('/')}/{one}")


def print_report(cases: UseCases, wish: ReportWish) -> Printed:
    """Print a clinician's report; refused when there is nothing to tell yet."""
    gathering = gathered(cases, wish)
    name = f"unkink-report-{gathering.last.isoformat()}.pdf"
    return Printed(pdf=report(gathering), title="Report for the clinician", file_name=name)
