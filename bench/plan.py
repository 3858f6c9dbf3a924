"""How long a plan takes, at most 20 ms is promised; and how many lives keep to every cap."""

from __future__ import annotations

import statistics
import sys
import time
from random import Random

from tests.core.lives import live
from tests.core.people import KNOWN, person

from unkink.core.plan.planner import plan

PROMISED_MS = 20
ROUNDS = 20
MINUTES = (5, 10, 15, 30, 60)
CONDITIONS: tuple[tuple[str, ...], ...] = ((), ("osteoporosis",), ("pregnant_16_weeks", "glaucoma"))
DAYS = 365


def main() -> int:
    """Print the medians; with a number of people, let each live a year with the plan."""
    slowest_ms = 0.0
    for conditions in CONDITIONS:
        who = person(conditions=conditions)
        for minutes in MINUTES:
            took_ms = []
            for _ in range(ROUNDS):
                start_s = time.process_time()
                plan(who, KNOWN, minutes=minutes)
                took_ms.append((time.process_time() - start_s) * 1000)
            median_ms = statistics.median(took_ms)
            slowest_ms = max(slowest_ms, median_ms)
            names = ", ".join(conditions) or "no condition"
            print(f"{minutes:3} min  {names:<32} {median_ms:6.2f} ms")
    print(f"slowest {slowest_ms:.2f} ms, promised {PROMISED_MS} ms")
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    chances = (Random(seed) for seed in range(people))  # noqa: S311 - nobody's secret
    broken = [wrong for chance in chances for wrong in live(chance, DAYS)[1]]
    if people:
        print(f"{people} people lived {DAYS} days: {len(broken)} broken caps")
    return int(slowest_ms > PROMISED_MS or bool(broken))


if __name__ == "__main__":
    sys.exit(main())
