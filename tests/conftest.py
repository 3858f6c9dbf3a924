"""What holds for every test."""

from __future__ import annotations

import os
import signal
import time

from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# A run is the same as the one before it, so whatever fails was broken by what changed since.
# `--hypothesis-profile explore` looks further, elsewhere in each run.
# A shared machine's slowness says nothing about the code; `bench/` measures time.
settings.register_profile(
    "unkink",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "explore",
    settings.get_profile("unkink"),
    derandomize=False,
    database=DirectoryBasedExampleDatabase(".hypothesis/examples"),
    max_examples=1000,
)
settings.load_profile("unkink")

# A day is the person's own, so which day it is must not hang on where a test runs.
os.environ["TZ"] = "UTC"
time.tzset()

# Started in the background, a run ignores Ctrl-C, and all it starts would ignore it as well.
signal.signal(signal.SIGINT, signal.default_int_handler)
