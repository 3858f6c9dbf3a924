"""What a whole recording showed, kept until its end: then it can be looked back on."""

from __future__ import annotations

import math
from array import array
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from unkink.core.coach.counts import BRIDGED_S
from unkink.core.coach.events import CueGiven, HoldEnded, HoldStarted, Recognised, RepCounted
from unkink.core.coach.follow import is_placed
from unkink.core.coach.hindsight import Done, Stretch, look_back
from unkink.core.coach.paths import outline
from unkink.core.coach.ruler import PICK
from unkink.core.coach.tracing import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from unkink.core.body import Frame, Side
    from unkink.core.coach.coach import State
    from unkink.core.coach.events import Event

Span = tuple[float, float]


class Kept(NamedTuple):
    """One moment in which a body was seen."""

    t_s: float
    height: float
    numbers: array[float]
    """Where `paths.JOINTS` were, x, y and z of each; NaN where unknown."""
    seen: bytes
    """How well each was seen: 0 to 255 for 0 to 1."""
    placed: tuple[bool, ...]
    """In which of the movements' positions it was."""
    shot: int
    """How many times the picture was cut before."""


class Memory:
    """The moments of one recording, or of one exercise, in order."""

    def __init__(self, *, most: float = math.inf, per_s: float = math.inf) -> None:
        """Keep so many moments at most, and a second: of what is longer nothing is known."""
        self._most, self._gap_s = most, 1.0 / per_s
        self._kept: list[Kept] = []
        self._due_s = -math.inf
        self._passed: tuple[State, Frame] | None = None
        self._is_whole = True

    @property
    def is_whole(self) -> bool:
        """Whether all of it is still remembered."""
        return self._is_whole

    def keep(self, state: State, frame: Frame) -> None:
        """Keep what the coach has just taken, where it showed a body."""
        if state.t_s != frame.t_s or state.sight is None or not self._is_whole:
            return
        t_s = frame.t_s
        if t_s < self._due_s:
            self._passed = state, frame
            return
        # So many a second on the mean, also of pictures that come a little oftener.
        self._due_s = max(self._due_s + self._gap_s, t_s + 0.5 * self._gap_s)
        passed, self._passed = self._passed, None
        if passed is not None and t_s - passed[1].t_s >= self._gap_s:
            # The last one before a break, or the break would seem longer than it was.
            self._add(*passed)
        self._add(state, frame)

    def _add(self, state: State, frame: Frame) -> None:
        sight = state.sight
        if sight is None or not self._is_whole:
            return
        if len(self._kept) >= self._most:
            self._kept, self._is_whole = [], False
            return
        points = PICK(sight.points)
        numbers = array("f", outline(sight, 1.0))
        seen = bytes(
            [0 if p is None else round(255.0 * min(max(p.seen, 0.0), 1.0)) for p in points]
        )
        placed = tuple([is_placed(follow) for follow in state.follows])
        self._kept.append(Kept(frame.t_s, sight.height, numbers, seen, placed, state.shots))

    def look_back(
        self, state: State, events: Sequence[Event], exercise: str | None
    ) -> tuple[Event, ...]:
        """
        Give the events again, with what hindsight knows better of repetitions and holds.

        Of anything but this *exercise* none are left.
        """
        spans = [(-math.inf, math.inf)] if state.expected else _spans(events, exercise)
        told: list[Event] = [
            event
            for event in events
            if not isinstance(event, RepCounted | HoldStarted | HoldEnded | CueGiven)
            or (isinstance(event, CueGiven) and _within(spans, event.at_s))
        ]
        told += _events(self._done(state, spans, exercise))
        return tuple(sorted(told, key=lambda event: event.at_s))

    def done(self, state: State, exercise: str) -> tuple[Done, ...]:
        """Give all that was done of an exercise that was told, with more than events can say."""
        return self._done(state, [(-math.inf, math.inf)], exercise)

    def _done(self, state: State, spans: Sequence[Span], exercise: str | None) -> tuple[Done, ...]:
        names = [watch.exercise for watch in state.watches]
        if exercise not in names:
            return ()
        i = names.index(exercise)
        if not state.watches[i].can_tell:
            return ()
        return look_back(state.watches[i], list(self._stretches(i, spans, state.t_s or 0.0)))

    def _stretches(self, i: int, spans: Sequence[Span], end_s: float) -> Iterator[Stretch]:
        """Give what was seen without a break, in this movement's position."""
        known = [each for each in self._kept if each.placed[i] and _within(spans, each.t_s)]
        breaks = [0]
        for before, now in pairwise(known):
            apart = now.shot != before.shot or now.t_s - before.t_s >= BRIDGED_S
            breaks.append(breaks[-1] + apart)
        for _, group in groupby(zip(known, breaks, strict=False), key=lambda pair: pair[1]):
            part = [each for each, _ in group]
            height = median(each.height for each in part)
            moments = [_moment(each, height) for each in part]
            yield Stretch(moments, ended=end_s - part[-1].t_s < BRIDGED_S)


def _moment(kept: Kept, height: float) -> Moment:
    shown = [value / height for value in kept.numbers]
    return Moment(kept.t_s, shown, tuple([seen / 255.0 for seen in kept.seen]))


def _spans(events: Sequence[Event], exercise: str | None) -> list[Span]:
    """Give the times in which nothing but this exercise was recognised."""
    if exercise is None:
        return []
    names = [
        (-math.inf, None),
        *((e.at_s, e.exercise) for e in events if isinstance(e, Recognised)),
    ]
    ends_s = [*(at_s for at_s, _ in names[1:]), math.inf]
    return [
        (at_s, end_s)
        for (at_s, name), end_s in zip(names, ends_s, strict=True)
        if name in {None, exercise}
    ]


def _within(spans: Sequence[Span], t_s: float) -> bool:
    return any(start_s <= t_s <= end_s for start_s, end_s in spans)


def _events(done: Sequence[Done]) -> Iterator[Event]:
    counts: dict[Side, int] = {}
    for each in done:
        side = each.side
        for hold in each.holds:
            yield HoldStarted(hold.start_s, side, hold.start_s)
            yield HoldEnded(hold.end_s, side, hold.start_s, hold.end_s)
        if each.counts:
            number = counts[side] = counts.get(side, 0) + 1
            yield RepCounted(each.at_s, side, number, each.reach, each.still_held)
