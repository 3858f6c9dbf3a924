"""One repetition in time: each stage moves, perhaps holds, perhaps pauses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from unkink.core.timing import lines, pacing
from unkink.core.timing.blocks import BELL, Step
from unkink.core.timing.lines import Line
from unkink.core.timing.repetitions import move_ms, ms, sides_of
from unkink.core.timing.speech import sided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.plan.session import SegmentKind
    from unkink.core.timing.blocks import Block
    from unkink.core.timing.repetitions import Repetition

HOLD = "Hold."
BREATHE_MS = ms(pacing.BREATHE_FROM_S)


def doing(block: Block, repetition: Repetition) -> Iterator[Step]:
    """Do one repetition, or a whole span."""
    if block.exercise.everyday:
        yield _span(block, repetition)
        return
    for number in range(len(block.movement.cycle)):
        yield from _stage(block, repetition, number)


def _span(block: Block, repetition: Repetition) -> Step:
    """Go round and round; the movement's steps are said one by one in the first half."""
    cycle, steps = block.movement.cycle, block.movement.steps
    duration_ms = ms(block.part.hold_s)
    round_ms = sum(move_ms(stage, block.part) + ms(stage.pause_s) for stage in cycle)
    told = [step for step in steps if step != block.movement.get_ready] or list(steps)
    hints = [
        Line(at_ms=duration_ms * number // (2 * len(told)), kind="words", words=words)
        for number, words in enumerate(told)
    ]
    cues = [*hints[1:], *lines.halfway(duration_ms), *lines.countdown(duration_ms)]
    return Step(
        kind="walk" if block.exercise.kind == "walk" else "warm_up",
        duration_ms=duration_ms,
        caption=told[0],
        say=told[0],
        repetition=repetition,
        in_repetition=True,
        begins=True,
        film_to=len(cycle) * duration_ms / round_ms,
        cues=(BELL, *lines.one_voice(cues, busy_until_ms=lines.end_ms(told[0]))),
    )


def _stage(block: Block, repetition: Repetition, number: int) -> Iterator[Step]:
    """Move, then hold, then pause; what is said in a stage ends within it."""
    stage = block.movement.cycle[number]
    way_ms = move_ms(stage, block.part)
    hold_ms = ms(block.part.hold_s) if stage.holds else 0
    say, hold_say, cues = _voice(block, repetition, number, hold_ms=hold_ms)
    parts: tuple[tuple[SegmentKind, int, str, str], ...] = (
        ("move", way_ms, say, sided(stage.say, repetition.side)),
        ("hold", hold_ms, hold_say, "Hold." if hold_ms < BREATHE_MS else "Hold, and breathe."),
        ("pause", ms(stage.pause_s), "", "Stay there a moment."),
    )
    at_ms = 0
    for kind, duration_ms, words, caption in parts:
        if not duration_ms:
            continue
        end_ms = at_ms + duration_ms
        yield Step(
            kind=kind,
            duration_ms=duration_ms,
            caption=caption,
            say=words,
            repetition=repetition,
            in_repetition=True,
            begins=number == 0 and at_ms == 0,
            breathe=stage.breathe if kind == "move" else "easy",
            film_from=float(number if kind == "move" else number + 1),
            film_to=number + 1.0,
            lead_in_ms=max(ms(pacing.LEAD_IN_S), way_ms if kind == "hold" else 0),
            cues=tuple(
                replace(c, at_ms=c.at_ms - at_ms) for c in cues if at_ms <= c.at_ms < end_ms
            ),
        )
        at_ms = end_ms


def _voice(
    block: Block, repetition: Repetition, number: int, *, hold_ms: int
) -> tuple[str, str, list[Line]]:
    """Choose the words for the move, for the hold, and every cue of the stage."""
    stage, movement = block.movement.cycle[number], block.movement
    way_ms = move_ms(stage, block.part)
    end_ms = way_ms + hold_ms + ms(stage.pause_s)
    opens = number == 0 and movement.sides == "alternating"
    say = lines.stage_words(stage, repetition, opens=opens, room_ms=end_ms)
    first = repetition == block.repetitions[0]
    breath = lines.breath(stage.breathe, first=first, free_ms=lines.end_ms(say), end_ms=way_ms)
    free_ms = max([lines.end_ms(say), *(c.end_ms for c in breath)])
    hold_say = HOLD if free_ms <= way_ms and lines.end_ms(HOLD) <= hold_ms else ""
    cues = [BELL, *breath]
    if hold_ms:
        quiet_ms = max(free_ms, way_ms + lines.end_ms(hold_say))
        inwards = stage.breathe != "in"
        quiet_from_ms = quiet_ms - way_ms
        held = lines.held(hold_ms, quiet_from_ms=quiet_from_ms, inwards=inwards, first=first)
        cues += lines.later(held, way_ms)
        cues += [replace(BELL, at_ms=way_ms + hold_ms)]
        free_ms = quiet_ms
    if _counts(block, repetition, number):
        reps = block.part.reps
        cues.append(lines.count(repetition.rep, reps, free_ms=free_ms, end_ms=end_ms))
    return say, hold_say, cues


def _counts(block: Block, repetition: Repetition, number: int) -> bool:
    """Count as the last stage ends; what alternates counts once both sides are done."""
    cycle, movement = block.movement.cycle, block.movement
    both_done = movement.sides != "alternating" or repetition.side == sides_of(movement)[-1]
    last = number == len(cycle) - 1
    return last and both_done and not cycle[number].holds and block.part.reps > 1
