"""
The words of care that go with every exercise on paper, where nobody asks the safety questions.

Sources: `docs/evidence.md#stopping`, and the emergency questions themselves.
"""

from __future__ import annotations

from typing import Final

from unkink.core.safety.questions import EMERGENCY

NOT_REVIEWED: Final = "Not reviewed by a clinician yet."
WHAT_IT_IS: Final = "Unkink is a coach for movement at home, not a treatment."

GET_HELP: Final[tuple[str, ...]] = tuple(question.yes for question in EMERGENCY)
"""With any of these: no exercises, and a call for help."""

STOP_IF: Final[tuple[str, ...]] = (
    "the pain gets clearly worse",
    "it spreads further down your leg",
    "you feel new numbness or weakness",
    "you feel dizzy, faint or sick",
    "something cracks and it hurts",
)
"""Ends of the sentence “Stop if ...”."""

AFTER_STOPPING: Final = (
    "Rest in whatever position eases it. If it has not settled in two days, or happens again, "
    "ask a doctor or a physiotherapist."
)
COMFORT: Final = "Slow and easy. Only as far as is comfortable. Never hold your breath."

UNSPOKEN: Final = (
    "any condition a doctor treats, until they have said yes: nobody has judged it yet"
)
"""Of an exercise whose file says nothing about conditions."""
