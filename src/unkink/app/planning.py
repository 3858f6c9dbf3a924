"""What to do today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from unkink import told
from unkink.app.given import Given
from unkink.core.plan.choice import choose
from unkink.core.plan.programme import PROGRAMMES, Programme, length_words, outline

if TYPE_CHECKING:
    from unkink.core.definition.exercise import LevelName
    from unkink.core.plan.session import Proposal


@dataclass(frozen=True)
class Planning:
    """Proposes sessions."""

    given: Given

    def programmes(self) -> tuple[told.Programme, ...]:
        """Tell the ready-made sessions."""
        return self._programmes

    def choose(
        self,
        *,
        programme: str | None = None,
        exercises: tuple[str, ...] = (),
        minutes: float | None = None,
        level: LevelName = "L1",
    ) -> tuple[str, Proposal]:
        """Propose the session asked for, with the name for it; the level is for exercises."""
        return choose(
            self.given.exercises,
            programme=programme,
            exercises=exercises,
            minutes=minutes,
            level=level,
        )

    @cached_property
    def _programmes(self) -> tuple[told.Programme, ...]:
        # The catalogue stays as it was read, and laying out the article takes a quarter second.
        return tuple(self._told(each) for each in PROGRAMMES)

    def _told(self, programme: Programme) -> told.Programme:
        shown = outline(programme, self.given.exercises)
        return told.Programme(
            id=programme.id,
            name=programme.name,
            words=programme.words,
            note=programme.note,
            total_min_s=shown.total_min_s,
            total_max_s=shown.total_max_s,
            length=length_words(shown.total_min_s, shown.total_max_s),
            exercises=shown.exercises,
            positions=shown.positions,
        )
