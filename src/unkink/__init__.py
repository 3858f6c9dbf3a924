"""Unkink: a private coach for a stiff lower back, at home."""

from typing import Final

__version__: Final = "0.1.0"
