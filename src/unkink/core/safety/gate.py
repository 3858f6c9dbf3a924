"""
Where all answers so far have led, and what has to be asked before the next session.

A pure fold in the order the answers were given, whatever the clock said. What an emergency or a
flag locked is never lifted by noes alone: somebody who can look at a person has to have done so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from unkink.core.safety.flags import AGE
from unkink.core.safety.rounds import (
    A_CHECKED,
    ALL,
    B_CHECKED,
    KNOWN,
    SHORT,
    VERSION,
    A,
    Answer,
    required,
)
from unkink.core.safety.screening import Verdict, flags_of, is_emergency, locks, screen

ASK_AGAIN: Final = "After the last time we ask everything again, to be sure."

FULL_LASTS_S: Final = 28 * 24 * 3600.0
"""A full round of answers expires after four weeks [D], `docs/evidence.md#screening`."""

OPENS_FOR_S: Final = 3600.0
"""An answer opens one session, started within the hour [D]: symptoms change."""

CLOCK_SLACK_S: Final = 120.0
"""A clock may be set back this much; an answer from further in the future clears nobody [D]."""

CHECK_LASTS_S: Final = 182 * 24 * 3600.0
"""For so long a clinician's word covers the flags it was given for [D]."""

_ALL: Final = frozenset(ALL)

