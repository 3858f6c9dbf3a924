"""The tables that go with recordings: how they were taken, and what a person saw in them."""

from __future__ import annotations

import csv
import io
import math
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from unkink.batch.prediction import name_of, parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from unkink.core.body import Side

NONE: Final = "none"
"""How a table says that an exercise is none of ours."""
MOST_SPANS: Final = 10_000
"""A label with more spans than this is a mistake."""
_INTERVAL: Final = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_EVERY: Final = re.compile(r"^(.*\S)\s+then every\s+(\d+(?:\.\d+)?)\s*s$")


class UnusableTableError(Exception):
    """A table can't be used; the message names the file, the line and what is wrong."""


class Span(NamedTuple):
    """A stretch of time in which a position was held; *side* is None where nobody said which."""

    start_s: float
    end_s: float
    side: Side | None = None


class Label(NamedTuple):
    """What a person saw in one stretch of a recording; None where they did not say."""

    recording: str
    exercise: str | None
    """None for none of ours."""
    start_s: float = -math.inf
    end_s: float = math.inf
    reps: int | None = None
    """All sides together."""
    by_side: Mapping[Side, int] | None = None
    holds: tuple[Span, ...] | None = None


class Taken(NamedTuple):
    """How a recording was taken, and what the coach is told."""

    aspect: float
    exercise: str | None = None


def read_index(path: Path) -> Mapping[str, Taken]:
    """Read `recording,width,height[,exercise]`, by name."""
    taken: dict[str, Taken] = {}
    for number, row in _rows(path, needed=("recording", "width", "height")):
        width, height = (_number(path, number, row, key) for key in ("width", "height"))
        if width is None or height is None or not 0.1 <= width / max(height, 1e-9) <= 10.0:
            _refuse(path, number, "width and height are not a picture's")
        taken[_plain(row["recording"])] = Taken(width / height, row.get("exercise") or None)
    return taken


def read_labels(path: Path) -> tuple[Label, ...]:
    """Read labels: a `.jsonl` of lines as the coach writes them, or a CSV; see docs/scoring.md."""
    if path.suffix == ".jsonl":
        return tuple(_told_lines(path))
    return tuple(_told_row(path, *each) for each in _rows(path, needed=("recording", "exercise")))


def _told_lines(path: Path) -> Iterator[Label]:
    for number, text in enumerate(_text(path).splitlines(), start=1):
        if not text.strip():
            continue
        try:
            name, account, _ = parse_line(text)
        except ValueError as problem:
            _refuse(path, number, str(problem))
        yield Label(
            recording=_plain(name),
            exercise=account.exercise,
            reps=sum(account.reps.values()),
            by_side=account.reps,
            holds=tuple(Span(held.start_s, held.end_s, held.side) for held in account.holds),
        )


def _told_row(path: Path, number: int, row: Mapping[str, str]) -> Label:
    start_s = _number(path, number, row, "segment_start_s")
    end_s = _number(path, number, row, "segment_end_s")
    reps = _number(path, number, row, "reps")
    if reps is not None and (reps < 0 or reps != int(reps)):
        _refuse(path, number, "'reps' is no count")
    if not (start_s or 0.0) < (math.inf if end_s is None else end_s):
        _refuse(path, number, "the segment ends before it starts")
    exercise = None if row["exercise"] == NONE else row["exercise"]
    said = row.get("up_or_hold_intervals_s", "")
    if said:
        holds: tuple[Span, ...] | None = _spans(path, number, said, end_s)
    else:
        holds = () if exercise is None else None
    return Label(
        recording=_plain(row["recording"]),
        exercise=exercise,
        start_s=-math.inf if start_s is None else start_s,
        end_s=math.inf if end_s is None else end_s,
        reps=None if reps is None else int(reps),
        holds=holds,
    )


def _spans(path: Path, number: int, said: str, end_s: float | None) -> tuple[Span, ...]:
    every = _EVERY.match(said)
    spans: list[Span] = []
    for one in (every[1] if every else said).split():
        found = _INTERVAL.fullmatch(one)
        if found is None or float(found[1]) > float(found[2]):
            _refuse(path, number, f"{one!r} is no interval such as 2.4-5.2")
        spans.append(Span(float(found[1]), float(found[2])))
    if every:
        period_s = float(every[2])
        if end_s is None or period_s <= 0.0 or (end_s / period_s) > MOST_SPANS:
            _refuse(path, number, "'every' needs a period, and a segment that ends")
        first, count = spans[-1], 1
        while (start_s := first.start_s + count * period_s) < end_s:
            spans.append(Span(start_s, min(first.end_s + count * period_s, end_s)))
            count += 1
    return tuple(spans)


def _rows(path: Path, *, needed: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, str]]]:
    reader = csv.reader(io.StringIO(_text(path).replace("\x00", "")))
    header: list[str] | None = None
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if header is None:
                header = cells
                if missing := [name for name in needed if name not in header]:
                    _refuse(path, reader.line_num, f"there is no column {missing[0]!r}")
            elif len(cells) != len(header):
                _refuse(path, reader.line_num, f"{len(cells)} values under {len(header)} headings")
            else:
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as problem:
        _refuse(path, reader.line_num, str(problem))
    if header is None:
        _refuse(path, 1, "it is empty")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableTableError(f"{path.name}: it isn't text") from None
    except OSError as problem:
        raise UnusableTableError(f"{path}: it can't be read ({problem.strerror})") from None


def _number(path: Path, number: int, row: Mapping[str, str], key: str) -> float | None:
    said = row.get(key, "")
    if not said:
        return None
    try:
        value = float(said)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        _refuse(path, number, f"{key!r} is no number")
    return value


def _refuse(path: Path, number: int, why: str) -> NoReturn:
    raise UnusableTableError(f"{path.name}: line {number}: {why}")


def _plain(recording: str) -> str:
    """Take a file's name or path for the recording's name, which is what lines are told by."""
    known = (".csv", ".csv.gz", ".jsonl", ".jsonl.gz")
    return name_of(PurePath(recording)) if recording.endswith(known) else recording
