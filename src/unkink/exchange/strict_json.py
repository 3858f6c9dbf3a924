"""Reads JSON from strangers: what is odd in it is refused in one line, never guessed at."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any, Final

from unkink.core.errors import Invalid

MOST_BYTES: Final = 300_000_000
"""Ten years of daily sessions with the camera stay below it."""

MOST_NUMBER: Final = 2**53
"""Whole numbers above it are no longer exact in every program."""

NOT_CHANGED: Final = "Nothing was changed."


def read_json(content: bytes) -> dict[str, Any]:
    """
    Read one JSON object.

    Raises `Invalid` for everything else, and for what JSON readers disagree on: names given twice,
    numbers that are none, or too great to be exact.
    """
    if len(content) > MOST_BYTES:
        raise Invalid("This file is too large to be a record.", NOT_CHANGED)
    try:
        found = json.loads(
            content.decode("utf-8-sig"),
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_int,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise Invalid("This file is no text.", NOT_CHANGED) from error
    except RecursionError as error:
        raise Invalid("This file is nested too deeply.", NOT_CHANGED) from error
    except _Odd as odd:
        raise Invalid(f"This file {odd}.", NOT_CHANGED) from odd
    except ValueError as error:
        raise Invalid(f"This file is no JSON: {error}.", NOT_CHANGED) from error
    if not isinstance(found, dict):
        raise Invalid("This file holds no record.", NOT_CHANGED)
    return found


class _Odd(Exception):  # noqa: N818 - it says what is odd
    """Something JSON readers disagree on."""


def _constant(name: str) -> float:
    raise _Odd(f"holds {name}, which is no number")


def _float(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise _Odd("holds a number that is too great")
    return value


def _int(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > MOST_NUMBER:
        raise _Odd("holds a number that is too great")
    return int(digits)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Odd("says the same thing twice in one place")
    return found
