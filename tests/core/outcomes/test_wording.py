"""A questionnaire's official words are taken as supplied, or refused with every reason."""

from __future__ import annotations

from unkink.core.outcomes.questionnaires import PAIN, ROLAND
from unkink.core.outcomes.wording import Misfit, read_wording, usable, worded

SENTENCES = [f"A sentence that stands for number {n}." for n in range(1, 25)]


def test_without_its_words_it_says_so() -> None:
    """Nobody is shown 24 empty boxes."""
    assert (False, True) == (usable(ROLAND), usable(PAIN))


def test_numbered_lines_are_taken_in_their_order() -> None:
    """Numbers, boxes and empty lines of a copied form don't matter."""
    marks = ("{}. ", "({}) ", "[ ] ", "")
    text = "\n\n".join(marks[n % 4].format(n + 1) + each for n, each in enumerate(SENTENCES))
    sentences = read_wording(ROLAND, text)

    assert tuple(SENTENCES) == sentences
    assert usable(worded(ROLAND, tuple(SENTENCES)))


def test_a_text_that_is_not_it_is_refused_with_every_reason() -> None:
    """Too few sentences, one of them twice, one not a sentence: all three are said."""
    actual = read_wording(ROLAND, "\n".join([*SENTENCES[:5], SENTENCES[0], "?"]))
    expected = (
        "It has 7 lines; Roland-Morris questionnaire has 24 sentences.",
        "Line 7 is too long or too short for a sentence.",
        "A sentence is there twice.",
    )

    assert Misfit(reasons=expected) == actual
