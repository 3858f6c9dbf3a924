"""Does the camera stand well? What it sees of a person becomes one thing to do, in plain words."""

from __future__ import annotations

from typing import Literal

Verdict = Literal[
    "whole",
    "nobody",
    "too_dark",
    "too_far",
    "too_near",
    "out_of_picture",
    "hidden",
    "not_side_on",
    "not_facing",
    "not_from_the_feet",
]
"""`whole`: all is well. Each of the others is one thing to change; the most important is told."""

Edge = Literal["left", "right", "top", "bottom"]
"""An edge of the camera's own picture, as it is before any mirroring."""
