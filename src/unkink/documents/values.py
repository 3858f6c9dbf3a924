"""What a template is given: plain values, as JSON has them, and words for a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

Value: TypeAlias = "str | bool | int | float | Sequence[Value] | Mapping[str, Value] | None"


class Svg(str):
    """A drawing of our own making, to be left as it is."""

    __slots__ = ()


def day_words(day: date) -> str:
    """Tell a day as one would write it: `23 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def short_day(day: date) -> str:
    """Tell a day where there is little room: `23 Nov 2026`."""
    return f"{day.day} {day:%b %Y}"
