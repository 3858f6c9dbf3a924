"""A recording's landmarks, kept in a file, so that a video need be looked at only once."""

from __future__ import annotations

import csv
import gzip
import io
from typing import TYPE_CHECKING

from unkink.landmarks.recordings import HEADER

if TYPE_CHECKING:
    from pathlib import Path

    from unkink.landmarks.video import Watched

NOBODY = ("",) * (len(HEADER) - 3)


def keep_landmarks(watched: Watched, path: Path) -> None:
    """Write what was seen as `.csv` or `.csv.gz`, whole or not at all."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEADER)
    for number, (frame, values) in enumerate(zip(watched.frames, watched.landmarks, strict=True)):
        time = f"{frame.t_s:.6f}"
        rows.writerow((number, time, int(values is not None), *(values or NOBODY)))
    content = text.getvalue().encode()
    if path.suffix == ".gz":
        # Without a date in it, the same video gives the same file.
        content = gzip.compress(content, mtime=0)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
