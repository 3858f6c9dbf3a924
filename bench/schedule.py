"""How long it takes to lay each exercise on its line of time: at most 20 ms is promised."""

from __future__ import annotations

import sys
import time

from unkink.catalogue import read_catalogue
from unkink.core.doses import article_item
from unkink.core.session import Session
from unkink.core.timeline import schedule

PROMISED_MS = 20
ROUNDS = 20


def main() -> int:
    """Print the slowest of some rounds for each exercise, and fail when a promise is broken."""
    exercises = read_catalogue().exercises
    slowest_ms = 0.0
    for name in exercises:
        session = Session(items=(article_item(exercises, name, high=True),))
        took_ms = []
        for _ in range(ROUNDS):
            start_s = time.perf_counter()
            plan = schedule(session, exercises)
            took_ms.append((time.perf_counter() - start_s) * 1000)
        slowest_ms = max(slowest_ms, *took_ms)
        median_ms = sorted(took_ms)[ROUNDS // 2]
        print(
            f"{name:<26} {len(plan.segments):4} segments  {median_ms:6.2f} ms  {max(took_ms):6.2f} max"
        )
    print(f"slowest {slowest_ms:.2f} ms, promised {PROMISED_MS} ms")
    return int(slowest_ms > PROMISED_MS)


if __name__ == "__main__":
    sys.exit(main())
