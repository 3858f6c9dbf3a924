"""How a week goes: the days done of the person's own goal, and days that suit. Never a streak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

WEEK: Final = 7
MONDAY: Final = 4
"""The first Monday, as a day counted from 1970-01-01."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNow:
    """How the week stands, from Monday on."""

    done: int
    """Days with a session."""
    words: str
    suits: tuple[int, ...]
    """Days that suit, this week and the next, evenly spread."""


def week(days: Collection[int], today: int, goal: int) -> WeekNow:
    """Tell how this week goes; *days* are those with a session, counted from 1970-01-01."""
    begins = today - (today - MONDAY) % WEEK
    done = {day for day in days if begins <= day <= today}
    free = [day for day in range(today, begins + WEEK) if day not in done]
    left = max(goal - len(done), 0)
    coming = list(range(begins + WEEK, begins + 2 * WEEK))
    return WeekNow(
        done=len(done),
        words=_words(len(done), goal),
        suits=(*spread(free, left), *spread(coming, goal)),
    )


def spread(days: list[int], how_many: int) -> tuple[int, ...]:
    """Choose so many of some days, as evenly as they allow."""
    taken = min(how_many, len(days))
    return tuple(days[number * len(days) // taken] for number in range(taken))


def _words(done: int, goal: int) -> str:
    days = "day" if goal == 1 else "days"
    if done >= goal:
        return f"{done} of {goal} {days} this week: that is what you wanted. Rest is part of it."
    if done:
        return f"{done} of {goal} {days} this week. Each of them counts."
    return f"Your week is open: {goal} {days} if it suits you."
