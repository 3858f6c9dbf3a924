"""What is wrong with an exercise, as values: every problem at once, none of them thrown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what would be right."""

    file: str
    """The file's path; empty while the exercise is not yet known to come from one."""
    key: str
    """Where in the file, as `movements.main.cycle[0].pose`; empty for the file as a whole."""
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.message) if part)
