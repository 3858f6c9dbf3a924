"""What a person has chosen once and for all: the settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unkink import settings
from unkink.app.given import Given
from unkink.core.errors import Invalid
from unkink.core.safety.advice import Call, emergency_call
from unkink.core.safety.emergency_numbers import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.history.record import Choice


@dataclass(frozen=True)
class Choices:
    """The person's choices, and what follows from them."""

    given: Given

    def settings(self) -> Mapping[str, Choice]:
        """Tell what the person has chosen."""
        chosen = self.given.store.settings()
        kept = {n: v for n, v in chosen.items() if not settings.problem_with(n, v)}
        return {**settings.DEFAULTS, **kept}

    def change(self, changes: Mapping[str, Choice]) -> Mapping[str, Choice]:
        """Change some settings, keep the others."""
        for name, value in changes.items():
            problem = settings.problem_with(name, value)
            if problem is not None:
                raise Invalid(problem, "Choose one of the values it takes.")
        self.given.store.save_settings(changes)
        return self.settings()

    def call(self) -> Call:
        """Tell whom to call in an emergency where the person is."""
        chosen = self.settings()
        return emergency_call(
            country=str(chosen["country"]),
            own_number=str(chosen["emergency_number"]),
            numbers=NUMBERS,
        )
