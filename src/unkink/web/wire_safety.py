"""What page and server say about whether to start at all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unkink.web.wire_base import Sent, Told


class Question(Told):
    """One safety question: a plain yes or no."""

    id: str
    text: str
    help: str


class Screening(Told):
    """The safety questions to ask now."""

    version: str
    new_means: str
    """What "new" means in the questions."""
    questions: list[Question]
    """All of them, in order."""
    ask: list[str]
    """The ids to ask now: all before a first session, the short ones later, or none."""
    why: str
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


class Answers(Sent):
    """Answers to the safety questions; null is a question left blank."""

    version: str = Field(max_length=40)
    answers: dict[str, Annotated[bool, Field(strict=True)] | None] = Field(max_length=40)


class ScreeningReason(Told):
    """One answer that keeps exercises locked."""

    question: str
    kind: Literal["yes", "blank", "unknown_question", "unknown_version"]
    words: str


class Clearance(Told):
    """Whether a session may start, and if not, every reason why and what to do now."""

    cleared: bool
    verdict: Literal["cleared", "emergency", "unanswered"]
    title: str
    reasons: list[ScreeningReason]
    what_to_do: list[str]
    call: str
    say: str
    """What to say on the phone; empty when nobody needs to be called."""


class ScreeningNeed(Told):
    """Whether safety questions come before the next session, and why."""

    ask: Literal["all", "short", "none"]
    why: str
    locked: bool
    """An emergency answer is in the record: nothing but the questions and what to do now."""
    last: Clearance | None
    """What the last answers led to."""
