"""A movement's words of care, said where there is time: nobody on the floor can read them."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from unkink.core.timing import pacing
from unkink.core.timing.lines import Line, end_ms
from unkink.core.timing.repetitions import ms

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from unkink.core.plan.session import CueKind, SegmentKind
    from unkink.core.timing.blocks import Block, Step

WHILE_DOING: Final[tuple[SegmentKind, ...]] = ("hold", "rest", "warm_up", "walk")
BEFORE: Final[tuple[SegmentKind, ...]] = ("change_position",)
HOW_FIRST: Final[tuple[SegmentKind, ...]] = ("warm_up", "walk", *BEFORE)
"""Their first half is for how to do it."""
AHEAD: Final = "While you do it: "
HEARD: Final[tuple[CueKind, ...]] = ("bell", "three_two_one")
"""Heard although they have no words."""


def reminded(steps: Sequence[Step], block: Block) -> tuple[Step, ...]:
    """
    Put a block's reminders where they talk over nothing; no step grows longer for them.

    One in each hold and rest, in the file's order, each once in every set and on every side that is
    done by itself. Where no hold has room, they are said on the way into the position.
    """
    told = tuple(_told(steps, block, WHILE_DOING))
    return told if told != tuple(steps) else tuple(_told(steps, block, BEFORE))


def _told(steps: Sequence[Step], block: Block, kinds: Collection[SegmentKind]) -> Iterator[Step]:
    turn: object = None
    left: deque[str] = deque()
    busy_ms = 0
    for step in steps:
        now = _turn(step, block)
        if now != turn:
            turn, left = now, deque(block.movement.reminders)
        free_ms = max(busy_ms, end_ms(step.say))
        if step.kind in kinds:
            several = len(left) if _only_one(step, block) else min(len(left), 1)
            yield (step := _with_reminders(step, left, several, free_ms=free_ms))
        else:
            yield step
        busy_ms = max([free_ms, *(cue.end_ms for cue in step.cues)]) - step.duration_ms


def _turn(step: Step, block: Block) -> object:
    """Tell what reminders are said once in: a set, of one side where sides are done apart."""
    repetition = step.repetition
    apart = block.movement.sides == "one_then_other"
    return repetition.set_number, repetition.side if apart else ""


def _only_one(step: Step, block: Block) -> bool:
    """Say whether there is no other such step to leave some for."""
    return block.exercise.everyday or block.part.reps == 1 or step.kind in BEFORE


def _with_reminders(step: Step, left: deque[str], several: int, *, free_ms: int) -> Step:
    """Say as many as may be, spread over the step, or over its half without how to do it."""
    for number in range(several):
        late = 0.5 if step.kind in HOW_FIRST else 0.0
        from_ms = max(free_ms, round(step.duration_ms * (late + (1 - late) * number / several)))
        words = AHEAD + left[0][0].lower() + left[0][1:] if step.kind in BEFORE else left[0]
        line = _fitted(words, step.cues, from_ms, step.duration_ms)
        if not line:
            break
        left.popleft()
        step = replace(step, cues=(*step.cues, line))
    return step


def _fitted(words: str, cues: Sequence[Line], from_ms: int, until_ms: int) -> Line | None:
    """Find the first moment with quiet around it for these words."""
    quiet_ms = ms(pacing.QUIET_S)
    busy = sorted((c.at_ms, c.end_ms) for c in cues if c.words or c.kind in HEARD)
    at_ms = from_ms + quiet_ms
    for starts_ms, ends_ms in (*busy, (until_ms, until_ms)):
        if at_ms + end_ms(words) + quiet_ms <= starts_ms:
            return Line(at_ms=at_ms, kind="words", words=words)
        at_ms = max(at_ms, ends_ms + quiet_ms)
    return None
