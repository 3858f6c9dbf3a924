"""What the coach's events are called when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.coach.events import (
    CueGiven,
    HoldEnded,
    Recognised,
    RepCounted,
    SightLost,
    SightRegained,
)

if TYPE_CHECKING:
    from unkink.core.coach.events import Event, Reason

REASONS: Final[dict[Reason, str]] = {
    "nobody": "nobody is there",
    "out_of_picture": "the body is cut by the picture's edge",
    "too_small": "the body is too small",
    "joints_hidden": "joints it needs are hidden",
    "impossible_body": "what the model sees can't be a body",
    "frozen": "the picture stands still",
    "gap": "frames are missing",
    "other_position": "the body is in another position",
    "view": "one camera can't tell this: it is only timed",
}


def happened(event: Event) -> str:
    """Say an event in a few words; empty when it isn't worth a line."""
    words = ""
    match event:
        case RepCounted(side=side, number=number, still_held=still_held):
            name = "repetition" if side == "both" else f"repetition {side}"
            words = f"{name} {number}{' (still held)' if still_held else ''}"
        case HoldEnded(start_s=start_s, end_s=end_s):
            words = f"held {end_s - start_s:.1f} s ({start_s:.1f}-{end_s:.1f})"
        case CueGiven(fault=fault, say=say):
            words = f"{say} ({fault})"
        case SightLost(reason=reason):
            words = f"can't judge: {REASONS[reason]}"
        case SightRegained():
            words = "can judge again"
        case Recognised(exercise=exercise):
            words = f"recognised: {exercise or 'none of ours'}"
    return words
