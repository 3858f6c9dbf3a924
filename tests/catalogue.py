"""The built-in exercises, and what to watch in each: read and worked out once in a process."""

from __future__ import annotations

from unkink.catalogue import read_catalogue
from unkink.core.coach.judging import watched

EXERCISES = read_catalogue().exercises
WATCHES = watched(EXERCISES)
