"""Questions with a short answer: from a keyboard, or line by line from a script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TextIO, TypeVar

from rich.console import Console

Choice = TypeVar("Choice", bound=str)

YES: Final = frozenset({"y", "yes"})
NO: Final = frozenset({"n", "no"})
NONE_AT_ALL: Final = frozenset({"no", "none", "n"})


@dataclass(frozen=True, slots=True)
class Asker:
    """Someone to ask. A script is asked once; a person at a keyboard may correct a slip."""

    console: Console
    answers: TextIO
    patient: bool
    """Whether an answer that is none of those possible is asked for once more."""

    def yes_or_no(self, question: str) -> bool | None:
        """Ask for yes or no; `None` when it stays blank or is anything else."""
        for _ in range(2 if self.patient else 1):
            typed = self._typed(f"{question} [y/n] ")
            if typed in YES | NO:
                return typed in YES
            self._hint("Please type y for yes or n for no.")
        return None

    def day(self, question: str) -> str | None:
        """Ask for a day as year-month-day; `None` for "no", a blank, or anything else."""
        for _ in range(3 if self.patient else 1):
            typed = self._typed(f"{question} [year-month-day, or no] ")
            if typed in NO:
                return None
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed):
                return typed
            self._hint("Please type the day like 2026-11-24, or no.")
        return None

    def rating(self, question: str) -> int | None:
        """Ask for a whole number from 0 to 10, "none" being 0; `None` when it stays blank."""
        for _ in range(3 if self.patient else 1):
            typed = self._typed(f"{question} [0-10] ")
            if typed in NONE_AT_ALL:
                return 0
            if typed.isascii() and typed.isdigit() and int(typed) <= 10:
                return int(typed)
            self._hint("Please type a whole number from 0 (none) to 10 (the worst there is).")
        return None

    def one_of(self, question: str, choices: tuple[Choice, ...]) -> Choice | None:
        """Ask for one of some words, or its first letters; `None` for anything else."""
        typed = self._typed(f"{question} [{'/'.join(choices)}] ")
        return next((c for c in choices if typed and c.startswith(typed)), None)

    def _typed(self, prompt: str) -> str:
        self.console.print(prompt, end="", markup=False, highlight=False)
        typed = self.answers.readline()
        if not self.patient:
            self.console.print(typed.rstrip("\n"), markup=False, highlight=False)
        return typed.strip().lower()

    def _hint(self, hint: str) -> None:
        if self.patient:
            self.console.print(hint, style="yellow")
