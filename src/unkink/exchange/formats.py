"""Every format a record can leave in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from unkink.exchange.document import write_document
from unkink.ports import Export

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a record."""

    name: str
    """What people call it."""
    words: str
    """What it is good for, in a sentence."""
    ending: str
    """Of the file's name."""
    media_type: str
    write: Callable[[Export], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "json": Format(
        name="Everything",
        words="All of it in one file; `unkink import` takes it in again.",
        ending="json",
        media_type="application/json",
        write=write_document,
    ),
}
