"""What page and server say about what is kept; what is told of it stands in `told`."""

from __future__ import annotations

from pydantic import Field

from unkink.web.wire_base import Sent, Told


class Format(Told):
    """A format the record can leave in."""

    id: str
    name: str
    words: str
    file: str
    """A name for the file."""


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
