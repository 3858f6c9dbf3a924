"""
Paint people, let the real pose model look, let the coach judge: docs/painted.md.

Run: `.venv/bin/python -m bench.painted [--seed N] [--minutes M] [--keep FOLDER]`, with the `bench`
group and the `video` extra. All scenes take about 20 minutes on two idle cores; with fewer minutes
the most telling are painted. Kept landmarks are judged anew, not painted anew.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
from bench.painted.cases import cases
from bench.painted.judged import judged
from bench.painted.page import page
from bench.painted.watching import catalogue
from rich.progress import Progress

if TYPE_CHECKING:
    from bench.painted.cases import Case
    from bench.painted.judged import Judged

PAGE = Path(__file__).parents[2] / "docs" / "painted.md"


def main() -> int:
    """Paint what there is time for, and write the page."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--minutes", type=float, default=60.0)
    words.add_argument("--keep", type=Path, help="keep what the model saw here")
    asked = words.parse_args()
    every = list(cases(catalogue(), seed=asked.seed))
    with tempfile.TemporaryDirectory() as folder:
        kept = asked.keep or Path(folder)
        kept.mkdir(exist_ok=True)
        began_s = time.monotonic()
        found = _judged(every, kept, until_s=began_s + 60.0 * asked.minutes)
    PAGE.write_text(page(found, of=len(every), seed=asked.seed), encoding="utf-8")
    print(f"Written to {PAGE}")
    return 0


def _judged(every: list[Case], kept: Path, *, until_s: float) -> list[Judged]:
    """Work on all cores; what isn't begun in time is left out."""
    jobs = os.cpu_count() or 1
    look = partial(_in_time, kept=kept, until_s=until_s)
    found: list[Judged] = []
    # One thread each: every core has its own scene.
    one_thread = partial(cv2.setNumThreads, 1)
    with Progress() as told, ProcessPoolExecutor(jobs, initializer=one_thread) as pool:
        task = told.add_task("Painting", total=len(every))
        for one in pool.map(look, every):
            found += [] if one is None else [one]
            told.advance(task)
    return found


def _in_time(case: Case, *, kept: Path, until_s: float) -> Judged | None:
    """Look at a case; None when it is too late to begin, and it wasn't looked at before."""
    is_there = (kept / f"{case.name}.npz").is_file()
    return judged(case, kept) if is_there or time.monotonic() < until_s else None


if __name__ == "__main__":
    sys.exit(main())
