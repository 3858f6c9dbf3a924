"""What all messages have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Sent(BaseModel):
    """What the page sends: a key we do not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Told(BaseModel):
    """What the server tells."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
