"""How long a session takes, without spelling out what is said in it: for trying many of them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, permutations
from typing import TYPE_CHECKING

from unkink.core.plan.session import Session
from unkink.core.timing import pacing
from unkink.core.timing.blocks import blocks
from unkink.core.timing.repetitions import repetition_ms
from unkink.core.timing.speech import spoken_ms
from unkink.core.timing.steps import between, care_ahead, finishing, getting_ready

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from unkink.core.definition.exercise import Exercise, Position
    from unkink.core.plan.session import Item
    from unkink.core.timing.blocks import Block


def length_s(items: Sequence[Item], exercises: Mapping[str, Exercise]) -> float:
    """Say how long items take in this order: exactly the length of their schedule."""
    parts = blocks(Session(items=tuple(items)), exercises)
    final = max((n for n, part in enumerate(parts) if not part.item.eased), default=0)
    total_ms, before = 0, None
    for number, block in enumerate(parts):
        ready = getting_ready(block, before, last=number == final)
        total_ms += sum(step.duration_ms for step in ready) + _own_ms(block)
        before = block
    return (total_ms + finishing(before).duration_ms) / 1000


def least_s(item: Item, exercises: Mapping[str, Exercise]) -> float:
    """Say how long an item takes at the least, whatever comes before it."""
    parts = blocks(Session(items=(item,)), exercises)
    return sum(_own_ms(block) + _least_ready_ms(block) for block in parts) / 1000


def lying_s(item: Item, exercises: Mapping[str, Exercise]) -> float:
    """Say how long an item keeps someone on the back at the most, with getting ready for it."""
    total_ms = 0
    for block in blocks(Session(items=(item,)), exercises):
        if block.movement.start == "supine":
            steps = getting_ready(block, block, last=False)
            total_ms += _own_ms(block) + sum(step.duration_ms for step in steps)
    return total_ms / 1000


@cache
def least_travel_s(places: frozenset[Position]) -> int:
    """Say how long it takes at the least to come to all of these positions and to finish."""
    ways = (("standing", *order) for order in permutations(sorted(places - {"standing"})))
    return min(
        sum(pacing.change_s(was, will) for was, will in pairwise(way))
        + max(pacing.FINISH_S, pacing.change_s(way[-1], "standing"))
        for way in ways
    )


def _own_ms(block: Block) -> int:
    waits = (
        step.duration_ms
        for done, repetition in pairwise(block.repetitions)
        for step in between(block, done, repetition)
    )
    return sum(waits) + len(block.repetitions) * repetition_ms(block.part, block.exercise)


def _least_ready_ms(block: Block) -> int:
    # Just after the same movement nothing needs fetching or changing; only the opening differs,
    # and by less than this, and the word of care, which is said on the way where there is one.
    steps = getting_ready(block, block, last=False)
    beyond_ms = OPENING_MS + spoken_ms(care_ahead(block))
    return max(sum(step.duration_ms for step in steps) - beyond_ms, 0)


OPENING_MS = 3000
