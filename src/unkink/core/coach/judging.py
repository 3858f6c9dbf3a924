"""One recording judged as a whole: the same `step` as live, from the first frame to the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink.core.coach.account import NOT_JUDGED, Account, account, named
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.events import Event
from unkink.core.coach.follow import form_of
from unkink.core.coach.memory import Memory
from unkink.core.coach.watch import watches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from unkink.core.body import Frame
    from unkink.core.coach.coach import State
    from unkink.core.coach.faults import Form
    from unkink.core.coach.watch import Watch
    from unkink.core.definition.exercise import Exercise


class NotJudgedError(Exception):
    """Nothing can be judged, for the reason in the message."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What happened, and what it comes to."""

    events: tuple[Event, ...]
    account: Account
    note: str
    """What a camera can't tell here; empty when it can."""


def watched(exercises: Mapping[str, Exercise]) -> Mapping[str, Watch]:
    """Work out what to watch in every exercise: once for many recordings."""
    return {name: watches(exercise) for name, exercise in exercises.items()}


def judge(
    frames: Iterable[Frame],
    exercises: Mapping[str, Exercise],
    *,
    expected: str | None,
    known: Mapping[str, Watch] | None = None,
    shape_known: bool = True,
) -> Judged:
    """
    Let the coach watch; *expected* is an exercise's id, or None to find out which it is.

    At the end it looks back: repetitions and holds are told as all of the recording shows them.

    *known* is what to watch, where that has been worked out before. Without *shape_known* the
    frames' width is only assumed.
    """
    if expected is not None and expected not in exercises:
        message = f"there is no exercise '{expected}'. `unkink exercises` lists them."
        raise NotJudgedError(message)
    guessed = [each for each in exercises.values() if not each.everyday]
    chosen = [exercises[expected]] if expected is not None else guessed
    known = known or watched({exercise.id: exercise for exercise in chosen})
    told_apart = [known[exercise.id] for exercise in chosen]
    state = begin(told_apart, expected=expected is not None, shape_known=shape_known)
    events: list[Event] = []
    memory = Memory()
    for frame in frames:
        state, new = step(state, frame)
        memory.keep(state, frame)
        events.extend(new)
    state, new = end(state)
    events.extend(new)
    if state.t_s is None:
        message = "there is no frame in that time."
        raise NotJudgedError(message)
    name = named(events, total_s=state.total_s) if expected is None else expected
    told = memory.look_back(state, events, name)
    whole = account(
        told,
        exercise=name,
        judged_s=state.judged_s,
        total_s=state.total_s,
        form=_form(state, name),
    )
    note = chosen[0].movements["main"].unseen if expected is not None else ""
    return Judged(told, whole, note)


def _form(state: State, exercise: str | None) -> Form:
    for watch, follow in zip(state.watches, state.follows, strict=True):
        if watch.exercise == exercise:
            return form_of(follow)
    return NOT_JUDGED
