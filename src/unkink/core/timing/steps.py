"""What lies around the repetitions: getting there, resting, changing sides."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from unkink.core import words
from unkink.core.plan.session import Part
from unkink.core.timing import lines, pacing
from unkink.core.timing.blocks import BELL, Step
from unkink.core.timing.reminders import reminded
from unkink.core.timing.repetitions import Repetition, ms, sides_of, whole_seconds
from unkink.core.timing.speech import GAP_MS, sided, spoken_ms
from unkink.core.timing.stages import doing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from unkink.core.definition.exercise import Position
    from unkink.core.plan.session import SegmentKind
    from unkink.core.timing.blocks import Block


def steps(block: Block, before: Block | None, *, last: bool) -> Iterator[Step]:
    """Tell a block step by step: getting there, then its repetitions with what lies between."""
    plain = (*getting_ready(block, before, last=last), *_doing_all(block))
    yield from reminded(plain, block)


def _doing_all(block: Block) -> Iterator[Step]:
    first = block.repetitions[0]
    yield from doing(block, first)
    for done, repetition in pairwise(block.repetitions):
        yield from between(block, done, repetition)
        yield from doing(block, repetition)


def getting_ready(block: Block, before: Block | None, *, last: bool) -> Iterator[Step]:
    """Come into the position, then settle, with as long as a stiff person needs."""
    was: Position = before.movement.start if before else "standing"
    change_s = pacing.change_s(was, block.movement.start)
    fetch_s = pacing.fetch_s(before.movement.props if before else (), block.movement.props)
    repetition = block.repetitions[0]
    opening = f"{_opening(block, before, last=last)} {_needs(block, before)}".strip()
    if change_s:
        come = pacing.COME_TO[block.movement.start]
        say = f"{opening} {come}"
        yield Step(
            kind="change_position",
            duration_ms=whole_seconds(max(ms(change_s + fetch_s), spoken_ms(say) + GAP_MS)),
            caption=come,
            say=say,
            repetition=repetition,
            cues=(BELL,),
        )
        opening, fetch_s = "", 0
    care = "" if change_s else care_ahead(block)
    say = " ".join(w for w in (opening, *_how(block, before), care) if w)
    at_least_ms = max(ms(pacing.GET_READY_S + fetch_s), spoken_ms(say) + ms(pacing.SETTLE_S))
    duration_ms = whole_seconds(at_least_ms)
    yield Step(
        kind="get_ready",
        duration_ms=duration_ms,
        caption=sided(block.movement.get_ready, repetition.side),
        say=say,
        repetition=repetition,
        cues=(BELL, *lines.countdown(duration_ms)),
    )


def care_ahead(block: Block) -> str:
    """Tell the most important word of care while nothing is done yet, where no hold is long."""
    held_s = block.part.hold_s if any(stage.holds for stage in block.movement.cycle) else 0.0
    late = block.exercise.everyday or held_s >= pacing.BREATHE_FROM_S or block.item.eased
    return "" if late else "".join(block.movement.reminders[:1])


def _opening(block: Block, before: Block | None, *, last: bool) -> str:
    if block.item.eased:
        return "A little easier from here." if _same(block, before) else f"Easier: {block.name}."
    if before is None:
        return f"First: {block.name}."
    return f"{'Last' if last else 'Next'}: {block.name}."


def _needs(block: Block, before: Block | None) -> str:
    """Name what must be fetched; a chair to sit down on is named with the sitting down."""
    had = {"mat", block.movement.start, *(before.movement.props if before else ())}
    new = [words.PROPS[prop] for prop in block.movement.props if prop not in had]
    return f"You need {' and '.join(new)}." if new else ""


def _same(block: Block, before: Block | None) -> bool:
    return before is not None and (before.exercise.id, before.part.movement) == (
        block.exercise.id,
        block.part.movement,
    )


def _how(block: Block, before: Block | None) -> tuple[str, ...]:
    """Say how to get ready and how much is coming; not again what was only made easier."""
    if block.item.eased and _same(block, before):
        return ()
    side = block.repetitions[0].side
    ready = sided(block.movement.get_ready, side)
    dose = lines.dose_words(block.part, block.exercise)
    far = lines.range_words(block.item.range_fraction)
    dose = f"{dose} {far}" if far else dose
    if block.movement.sides != "one_then_other":
        return (ready, dose)
    first = " first" if side == sides_of(block.movement)[0] else ""
    return (ready, dose, f"{side.capitalize()} side{first}.")


def between(block: Block, done: Repetition, repetition: Repetition) -> Iterator[Step]:
    """Rest between sets, change sides where a whole side was done; else go straight on."""
    side = f"{repetition.side} side"
    if repetition.set_number != done.set_number:
        caption = f"Rest. Set {repetition.set_number} of {block.part.sets} is next."
        by_side = block.movement.sides == "one_then_other"
        yield _waiting(
            "rest",
            ms(pacing.REST_S[block.exercise.kind]),
            caption=caption,
            say=f"{caption} {side.capitalize()} first." if by_side else caption,
            repetition=repetition,
        )
    elif repetition.side != done.side and block.movement.sides == "one_then_other":
        ready = block.movement.get_ready
        how = sided(ready, repetition.side) if lines.names_side(ready) else ""
        yield _waiting(
            "switch_sides",
            ms(pacing.switch_s(block.movement)),
            caption=f"Now the {side}.",
            say=f"Now the {side}. {how}".strip(),
            repetition=repetition,
        )


def _waiting(
    kind: SegmentKind, at_least_ms: int, *, caption: str, say: str, repetition: Repetition
) -> Step:
    duration_ms = whole_seconds(max(at_least_ms, spoken_ms(say) + ms(pacing.SETTLE_S)))
    return Step(
        kind=kind,
        duration_ms=duration_ms,
        caption=caption,
        say=say,
        repetition=repetition,
        cues=(BELL, *lines.countdown(duration_ms)),
    )


NOTHING = Part(movement="", hold_s=0, reps=0, sets=0)


def finishing(before: Block | None) -> Step:
    """Say that it is over, with time to get up safely."""
    was: Position = before.movement.start if before else "standing"
    say = f"That was all for today. {pacing.GET_UP[was]}".strip()
    return Step(
        kind="finish",
        duration_ms=max(ms(pacing.FINISH_S), ms(pacing.change_s(was, "standing"))),
        caption=pacing.GET_UP[was] or "Done for today.",
        say=say,
        repetition=Repetition(part=NOTHING, side="both", set_number=0, rep=0),
        cues=(BELL,),
    )
