"""The door to every use case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import unkink
from unkink import told
from unkink.app.choices import Choices
from unkink.app.directions import Directions
from unkink.app.given import Given
from unkink.app.keeping import Keeping
from unkink.app.measures import Measures
from unkink.app.planning import Planning
from unkink.app.safety import Safety
from unkink.app.sessions import Sessions

RECENT: Final = 5


@dataclass(frozen=True, kw_only=True)
class UseCases(Given):
    """
    Everything a person can do with Unkink, for the page and the terminal alike.

    What can't be done is refused with `core.errors.Refused`: why, and what to do.
    """

    @cached_property
    def choices(self) -> Choices:
        """What the person has chosen once and for all."""
        return Choices(self)

    @cached_property
    def safety(self) -> Safety:
        """Whether to start at all."""
        return Safety(self, self.choices, self.planning)

    @cached_property
    def planning(self) -> Planning:
        """What to do today."""
        return Planning(self)

    @cached_property
    def directions(self) -> Directions:
        """Which direction sends it down the leg."""
        return Directions(self, self.safety, self.planning)

    @cached_property
    def sessions(self) -> Sessions:
        """Doing it, and the record of it."""
        return Sessions(self, self.safety, self.planning)

    @cached_property
    def measures(self) -> Measures:
        """Whether it helps."""
        return Measures(self, self.sessions, self.choices)

    @cached_property
    def keeping(self) -> Keeping:
        """All of it out, and in again."""
        return Keeping(self, self.safety, self.planning)

    def hello(self) -> told.Hello:
        """Say who answers here."""
        return told.Hello(app="unkink", version=unkink.__version__, folder=self.folder)

    def today(self) -> told.Today:
        """Tell where the person stands."""
        recent = self.sessions.record(limit=RECENT)
        need = self.safety.need()
        return told.Today(
            version=unkink.__version__,
            screening=self.safety.told_need(need),
            unfinished=None if need.locked else self.sessions.unfinished(),
            recent=recent,
            day=self.measures.day_now(),
            settings=self.choices.settings(),
        )
