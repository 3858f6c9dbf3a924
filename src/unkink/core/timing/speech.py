"""How long words take to say, and how they name a side of the body."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from unkink.core.body import Side

CHARACTER_MS: Final = 70
"""About 143 words a minute with 6 characters a word, blank included: an unhurried reading voice."""
SENTENCE_MS: Final = 300
"""The breath a voice takes at each full stop, comma or colon."""
START_MS: Final = 250
"""From asking a voice to speak until it is heard."""
DIGIT_CHARACTERS: Final = 5
"""A digit is read as a word: "three", "eight"."""
GAP_MS: Final = 250
"""Silence kept between two lines."""


@lru_cache(maxsize=1024)  # a schedule asks for the same few lines hundreds of times
def spoken_ms(words: str) -> int:
    """Say how long *words* take to speak, on the slow side, so that a plan has room for them."""
    if not words:
        return 0
    digits = sum(c.isdigit() for c in words)
    pauses = sum(c in ".,:;?!" for c in words.rstrip(".,:;?! "))
    characters = len(words) + (DIGIT_CHARACTERS - 1) * digits
    return START_MS + CHARACTER_MS * characters + SENTENCE_MS * pauses


def sided(words: str, side: Side) -> str:
    """Put the side into words that leave a place for it, such as `Turn to the {side}.`."""
    if "{" not in words:
        return words
    other = "left" if side == "right" else "right"
    told = words.replace("{side}", side).replace("{other_side}", other)
    return told[:1].upper() + told[1:]
