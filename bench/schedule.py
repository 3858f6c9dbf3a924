"""How long it takes to lay each exercise on its line of time: at most 20 ms is promised."""

from __future__ import annotations

import statistics
import sys
import time

from unkink.catalogue import read_catalogue
from unkink.core.plan.doses import article_item
from unkink.core.plan.session import Session
from unkink.core.timing.timeline import schedule

PROMISED_MS = 20
ROUNDS = 20


def main() -> int:
    """Print the median of some rounds for each exercise, and fail when a promise is broken."""
    exercises = read_catalogue().exercises
    medians_ms = []
    for name in exercises:
        session = Session(items=(article_item(exercises, name, high=True),))
        took_ms = []
        for _ in range(ROUNDS):
            start_s = time.perf_counter()
            plan = schedule(session, exercises)
            took_ms.append((time.perf_counter() - start_s) * 1000)
        medians_ms.append(statistics.median(took_ms))
        print(f"{name:<26} {len(plan.segments):4} segments {medians_ms[-1]:7.2f} ms")
    print(f"slowest {max(medians_ms):.2f} ms, promised {PROMISED_MS} ms")
    return int(max(medians_ms) > PROMISED_MS)


if __name__ == "__main__":
    sys.exit(main())
