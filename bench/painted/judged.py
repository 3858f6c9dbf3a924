"""What the coach says of painted people: by the model's landmarks, and by the true joints."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bench.painted.cases import Case, scene
from bench.painted.watching import Seen, watch

from unkink.batch.metrics import Compared
from unkink.batch.scoring import Coach
from unkink.catalogue import BUILT_IN
from unkink.core.coach.coach import begin, step
from unkink.core.coach.events import RepCounted
from unkink.core.coach.judging import judge

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from unkink.core.body import Frame


class Answer(NamedTuple):
    """What was said of one case."""

    told: Compared | None
    """Told which exercise it is; None for what is none of ours."""
    untold: Compared
    live: Mapping[str, int]
    """Repetitions counted on the way, told the exercise, by side."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One case: what the model saw, and what the coach made of it."""

    seen: Seen
    by_model: Answer
    by_truth: Answer
    """The same of joints that are exactly where they are: what is wrong here isn't the model's."""

    @property
    def case(self) -> Case:
        """Give the case."""
        return self.seen.case


@cache
def coach() -> Coach:
    """Give the coach with all exercises, worked out once."""
    return Coach.of((BUILT_IN,))


def judged(case: Case, kept: Path) -> Judged:
    """Look at a case, and judge it."""
    seen = watch(case, kept)
    exact = replace(seen, found=seen.truth)
    return Judged(seen, _answer(case, seen.frames()), _answer(case, exact.frames()))


def _answer(case: Case, frames: tuple[Frame, ...]) -> Answer:
    known = coach()
    label = scene(case, known.exercises).label
    lasts_s = frames[-1].t_s - frames[0].t_s
    untold = Compared(label, known.account(frames, None), told=False, lasts_s=lasts_s)
    if label.exercise is None:
        return Answer(None, untold, {})
    whole = judge(frames, known.exercises, expected=label.exercise, known=known.watches)
    state = begin([known.watches[label.exercise]], expected=True)
    live: Counter[str] = Counter()
    for frame in frames:
        state, events = step(state, frame)
        live.update(event.side for event in events if isinstance(event, RepCounted))
    return Answer(Compared(label, whole.account, told=True, lasts_s=lasts_s), untold, live)
