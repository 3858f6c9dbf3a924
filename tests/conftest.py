"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# A shared machine's slowness says nothing about the code; `bench/` measures time.
settings.register_profile("unkink", deadline=None)
settings.load_profile("unkink")
