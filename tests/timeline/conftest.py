from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.catalogue import read_catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.definition.exercise import Exercise


@pytest.fixture(scope="session")
def exercises() -> Mapping[str, Exercise]:
    """Every exercise we ship."""
    return read_catalogue().exercises
