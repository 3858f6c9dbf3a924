"""
Who may exercise now: the one gate every session passes.

Everything here fails closed. A yes to an emergency question stops everything; a flag asks for a
clinician first; a blank, a missing answer or an answer to a version we don't know means no session.
Every reason is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.safety import flags, questions
from unkink.core.safety.conditions import BY_ID as CONDITIONS
from unkink.core.safety.flags import AGE, INFLAMMATORY_THAT_COUNT, WEAK_THAT_LOCK
from unkink.core.safety.rounds import (
    ALL,
    KNOWN,
    VERSION,
    WORDS,
    A,
    Answer,
    B,
    C,
    D,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_EMERGENCY: Final = {question.id: question for question in questions.EMERGENCY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One answer that counts."""

    question: str
    kind: Literal["yes", "blank", "unknown_question", "unknown_version"]
    words: str


@dataclass(frozen=True, slots=True)
class Proceed:
    """Every question asked was answered, and none asks for care."""

    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class WithCare:
    """A session may start; what needs care is told, and the plan keeps to it."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ClinicianFirst:
    """A strong flag or two weak ones: a clinician looks at it first."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """Under 18: Unkink is made for adults."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Emergency:
    """At least one yes: stop and get help now."""

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Not every question has a plain answer: that clears nobody."""

    reasons: tuple[Reason, ...]


Verdict = Proceed | WithCare | ClinicianFirst | OutOfScope | Emergency | Unanswered


def clears(verdict: Verdict) -> bool:
    """Say whether a session may start."""
    return isinstance(verdict, Proceed | WithCare)


def screen(
    answers: Mapping[str, Answer],
    *,
    version: str,
    asked: Sequence[str] = ALL,
    cleared_flags: frozenset[str] = frozenset(),
) -> Verdict:
    """
    Say what these answers lead to, with every reason for it.

    `cleared_flags` are those of which a clinician, lately, said that one may exercise with them.
    """
    odd = tuple(_odd(answers, version))
    if is_emergency(answers):
        emergencies = (_yes(each) for each in A if answers.get(each) is True)
        return Emergency((*emergencies, *_blanks(answers, asked), *odd))
    if answers.get(AGE) is True:
        return OutOfScope((_yes(AGE),))
    standing = flags_of(answers) - cleared_flags
    if locks(standing):
        return ClinicianFirst(tuple(_yes(each) for each in B if each in standing))
    open_ = (*_blanks(answers, asked), *odd)
    if open_:
        return Unanswered(open_)
    care = tuple(_yes(each) for each in (*B, *D) if answers.get(each) is True)
    if inflammatory(answers):
        care = (*care, *(_yes(each) for each in C if answers.get(each) is True))
    return WithCare(care) if care else Proceed()


def is_emergency(answers: Mapping[str, Answer]) -> bool:
    """Say whether a yes tells of an emergency: to one of its questions, or to one we don't know."""
    return any(answers.get(each) is True for each in A) or _alarming(answers)


def flags_of(answers: Mapping[str, Answer]) -> frozenset[str]:
    """Tell which flags were answered with yes, the age apart."""
    return frozenset(each for each in B if each != AGE and answers.get(each) is True)


def locks(standing: frozenset[str]) -> bool:
    """Say whether these flags ask for a clinician first: a strong one, or two weak ones."""
    weak = sum(flags.BY_ID[each].weak for each in standing)
    return weak < len(standing) or weak >= WEAK_THAT_LOCK


def inflammatory(answers: Mapping[str, Answer]) -> bool:
    """Say whether enough signs of an inflammation were told to see a specialist."""
    return sum(answers.get(each) is True for each in C) >= INFLAMMATORY_THAT_COUNT


def conditions_of(answers: Mapping[str, Answer]) -> tuple[str, ...] | None:
    """Tell the conditions ticked; None while one of them was left open."""
    if any(not isinstance(answers.get(each), bool) for each in D):
        return None
    return tuple(each for each in D if answers.get(each) is True)


def _alarming(answers: Mapping[str, Answer]) -> bool:
    # A yes to something we don't know may be an emergency of a version to come.
    return any(value is True and key not in KNOWN for key, value in answers.items())


def _yes(asked: str) -> Reason:
    if asked in _EMERGENCY:
        words = _EMERGENCY[asked].yes
    elif asked in flags.BY_ID:
        words = flags.BY_ID[asked].yes
    else:
        words = f"{CONDITIONS[asked].name if asked in CONDITIONS else WORDS[asked]}."
    return Reason(question=asked, kind="yes", words=words)


def _blanks(answers: Mapping[str, Answer], asked: Sequence[str]) -> list[Reason]:
    return [
        Reason(question=each, kind="blank", words=f"Not answered: {WORDS[each]}")
        for each in asked
        if not isinstance(answers.get(each), bool)
    ]


def _odd(answers: Mapping[str, Answer], version: str) -> list[Reason]:
    odd = [
        Reason(
            question=each,
            kind="unknown_question",
            words=f"We do not know a question {each[:20]!r}.",
        )
        for each in answers
        if each not in KNOWN
    ]
    if version != VERSION:
        words = "These answers belong to another version of the questions."
        odd.append(Reason(question="", kind="unknown_version", words=words))
    return odd
