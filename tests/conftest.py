"""What holds for every test."""

from __future__ import annotations

import signal

from hypothesis import settings

# A shared machine's slowness says nothing about the code; `bench/` measures time.
settings.register_profile("unkink", deadline=None)
settings.load_profile("unkink")

# Started in the background, a run ignores Ctrl-C, and all it starts would ignore it as well.
signal.signal(signal.SIGINT, signal.default_int_handler)
