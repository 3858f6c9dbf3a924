"""Every instrument by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from unkink.core.outcomes.movement import MOVEMENT_TESTS
from unkink.core.outcomes.questionnaires import QUESTIONNAIRES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.outcomes.instrument import Instrument

INSTRUMENTS: Final[Mapping[str, Instrument]] = {
    each.id: each for each in (*QUESTIONNAIRES, *MOVEMENT_TESTS)
}
