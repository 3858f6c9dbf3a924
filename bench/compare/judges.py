"""Everybody who judges, asked about the same landmarks."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from compare import angle_counter
from compare.pose_neighbours import Neighbours
from compare.tellable import Tellable
from unkink.batch.metrics import Compared
from unkink.batch.scoring import Coach
from unkink.catalogue import BUILT_IN
from unkink.core.coach.account import Held
from unkink.core.coach.coach import begin, end, step
from unkink.core.coach.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.given import Still
    from unkink.batch.labels import Label
    from unkink.core.body import Frame

OURS, NEIGHBOURS, ANGLE, ORACLE = "ours", "k-NN", "angle", "angle, oracle"
JUDGES = (OURS, NEIGHBOURS, ANGLE, ORACLE)
LYING = frozenset({"supine", "prone"})
Answers = dict[str, Compared]


class Judges:
    """The coach and its peers, each with the built-in exercises."""

    def __init__(self) -> None:
        self.coach = Coach.of((BUILT_IN,))
        self.exercises = self.coach.exercises
        self.neighbours = Neighbours(self.exercises.values())
        self.rules = {e.id: angle_counter.textbook(e) for e in self.exercises.values()}

    @cached_property
    def tellable(self) -> Tellable:
        """Say what can be told from one picture at all."""
        watches = self.coach.watches
        return Tellable(self.exercises, [watches[name] for name in self.coached])

    @property
    def coached(self) -> list[str]:
        """Name the exercises that a camera can judge; the helpers before a session aside."""
        return [
            name
            for name, watch in self.coach.watches.items()
            if watch.can_tell and name not in self.helpers
        ]

    @property
    def helpers(self) -> frozenset[str]:
        """Name what only warms up: nobody comes to be coached in walking."""
        return frozenset(n for n, e in self.exercises.items() if e.everyday)

    def lying(self, exercise: str) -> bool:
        """Tell whether it begins lying down."""
        return self.exercises[exercise].movements["main"].start in LYING

    def told(self, frames: Sequence[Frame], label: Label, exercise: str | None = None) -> Answers:
        """Ask all of them, telling them the exercise; the oracle is told the count as well."""
        name = exercise or label.exercise
        if name is None:
            raise ValueError("nothing to tell them")
        accounts = {
            OURS: self.coach.account(frames, name),
            NEIGHBOURS: self.neighbours.counted(frames, name),
            ANGLE: angle_counter.counted(frames, self.rules[name], name),
        }
        if label.reps is not None and label.exercise is not None:
            rules = angle_counter.oracle(frames, label)
            accounts[ORACLE] = angle_counter.counted(frames, rules, name)
        lasts_s = frames[-1].t_s - frames[0].t_s
        return {k: Compared(label, a, told=True, lasts_s=lasts_s) for k, a in accounts.items()}

    def ups(self, frames: Sequence[Frame], label: Label) -> Answers:
        """Ask ours when the position was up, beyond half of its reach, as clips are labelled."""
        name = label.exercise or ""
        state, memory = begin([self.coach.watches[name]], expected=True), Memory()
        for frame in frames:
            state, _ = step(state, frame)
            memory.keep(state, frame)
        done = memory.done(end(state)[0], name)
        account = self.coach.account(frames, name)
        held = tuple(Held(each.side, each.up.start_s, each.up.end_s) for each in done)
        lasts_s = frames[-1].t_s - frames[0].t_s
        return {OURS: Compared(label, replace(account, holds=held), told=True, lasts_s=lasts_s)}

    def untold(self, frames: Sequence[Frame], label: Label) -> Answers:
        """Ask those that can recognise an exercise."""
        accounts = {
            OURS: self.coach.account(frames, None),
            NEIGHBOURS: self.neighbours.counted(frames, None),
        }
        lasts_s = frames[-1].t_s - frames[0].t_s
        return {k: Compared(label, a, told=False, lasts_s=lasts_s) for k, a in accounts.items()}

    def named(self, still: Still) -> dict[str, str | None]:
        """Ask them to name one picture: ours as a recording of one frame."""
        account = self.coach.account([still.frame], None, shape_known=still.shape_known)
        return {
            OURS: account.exercise,
            NEIGHBOURS: self.neighbours.named(still.frame),
        }

    def without(self, exercise: str) -> Judges:
        """Give judges who have never heard of an exercise."""
        other = object.__new__(Judges)
        known = {k: e for k, e in self.exercises.items() if k != exercise}
        watches = {k: w for k, w in self.coach.watches.items() if k != exercise}
        other.exercises = known
        other.coach = replace(self.coach, exercises=known, watches=watches)
        other.neighbours = Neighbours(known.values())
        other.rules = {k: r for k, r in self.rules.items() if k != exercise}
        return other
