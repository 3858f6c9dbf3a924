"""What to tell a person after the safety questions: calm, short, and never a promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from unkink.core.safety import flags
from unkink.core.safety.questions import EMERGENCY
from unkink.core.safety.rounds import C, D
from unkink.core.safety.screening import (
    ClinicianFirst,
    Emergency,
    OutOfScope,
    Proceed,
    Reason,
    Verdict,
    WithCare,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAY: Final = {question.id: question.say for question in EMERGENCY}

VerdictName = Literal[
    "proceed", "with_care", "clinician_first", "out_of_scope", "emergency", "unanswered"
]

SIGNS_ADVICE: Final = (
    "Your back pain has signs of an inflammation. Please see your doctor, who may send you to a "
    "specialist for joints (a rheumatologist). You may exercise meanwhile."
)
SAFETY_NET: Final = (
    "New numbness between the legs, new trouble with passing water or with your bowels, or "
    "weakness in the legs: call {number} at once."
)


UNTIL_THEN: Final = (
    "Until then no exercises from here. Move about as usual, as far as it is comfortable, and rest "
    "in whatever position eases it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A verdict in words, with whom to call."""

    cleared: bool
    verdict: VerdictName
    title: str
    reasons: tuple[Reason, ...]
    what_to_do: tuple[str, ...]
    call: str
    """The number to call; empty when nobody needs to be called."""
    say: str
    """What to say on the phone; empty when nobody needs to be called."""
    tell: tuple[str, ...] = ()
    """What to tell the clinician, where one is to be seen first."""
    on: str = ""
    """How it goes on afterwards; empty when it goes on at once."""


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
    match verdict:
        case Proceed():
            return _go_on("proceed", "Thank you. You can go on.", verdict.reasons, ())
        case WithCare():
            return _with_care(verdict)
        case Emergency():
            return _emergency(verdict, call)
        case ClinicianFirst():
            return _clinician_first(verdict, call)
        case OutOfScope():
            return _out_of_scope(verdict, call)
        case _:
            return _unanswered(verdict.reasons, call)


def _go_on(
    verdict: VerdictName, title: str, reasons: tuple[Reason, ...], what_to_do: tuple[str, ...]
) -> Clearance:
    return Clearance(
        cleared=True,
        verdict=verdict,
        title=title,
        reasons=reasons,
        what_to_do=what_to_do,
        call="",
        say="",
    )


def _with_care(verdict: WithCare) -> Clearance:
    asked = {reason.question for reason in verdict.reasons}
    told: list[str] = []
    if asked & set(D):
        told.append("The exercises are chosen and changed to suit what you told us.")
    if asked & set(flags.BY_ID):
        told.append("Go gently. See a doctor or physiotherapist about it when you can.")
    if asked & set(C):
        told.append(SIGNS_ADVICE)
    return _go_on("with_care", "You can go on, with care.", verdict.reasons, tuple(told))


def _unanswered(reasons: tuple[Reason, ...], call: Call) -> Clearance:
    return Clearance(
        cleared=False,
        verdict="unanswered",
        title="Not yet: please answer every question.",
        reasons=reasons,
        what_to_do=(
            "Answer each question with yes or no. Without that there is no session.",
            "Not sure about one? Then take it as a yes, and ask a doctor today.",
            f"Do you feel that something is badly wrong? Call {number_words(call)}.",
        ),
        call="",
        say="",
    )


def _emergency(verdict: Emergency, call: Call) -> Clearance:
    told = [_SAY[each.question] for each in verdict.reasons if each.question in _SAY]
    say = ". ".join(dict.fromkeys(told))
    return Clearance(
        cleared=False,
        verdict="emergency",
        title="Stop. Please get help now.",
        reasons=verdict.reasons,
        what_to_do=(
            "Do no exercises now.",
            f"Call {number_words(call)} now.",
            f"Say: “{say}.”" if say else "Say what you feel, and since when.",
            "The exercises stay locked until a doctor has checked it.",
        ),
        call=call.number,
        say=say,
        on=(
            "When a doctor has checked it, come back: tell us the day, and answer the questions "
            "again."
        ),
    )


def _clinician_first(verdict: ClinicianFirst, call: Call) -> Clearance:
    told = [flags.BY_ID[each.question] for each in verdict.reasons]
    today = any(each.today for each in told)
    return Clearance(
        cleared=False,
        verdict="clinician_first",
        title="Please see a clinician first.",
        reasons=verdict.reasons,
        what_to_do=(
            "See a doctor today, or call your doctor's out-of-hours line."
            if today
            else "See a doctor or physiotherapist in the next days, before you exercise here.",
            UNTIL_THEN,
            SAFETY_NET.format(number=number_words(call)),
        ),
        call="",
        say="",
        tell=tuple(each.tell for each in told),
        on=(
            "Has a doctor or physiotherapist, who knows of this, said that you may exercise? Then "
            "tell us the day, and you can go on."
        ),
    )


def _out_of_scope(verdict: OutOfScope, call: Call) -> Clearance:
    return Clearance(
        cleared=False,
        verdict="out_of_scope",
        title="This is not made for you yet.",
        reasons=verdict.reasons,
        what_to_do=(
            "Unkink is made for adults. A young back deserves somebody who looks at it in person.",
            "Please tell a parent, or someone you trust, and see a doctor or physiotherapist.",
            SAFETY_NET.format(number=number_words(call)),
        ),
        call="",
        say="",
        tell=tuple(flags.BY_ID[each.question].tell for each in verdict.reasons),
        on="Tapped by mistake? Then answer the questions again.",
    )


def number_words(call: Call) -> str:
    """Tell the number, with a word of care where it may be another one."""
    return f"{call.number} or your local emergency number" if call.note else call.number