Lock = Literal["none", "emergency", "clinician", "age"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Answers as they were given at one moment."""

    number: int
    """Counts from 1, in the order the answers were given, whatever the clock said."""
    at_s: float
    """Seconds since 1970, UTC."""
    version: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What has to be answered before a session may start."""

    ask: tuple[str, ...]
    """Empty: a session may start now."""
    why: str
    lock: Lock = "none"
    """What stands in the way until it is lifted."""
    since_s: float = 0.0
    """Of an emergency: when it was told, in seconds since 1970; a doctor's check comes after it."""

    @property
    def locked(self) -> bool:
        """Whether exercises are locked."""
        return self.lock != "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """Where all answers so far have led."""

    emergency: Answered | None = None
    """The latest emergency that nobody has checked since."""
    under_age: bool = False
    flags: frozenset[str] = frozenset()
    """The flags that lock until a clinician has spoken."""
    checked: Mapping[str, float] = field(default_factory=dict)
    """By flag, when a clinician's word for it was told."""
    open: frozenset[str] = frozenset()
    """Questions whose latest answer is no plain yes or no."""
    full: Answered | None = None
    """The latest whole round."""

    @property
    def lock(self) -> Lock:
        """What locks, the gravest first."""
        if self.emergency:
            return "emergency"
        if self.under_age:
            return "age"
        return "clinician" if self.flags else "none"


WHY: Final[Mapping[Lock, str]] = {
    "none": "",
    "emergency": (
        "An answer told of an emergency: get help first. Exercises stay locked until a doctor "
        "has checked it, and every question has been answered again."
    ),
    "clinician": (
        "An answer asks for a clinician first. Exercises stay locked until a doctor or "
        "physiotherapist has said that you may exercise."
    ),
    "age": "Unkink is made for adults.",
}


def _stand(history: Sequence[Answered]) -> _Standing:
    """Fold all answers, in the order they were given, into where the person stands."""
    standing = _Standing()
    for answered in history:
        standing = _after(standing, answered)
    return standing


def needed(
    history: Sequence[Answered],
    *,
    now_s: float,
    used: int | None = None,
    ask_all_after: int = 0,
    ask_all_since_s: float | None = None,
) -> Need:
    """
    Say which questions stand before the next session.

    `history` is in the order the answers were given; `used` is the number of the answer that opened
    the latest session, None before the first. An answer opens one session. A rule of the plan may
    ask for a whole round numbered above `ask_all_after`, or given after `ask_all_since_s`.
    """
    if not history:
        return Need(ask=ALL, why="Before your first session: a few questions for your safety.")
    standing = _stand(history)
    if standing.lock != "none":
        return _locked(standing)
    why_all = _why_all(standing, now_s, ask_all_after, ask_all_since_s)
    if why_all:
        return Need(ask=ALL, why=why_all)
    latest = history[-1]
    fresh = -CLOCK_SLACK_S <= now_s - latest.at_s < OPENS_FOR_S and latest.number != used
    if standing.open or not fresh:
        return Need(ask=SHORT, why="Four short questions before each session.")
    return Need(ask=(), why="")


def verdict(history: Sequence[Answered], *, asked: Collection[str] = SHORT) -> Verdict:
    """Give the verdict that stands: that of what locks, else of the latest answers to *asked*."""
    standing = _stand(history)
    if standing.emergency:
        return screen(standing.emergency.answers, version=standing.emergency.version, asked=())
    if standing.under_age:
        return screen({AGE: True}, version=VERSION)
    if standing.flags:
        return screen(dict.fromkeys(standing.flags, True), version=VERSION)
    latest = history[-1]
    return screen(
        latest.answers,
        version=latest.version,
        asked=[each for each in ALL if each in asked],
        cleared_flags=frozenset(standing.checked),
    )


def latest_round(history: Sequence[Answered]) -> Mapping[str, Answer]:
    """Tell the answers of the latest whole round, to be looked at again; empty before the first."""
    full = _stand(history).full
    return full.answers if full else {}


def _why_all(standing: _Standing, now_s: float, after: int, since_s: float | None) -> str:
    """Say why the whole round is due; empty when it is not."""
    full = standing.full
    if full is None or standing.open.difference(SHORT):
        return "Some questions are not answered yet."
    if not -CLOCK_SLACK_S <= now_s - full.at_s < FULL_LASTS_S:
        return "It has been four weeks: please answer all questions again."
    if full.number <= after:
        return ASK_AGAIN
    if since_s is None:
        return ""
    # A clock set back since then can't ask for ever: a round of the last hour is new enough.
    ran_ahead = since_s > now_s + CLOCK_SLACK_S
    return ASK_AGAIN if full.at_s <= (now_s - OPENS_FOR_S if ran_ahead else since_s) else ""


def _locked(standing: _Standing) -> Need:
    ask: Mapping[Lock, tuple[str, ...]] = {
        "emergency": (A_CHECKED, *ALL),
        "clinician": (B_CHECKED, *SHORT),
        "age": ALL,
    }
    since_s = standing.emergency.at_s if standing.emergency else 0.0
    lock = standing.lock
    return Need(ask=ask[lock], why=WHY[lock], lock=lock, since_s=since_s)


def _after(before: _Standing, answered: Answered) -> _Standing:
    answers = answered.answers
    if is_emergency(answers):
        return replace(before, emergency=answered, full=None)
    if answered.version != VERSION or not KNOWN.issuperset(answers):
        return replace(before, open=frozenset(ALL), full=None)
    asked = {*SHORT, *(answers.keys() & _ALL)}
    blank = {each for each in asked if not isinstance(answers.get(each), bool)}
    whole = all(isinstance(answers.get(each), bool) for each in required(answers))
    checked = _checked(before, answered)
    covered = {
        flag
        for flag, at_s in checked.items()
        if -CLOCK_SLACK_S <= answered.at_s - at_s < CHECK_LASTS_S
    }
    raised = flags_of(answers) - covered
    return _Standing(
        emergency=None if _doctor_checked(answers) else before.emergency,
        under_age=answers.get(AGE) is True or (before.under_age and answers.get(AGE) is not False),
        flags=(before.flags - covered) | (raised if locks(raised) else frozenset()),
        checked=checked,
        open=frozenset() if whole else (before.open - asked) | blank,
        full=answered if whole else before.full,
    )


def _doctor_checked(answers: Mapping[str, Answer]) -> bool:
    """Say whether a doctor has looked, and all emergency questions are a plain no again."""
    return _dated(answers, A_CHECKED) and all(answers.get(each) is False for each in A)


def _checked(before: _Standing, answered: Answered) -> Mapping[str, float]:
    if not _dated(answered.answers, B_CHECKED):
        return before.checked
    for_these = before.flags | flags_of(answered.answers)
    return {**before.checked, **dict.fromkeys(for_these, answered.at_s)}


def _dated(answers: Mapping[str, Answer], key: str) -> bool:
    told = answers.get(key)
    return isinstance(told, str) and bool(told)
