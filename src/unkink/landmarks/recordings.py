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
    """Read `.csv`, `.csv.gz` or `.jsonl` landmarks; *aspect* is the picture's width by height."""
    rows = _jsonl_rows if ".jsonl" in path.suffixes else _csv_rows
    frames: list[Frame] = []
    bad: list[BadRow] = []
    last_s = -math.inf
    for line, row in rows(_text(path)):
        found = row if isinstance(row, str) else _frame(row, aspect=aspect)
        if isinstance(found, str):
            bad.append(BadRow(line, found))
        elif found.t_s <= last_s:
            bad.append(BadRow(line, f"its time {found.t_s:g} s is not after {last_s:g} s"))
        else:
            last_s = found.t_s
            frames.append(found)
    if not frames:
        why = f"line {bad[0].line}: {bad[0].reason}" if bad else "it is empty"
        msg = f"{path.name}: no frame can be read ({why})"
        raise UnreadableRecordingError(msg)
    name = path.name.removesuffix(".gz")
    return Recording(name.rsplit(".", 1)[0], tuple(frames), tuple(bad))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if raw.startswith(b"\x1f\x8b"):
            # Read bounded: a few kilobytes can unpack to more than the machine has.
            with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
                raw = packed.read(MOST_BYTES + 1)
    except FileNotFoundError:
        msg = f"{path}: there is no such file"
        raise UnreadableRecordingError(msg) from None
    except (OSError, EOFError, zlib.error) as problem:
        msg = f"{path.name}: it can't be read to its end ({problem})"
        raise UnreadableRecordingError(msg) from None
    if len(raw) > MOST_BYTES:
        msg = f"{path.name}: it is larger than {MOST_BYTES // 2**20} MB"
        raise UnreadableRecordingError(msg)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        msg = f"{path.name}: it isn't text"
        raise UnreadableRecordingError(msg) from None


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    lines = csv.reader(_plain_lines(text))
    try:
        header = next(lines, [])
    except csv.Error as problem:
        yield 1, str(problem)
        return
    if missing := [name for name in HEADER[1:] if name not in header]:
        if header:
            yield 1, f"the header has no column {missing[0]!r}"
        return
    line = 1
    while True:
        line += 1
        try:
            row = next(lines)
        except StopIteration:
            return
        except csv.Error as problem:
            yield line, str(problem)
            continue
        if len(row) != len(header):
            yield line, f"{len(row)} values where the header has {len(header)}"
        else:
            yield line, dict(zip(header, row, strict=True))


def _plain_lines(text: str) -> Iterable[str]:
    # csv refuses NUL in some versions and not in others: one rule for all.
    return (line for line in text.replace("\x00", "").splitlines() if line.strip())


def _jsonl_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    for line, row in enumerate(text.splitlines(), start=1):
        if not row.strip():
            continue
        try:
            found = json.loads(row)
        except (ValueError, RecursionError):
            yield line, "it isn't JSON"
            continue
        yield line, found if isinstance(found, dict) else "it isn't an object"


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
    except (TypeError, ValueError, OverflowError):
        return "a value isn't a number"
    if len(values) != 4 * blazepose.LANDMARKS:
        return f"{len(values)} values where {4 * blazepose.LANDMARKS} are due"
    return blazepose.frame(t_s, values, aspect=aspect)


def _number(value: object) -> float:
    return math.nan if value in {"", None} else float(value)  # type: ignore[arg-type]
