"""
Scores of questionnaires whose words we may not ship.

Whoever has a licence and the paper form can score it; nothing here shows or asks a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Risk = Literal["low", "medium", "high"]


def start_back_risk(agreed: Sequence[bool]) -> Risk:
    """
    Sort the nine answers of the STarT Back tool, in Keele's own order.

    The ninth counts as agreed when it was "very much" or "extremely" bothersome.
    """
    if len(agreed) != 9:
        message = f"STarT Back has nine items, not {len(agreed)}"
        raise ValueError(message)
    if sum(agreed) <= 3:
        return "low"
    return "high" if sum(agreed[4:]) >= 4 else "medium"


def oswestry_percent(sections: Sequence[int | None]) -> float | None:
    """
    Score the ten sections of the Oswestry index, 0-5 each, None where none was marked.

    Whoever marked two boxes counts with the higher one. None when nothing was marked.
    """
    if len(sections) != 10 or any(each is not None and not 0 <= each <= 5 for each in sections):
        message = "the Oswestry index has ten sections of 0 to 5"
        raise ValueError(message)
    marked = [each for each in sections if each is not None]
    return 100 * sum(marked) / (5 * len(marked)) if marked else None
