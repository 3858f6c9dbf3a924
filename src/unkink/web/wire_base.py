"""
What all messages have in common: each typed, and each in the module of its theme.

The page's types are generated from these models, by way of `tests/snapshots/openapi.json`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Seconds = Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)]
Rating = Annotated[int, Field(ge=0, le=10, strict=True)]
"""0: none at all; 10: the worst imaginable."""

Word = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
"""The id of something: letters, digits, `_` and `-`."""


class Sent(BaseModel):
    """What the page sends: a key we do not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Told(BaseModel):
    """What the server tells."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Refusal(Told):
    """Why something can't be done, in one line, and what to do instead."""

    error: str
    what_to_do: str
    about: list[str] = []
    """The ids of the answers to look at again; left out where there are none in particular."""
