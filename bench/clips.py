"""
Recordings of real people against what a person saw in them: repetitions and holds.

The folder of recordings is given by UNKINK_RECORDINGS, or is `../shared/recordings` beside the
checkout; it is read, never copied. Without it there is nothing to print.
"""

from __future__ import annotations

import csv
import os
import re
import sys
from pathlib import Path

from unkink.catalogue import read_catalogue
from unkink.core.coach.judging import judge
from unkink.landmarks import read_recording

ROOT = Path(__file__).parent.parent
FOLDER = Path(os.environ.get("UNKINK_RECORDINGS", ROOT.parent / "shared" / "recordings"))
SPAN = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")


def main() -> int:
    """Print a line for each labelled segment; exit 1 when there are no recordings."""
    labels = FOLDER / "labels.csv"
    if not labels.exists():
        print(f"no recordings at {FOLDER}", file=sys.stderr)
        return 1
    exercises = read_catalogue().exercises
    head = f"{'recording':<20}{'segment':>12}  {'told':<14}{'truth':>6}{'ours':>6}{'judged':>8}"
    print(f"{head}  held, truth | ours")
    for row in csv.DictReader(labels.open(encoding="utf-8")):
        path = FOLDER / "clips" / f"{row['recording']}.csv.gz"
        read = read_recording(path, aspect=float(row["width"]) / float(row["height"]))
        start_s, end_s = float(row["segment_start_s"] or 0), float(row["segment_end_s"] or 1e9)
        frames = [frame for frame in read.frames if start_s <= frame.t_s <= end_s]
        told = None if row["exercise"] == "none" else row["exercise"]
        found = judge(frames, exercises, expected=told).account
        ours = f"{found.exercise or 'none'} {sum(found.reps.values())}" if told is None else ""
        count = ours or str(sum(found.reps.values()))
        held = " ".join(f"{hold.start_s:.1f}-{hold.end_s:.1f}" for hold in found.holds)
        truth = " ".join("-".join(span) for span in SPAN.findall(row["up_or_hold_intervals_s"]))
        segment = f"{row['segment_start_s']}-{row['segment_end_s']}"
        line = f"{row['recording']:<20}{segment:>12}  {told or '(not told)':<14}{row['reps']:>6}"
        print(f"{line}{count:>6}{found.judged_fraction:>8.2f}  {truth or '-'} | {held or '-'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
