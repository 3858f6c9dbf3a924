"""Every camera that may look on."""

from __future__ import annotations

from typing import Final

YAWS_DEG: Final = tuple(range(0, 360, 30))
ELEVATIONS_DEG: Final = (5.0, 20.0, 40.0)
"""From a phone on the floor to one on a shelf. [D]"""
VIEWS_DEG: Final = tuple((float(yaw), up) for yaw in YAWS_DEG for up in ELEVATIONS_DEG)
"""Each camera's yaw and its elevation."""
