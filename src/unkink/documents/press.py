"""
Turns a template and plain data into a PDF: tagged, offline, the same bytes for the same data.

Words reach the page as data (JSON), never as typst's markup, so nothing a person wrote can act as
more than letters. Fonts are our own; the machine's are asked only for letters that ours lack, and
a letter nobody has is shown as an empty box, which the page explains.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typst

from unkink.documents.values import Svg
from unkink.paint.palette import PAPER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from unkink.documents.values import Value

TEMPLATES: Final = Path(str(files("unkink.documents"))) / "templates"
FONTS: Final = Path(str(files("font_source_sans_pro"))) / "files"
ACCESSIBLE: Final = "ua-1"
"""PDF/UA: tags, a title, a language, words for every picture; typst refuses what breaks it."""

UNPRINTABLE: Final = "\N{WHITE SQUARE}"
LONGEST_WORD: Final = 24
"""Longer ones may break anywhere: nobody's words run off the paper."""
ROUNDS: Final = 8
"""So often unknown letters are looked for, then every letter that is not plain Latin gives way."""

_MISSING: Final = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_LONG: Final = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}"


def pressed(template: str, data: Mapping[str, Value], *, on: date) -> bytes:
    """Make the PDF of a template; *on* is the day it carries as its own."""
    told = cleaned({**data, "unprintable": False, "day": [on.year, on.month, on.day]})
    made, _ = _compiled(template, told, system=False)
    for _ in range(ROUNDS):
        if made is not None:
            return made
        made, missing = _compiled(template, told, system=True)
        told = _without(told, missing)
    made, _ = _compiled(template, _plain(told), system=True)
    assert made is not None  # noqa: S101 - every font has the letters of plain Latin
    return made


def cleaned(value: Value) -> Value:
    """Take out of all words what is no letter: signals to machines, and tricks of direction."""
    return _marked(value, _clean)


def _marked(value: Value, mark: Callable[[str], str]) -> Value:
    """Put every word of a value through *mark*; drawings stay as they are."""
    if isinstance(value, str):
        return value if isinstance(value, Svg) else mark(value)
    if isinstance(value, Mapping):
        return {key: _marked(each, mark) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [_marked(each, mark) for each in value]
    return value


def _clean(text: str) -> str:
    kept = "".join(
        each if each in _JOINERS or unicodedata.category(each)[0] != "C" else " " for each in text
    )
    return _LONG.sub(lambda found: f"{found[0]}\N{ZERO WIDTH SPACE}", " ".join(kept.split()))


def _compiled(template: str, told: Value, *, system: bool) -> tuple[bytes | None, frozenset[str]]:
    """Try to make the PDF; else tell what could not be shown."""
    compiler = typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=_fonts(system=system),
        sys_inputs={
            "data": json.dumps(told, ensure_ascii=False, allow_nan=False),
            "colours": json.dumps(PAPER._asdict()),
        },
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=ACCESSIBLE, timestamp=0)
    except typst.TypstError as error:
        missing = frozenset(_unescaped(text) for text in _MISSING.findall(error.diagnostic))
        if not missing:
            raise
        return None, missing
    assert isinstance(made, bytes)  # noqa: S101 - one PDF, whatever its pages
    return made, frozenset()


@cache
def _fonts(*, system: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system, font_paths=[str(FONTS)])


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _without(told: Value, missing: frozenset[str]) -> Value:
    def shown(text: str) -> str:
        for each in sorted(missing, key=len, reverse=True):
            text = text.replace(each, UNPRINTABLE)
        return text

    return _told_of_boxes(_marked(told, shown))


def _plain(told: Value) -> Value:
    return _told_of_boxes(
        _marked(told, lambda text: "".join(e if e <= "\xff" else UNPRINTABLE for e in text))
    )


def _told_of_boxes(told: Value) -> Value:
    assert isinstance(told, Mapping)  # noqa: S101 - a template's data
    return {**told, "unprintable": True}
