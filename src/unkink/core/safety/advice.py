"""What to tell a person after the emergency questions: calm, short, and never a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.safety.questions import QUESTIONS
from unkink.core.safety.screening import Cleared, Emergency, Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAY: Final = {question.id: question.say for question in QUESTIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A verdict in words, with whom to call."""

    cleared: bool
    verdict: Literal["cleared", "emergency", "unanswered"]
    title: str
    reasons: tuple[Reason, ...]
    what_to_do: tuple[str, ...]
    call: str
    """The number to call; empty when nobody needs to be called."""
    say: str
    """What to say on the phone; empty when nobody needs to be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """The emergency number for a person."""

    number: str
    note: str
    """Empty, or what to do where the number may be another one."""
    country: str


def emergency_call(*, country: str, own_number: str, numbers: Mapping[str, str]) -> Call:
    """Choose the number to show: the person's own, the country's, else 112 with a word of care."""
    if own_number.strip():
        return Call(number=own_number.strip(), note="", country=country)
    number = numbers.get(country)
    if number is not None:
        return Call(number=number, note="", country=country)
    note = "or your local emergency number. Choose your country to see it."
    return Call(number="112", note=note, country=country)


def in_words(verdict: Verdict, call: Call) -> Clearance:
    """Say what a verdict means, every reason, and what to do now."""
    if isinstance(verdict, Cleared):
        return Clearance(
            cleared=True,
            verdict="cleared",
            title="Thank you. You can go on.",
            reasons=(),
            what_to_do=(),
            call="",
            say="",
        )
    if isinstance(verdict, Emergency):
        return _emergency(verdict, call)
    return Clearance(
        cleared=False,
        verdict="unanswered",
        title="Not yet: please answer every question.",
        reasons=verdict.reasons,
        what_to_do=(
            "Answer each question with yes or no. Without that there is no session.",
            "Not sure about one? Then take it as a yes, and ask a doctor today.",
            f"Do you feel that something is badly wrong? Call {number_words(call)}.",
        ),
        call="",
        say="",
    )


def _emergency(verdict: Emergency, call: Call) -> Clearance:
    say = ". ".join(dict.fromkeys(_SAY[r.question] for r in verdict.reasons if r.kind == "yes"))
    return Clearance(
        cleared=False,
        verdict="emergency",
        title="Stop. Please get help now.",
        reasons=verdict.reasons,
        what_to_do=(
            "Do no exercises now.",
            f"Call {number_words(call)} now.",
            f"Say: “{say}.”" if say else "Say what you feel, and since when.",
            "The exercises stay locked. Once a doctor has seen you, answer the questions again.",
        ),
        call=call.number,
        say=say,
    )


def number_words(call: Call) -> str:
    """Tell the number, with a word of care where it may be another one."""
    return f"{call.number} or your local emergency number" if call.note else call.number
