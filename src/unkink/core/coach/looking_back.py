"""
An exercise of a session looked back on as it ends: what truly was done, in place of what was told.

What is told live can't be taken back; the record can be put right.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from unkink.core.coach.events import HoldEnded, RepCounted
from unkink.core.coach.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from unkink.core.body import Frame, Side
    from unkink.core.coach.coach import State
    from unkink.core.coach.events import Event
    from unkink.core.coach.live import Live, Subject

MOST: Final = 6000
"""Ten minutes: an exercise that lasts longer isn't looked back on, and what was told stands. [D]"""
PER_S: Final = 10.0
"""More moments a second tell nothing more of bodies that move like these. [D]"""


class Found(NamedTuple):
    """What a look back found, and what had been told live."""

    told: tuple[RepCounted | HoldEnded, ...]
    events: tuple[RepCounted | HoldEnded, ...]

    @property
    def is_other(self) -> bool:
        """Whether anything is otherwise than it was told."""
        return self.told != self.events

    @property
    def counted(self) -> tuple[Mapping[Side, int], Mapping[Side, int]]:
        """How many repetitions of each side were told live, and how many there were."""
        told, found = (Counter(e.side for e in _reps(part)) for part in (self.told, self.events))
        return told, found


class Watched:
    """What was seen and told of one exercise so far; it grows, and is looked back on once."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._memory = Memory(most=MOST, per_s=PER_S)
        self._told: list[RepCounted | HoldEnded] = []
        self._state: State | None = None

    def see(self, live: Live, frame: Frame, events: Iterable[Event]) -> None:
        """Keep one more frame and what was told of it."""
        state = live.coach
        if state is None or live.resting:
            return
        self._state = state
        self._memory.keep(state, frame)
        self.tell(events)

    def tell(self, events: Iterable[Event]) -> None:
        """Keep what was told."""
        self._told += _done(events)

    @property
    def told(self) -> tuple[RepCounted | HoldEnded, ...]:
        """What was told so far."""
        return tuple(self._told)

    def look_back(self, subject: Subject) -> Found | None:
        """Say what there was; None where nothing was seen, or no longer is remembered whole."""
        if self._state is None or not subject.exercise or not self._memory.is_whole:
            return None
        events = self._memory.look_back(self._state, (), subject.exercise)
        return Found(self.told, tuple(_done(events)))


def _done(events: Iterable[Event]) -> Sequence[RepCounted | HoldEnded]:
    return [event for event in events if isinstance(event, RepCounted | HoldEnded)]


def _reps(events: Iterable[RepCounted | HoldEnded]) -> list[RepCounted]:
    return [event for event in events if isinstance(event, RepCounted)]
