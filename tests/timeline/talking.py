"""What is said in a schedule, and when."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from unkink.core.timing.speech import spoken_ms

if TYPE_CHECKING:
    from unkink.core.timing.timeline import Schedule


def talked_over(plan: Schedule) -> list[tuple[str, str]]:
    """Tell every line that is not over when the next one, or what it belongs to, begins."""
    said = sorted(
        [(s.start_s, s.say) for s in plan.segments if s.say]
        + [(c.at_s, c.words) for c in plan.cues if c.words]
    )
    return [
        (words, then)
        for (start_s, words), (next_s, then) in pairwise([*said, (plan.total_s, "the end")])
        if start_s + spoken_ms(words) / 1000 > next_s
    ]
