"""
How right the coach is, and how right two others are on the same landmarks: docs/accuracy.md.

Run: `.venv/bin/python bench/accuracy.py [FOLDER]`, with the `bench` group installed. FOLDER holds
recordings of people; without it `../shared/recordings` is taken, and without that only the
simulated part is written. Nothing is fitted to a recording but the peer that is called an oracle.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from compare import sections
from compare.asking import ask_all
from compare.given import SEQUENCE_PER_S
from compare.judges import Judges
from compare.tables import lost
from compare.targets import targets
from compare.words import ABOUT, ALONE, INTRO, LEFT_OUT

if TYPE_CHECKING:
    from compare.asking import Answered

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
USUAL = ROOT.parent / "shared" / "recordings"


def main() -> int:
    """Ask everybody everything, and write the page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else USUAL
    given_folder = folder if (folder / "labels.csv").is_file() else None
    if given_folder is None:
        print(f"There are no recordings in {folder}: only the simulated part is written.")
    judges = Judges()
    began_s = time.perf_counter()
    answered: list[Answered] = []
    for number, each in enumerate(ask_all(judges, given_folder, jobs=os.cpu_count() or 1), start=1):
        answered += each
        print(f"\r{number} questions answered", end="", file=sys.stderr)
    print(file=sys.stderr)
    minutes = (time.perf_counter() - began_s) / 60.0
    PAGE.write_text(page(judges, answered, minutes=minutes), encoding="utf-8")
    print(f"Written to {PAGE}")
    return 0


def page(judges: Judges, answered: list[Answered], *, minutes: float) -> str:
    """Put the page together."""
    parts = [
        sections.people(answered, judges.lying, 1),
        sections.people(answered, judges.lying, 2),
        sections.people_untold(answered),
    ]
    real = sections.of(answered, "clip")
    if real:
        parts = [
            sections.clips(answered),
            sections.none(answered),
            sections.sequences(answered, judges.helpers),
            sections.stills(answered),
            *parts,
        ]
    date = dt.datetime.now(dt.UTC).date().isoformat()
    lines = [INTRO.format(date=date, machine=_machine(), minutes=minutes)]
    if not real:
        lines += [ALONE]
    lines += ["## What falls short", "", *targets(answered, judges.lying)]
    lines += ["Rows in which a peer is better:", ""]
    lines += lost((part.title, row) for part in parts for row in part.rows) or ["- none"]
    lines += [""]
    for part in parts:
        lines += [f"## {part.title}", ""]
        lines += [ABOUT[part.title].format(per_s=SEQUENCE_PER_S), ""]
        lines += part.lines
    lines += [LEFT_OUT]
    return "\n".join(lines)


def _machine() -> str:
    python = platform.python_version()
    return f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, Python {python}"


if __name__ == "__main__":
    sys.exit(main())
