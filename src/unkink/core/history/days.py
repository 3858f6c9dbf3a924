"""
Days and moments of ISO 8601 times, as plain numbers: the core knows no clock and no calendar.

A person's day is the date as their own clock told it, whatever its offset from UTC.
"""

from __future__ import annotations

import re
from typing import Final

ISO: Final = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d(?:\.\d+)?))?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d(?::?\d\d)?)?)?"
)
DAY_S: Final = 86_400


def day_of(at: str) -> int:
    """Tell the day of an ISO time or date as a number that counts days; 1970-01-01 is 0."""
    found = _read(at)
    return _days(int(found["year"]), int(found["month"]), int(found["day"]))


def moment_of(at: str) -> float:
    """Tell an ISO time as seconds since 1970, UTC; without an offset it counts as UTC."""
    found = _read(at)
    hour, minute = int(found["hour"] or 0), int(found["minute"] or 0)
    seconds = hour * 3600 + minute * 60 + float(found["second"] or 0)
    return day_of(at) * DAY_S + seconds - _offset_s(found["zone"])


def _read(at: str) -> re.Match[str]:
    found = ISO.fullmatch(at)
    if found is None:
        message = f"not an ISO 8601 time: {at!r}"
        raise ValueError(message)
    return found


def _offset_s(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    digits = zone[1:].replace(":", "").ljust(6, "0")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:])
    return -seconds if zone[0] == "-" else seconds


def _days(year: int, month: int, day: int) -> int:
    """Count days in the Gregorian calendar, with years that begin in March."""
    year, month = (year - 1, month + 9) if month <= 2 else (year, month - 3)
    leaps = year // 4 - year // 100 + year // 400
    return 365 * year + leaps + (153 * month + 2) // 5 + day - 1 - 719_468
