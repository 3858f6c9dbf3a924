"""What page and server say about what is kept."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from unkink.web.wire_base import Sent, Told


class KeptCopy(Told):
    """A copy beside the record."""

    name: str
    size: int
    """In bytes."""
    at: AwareDatetime


class Format(Told):
    """A format the record can leave in."""

    id: str
    name: str
    words: str
    file: str
    """A name for the file."""


class Kept(Told):
    """What is kept, where, and how much room it takes."""

    folder: str
    size: int
    """Of the record, in bytes."""
    sessions: int
    since: AwareDatetime | None
    """When the first session began."""
    entries: int
    """Things told outside sessions."""
    answers: int
    """Rounds of safety answers."""
    files: int
    """Exercise files of one's own."""
    copies: list[KeptCopy]
    """The newest first."""
    erase: str
    """What to type to have all of it deleted."""


class TakenIn(Told):
    """What a record taken in added to this one."""

    sessions: int
    entries: int
    answers: int
    files: int
    known: int
    """How much of it was here already."""


class Restored(Told):
    """Where what was there before was put."""

    kept: str


class Erase(Sent):
    """Please delete everything."""

    words: str = Field(max_length=100)


class Erased(Told):
    """What is kept now."""

    sessions: int
    entries: int
