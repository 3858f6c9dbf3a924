"""What is asked, and how: each thing once, emergencies first, contradictions told."""

from __future__ import annotations

from unkink.core.safety import flags
from unkink.core.safety.gate import Answered, latest_round
from unkink.core.safety.questions import EMERGENCY
from unkink.core.safety.rounds import (
    A_CHECKED,
    ALL,
    B_CHECKED,
    KNOWN,
    SHORT,
    VERSION,
    A,
    Answer,
    B,
    C,
    contradictions,
    pages,
)
from unkink.core.safety.screening import conditions_of

NOES: dict[str, Answer] = dict.fromkeys(ALL, False)
SHORT_NOES: dict[str, Answer] = dict.fromkeys(SHORT, False)
WEAK = tuple(flag.id for flag in flags.FLAGS if flag.weak)


def test_every_question_is_on_exactly_one_page() -> None:
    """Nobody is asked twice, and nothing is forgotten."""
    asked = [each.id for page in pages(ALL) for each in page.asked]

    assert sorted((*ALL, *C)) == sorted(asked)
    assert KNOWN == {*asked, A_CHECKED, B_CHECKED}


def test_emergencies_are_asked_one_by_one_and_before_all_else() -> None:
    """Only what is no emergency stands in lists, and each list can be left with a plain no."""
    whole = pages(ALL)

    assert list(A) == [page.asked[0].id for page in whole[: len(A)]]
    assert {"one"} == {page.kind for page in whole if {q.id for q in page.asked} & {*A, "B13"}}
    assert list(SHORT) == [page.id for page in pages(SHORT)]
    assert "date" == pages((A_CHECKED, *ALL))[0].kind
    assert ["signs"] == [page.id for page in whole if page.only_if]


def test_answers_that_contradict_each_other_are_told() -> None:
    """Two answers of which one must be wrong are not weighed but asked again."""
    flagged = {**NOES, "B4": True, "osteoporosis": True}

    assert () == contradictions(NOES) == contradictions(flagged) == contradictions(SHORT_NOES)
    assert 1 == len(contradictions({**NOES, "osteoporosis": True}))
    assert 1 == len(contradictions({**NOES, "B11": True}))
    both = {"pregnant_under_16_weeks": True, "pregnant_16_weeks": True}
    assert 1 == len(contradictions({**NOES, **both}))
    pressed = {"blood_pressure": True, "blood_pressure_very_high": True}
    assert 1 == len(contradictions({**NOES, **pressed}))
    (told,) = contradictions({**NOES, "osteoporosis": True})
    assert ("B4", "osteoporosis") == told.between


def test_the_conditions_are_known_only_when_all_were_answered() -> None:
    """Nothing told is not the same as nothing there."""
    assert () == conditions_of(NOES)
    assert ("glaucoma",) == conditions_of({**NOES, "glaucoma": True})
    assert None is conditions_of({**NOES, "glaucoma": None})
    blank = {**NOES, "glaucoma": None}
    assert {} == latest_round([Answered(number=1, at_s=0.0, version=VERSION, answers=blank)])


def test_every_question_is_complete_and_has_its_source() -> None:
    """Eight, thirteen and five, in order; the four short ones are those before every session."""
    assert tuple(f"A{n}" for n in range(1, 9)) == A
    assert tuple(f"B{n}" for n in range(1, 14)) == B
    assert tuple(f"C{n}" for n in range(1, 6)) == C
    assert ("A1", "A2", "A3", "A4") == SHORT
    assert ("B2", "B5", "B6", "B7", "B12") == WEAK
    assert all(q.text.endswith("?") and q.help and q.yes and q.say for q in EMERGENCY)
    assert all(f.text.endswith("?") and f.yes and f.tell for f in flags.FLAGS)
    assert all(each.startswith("evidence.md#") for each in [f.source for f in flags.FLAGS])
