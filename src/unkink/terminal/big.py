"""Digits large enough to be read from the floor."""

from __future__ import annotations

import math
from typing import Final

_DIGITS: Final = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}
HEIGHT: Final = 5


def big(text: str) -> str:
    """Draw digits and colons five lines high, of full blocks twice as wide as high."""
    return "\n".join(
        "  ".join("".join("██" if c == "#" else "  " for c in _DIGITS[d][row]) for d in text)
        for row in range(HEIGHT)
    )


def clock(seconds: float) -> str:
    """Write seconds left as one reads them: 7, or 4:05."""
    whole = math.ceil(seconds)
    return str(whole) if whole < 100 else minutes(whole)


def minutes(seconds: float) -> str:
    """Write a time in minutes and seconds."""
    whole = math.ceil(seconds)
    return f"{whole // 60}:{whole % 60:02}"
