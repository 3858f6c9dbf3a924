"""What page and server say about whether to start at all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unkink.web.wire_base import Sent, Told, Word

Lock = Literal["none", "emergency", "clinician", "age"]


class Asked(Told):
    """One thing asked: a plain yes or no, or a day."""

    id: str
    text: str
    question: str
    help: str


class Page(Told):
    """What is asked at once: one question, a list to tick, or a day."""

    id: str
    kind: Literal["one", "list", "date"]
    title: str
    help: str
    asked: list[Asked]
    only_if: str
    """Asked only after a yes to this one; empty: always."""
    urgent: bool
    """A yes here needs no further question: what to do comes at once."""


class Screening(Told):
    """The safety questions to ask now."""

    version: str
    new_means: str
    """What "new" means in the questions."""
    pages: list[Page]
    """What to ask, in order; with nothing due, the whole round."""
    ask: list[str]
    """The ids to ask now: all before a first session, the short ones later, or none."""
    why: str
    lock: Lock
    before: dict[str, bool | str | None]
    """What was answered last time, to be looked at again."""
    today: str
    """The day it is here, an ISO date."""
    country: str
    call: str
    """The emergency number for that country."""
    call_note: str
    countries: list[Country]


class Country(Told):
    """A country and the number to call there in an emergency."""

    code: str
    name: str
    number: str


Answer = (
    Annotated[bool, Field(strict=True)]
    | Annotated[str, Field(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")]
    | None
)


class Answers(Sent):
    """Answers to the safety questions; null is a question left blank."""

    version: str = Field(max_length=40)
    answers: dict[Word, Answer] = Field(max_length=80)


class ScreeningReason(Told):
    """One answer that keeps exercises locked."""

    question: str
    kind: Literal["yes", "blank", "unknown_question", "unknown_version"]
    words: str


class Clearance(Told):
    """Whether a session may start, and if not, every reason why and what to do now."""

    cleared: bool
    verdict: Literal[
        "proceed", "with_care", "clinician_first", "out_of_scope", "emergency", "unanswered"
    ]
    title: str
    reasons: list[ScreeningReason]
    what_to_do: list[str]
    call: str
    say: str
    """What to say on the phone; empty when nobody needs to be called."""
    tell: list[str]
    """What to tell the clinician, where one is to be seen first."""
    on: str
    """How it goes on afterwards; empty when it goes on at once."""


class ScreeningNeed(Told):
    """Whether safety questions come before the next session, and why."""

    ask: Literal["all", "short", "none"]
    why: str
    locked: bool
    """An answer locks the exercises: nothing but the questions and what to do now."""
    lock: Lock
    last: Clearance | None
    """What the last answers led to."""
    care: list[str]
    """What the latest whole round asks to take care of."""
