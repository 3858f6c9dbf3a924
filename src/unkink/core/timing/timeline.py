"""A session as an exact plan of time: who does what at which second, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from unkink.core.body import Side
from unkink.core.definition.exercise import Breath, Exercise
from unkink.core.plan.session import CueKind, SegmentKind
from unkink.core.timing.blocks import Block, Step, blocks
from unkink.core.timing.steps import finishing, steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from unkink.core.plan.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """
    A stretch of time in which one thing is done; each starts exactly where the one before ended.

    A player needs no rules: it shows the segment at its position, says `say` as the segment
    starts, and jumps to `back_s`, `skip_s` or `repeat_s` when asked.
    """

    kind: SegmentKind
    start_s: float
    end_s: float
    """Seconds from the start of the session, whole milliseconds."""
    item: int
    """Which item of the session, from 0; for `finish` the number of items."""
    exercise: str
    """Its id; empty for `finish`."""
    name: str
    """What the person calls it."""
    movement: str
    side: Side
    set_number: int
    sets: int
    rep: int
    reps: int
    """This set and repetition, from 1, of so many; 0 outside the repetitions."""
    breathe: Breath
    say: str
    """Spoken as the segment starts; empty for silence. It ends before the next words begin."""
    caption: str
    """What to do now, in a few words; never empty."""
    next_up: str
    """The name of what comes after this exercise; empty at the end."""
    film_from: float
    film_to: float
    """The figure goes evenly from one film position to the other, round and round in a span."""
    range_fraction: float
    """Which film: how far along the way to the end pose."""
    back_s: float
    skip_s: float
    repeat_s: float
    """Where "back", "skip" and "repeat" lead to from here."""
    lead_in_s: float
    """After a pause here, so long to get back into position before time runs on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something to hear or see at one moment inside a segment."""

    kind: CueKind
    at_s: float
    words: str
    """Spoken; empty for a soft sound or a sign alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The whole session on one line of time."""

    segments: tuple[Segment, ...]
    cues: tuple[Cue, ...]
    """In order of time."""
    total_s: float


def schedule(session: Session, exercises: Mapping[str, Exercise]) -> Schedule:
    """
    Lay a session on one line of time, exact to the millisecond.

    Every exercise of the session must be in *exercises*.
    """
    parts = blocks(session, exercises)
    laid = tuple(_lay(parts))
    names = (*(part.name for part in parts[1:]), "", "")
    segments = tuple(
        _segment(
            at,
            jumps,
            block=(*parts, None)[at.number],
            up=names[at.number],
            items=len(session.items),
        )
        for at, jumps in zip(laid, _jumps(laid, parts), strict=True)
    )
    cues = tuple(
        Cue(kind=cue.kind, at_s=(at.start_ms + cue.at_ms) / 1000, words=cue.words)
        for at in laid
        for cue in sorted(at.step.cues, key=lambda c: c.at_ms)
    )
    return Schedule(segments=segments, cues=cues, total_s=segments[-1].end_s)


class _Laid(NamedTuple):
    """A step in its place."""

    number: int
    """Of its block; for the finish the number of blocks."""
    step: Step
    start_ms: int

    @property
    def end_ms(self) -> int:
        return self.start_ms + self.step.duration_ms


class _Jumps(NamedTuple):
    back_ms: int
    skip_ms: int
    repeat_ms: int


def _lay(parts: tuple[Block, ...]) -> Iterator[_Laid]:
    at_ms = 0
    before: Block | None = None
    final = max((n for n, part in enumerate(parts) if not part.item.eased), default=0)
    for number, block in enumerate(parts):
        for step in steps(block, before, last=number == final):
            yield _Laid(number, step, at_ms)
            at_ms += step.duration_ms
        before = block
    yield _Laid(len(parts), finishing(before), at_ms)


def _jumps(laid: Sequence[_Laid], parts: Sequence[Block]) -> Iterator[_Jumps]:
    """
    Say where "back", "skip" and "repeat" lead from each step.

    Back: to getting ready for this movement, or from there for the one before, never to what was
    made easier. Skip: out of a wait at once, out of a movement to the next. Repeat: the repetition.
    """
    begins = {at.number: at.start_ms for at in reversed(laid)}
    homes = begins | {at.number: at.start_ms for at in laid if at.step.kind == "get_ready"}
    shut = {number for number, part in enumerate(parts) if part.item.last is not None}
    number, repeat_ms, back_ms = -1, 0, 0
    for at in laid:
        if at.number != number:
            number, repeat_ms = at.number, -1
            back_ms = max((homes[n] for n in range(number) if n not in shut), default=0)
        if at.step.begins:
            repeat_ms = at.start_ms
        yield _Jumps(
            back_ms=homes[number] if repeat_ms >= 0 else back_ms,
            skip_ms=begins[number + 1] if at.step.in_repetition else at.end_ms,
            repeat_ms=repeat_ms if repeat_ms >= 0 else at.start_ms,
        )


def _segment(at: _Laid, jumps: _Jumps, *, block: Block | None, up: str, items: int) -> Segment:
    step, repetition = at.step, at.step.repetition
    return Segment(
        kind=step.kind,
        start_s=at.start_ms / 1000,
        end_s=at.end_ms / 1000,
        item=block.item_number if block else items,
        exercise=block.exercise.id if block else "",
        name=block.name if block else "",
        movement=repetition.part.movement,
        side=repetition.side,
        set_number=repetition.set_number,
        sets=repetition.part.sets,
        rep=repetition.rep if step.in_repetition else 0,
        reps=repetition.part.reps,
        breathe=step.breathe,
        say=step.say,
        caption=step.caption,
        next_up=up,
        film_from=step.film_from,
        film_to=step.film_to,
        range_fraction=block.item.range_fraction if block else 1.0,
        back_s=jumps.back_ms / 1000,
        skip_s=jumps.skip_ms / 1000,
        repeat_s=jumps.repeat_ms / 1000,
        lead_in_s=step.lead_in_ms / 1000,
    )
