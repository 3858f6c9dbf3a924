"""
The whole record as one JSON document, and back: the same comes out again.

`docs/exchange.md` tells what is in it. A document of an older version is read, one of a newer
version is refused; a change that old readers can't live with raises `VERSION`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from pydantic import TypeAdapter, ValidationError

from unkink.core.errors import Invalid
from unkink.core.history.entries import KINDS, Entry, Kind, Said
from unkink.core.history.record import Choice
from unkink.core.safety.gate import Answered
from unkink.exchange.checks import problem_in
from unkink.exchange.strict_json import NOT_CHANGED, read_json
from unkink.ports import Everything, Export, WholeSession

FORMAT: Final = "unkink-record"
VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _EntryToken:
    """An entry with the name of its kind."""

    number: int
    at: str
    kind: Kind
    said: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """What stands in the file."""

    format: Literal["unkink-record"]
    version: int
    written_by: str
    written_at: str
    answers: tuple[Answered, ...] = ()
    entries: tuple[_EntryToken, ...] = ()
    sessions: tuple[WholeSession, ...] = ()
    settings: Mapping[str, Choice]
    exercise_files: Mapping[str, str]


_DOCUMENT: Final = TypeAdapter(_Document)
_SAID: Final[Mapping[str, TypeAdapter[Said]]] = {k: TypeAdapter(t) for k, t in KINDS.items()}
_KIND_OF: Final[Mapping[type[Said], Kind]] = {said: kind for kind, said in KINDS.items()}


def write_document(export: Export) -> bytes:
    """Write a whole record."""
    return _dumped(export.everything, by=export.version, at=export.at.isoformat())


def _dumped(everything: Everything, *, by: str, at: str) -> bytes:
    document = _Document(
        format=FORMAT,
        version=VERSION,
        written_by=by,
        written_at=at,
        answers=everything.answers,
        entries=tuple(_token(each) for each in everything.entries),
        sessions=everything.sessions,
        settings=everything.settings,
        exercise_files=everything.files,
    )
    return _DOCUMENT.dump_json(document) + b"\n"


def read_document(content: bytes) -> Everything:
    """Read a whole record; raises `Invalid` with one line for whatever else it is."""
    found = read_json(content)
    _check_kind(found)
    try:
        document = _DOCUMENT.validate_json(json.dumps(found), strict=True)
        entries = tuple(_entry(each) for each in document.entries)
    except ValidationError as error:
        raise Invalid(f"This record is damaged: {_first(error)}.", NOT_CHANGED) from error
    everything = Everything(
        answers=document.answers,
        entries=entries,
        sessions=document.sessions,
        settings=document.settings,
        files=document.exercise_files,
    )
    again = json.loads(_dumped(everything, by=document.written_by, at=document.written_at))
    strange = _not_in(found, again)
    if strange:
        raise Invalid(f"This record holds {strange}, which Unkink does not know.", NOT_CHANGED)
    problem = problem_in(everything)
    if problem:
        raise Invalid(f"This record is damaged: {problem}.", NOT_CHANGED)
    return everything


def _check_kind(found: Mapping[str, Any]) -> None:
    if found.get("format") != FORMAT:
        raise Invalid("This file was not written by `unkink export --format json`.", NOT_CHANGED)
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Invalid("This record does not say which version it is of.", NOT_CHANGED)
    if version > VERSION:
        raise Invalid("This record was written by a newer Unkink.", "Update Unkink first.")


def _token(entry: Entry) -> _EntryToken:
    kind = _KIND_OF[type(entry.said)]
    said = _SAID[kind].dump_python(entry.said, mode="json")
    return _EntryToken(number=entry.number, at=entry.at, kind=kind, said=said)


def _entry(token: _EntryToken) -> Entry:
    said = _SAID[token.kind].validate_json(json.dumps(token.said), strict=True)
    return Entry(number=token.number, at=token.at, said=said)


def _first(error: ValidationError) -> str:
    detail = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(each) for each in detail["loc"])
    return f"{where or 'it'}: {detail['msg']}"[:200]


def _not_in(found: Any, again: Any, where: str = "") -> str:
    """Name the first thing found that is not there again; empty when all of it is."""
    if isinstance(found, dict) and isinstance(again, dict):
        for key, value in found.items():
            here = f"{where}.{key}" if where else key
            if key not in again:
                return here[:120]
            strange = _not_in(value, again[key], here)
            if strange:
                return strange
        return ""
    if isinstance(found, list) and isinstance(again, list) and len(found) == len(again):
        pairs = enumerate(zip(found, again, strict=True))
        return next(filter(None, (_not_in(a, b, f"{where}.{i}") for i, (a, b) in pairs)), "")
    return "" if found == again else where[:120]
