"""What the page sends of a direction test."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unkink.core.history import entries
from unkink.core.history.record import Farthest
from unkink.web.wire_base import Sent


class SaidDirection(Sent):
    """Where it was felt before and after one direction."""

    before: Farthest
    after: Farthest | None = None
    later: Farthest | None = None
    stopped: Annotated[bool, Field(strict=True)] = False


class SaidDirectionTest(Sent):
    """A direction test, as far as it went."""

    tried: dict[Literal["backwards", "forwards"], SaidDirection] = Field(min_length=1)

    def as_test(self) -> entries.DirectionTest:
        """Tell it in the record's own words."""
        return entries.DirectionTest(
            tried={
                way: entries.DirectionTried(
                    before=each.before, after=each.after, later=each.later, stopped=each.stopped
                )
                for way, each in self.tried.items()
            }
        )
