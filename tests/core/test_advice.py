"""What a person is told after the emergency questions."""

from __future__ import annotations

import pytest
from phonenumbers import is_emergency_number

from unkink.core.safety.advice import emergency_call, in_words
from unkink.core.safety.emergency_numbers import COUNTRIES, NUMBERS
from unkink.core.safety.rounds import ALL, VERSION, A, B, C, D
from unkink.core.safety.screening import ClinicianFirst, Reason, screen

NOES = dict.fromkeys(ALL, False)
GERMAN = emergency_call(country="DE", own_number="", numbers=NUMBERS)


def test_every_number_is_an_emergency_number_of_its_country() -> None:
    """Nobody is sent to a number that Google's libphonenumber does not know as one."""
    assert [] == [c for c in COUNTRIES if not is_emergency_number(c.number, c.code)]
    assert len(COUNTRIES) == len(NUMBERS)


@pytest.mark.parametrize("country", ["", "XX", "de"])
def test_an_unknown_country_gets_112_and_a_word_of_care(country: str) -> None:
    """Where we don't know the number we say so."""
    call = emergency_call(country=country, own_number="", numbers=NUMBERS)

    assert "112" == call.number
    assert "or your local emergency number. Choose your country to see it." == call.note


def test_a_persons_own_number_comes_first() -> None:
    """Whoever wrote down a number sees that number."""
    call = emergency_call(country="DE", own_number=" 144 ", numbers=NUMBERS)

    assert ("144", "") == (call.number, call.note)


@pytest.mark.parametrize("question", ["A1", "A2", "A3", "A4", "A5"])
def test_signs_of_cauda_equina_are_named_on_the_phone(question: str) -> None:
    """The words that get the right help quickly are put into the person's mouth."""
    told = in_words(screen({**NOES, question: True}, version=VERSION), GERMAN)

    assert "Back pain and possible cauda equina" == told.say
    assert "Say: “Back pain and possible cauda equina.”" in told.what_to_do


@pytest.mark.parametrize("question", A)
def test_an_emergency_says_stop_whom_to_call_and_that_exercises_are_locked(question: str) -> None:
    """A yes leads to one clear list: stop, call, say, locked."""
    told = in_words(screen({**NOES, question: True}, version=VERSION), GERMAN)

    assert (False, "emergency", "112") == (told.cleared, told.verdict, told.call)
    assert "Do no exercises now." == told.what_to_do[0]
    assert "Call 112 now." == told.what_to_do[1]
    assert "locked until a doctor has checked it" in told.what_to_do[-1]
    assert told.on


def test_an_emergency_without_a_known_question_still_tells_what_to_do() -> None:
    """A yes to a question we don't know is an emergency with words of its own."""
    told = in_words(screen({**NOES, "A9": True}, version=VERSION), GERMAN)

    assert "emergency" == told.verdict
    assert "Say what you feel, and since when." in told.what_to_do


def test_a_blank_asks_for_the_answer_and_keeps_the_way_to_help_open() -> None:
    """Whoever can't answer is told what to do, and whom to call if in need."""
    told = in_words(screen({**NOES, "A2": None}, version=VERSION), GERMAN)

    assert (False, "unanswered") == (told.cleared, told.verdict)
    assert any("Call 112" in line for line in told.what_to_do)


def test_noes_are_told_without_a_promise() -> None:
    """Being cleared says that one may go on, not that all is well."""
    told = in_words(screen(NOES, version=VERSION), GERMAN)

    assert (True, "", ()) == (told.cleared, told.call, told.reasons)


@pytest.mark.parametrize("flag", [each for each in B if each != "B13"])
def test_a_flag_says_whom_to_see_what_to_tell_and_how_it_goes_on(flag: str) -> None:
    """Whoever is sent to a clinician knows why, what to say there, and how to come back."""
    told = in_words(ClinicianFirst((Reason(question=flag, kind="yes", words="So."),)), GERMAN)

    assert (False, "clinician_first", "") == (told.cleared, told.verdict, told.call)
    assert ("today" in told.what_to_do[0]) == (flag in {"B3", "B9", "B11"})
    assert "call 112 at once" in told.what_to_do[-1]
    assert 1 == len(told.tell)
    assert "tell us the day" in told.on


def test_under_18_is_told_kindly() -> None:
    """A young person is sent to people, not away."""
    told = in_words(screen({**NOES, "B13": True}, version=VERSION), GERMAN)

    assert (False, "out_of_scope") == (told.cleared, told.verdict)
    assert "Please tell a parent" in told.what_to_do[1]


def test_care_says_what_is_taken_care_of() -> None:
    """Conditions change the plan, a weak flag asks for a look, four signs for a specialist."""
    told = {
        name: in_words(screen({**NOES, **answers}, version=VERSION), GERMAN).what_to_do
        for name, answers in {
            "condition": {D[0]: True},
            "weak": {"B2": True},
            "signs": {"long_lasting": True, **dict.fromkeys(C, True)},
        }.items()
    }

    assert ["to suit what you told us", "See a doctor", "rheumatologist"] == [
        next(words for words in ("to suit what you told us", "See a doctor", "rheumatologist")
             if words in " ".join(told[name]))
        for name in ("condition", "weak", "signs")
    ]  # fmt: skip
