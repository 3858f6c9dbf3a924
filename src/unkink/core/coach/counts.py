"""What counts as a repetition and as a hold: the same as it goes and looked back on."""

from __future__ import annotations

from typing import Final

COUNTS: Final = 0.35
"""A repetition went at least this share of the person's own usual way: the record's definition."""
ARRIVED: Final = 0.65
"""Whoever is first seen this far along is taken to have come there before: the far third. [D]"""
BACK: Final = 0.35
"""It came back when no more than this share of its own reach is left. [D] The same share."""
FLOOR: Final = 0.15
"""Less than this of the file's way is fidgeting: half of the stiffest range we promise, 0.3. [D]"""
NEAR: Final = 0.10
"""A hold is the time within this share of the repetition's own reach from its peak: likewise."""
GAP_S: Final = 0.5
"""A hold lost for less than this was not lost: about one wobble. [D]"""
TOLD_S: Final = 0.5
"""A hold is told once it lasted this long. [D]"""
HELD_S: Final = 0.2
"""Shorter than this is a turning point, not a hold. [D]"""
SHORTEST_S: Final = 0.3
"""No repetition of these exercises takes less, there and back. [D]"""
BRIDGED_S: Final = 1.5
"""A way goes on across so long a gap: whoever is higher after it, went up. [D]"""
SETTLES: Final = 0.5
"""A body that is higher by less than this share of what would be a way up has settled there. [D]"""
