"""Recorded landmarks from disk: frames, and every row that could not be read with its reason."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from unkink.core.body import Frame
from unkink.landmarks import blazepose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

HEADER: Final = (
    "frame",
    "t",
    "detected",
    *(f"{axis}{number}" for number in range(blazepose.LANDMARKS) for axis in "xyzv"),
)
MOST_BYTES: Final = 512 * 2**20
"""An hour at 30 frames a second is about 150 MB of text: more than this is no recording of ours."""
MOST_LINES: Final = 500_000
"""Four and a half hours at 30 frames a second."""
LONGEST_LINE: Final = 2**20
"""A frame is written in about 3,000 characters."""


class UnreadableRecordingError(Exception):
    """The recording as a whole can't be read; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out: its line in the file, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording's frames in order of time, and the rows that were left out."""

    name: str
    frames: tuple[Frame, ...]
    bad_rows: tuple[BadRow, ...]


def read_recording(path: Path, *, aspect: float) -> Recording:
    """
    Read `.csv`, `.csv.gz` or `.jsonl` landmarks; *aspect* is the picture's width by height.

    Of a file that breaks off, what comes before is read.
    """
    rows = _jsonl_rows if ".jsonl" in path.suffixes else _csv_rows
    lines = _Lines(path)
    frames: list[Frame] = []
    bad: list[BadRow] = []
    last_s = -math.inf
    for row in rows(lines):
        found = row if isinstance(row, str) else _frame(row, aspect=aspect)
        if isinstance(found, str):
            bad.append(BadRow(lines.number, found))
        elif found.t_s <= last_s:
            why = f"its time {found.t_s:g} s is not after {last_s:g} s"
            bad.append(BadRow(lines.number, why))
        else:
            last_s = found.t_s
            frames.append(found)
    if lines.broken:
        bad.append(BadRow(lines.number + 1, lines.broken))
    if not frames:
        why = f"line {bad[0].line}: {bad[0].reason}" if bad else "it is empty"
        msg = f"{path.name}: no frame can be read ({why})"
        raise UnreadableRecordingError(msg)
    name = path.name.removesuffix(".gz")
    return Recording(name.rsplit(".", 1)[0], tuple(frames), tuple(bad))


class _Lines:
    """
    A file's lines that aren't blank, one after the other, packed or not; never all at once.

    A few kilobytes can unpack to more than the machine has, so everything is bounded.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.number = 0
        """Of the line given last, from 1."""
        self.broken = ""
        """Why the file can't be read to its end."""

    def __iter__(self) -> Iterator[str]:
        try:
            with self._path.open("rb") as file:
                packed = file.peek(2).startswith(b"\x1f\x8b")
                raw = gzip.GzipFile(fileobj=file) if packed else file
                with raw, io.TextIOWrapper(raw, "utf-8-sig") as text:
                    yield from self._read(text)
        except FileNotFoundError:
            msg = f"{self._path}: there is no such file"
            raise UnreadableRecordingError(msg) from None
        except UnicodeDecodeError:
            self.broken = "it isn't text"
        except (OSError, EOFError, zlib.error) as problem:
            self.broken = f"it can't be read to its end ({problem})"

    def _read(self, text: io.TextIOWrapper) -> Iterator[str]:
        taken = 0
        while line := text.readline(LONGEST_LINE):
            self.number += 1
            taken += len(line)
            if len(line) == LONGEST_LINE:
                self._refuse(f"line {self.number} is longer than any frame")
            if taken > MOST_BYTES or self.number > MOST_LINES:
                size = f"{MOST_BYTES // 2**20} MB or {MOST_LINES:,} lines"
                self._refuse(f"it is larger than {size}")
            if not line.isspace():
                yield line.rstrip("\n")

    def _refuse(self, why: str) -> None:
        msg = f"{self._path.name}: {why}"
        raise UnreadableRecordingError(msg)


def _csv_rows(lines: Iterable[str]) -> Iterator[Mapping[str, Any] | str]:
    header: list[str] = []
    where: list[int] = []
    for line in lines:
        row = _cells(line)
        if isinstance(row, str):
            yield row
        elif not header:
            header = row
            if missing := [name for name in HEADER[1:] if name not in header]:
                yield f"the header has no column {missing[0]!r}"
                return
            where = [header.index(name) for name in HEADER[1:]]
        elif len(row) != len(header):
            yield f"{len(row)} values where the header has {len(header)}"
        else:
            yield {name: row[at] for name, at in zip(HEADER[1:], where, strict=True)}


def _cells(line: str) -> list[str] | str:
    try:
        # Each line by itself: a quote that is never closed costs its own line only. And csv
        # refuses NUL in some versions and not in others: one rule for all.
        return next(csv.reader((line.replace("\x00", ""),)), [])
    except csv.Error as problem:
        return str(problem)


def _jsonl_rows(lines: Iterable[str]) -> Iterator[Mapping[str, Any] | str]:
    for line in lines:
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            yield "it isn't JSON"
            continue
        yield found if isinstance(found, dict) else "it isn't an object"


def _frame(row: Mapping[str, Any], *, aspect: float) -> Frame | str:
    """Make a frame of a row with the recording's columns; or say what is wrong with it."""
    try:
        t_s = float(row["t"])
        if not math.isfinite(t_s):
            return "its time isn't a number"
        if str(row.get("detected", "1")).strip() in {"0", "0.0", "False"}:
            return blazepose.frame(t_s, None, aspect=aspect)
        if isinstance(points := row.get("points"), list):
            values = [_number(value) for point in points for value in point]
        else:
            values = [_number(row[name]) for name in HEADER[3:]]
    except KeyError as missing:
        return f"it has no {missing}"
    except (TypeError, ValueError, OverflowError, RecursionError):
        return "a value isn't a number"
    if len(values) != 4 * blazepose.LANDMARKS:
        return f"{len(values)} values where {4 * blazepose.LANDMARKS} are due"
    return blazepose.frame(t_s, values, aspect=aspect)


def _number(value: object) -> float:
    return math.nan if value in {"", None} else float(value)  # type: ignore[arg-type]
