"""A copy of the record every day, kept for a week, and one a week for a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from unkink.core.errors import FolderRefused
from unkink.storage.copies import COPIES, write_copy
from unkink.storage.restoring import is_used

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAYS: Final = 7
WEEKS: Final = 4
PREFIX: Final = "day-"


def copy_today(folder: Path, today: date, *, by: str, at: str) -> Path | None:
    """
    Make today's copy if it is not there yet, and let go of those that are too old.

    Raises `FolderRefused` when it can't be written. An empty record is not copied.
    """
    copies = folder / COPIES
    file = copies / f"{PREFIX}{today.isoformat()}.zip"
    if file.exists() or not is_used(folder):
        return None
    try:
        copies.mkdir(exist_ok=True)
        write_copy(folder, file, by=by, at=at)
        there = {day: each for each in copies.glob(f"{PREFIX}*.zip") if (day := _day(each))}
        for day in set(there) - kept(there):
            there[day].unlink()
    except OSError as problem:
        raise FolderRefused(
            f"Old copies in {copies} can't be tidied up: {problem.strerror}.",
            "Check that you may write there.",
        ) from problem
    return file


def kept(days: Iterable[date]) -> set[date]:
    """Tell which days' copies to keep: the latest seven, and one of each of four weeks before."""
    newest_first = sorted(days, reverse=True)
    keep = set(newest_first[:DAYS])
    older = newest_first[DAYS:]
    weeks: dict[date, date] = {}
    for day in older:
        # The oldest of a week stays: it grows old enough to become the week's only one.
        weeks[day - timedelta(days=day.weekday())] = day
    return keep | {weeks[week] for week in sorted(weeks, reverse=True)[:WEEKS]}


def _day(file: Path) -> date | None:
    try:
        return date.fromisoformat(file.stem.removeprefix(PREFIX))
    except ValueError:
        return None
