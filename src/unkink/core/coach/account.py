"""What a recording showed, added up from the coach's events: one line for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.core.body import Side
from unkink.core.coach.events import CueGiven, HoldEnded, Recognised, RepCounted
from unkink.core.coach.faults import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from unkink.core.coach.events import Event

SIDES: Final[tuple[Side, ...]] = ("left", "right", "both")


NOT_JUDGED: Final = Form()
FAIR: Final = 0.15
"""What was recognised for less than this share of a recording was a passing likeness. [D]"""


@dataclass(frozen=True, slots=True)
class Held:
    """One hold."""

    side: Side
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Account:
    """What was done, and how much of the time could be judged."""

    exercise: str | None
    reps: Mapping[Side, int]
    holds: tuple[Held, ...]
    faults: tuple[str, ...]
    judged_fraction: float
    form: float | None = None
    """1 without a fault, less the longer and the more harmful; None where none was judged."""
    form_s: float = 0.0
    """The time in which the form could be judged."""


def account(
    events: Iterable[Event],
    *,
    exercise: str | None,
    judged_s: float,
    total_s: float,
    form: Form = NOT_JUDGED,
) -> Account:
    """Add up a whole recording that was looked back on."""
    told = list(events)
    done = Counter(event.side for event in told if isinstance(event, RepCounted))
    holds = tuple(Held(e.side, e.start_s, e.end_s) for e in told if isinstance(e, HoldEnded))
    faults = dict.fromkeys(e.fault for e in told if isinstance(e, CueGiven))
    return Account(
        exercise=exercise,
        reps={side: done[side] for side in SIDES},
        holds=holds,
        faults=tuple(faults),
        judged_fraction=min(1.0, judged_s / total_s) if total_s > 0.0 else 0.0,
        form=form.score,
        form_s=form.judged_s,
    )


def named(events: Iterable[Event], *, total_s: float) -> str | None:
    """Give the exercise that was recognised for the longest time, if that was a fair part of it."""
    lasted: dict[str, float] = {}
    names = [event for event in events if isinstance(event, Recognised)]
    if not names:
        return None
    ends_s = [*(event.at_s for event in names[1:]), names[0].at_s + total_s]
    for event, until_s in zip(names, ends_s, strict=True):
        if event.exercise is not None:
            name = event.exercise
            lasted[name] = lasted.get(name, 0.0) + until_s - event.at_s
    name = max(lasted, key=lambda each: lasted[each])
    return name if lasted[name] >= FAIR * total_s else None
