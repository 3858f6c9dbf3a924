"""A terminal in memory: somebody answers, presses keys, and time passes as it is told to."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from tests.cases import Clock, cases_in_memory

from unkink.app import UseCases
from unkink.terminal.session import run

if TYPE_CHECKING:
    from unkink.terminal.session import Wish


@pytest.fixture
def app() -> UseCases:
    """Put the use cases together around an empty record in memory."""
    return cases_in_memory(Clock())


class Typed(StringIO):
    """What somebody types at a keyboard."""

    def isatty(self) -> bool:
        """Say that a person is there."""
        return True


@dataclass
class Script:
    """A script that pipes answers into a session and keeps what it wrote."""

    app: UseCases
    said: str = ""

    def run(self, wish: Wish, answers: str) -> str:
        """Run a session and return what it wrote; a refusal passes through."""
        return self._run(wish, StringIO(answers))

    def type(self, wish: Wish, answers: str) -> str:
        """Run it as for somebody at a keyboard, on a terminal that can show lines only."""
        return self._run(wish, Typed(answers))

    def _run(self, wish: Wish, answers: StringIO) -> str:
        out = StringIO()
        try:
            run(self.app, wish, Console(file=out, width=200, highlight=False), answers)
        finally:
            self.said = out.getvalue()
        return self.said


@pytest.fixture
def script(app: UseCases) -> Script:
    """Be a script."""
    return Script(app)
