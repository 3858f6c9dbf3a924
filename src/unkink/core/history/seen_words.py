"""What is said of what was seen, and when nothing can be: short, calm, never anyone's fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.body import Side
    from unkink.core.coach.events import Reason

BY_CLOCK: Final = "I go on by the clock."

LOST: Final[Mapping[Reason, str]] = {
    "nobody": "I can't see you.",
    "out_of_picture": "Part of you is outside the picture.",
    "too_small": "You are too far away for me to see you well.",
    "joints_hidden": "I can't see enough of you.",
    "impossible_body": "I can't make you out clearly.",
    "frozen": "The camera's picture stands still.",
    "gap": "The camera's pictures don't come through.",
    "other_position": "I don't see you in this position.",
    "view": "From here I can't tell how it goes.",
}

REGAINED: Final = "I see you again."


LEAST_S: Final = 5.0
"""Of less time than this nothing is said of the form. [D]"""
FORMS: Final = (
    (0.95, "in good form"),
    (0.75, "mostly in good form"),
    (0.0, "form to take care of"),
)
"""From which score on which words. [D] A number would be a mark, and nobody is marked here."""


def form_words(form: float | None, judged_s: float) -> str:
    """Say how the form was, kindly; empty where it was not judged, or hardly."""
    if form is None or judged_s < LEAST_S:
        return ""
    return next((words for least, words in FORMS if form >= least), FORMS[-1][1])


SEEN_ALL: Final = "now that all of it was seen"


def corrected_words(name: str, told: Mapping[Side, int], found: Mapping[Side, int]) -> str:
    """Say how many repetitions there were, where that isn't what was told; else nothing."""
    parts = [
        f"{found.get(side, 0)}{'' if side == 'both' else f' {side}'}, not {told.get(side, 0)}"
        for side in ("left", "right", "both")
        if found.get(side, 0) != told.get(side, 0)
    ]
    return f"{name}: {', and '.join(parts)}, {SEEN_ALL}." if parts else ""


def lost_words(reason: Reason) -> str:
    """Say why nothing can be judged, and that the session goes on."""
    return f"{LOST[reason]} {BY_CLOCK}"
