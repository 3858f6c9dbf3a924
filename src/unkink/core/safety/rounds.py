"""
What is asked, and in which order: one page at a time, from the emergencies to the conditions.

Emergencies are asked one by one. What only locks when it is there, or only changes a plan, stands
in lists to tick, each left by a button that says "none of these" or "these, and no others": so
nothing passes for a no that was not told as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.safety import conditions, flags
from unkink.core.safety.conditions import CONDITIONS
from unkink.core.safety.flags import FLAGS, LASTING, SIGNS
from unkink.core.safety.questions import EMERGENCY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VERSION: Final = "2026-11-24"
"""
Answers are kept with it. Whoever changes a word that changes a meaning changes it too: answers to
another version clear nobody.
"""

Answer = bool | str | None
"""A plain yes or no; a date, for what was checked; None: left blank."""

A: Final[tuple[str, ...]] = tuple(question.id for question in EMERGENCY)
B: Final[tuple[str, ...]] = tuple(flag.id for flag in FLAGS)
C: Final[tuple[str, ...]] = tuple(sign.id for sign in SIGNS)
D: Final[tuple[str, ...]] = conditions.IDS

SHORT: Final[tuple[str, ...]] = tuple(question.id for question in EMERGENCY if question.short)
"""Asked before every session."""

ALL: Final[tuple[str, ...]] = (*A, *B, LASTING, *D)
"""The whole round; those of `C` come with it when the pain has lasted."""

A_CHECKED: Final = "A_checked"
B_CHECKED: Final = "B_checked"
KNOWN: Final = frozenset({*ALL, *C, A_CHECKED, B_CHECKED})

WORDS: Final[Mapping[str, str]] = {
    **{question.id: question.text for question in EMERGENCY},
    **{flag.id: flag.text for flag in FLAGS},
    **{sign.id: sign.name for sign in SIGNS},
    **{condition.id: condition.question for condition in CONDITIONS},
    LASTING: flags.LASTING_TEXT,
    A_CHECKED: "Has a doctor checked this since?",
    B_CHECKED: "Has a clinician said that you may exercise?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing asked."""

    id: str
    text: str
    """As it stands on its own, or in the list of its page."""
    question: str
    """As a question for a plain yes or no."""
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What is asked at once."""

    id: str
    kind: Literal["one", "list", "date"]
    title: str
    help: str = ""
    asked: tuple[Asked, ...]
    only_if: str = ""
    """Asked only after a yes to this one; empty: always."""
    urgent: bool = False
    """A yes here needs no further question: what to do comes at once."""


def required(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """Tell what has to be answered for a whole round."""
    return (*ALL, *C) if answers.get(LASTING) is True else ALL


def pages(ask: Sequence[str]) -> tuple[Page, ...]:
    """Lay out what has to be asked, in its order, page by page."""
    wanted = {*ask, *(C if LASTING in ask else ())}
    return tuple(page for page in _EVERY if all(each.id in wanted for each in page.asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Answers that can't all be right."""

    words: str
    """As the person reads it, with what to do."""
    between: tuple[str, ...]
    """The ids of what was asked."""


def contradictions(answers: Mapping[str, Answer]) -> tuple[Contradiction, ...]:
    """Say which answers can't all be right; empty: none."""
    names = {each.id: each.name for each in CONDITIONS} | {each.id: each.name for each in FLAGS}
    found = [
        Contradiction(
            words=f"“{names[one]}” and “{names[other]}” can't both be true. Choose one.",
            between=(one, other),
        )
        for one, other in conditions.CONTRADICTORY
        if answers.get(one) is answers.get(other) is True
    ]
    found += [
        Contradiction(
            words=f"You ticked “{names[condition]}”, but said no to “{names[flag]}”. "
            "Please look at the two again.",
            between=(flag, condition),
        )
        for condition, flag in _BOTH_OR_NEITHER
        if answers.get(condition) is True and answers.get(flag) is False
    ]
    pregnant = tuple(each for each in D if conditions.BY_ID[each].group == "pregnancy")
    if answers.get("B11") is True and all(answers.get(each) is False for each in pregnant):
        words = f"You said yes to “{names['B11']}”, but not that you are pregnant."
        words = f"{words} Please look at the two again."
        found.append(Contradiction(words=words, between=("B11", *pregnant)))
    return tuple(found)


_BOTH_OR_NEITHER: Final = (("osteoporosis", "B4"),)
"""A condition whose yes makes a no to the flag wrong."""


def _ones() -> tuple[Page, ...]:
    return tuple(
        Page(
            id=question.id,
            kind="one",
            title=question.text,
            help=question.help,
            asked=(
                Asked(
                    id=question.id,
                    text=question.text,
                    question=question.text,
                    help=question.help,
                ),
            ),
            urgent=True,
        )
        for question in EMERGENCY
    )


def _flags() -> tuple[Page, ...]:
    age = flags.BY_ID[flags.AGE]
    adult = Page(
        id=age.id,
        kind="one",
        title=age.text,
        asked=(Asked(id=age.id, text=age.text, question=age.text),),
        urgent=True,
    )
    lists = [
        Page(
            id=part,
            kind="list",
            title=title,
            asked=tuple(
                Asked(id=flag.id, text=flag.name, question=flag.text, help=flag.help)
                for flag in FLAGS
                if flag.part == part
            ),
        )
        for part, title in flags.PARTS
    ]
    return (adult, *lists)


def _lasting() -> tuple[Page, ...]:
    asked = Asked(id=LASTING, text=flags.LASTING_TEXT, question=flags.LASTING_TEXT)
    signs = tuple(Asked(id=sign.id, text=sign.name, question=f"{sign.name}?") for sign in SIGNS)
    return (
        Page(
            id=LASTING,
            kind="one",
            title=flags.LASTING_TEXT,
            help=flags.LASTING_HELP,
            asked=(asked,),
        ),
        Page(id="signs", kind="list", title=flags.SIGNS_TITLE, asked=signs, only_if=LASTING),
    )


def _conditions() -> tuple[Page, ...]:
    return tuple(
        Page(
            id=part.id,
            kind="list",
            title=part.title,
            asked=tuple(
                Asked(id=each.id, text=each.name, question=each.question, help=each.help)
                for each in CONDITIONS
                if each.group in part.groups
            ),
        )
        for part in conditions.PAGES
    )


def _dates() -> tuple[Page, ...]:
    words = (
        (A_CHECKED, "The day on which a doctor looked at what you told us here."),
        (B_CHECKED, "The day on which a doctor or physiotherapist, who knew of it, said so."),
    )
    return tuple(
        Page(
            id=key,
            kind="date",
            title=WORDS[key],
            help=told,
            asked=(Asked(id=key, text=WORDS[key], question=WORDS[key], help=told),),
        )
        for key, told in words
    )


_EVERY: Final = (*_dates(), *_ones(), *_flags(), *_lasting(), *_conditions())
