"""
How right the coach is about simulated people as they come, looked back on and live: docs/people.md.

Run: `.venv/bin/python bench/people.py [--people N] [--first SEED] [--jobs N] [--out FILE]`, or
`--seed N` to see one of them in detail. The same seeds are the same people on every machine.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from population.asking import KINDS, Coach
from population.detail import show
from population.page import page

if TYPE_CHECKING:
    from population.asking import Said

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "people.md"
PEOPLE = 2000
CHUNK = 10


def main() -> int:
    """Ask about everybody, and write the page."""
    given = _arguments()
    if given.seed is not None:
        show(given.seed)
        return 0
    seeds = range(given.first, given.first + given.people)
    began_s = time.perf_counter()
    said: list[Said] = []
    with ProcessPoolExecutor(given.jobs, initializer=_prepare) as pool:
        for number, each in enumerate(pool.map(_ask, seeds, chunksize=CHUNK), start=1):
            said.append(each)
            left_s = (time.perf_counter() - began_s) / number * (len(seeds) - number)
            print(
                f"\r{number} of {len(seeds)} people, {left_s / 60:.0f} min left",
                end="",
                file=sys.stderr,
            )
    print(file=sys.stderr)
    date = dt.datetime.now(dt.UTC).date().isoformat()
    given.out.write_text(page(said, date=date), encoding="utf-8")
    print(f"Written to {given.out}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="how many (2000)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (0)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--out", type=Path, default=PAGE, help="where to write the page")
    parser.add_argument("--seed", type=int, help="show one of them in detail, and write nothing")
    return parser.parse_args()


_coach: Coach | None = None


def _prepare() -> None:
    global _coach  # noqa: PLW0603 - what a process works out once
    _coach = Coach()


def _ask(seed: int) -> Said:
    assert _coach is not None  # noqa: S101 - prepared before the first question
    # Half of those who do ours are also asked about untold: it takes four times as long.
    kind = KINDS[seed % len(KINDS)]
    return _coach.ask(seed, untold=kind == "something else" or seed % 2 == 0)


if __name__ == "__main__":
    sys.exit(main())
