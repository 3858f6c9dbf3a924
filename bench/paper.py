"""How long paper takes: `python bench/paper.py`. A report of two years must take at most 2 s."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.documents.someone import EXERCISES, someone, their_report

from unkink.core.plan.choice import Asked, choose
from unkink.core.safety.advice import Call
from unkink.documents.handout import Handout, handout
from unkink.documents.report import report

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_S = 2.0
ROUNDS = 5


def main() -> int:
    """Print the slowest of some rounds of each, and fail when one takes too long."""
    two_years = someone(730)
    slow = 0
    for name, made in {
        "handout, gentle": lambda: _handout("gentle", large=False),
        "handout, article, large print": lambda: _handout("article", large=True),
        "report, twelve weeks": lambda: report(their_report(someone(84))),
        "report, two years, with all that is counted": lambda: report(their_report(two_years)),
    }.items():
        size, worst_s = _worst(made)
        print(f"{name:45} {worst_s * 1000:6.0f} ms {size / 1000:6.0f} kB")
        slow += worst_s > MOST_S
    return slow


def _handout(programme: str, *, large: bool) -> bytes:
    name, proposal = choose(EXERCISES, Asked(programme=programme))
    call = Call(number="112", note="", country="")
    wanted = Handout(
        title=name, session=proposal.session, call=call, large=large, on=date(2026, 11, 23)
    )
    return handout(wanted, EXERCISES)


def _worst(made: Callable[[], bytes]) -> tuple[int, float]:
    size, worst_s = 0, 0.0
    for _ in range(ROUNDS):
        start_s = time.perf_counter()
        size = len(made())
        worst_s = max(worst_s, time.perf_counter() - start_s)
    return size, worst_s


if __name__ == "__main__":
    sys.exit(main())
