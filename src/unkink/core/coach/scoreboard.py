"""What the coach's events add up to at any moment: what a screen beside the person would show."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from unkink.core.body import Side
from unkink.core.coach.events import (
    CueGiven,
    HoldEnded,
    HoldStarted,
    Reason,
    Recognised,
    RepCounted,
    SightLost,
    SightRegained,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from unkink.core.coach.events import Event

LINGER_S: Final = 2.5
"""For so long a cue and a finished hold stay to be read."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A position held since `start_s`, until `end_s` or still."""

    side: Side
    start_s: float
    end_s: float | None = None


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """One moment's counts, hold, word and blindness."""

    t_s: float = 0.0
    exercise: str | None = None
    """Recognised by the coach; None for none of ours, or when it was told."""
    reps: tuple[tuple[Side, int], ...] = ()
    """How many so far on each side that has any, in the order they came."""
    hold: Hold | None = None
    cue: CueGiven | None = None
    unseen: Reason | None = None

    @property
    def held_s(self) -> float | None:
        """How long the position has been held; None while nothing is."""
        if self.hold is None:
            return None
        return (self.t_s if self.hold.end_s is None else self.hold.end_s) - self.hold.start_s


def scoreboards(events: Iterable[Event]) -> tuple[Scoreboard, ...]:
    """Give the scoreboard as the session began and after each event, in the events' order."""
    boards = [Scoreboard()]
    for event in events:
        boards.append(replace(_after(boards[-1], event), t_s=event.at_s))
    return tuple(boards)


def board_at(boards: Sequence[Scoreboard], t_s: float) -> Scoreboard:
    """Give what the scoreboard shows at a time."""
    latest = bisect_right(boards, t_s, lo=1, key=lambda board: board.t_s) - 1
    return _faded(replace(boards[latest], t_s=t_s))


def _after(board: Scoreboard, event: Event) -> Scoreboard:
    """Put one event on the board."""
    match event:
        case RepCounted(side=side, number=number):
            board = replace(board, reps=tuple((dict(board.reps) | {side: number}).items()))
        case HoldStarted(side=side, start_s=start_s):
            board = replace(board, hold=Hold(side, start_s))
        case HoldEnded(side=side, start_s=start_s, end_s=end_s):
            board = replace(board, hold=Hold(side, start_s, end_s))
        case CueGiven():
            board = replace(board, cue=event)
        case SightLost(reason=reason):
            board = replace(board, unseen=reason)
        case SightRegained():
            board = replace(board, unseen=None)
        case Recognised(exercise=exercise):
            board = replace(board, exercise=exercise)
    return board


def _faded(board: Scoreboard) -> Scoreboard:
    """Take off what has been read by now."""
    cue, hold = board.cue, board.hold
    if cue is not None and board.t_s - cue.at_s > LINGER_S:
        cue = None
    if hold is not None and hold.end_s is not None and board.t_s - hold.end_s > LINGER_S:
        hold = None
    return replace(board, cue=cue, hold=hold)
