"""What the page sends about whether it helps; what is told stands in `progress.told`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unkink.core.history.entries import Day
from unkink.core.history.record import Farthest
from unkink.web.wire_base import Rating, Sent, Word

Answer = (
    Annotated[bool, Field(strict=True)]
    | Annotated[float, Field(allow_inf_nan=False)]
    | Annotated[str, Field(max_length=120)]
    | None
)


class SaidDay(Sent):
    """How it is today, apart from any session."""

    pain: Rating
    stiffness: Rating | None = None
    farthest: Farthest | None = None
    besides: str = Field(default="", max_length=200)

    def as_day(self) -> Day:
        """Put it into the record's own words."""
        return Day(
            pain=self.pain,
            stiffness=self.stiffness,
            farthest=self.farthest,
            besides=self.besides,
        )


class FilledIn(Sent):
    """Answers to one instrument, by item."""

    answers: dict[Word, Answer] = Field(max_length=60)


class SuppliedWording(Sent):
    """The official words of an instrument, one sentence a line."""

    text: str = Field(max_length=20_000)
    source: str = Field(max_length=500)


class NewTrial(Sent):
    """A trial to draw and begin."""

    design: Literal["baseline_then_exercises", "on_off", "a_or_b"]
    compared: list[Word] = Field(default=[], max_length=2)
    long_lasting: bool | None = None
    """Whether the pain has lasted more than three months, if it is told with it."""
