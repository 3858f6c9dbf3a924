"""
Colours and lines, in one place.

Blue-green, warm skin and slate blue differ in lightness too, so that people with any kind of
colour blindness tell them apart, on light and dark pages alike.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Tones(NamedTuple):
    """One material in light: its shade, its own colour, its light, and its outline."""

    shade: str
    plain: str
    light: str
    line: str


SHIRT: Final = Tones("#3b918c", "#4aa59e", "#62b6ae", "#2a6f6e")
TROUSERS: Final = Tones("#3f5a7c", "#4c6a90", "#5d7ba1", "#2c425f")
SKIN: Final = Tones("#d79d7c", "#e6b393", "#f0c6aa", "#9a664b")
NECK: Final = Tones("#c98f6e", "#d59d7b", "#d59d7b", "#9a664b")
"""Skin in the shade of the chin."""
HAIR: Final = Tones("#493831", "#574540", "#67534b", "#362924")

FAR_SHIRT: Final = Tones("#2d7876", "#368682", "#3d8f8a", "#225e5f")
FAR_TROUSERS: Final = Tones("#334b6a", "#3b5678", "#436082", "#273a55")
FAR_SKIN: Final = Tones("#bd886a", "#c99777", "#d2a383", "#8a5b45")

FRAME: Final = Tones("#8a6f56", "#a1846a", "#b3977d", "#66503c")
"""Wood: the chair."""
FOAM: Final = Tones("#5c5f8f", "#6e72a5", "#8488b8", "#43466f")
"""Roller and ball."""
CUSHION: Final = Tones("#b8875a", "#cb9c6d", "#d8ae83", "#8a6340")

EYE: Final = "#3a2c26"
BROW: Final = "#574540"
LIPS: Final = "#ab6a57"
EAR_IN: Final = "#cf9473"

MAT_TOP: Final = "#aebfdb"
MAT_RIM: Final = "#c3d0e6"
MAT_EDGE: Final = "#8299bf"
WALL: Final = "#c9cfda"
WALL_LINE: Final = "#9aa5b8"


class Paper(NamedTuple):
    """The few colours of what is printed: readable in black and white."""

    ink: str = "#16202b"
    soft: str = "#4b5766"
    line: str = "#b9c3cf"
    grid: str = "#d6dde4"
    wash: str = "#eef3f6"
    accent: str = "#1f6668"
    pale: str = "#8fb3b4"
    warn: str = "#8f2f1c"


PAPER: Final = Paper()

LINE_WIDTH: Final = 4.5
