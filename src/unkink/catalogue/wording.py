"""Says in plain words what the parser found: the key as the file writes it, and what is allowed."""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from unkink.core.definition.exercise import Exercise
from unkink.core.definition.problems import Problem

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

A_DATE: Final = "a date"
"""The only key of a table that stands for one of TOML's dates and times."""
_UNKNOWN_KEY: Final = "unexpected_keyword_argument"


def problem_from(error: ErrorDetails) -> Problem:
    """Return one of the parser's findings as a problem in the file's own terms."""
    if error["type"] == "json_invalid":
        return Problem("", "", f"can't be understood: {error['msg']}")
    place = list(error["loc"])
    unknown = error["type"] == _UNKNOWN_KEY or place[-1:] == ["[key]"]
    if place[-1:] == ["[key]"]:
        place.pop()
    name = str(place.pop()) if unknown else ""
    key, kind = _followed(place)
    if unknown:
        return Problem("", _joined(key, name), _unknown_key(name, kind))
    if error["type"] == "missing":
        return Problem("", key, f"is missing; needed: {_allowed(kind)}")
    if error["type"] == "finite_number":
        return Problem("", key, "must be a finite number")
    return Problem("", key, f"must be {_allowed(kind)}, not {_shown(error['input'])}")


def _unknown_key(name: str, kind: Any) -> str:
    keys = _keys(kind)
    near = difflib.get_close_matches(name, keys, n=1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    return f"is not a key we know; {hint}allowed: {', '.join(sorted(keys))}"


def _followed(place: list[int | str]) -> tuple[str, Any]:
    """Return *place* as the file writes it and what type belongs there."""
    key, kind = "", Exercise
    for step in place:
        inner = _inside(kind, step)
        if inner is None:  # the parser names which alternative it tried: not a key of the file
            continue
        key, kind = _joined(key, step), inner
    return key, kind


def _inside(kind: Any, step: int | str) -> Any | None:
    """Return the type at *step* within *kind*, None when *step* is no key or index of it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        found = (_inside(alternative, step) for alternative in arguments)
        return next((inner for inner in found if inner is not None), None)
    if isinstance(step, int):
        if origin is not tuple:
            return None
        return arguments[0] if arguments[-1] is Ellipsis else arguments[step]
    if origin is Mapping:
        return arguments[1]
    return get_type_hints(kind).get(step) if dataclasses.is_dataclass(kind) else None


def _joined(key: str, step: int | str) -> str:
    if isinstance(step, int):
        return f"{key}[{step}]"
    return f"{key}.{step}" if key else step


def _keys(kind: Any) -> list[str]:
    if get_origin(kind) is Mapping:
        return [str(name) for name in get_args(get_args(kind)[0])]
    for alternative in (kind, *get_args(kind)):
        if dataclasses.is_dataclass(alternative):
            return [field.name for field in dataclasses.fields(alternative)]
    return []


_PLAIN: Final = {
    str: "a text",
    float: "a number",
    int: "a whole number",
    bool: "true or false",
    type(None): "nothing",
}


def _allowed(kind: Any) -> str:
    """Return in words what may be written where *kind* is expected."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "one of " + ", ".join(map(_shown, arguments))
    if origin in (Union, types.UnionType):
        wanted = [_allowed(each) for each in arguments if each is not type(None)]
        return " or ".join(wanted)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"a list, each {_allowed(arguments[0])}"
    if origin is tuple:
        return f"a list of {len(arguments)}: low and high, each {_allowed(arguments[0])}"
    if origin is Mapping or dataclasses.is_dataclass(kind):
        keys = _keys(kind)
        return "a table" + (f" with {', '.join(keys)}" if 0 < len(keys) <= 4 else "")
    return _PLAIN.get(kind, str(kind))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return A_DATE if A_DATE in value else "a table"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return repr(value)
