"""
Colours and lines, in one place.

Blue-greens, warm skin and dark blue stay apart for people with any kind of colour blindness
(their lightness differs), and on light and dark pages alike.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Tones(NamedTuple):
    """One material in light: its shade, its own colour, its light, and its outline."""

    shade: str
    plain: str
    light: str
    line: str


SHIRT: Final = Tones("#2b8a85", "#3fa39b", "#5cb8ae", "#1d5a5c")
TROUSERS: Final = Tones("#34506f", "#43648a", "#5679a0", "#22364f")
SKIN: Final = Tones("#d1926f", "#e3aa86", "#f0c3a3", "#8f5a41")
HAIR: Final = Tones("#3f302b", "#54413a", "#6d564c", "#2b211e")

FAR_SHIRT: Final = Tones("#21706f", "#2c827e", "#358d88", "#1a5053")
FAR_TROUSERS: Final = Tones("#283f5b", "#324d6c", "#3a5778", "#1e3047")
FAR_SKIN: Final = Tones("#b67d60", "#c58d6e", "#cf9a7b", "#80503b")

LINE_WIDTH: Final = 2.2
