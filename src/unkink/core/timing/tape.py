"""Playing a schedule: a position on it that time and the person move, and nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from unkink.core.timing.timeline import Cue

if TYPE_CHECKING:
    from unkink.core.timing.timeline import Schedule, Segment

Command = Literal["paused", "resumed", "back", "skipped", "repeated"]
"""What a person can do to the tape, in the words of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tape:
    """Where someone is in a session."""

    position_s: float = 0.0
    paused: bool = False
    lead_in_s: float = 0.0
    """Left of the time to get back into position after a pause; the position waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """What time brought."""

    tape: Tape
    done: tuple[int, ...]
    """Segments, by number, that came to their end."""
    begun: tuple[int, ...]
    """Segments, by number, that began."""
    cues: tuple[Cue, ...]
    """What was due meanwhile, in order."""


def segment_at(schedule: Schedule, position_s: float) -> int:
    """Find the number of the segment at a position; the last one at the very end."""
    found = bisect_right(schedule.segments, position_s, key=lambda s: s.start_s) - 1
    return max(found, 0)


def now(tape: Tape, schedule: Schedule) -> Segment:
    """Tell the segment the tape is in."""
    return schedule.segments[segment_at(schedule, tape.position_s)]


def over(tape: Tape, schedule: Schedule) -> bool:
    """Say whether the session has come to its end."""
    return tape.position_s >= schedule.total_s


def play(tape: Tape, schedule: Schedule, passed_s: float) -> Played:
    """Let time pass: none of it while paused, the lead-in first after a pause."""
    if tape.paused or passed_s <= 0:
        return Played(tape=tape, done=(), begun=(), cues=())
    waited_s = min(tape.lead_in_s, passed_s)
    start_s = tape.position_s
    end_s = min(start_s + (passed_s - waited_s), schedule.total_s)
    first, last = segment_at(schedule, start_s), segment_at(schedule, end_s)
    ended = end_s >= schedule.total_s > start_s
    low = bisect_right(schedule.cues, start_s, key=lambda c: c.at_s)
    high = bisect_right(schedule.cues, end_s, key=lambda c: c.at_s)
    return Played(
        tape=replace(tape, position_s=end_s, lead_in_s=tape.lead_in_s - waited_s),
        done=tuple(range(first, last + 1 if ended else last)),
        begun=tuple(range(first + 1, last + 1)),
        cues=schedule.cues[low:high],
    )


def arrive(tape: Tape, schedule: Schedule) -> Played:
    """Tell what is due where the tape stands, at the start and after every jump."""
    low = bisect_left(schedule.cues, tape.position_s, key=lambda c: c.at_s)
    high = bisect_right(schedule.cues, tape.position_s, key=lambda c: c.at_s)
    begun = (segment_at(schedule, tape.position_s),)
    return Played(tape=tape, done=(), begun=begun, cues=schedule.cues[low:high])


def command(tape: Tape, schedule: Schedule, what: Command) -> Tape:
    """
    Do what the person asked; the same tape where there is nothing to do.

    Going back, on or again works while paused too, and the pause stays.
    """
    here = now(tape, schedule)
    if what == "paused":
        return tape if tape.paused else replace(tape, paused=True, lead_in_s=0.0)
    if what == "resumed":
        return replace(tape, paused=False, lead_in_s=here.lead_in_s) if tape.paused else tape
    target_s = {"back": here.back_s, "skipped": here.skip_s, "repeated": here.repeat_s}[what]
    return replace(tape, position_s=target_s, lead_in_s=0.0)
