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
            if (number := _number(typed)) is not None and number <= 10:
                return number
            self._hint("Please type a whole number from 0 (none) to 10 (the worst there is).")
        return None

    def place_in(self, question: str, choices: tuple[str, ...]) -> int | None:
        """Ask for one of some choices by its number; `None` for Enter, or for anything else."""
        for place, choice in enumerate(choices):
            self.console.print(f"  {place}  {choice}", markup=False, highlight=False)
        for _ in range(2 if self.patient else 1):
            typed = self._typed(f"{question} [0-{len(choices) - 1}, or Enter] ")
            if not typed:
                return None
            if (number := _number(typed)) is not None and number < len(choices):
                return number
            self._hint("Please type one of the numbers, or Enter to leave it open.")
        return None

    def some_of(self, question: str, choices: tuple[str, ...]) -> tuple[int, ...]:
        """Ask for any of some choices by their numbers, from 1 on; empty for anything else."""
        for place, choice in enumerate(choices, 1):
            self.console.print(f"  {place}  {choice}", markup=False, highlight=False)
        for _ in range(2 if self.patient else 1):
            typed = self._typed(f"{question} [numbers, or Enter if not sure] ")
            numbers = [_number(each) for each in typed.replace(",", " ").split()]
            if not typed:
                return ()
            chosen = tuple(n - 1 for n in numbers if n is not None and 0 < n <= len(choices))
            if len(chosen) == len(numbers):
                return tuple(dict.fromkeys(chosen))
            self._hint("Please type their numbers, or Enter if you are not sure.")
        return ()

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


def _number(typed: str) -> int | None:
    return int(typed) if typed.isascii() and typed.isdigit() else None
