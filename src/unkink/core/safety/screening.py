"""
Who may exercise now: the one gate every session passes.

Everything here fails closed. Only a plain no to every question clears; a yes, a blank, a missing
answer or an answer to a version we don't know means no session, with every reason told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from unkink.core.safety.questions import ALL, QUESTIONS, SHORT, VERSION

FULL_LASTS_S: Final = 28 * 24 * 3600.0
"""A full round of answers expires after four weeks [D], `docs/evidence.md#emergency`."""

OPENS_FOR_S: Final = 3600.0
"""An answer opens one session, started within the hour [D]: symptoms change."""

CLOCK_SLACK_S: Final = 120.0
"""A clock may be set back this much; an answer from further in the future clears nobody [D]."""

_BY_ID: Final = {question.id: question for question in QUESTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that stands in the way."""

    question: str
    kind: Literal["yes", "blank", "unknown_question", "unknown_version"]
    words: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """Every question asked was answered with a plain no."""


@dataclass(frozen=True, slots=True)
class Emergency:
    """At least one yes: stop and get help now."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No yes, but not every question has a plain no: that clears nobody."""

    reasons: tuple[Reason, ...]


Verdict = Cleared | Emergency | Unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Answers as they were given at one moment."""

    number: int
    """Counts from 1, in the order the answers were given, whatever the clock said."""
    at_s: float
    """Seconds since 1970, UTC."""
    version: str
    answers: Mapping[str, bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What has to be answered before a session may start."""

    ask: tuple[str, ...]
    """Empty: a session may start now."""
    why: str
    locked: bool = False
    """An emergency answer stands; only a whole new round of answers lifts it."""


def screen(
    answers: Mapping[str, bool | None], *, version: str, asked: Sequence[str] = ALL
) -> Verdict:
    """Say whether these answers clear a person, and if not, every reason why."""
    reasons = [
        Reason(question=asked_id, kind="yes", words=_BY_ID[asked_id].yes)
        for asked_id in ALL
        if answers.get(asked_id) is True
    ]
    emergency = bool(reasons) or any(answer is True for answer in answers.values())
    reasons += [
        Reason(question=asked_id, kind="blank", words=f"Not answered: {_BY_ID[asked_id].text}")
        for asked_id in asked
        if answers.get(asked_id) is not False and answers.get(asked_id) is not True
    ]
    reasons += [
        Reason(
            question=odd, kind="unknown_question", words=f"We do not know a question {odd[:20]!r}."
        )
        for odd in answers
        if odd not in _BY_ID
    ]
    if version != VERSION:
        words = "These answers belong to another version of the questions."
        reasons.append(Reason(question="", kind="unknown_version", words=words))
    if emergency:
        return Emergency(tuple(reasons))
    return Unanswered(tuple(reasons)) if reasons else Cleared()


def needed(history: Sequence[Answered], *, now_s: float, used: int | None = None) -> Need:
    """
    Say which questions stand before the next session.

    `history` is in the order the answers were given; `used` is the number of the answer that opened
    the latest session, None before the first. An answer opens one session.
    """
    if not history:
        return Need(ask=ALL, why="Before your first session: a few questions for your safety.")
    standing = _standing(history)
    full = standing.full
    if standing.locked:
        why = (
            "An answer told of an emergency: get help first. Exercises stay locked until every "
            "question has been answered again, each with a plain no."
        )
        return Need(ask=ALL, why=why, locked=True)
    if full is None or standing.open.difference(SHORT):
        return Need(ask=ALL, why="Some questions are not answered yet.")
    if not -CLOCK_SLACK_S <= now_s - full.at_s < FULL_LASTS_S:
        return Need(ask=ALL, why="It has been four weeks: please answer all questions again.")
    latest = history[-1]
    fresh = -CLOCK_SLACK_S <= now_s - latest.at_s < OPENS_FOR_S and latest.number != used
    if standing.open or not fresh:
        return Need(ask=SHORT, why="Four short questions before each session.")
    return Need(ask=(), why="")


def standing_verdict(history: Sequence[Answered]) -> Verdict | None:
    """Give the verdict that stands: the latest emergency while it locks, else the latest of all."""
    if not history:
        return None
    locked = _standing(history).locked
    verdicts = [_verdict(answered) for answered in history]
    emergencies = [verdict for verdict in verdicts if isinstance(verdict, Emergency)]
    return emergencies[-1] if locked else verdicts[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """Where all answers so far have led."""

    locked: bool = False
    open: frozenset[str] = frozenset()
    """Questions whose latest answer is not a plain no."""
    full: Answered | None = None
    """The latest whole round of plain noes."""


def _standing(history: Sequence[Answered]) -> _Standing:
    standing = _Standing()
    for answered in history:
        standing = _after(standing, answered)
    return standing


def _after(before: _Standing, answered: Answered) -> _Standing:
    if isinstance(screen(answered.answers, version=answered.version), Cleared):
        return _Standing(full=answered)
    asked, verdict = set(_asked(answered)), _verdict(answered)
    if isinstance(verdict, Emergency):
        return replace(before, locked=True)
    if isinstance(verdict, Cleared):
        return replace(before, open=before.open - asked)
    blanks = {reason.question for reason in verdict.reasons if reason.kind == "blank"}
    odd = any(reason.kind != "blank" for reason in verdict.reasons)
    return replace(before, open=(before.open - asked) | blanks | set(ALL if odd else ()))


def _asked(answered: Answered) -> tuple[str, ...]:
    # The short questions are always asked; of the others, those that came with an answer.
    return tuple(each for each in ALL if each in SHORT or each in answered.answers)


def _verdict(answered: Answered) -> Verdict:
    return screen(answered.answers, version=answered.version, asked=_asked(answered))
