"""How it was done is told in kind words, never as a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from unkink.core.history.seen_words import corrected_words, form_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from unkink.core.body import Side


@pytest.mark.parametrize(
    ("form", "judged_s", "words"),
    [
        (None, 0.0, ""),
        (0.2, 4.0, ""),
        (1.0, 30.0, "in good form"),
        (0.8, 30.0, "mostly in good form"),
        (0.1, 30.0, "form to take care of"),
    ],
)
def test_form_is_told_in_words(form: float | None, judged_s: float, words: str) -> None:
    """What was hardly judged is not talked about."""
    assert words == form_words(form, judged_s)


@pytest.mark.parametrize(
    ("told", "found", "words"),
    [
        ({"both": 9}, {"both": 10}, "Bridge: 10, not 9, now that all of it was seen."),
        ({"left": 3, "right": 3}, {"left": 3, "right": 3}, ""),
        (
            {"left": 3, "right": 1},
            {"left": 2, "right": 3},
            "Bridge: 2 left, not 3, and 3 right, not 1, now that all of it was seen.",
        ),
        ({"both": 1}, {}, "Bridge: 0, not 1, now that all of it was seen."),
    ],
)
def test_another_count_is_told_in_one_line(
    told: Mapping[Side, int], found: Mapping[Side, int], words: str
) -> None:
    """Nothing is said when the count was right."""
    assert words == corrected_words("Bridge", told, found)
